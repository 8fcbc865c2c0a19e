"""Step 5, rendering: a table of contents that is filled.

In: a Word file with all its blocks. Out: the same with the headings of its body
listed where it asks for them, each a link. The page of a heading is known only to
the program that lays the pages out: Word adds it once the table is updated there.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing.render.docx.paragraphs import is_boxed, words_of
from briefing.render.docx.parts import W, add_link, bookmark_paragraph, last_bookmark

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_HEAD = r"""<w:p {w}>
  <w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \h \z \u </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r>
</w:p>"""
_TAIL = '<w:r {w}><w:fldChar w:fldCharType="end"/></w:r>'
_FRAME = """<w:sdt {w}>
  <w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>
  <w:sdtContent/>
</w:sdt>"""
"""What makes Word offer to update the table."""


def write_contents(document: "Document", place: "BaseOxmlElement") -> None:
    """List the headings of the highest level, in the order of the body, before the place."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    headings = [*_headings(document)]
    if not headings:
        return
    entries = [*_entries(document, headings)]
    head, tail, frame = (parse_xml(text.replace("{w}", nsdecls("w"))) for text in (_HEAD, _TAIL, _FRAME))
    for run in reversed(head):
        entries[0].insert(1, run)
    entries[-1].append(tail)
    frame[-1].extend(entries)
    place.addprevious(frame)


def _headings(document: "Document") -> "Iterator[Paragraph]":
    """The paragraphs whose style stands on the highest level of the outline."""
    from docx.text.paragraph import Paragraph

    levels = {style.style_id: _outline_level(style.element) for style in document.styles}
    for element in document.element.body.iter(f"{W}p"):
        if levels.get(element.style or "") == 0 and not is_boxed(element) and words_of(element).strip():
            yield Paragraph(element, document)


def _outline_level(style: "BaseOxmlElement | None") -> int | None:
    """The level that a style, or one that it is based on, has among headings."""
    while style is not None:
        for level in style.xpath("./w:pPr/w:outlineLvl/@w:val"):
            return int(level)
        style = style.base_style
    return None


def _entries(document: "Document", headings: "Iterable[Paragraph]") -> "Iterator[BaseOxmlElement]":
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    for number, heading in enumerate(headings, start=last_bookmark(document.element) + 1):
        name = f"_Toc{number}"
        bookmark_paragraph(heading, name, number)
        entry = Paragraph(OxmlElement("w:p"), document)
        entry.style = "toc 1"
        add_link(entry, words_of(heading._p).strip(), name)  # noqa: SLF001
        yield entry._p  # noqa: SLF001
