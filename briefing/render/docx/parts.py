"""Step 5, rendering: the parts of WordprocessingML that python-docx does not make.

In: paragraphs of python-docx. Out: the same with links, bookmarks and languages.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import bidirectional
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.story import StoryPart
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_IDS: "WeakKeyDictionary[StoryPart, dict[tuple[str, WD_STYLE_TYPE], str | None]]" = WeakKeyDictionary()
"""The ids of the styles of each file that is being written: python-docx reads all styles for each that is named."""


def add_words(paragraph: "Paragraph", text: str, style: str | None) -> "Run":
    """Add words in a character style."""
    from docx.enum.style import WD_STYLE_TYPE

    run = paragraph.add_run(text)
    if style:
        run._r.style = _style_id(paragraph.part, style, WD_STYLE_TYPE.CHARACTER)  # noqa: SLF001
    return run


def set_style(paragraph: "Paragraph", style: str) -> None:
    """Set a paragraph in a style."""
    from docx.enum.style import WD_STYLE_TYPE

    paragraph._p.style = _style_id(paragraph.part, style, WD_STYLE_TYPE.PARAGRAPH)  # noqa: SLF001


def _style_id(part: "StoryPart", name: str, kind: "WD_STYLE_TYPE") -> str | None:
    """What the file calls the style; None for its default."""
    known = _IDS.setdefault(part, {})
    if (name, kind) not in known:
        known[name, kind] = part.get_style_id(name, kind)
    return known[name, kind]


def add_link(paragraph: "Paragraph", text: str, anchor: str, style: str | None = None) -> "BaseOxmlElement":
    """Add a link to a bookmark of the same document, in a character style, and give its element."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    link.append(add_words(paragraph, text, style)._r)  # noqa: SLF001  python-docx has no API for links within a document
    paragraph._p.append(link)  # noqa: SLF001
    return link


def add_address(paragraph: "Paragraph", text: str, link: str) -> None:
    """Add an address, and let it lead there if it is a link."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    if link:
        element = OxmlElement("w:hyperlink")
        element.set(qn("r:id"), paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        element.set(qn("w:history"), "1")
        run._r.addprevious(element)  # noqa: SLF001
        element.append(run._r)  # noqa: SLF001


def add_bookmark(runs: "Sequence[Run]", name: str, number: int) -> None:
    """Make runs that stand side by side a bookmark.

    Args:
        runs: what it holds, in order.
        name: what links name.
        number: unlike that of any other bookmark of the document.
    """
    start, end = _edges_of_bookmark(name, number)
    runs[0]._r.addprevious(start)  # noqa: SLF001
    runs[-1]._r.addnext(end)  # noqa: SLF001


def bookmark_paragraph(paragraph: "Paragraph", name: str, number: int) -> None:
    """Make all that a paragraph holds a bookmark, named and numbered as `add_bookmark` does."""
    start, end = _edges_of_bookmark(name, number)
    paragraph._p.get_or_add_pPr().addnext(start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def _edges_of_bookmark(name: str, number: int) -> "tuple[BaseOxmlElement, BaseOxmlElement]":
    from docx.oxml import OxmlElement

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(f"{W}id", str(number))
    start.set(f"{W}name", name)
    return start, end


def last_bookmark(root: "BaseOxmlElement") -> int:
    """The highest number of a bookmark; 0 where there is none."""
    return max((int(mark.get(f"{W}id")) for mark in root.iter(f"{W}bookmarkStart")), default=0)


def mark_language(run: "Run", language: str) -> None:
    """Say in which language words are, and whether they run from right to left."""
    from docx.oxml import OxmlElement

    tag = OxmlElement("w:lang")
    if runs_leftwards(run.text):
        run.font.rtl = True
        tag.set(f"{W}bidi", language)
    else:
        tag.set(f"{W}val", language)
    run._r.get_or_add_rPr().append(tag)  # noqa: SLF001


def turn(paragraph: "Paragraph") -> None:
    """Let a paragraph begin at the right."""
    from docx.oxml import OxmlElement

    form = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    form.insert_element_before(
        OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def runs_leftwards(text: str) -> bool:
    """Whether the first letter that tells is of a script that runs from right to left."""
    told = (bidirectional(letter) for letter in text)
    return next((kind for kind in told if kind in {"L", "R", "AL"}), "L") != "L"
