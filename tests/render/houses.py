"""Word files of houses, as a few words: what a template of one's own is tried on.

A paragraph is a text. `|` parts its runs, as Word parts them, and every second run is
bold: `"For {{ ti|tle }} only"`.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from accord import brief
from docx import Document
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from briefing.model import Brief
from briefing.render import render
from briefing.settings import Template

Change = Callable[[WordFile], None]


def typed(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph with its runs."""
    for place, run in enumerate(text.split("|")):
        paragraph.add_run(run).bold = bool(place % 2) or None
    return paragraph


def house(template: Template, folder: Path, *body: str, change: Change = lambda _: None) -> Template:
    """A template of one's own that extends the shipped one.

    Args:
        template: the shipped one.
        folder: where its file is written.
        body: the paragraphs of the file.
        change: what else is done to the file.
    """
    document = Document()
    document._body.clear_content()
    for text in body:
        typed(document.add_paragraph(), text)
    change(document)
    document.save(str(folder / "brief.docx"))
    return replace(template, name="own", folders=(folder, *template.folders))


def filled(own: Template, shown: Brief = brief) -> WordFile:
    """The Word file of a brief in a template of one's own."""
    return Document(BytesIO(render(shown, "docx", own)))


def texts(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The words of paragraphs."""
    return [paragraph.text for paragraph in paragraphs]


def text_box(text: str) -> Change:
    """A text box in a paragraph of its own, with the copy that Word keeps for old readers."""
    runs = "".join(f"<w:r><w:t xml:space='preserve'>{run}</w:t></w:r>" for run in text.split("|"))
    box = f"<w:txbxContent><w:p>{runs}</w:p></w:txbxContent>"
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    both = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
    )
    xml = f"<w:p {nsdecls('w')} {names}><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>"

    def change(document: WordFile) -> None:
        document.element.body.insert(0, parse_xml(xml))

    return change


def watermark(text: str) -> Change:
    """A watermark, as Word keeps it in a header."""
    names = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    xml = f'<w:pict {names}><v:shape><v:textpath string="{text}"/></v:shape></w:pict>'

    def change(document: WordFile) -> None:
        document.sections[0].header.paragraphs[0].add_run()._r.append(parse_xml(xml))

    return change
