"""Step 5, rendering: the paragraphs of a template, and how one of them gives way.

In: the XML of a paragraph that somebody has typed. Out: its words, what else it
holds, and the file without it, where nothing is lost with it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.render.docx.parts import W

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORDS = {f"{W}{name}" for name in ("t", "rPr", "lastRenderedPageBreak")}


def texts_of(paragraph: "BaseOxmlElement") -> "Iterator[BaseOxmlElement]":
    """The pieces of a paragraph's own words, without those of text boxes that hang on it."""
    return (text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph)


def words_of(paragraph: "BaseOxmlElement") -> str:
    """A paragraph's own words."""
    return "".join(text.text or "" for text in texts_of(paragraph))


def is_boxed(paragraph: "BaseOxmlElement") -> bool:
    """Whether a paragraph stands in a text box."""
    return next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None


def content_of(paragraph: "BaseOxmlElement") -> "Iterator[BaseOxmlElement]":
    """What a paragraph holds beside words: breaks, tabs, pictures, fields, notes, formulas."""
    for element in paragraph.iterdescendants("*"):
        if element.tag.startswith(_MATHS) or (element.getparent().tag == f"{W}r" and element.tag not in _WORDS):
            yield element


def may_go(paragraph: "BaseOxmlElement") -> bool:
    """Whether nothing hangs on a paragraph without words: no content, no section's end, no table and no cell."""
    before, behind = paragraph.getprevious(), paragraph.getnext()
    followed = behind is not None and behind.tag == f"{W}p"
    ends_a_cell = behind is None and (before is None or before.tag != f"{W}p")
    parts_tables = before is not None and before.tag == f"{W}tbl"
    held = paragraph.xpath("./w:pPr/w:sectPr") or next(content_of(paragraph), None) is not None
    return not held and (followed or not (ends_a_cell or parts_tables))


def hand_on_section_end(paragraph: "BaseOxmlElement", last: "BaseOxmlElement | None") -> None:
    """Move the end of a section from a paragraph that loses its words to the block before it.

    Args:
        paragraph: what may hold the end.
        last: the last block that took its place; None if there is none, and with it goes an empty section.
    """
    before = paragraph.getprevious()
    for end in paragraph.xpath("./w:pPr/w:sectPr"):
        if last is not None and last.tag == f"{W}p":
            last.get_or_add_pPr().append(end)
        elif last is None and _is_empty(end, before):
            end.getparent().remove(end)


def _is_empty(end: "BaseOxmlElement", before: "BaseOxmlElement | None") -> bool:
    """Whether a section ends right behind the one before it, and brings no header and no footer."""
    margins = end.xpath("./w:headerReference | ./w:footerReference")
    return not margins and before is not None and bool(before.xpath("./w:pPr/w:sectPr"))


def release(paragraph: "BaseOxmlElement") -> None:
    """Remove a paragraph, but not the bookmarks and the ranges of comments that begin or end in it."""
    for mark in paragraph.xpath("./w:bookmarkStart | ./w:bookmarkEnd | ./w:commentRangeStart | ./w:commentRangeEnd"):
        paragraph.addprevious(mark)
    paragraph.getparent().remove(paragraph)
