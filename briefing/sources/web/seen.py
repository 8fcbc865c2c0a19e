"""Step 1, reading: the tree of a web page → the blocks of text that a reader of it sees, in their order.

A block is what stands on lines of its own: a paragraph, a heading, an entry of a list,
a row of a table. Nothing is judged here; each block knows the parts of the page that it
lies in, and how much of it is links.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.sources import clean
from briefing.sources.web.parts import Part, is_hidden, part_of
from briefing.sources.wrapping import unwrap

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({
    "address", "amp-ad", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav",
    "noscript", "ol", "option", "p", "pre", "script", "section", "select", "summary", "table", "tbody", "td",
    "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMED = HEADINGS | {"blockquote", "figcaption", "li", "pre"}
"""What a block is called after, though a `p` or a `div` lie between."""
_BOLD = frozenset({"b", "strong"})
_UNREAD = frozenset({"script", "head"})
_IN_CELLS = frozenset({"p", "div", "table", "ul", "ol", "br", "h1", "h2", "h3", "h4", "blockquote"})
_LONGEST_CELL = 20  # words; a cell with more tells something by itself


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the page, which holds blocks."""

    number: int
    part: Part


@dataclass(frozen=True, slots=True)
class Seen:
    """A block of text on a page.

    Args:
        text: what a reader sees, on one line.
        tag: what it is: `p`, `h1` to `h6`, `li`, `tr`, `blockquote`, …
        homes: the elements that it lies in, by number, from the page's root to its own.
        boxes: the parts of the page that it lies in, the innermost last.
        is_hidden: whether the page holds it and does not show it.
        linked: the share of its characters that are links.
    """

    text: str
    tag: str
    homes: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    is_hidden: bool = False
    linked: float = 0.0


@dataclass(slots=True)
class _Place:
    """Where the walk is: an element, with what its ancestors hand down.

    `is_aside` where it is hidden amid a line that is not.
    """

    tag: str
    named: str
    homes: tuple[int, ...]
    boxes: tuple[Box, ...]
    is_hidden: bool
    is_link: bool
    has_row: bool = False
    is_aside: bool = False


@dataclass(slots=True)
class _Walk:
    """The text of the block that is being gathered."""

    pieces: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str | None, place: _Place) -> None:
        if text and place.is_aside:
            self.asides.append(text)
        elif text:
            self.pieces.append(text if place.named == "pre" else " ".join(re.split(r"\s+", text)))
            self.linked += len(text.strip()) if place.is_link else 0

    def give(self, place: _Place) -> Iterator[Seen]:
        """What was gathered, as blocks."""
        raw, aside, linked = "".join(self.pieces), clean.line(" ".join(self.asides)), self.linked
        self.pieces, self.asides, self.linked = [], [], 0
        share = min(1.0, linked / max(1, len(raw.strip())))
        tag = "tr" if place.has_row or place.tag == "caption" else place.named
        for text in _lines(raw, place.named):
            yield Seen(text, tag, place.homes, place.boxes, place.is_hidden, share)
        if aside:
            yield Seen(aside, tag, place.homes, place.boxes, is_hidden=True)


def blocks(root: "_Element") -> Iterator[Seen]:
    """The blocks of a page in the order in which they stand in it.

    Args:
        root: of the page.
    """
    from lxml.etree import iterwalk

    places = [_Place("", "", (), (), is_hidden=False, is_link=False)]
    walk = _Walk()
    number = 0
    events = iterwalk(root, events=("start", "end"))
    for event, element in events:
        here = places[-1]
        tag = element.tag
        if event == "end":
            places.pop()
            if tag in _BLOCKS and not places[-1].has_row:
                yield from walk.give(here)
            walk.add(element.tail, places[-1])
            walk.pieces.append(_parting(element))
            continue
        number += 1
        if tag in _BLOCKS and not here.has_row:
            yield from walk.give(here)
        places.append(_below(here, element, number))
        if tag in _UNREAD:
            events.skip_subtree()
        elif tag == "br":
            if "".join(walk.pieces[-2:]).endswith(("\n", "\n ")):
                yield from walk.give(places[-1])
            walk.pieces.append("\n")
        else:
            if here.has_row and tag in {"td", "th"} and "".join(walk.pieces).strip():
                walk.pieces.append(" | ")
            walk.add(element.text, places[-1])


def _below(here: _Place, element: "_Element", number: int) -> _Place:
    """The place of an element within that of its parent."""
    tag = element.tag
    part = part_of(element)
    hides = is_hidden(element)
    named = tag if tag in _NAMED or (tag in _BLOCKS and here.named not in _NAMED) else here.named
    return _Place(
        tag,
        named,
        (*here.homes, number) if tag in _BLOCKS and not here.has_row else here.homes,
        (*here.boxes, Box(number, part)) if part else here.boxes,
        here.is_hidden or (hides and tag in _BLOCKS),
        here.is_link or tag == "a",
        here.has_row or (tag == "tr" and _is_row(element)),
        here.is_aside or (hides and tag not in _BLOCKS),
    )


def _parting(element: "_Element") -> str:
    """What parts an element from the next where only the layout does.

    Links side by side are the entries of a menu, and bold words on a line of their own a heading.
    """
    beside = element.getnext()
    if beside is None or (element.tail or "").strip():
        return ""
    if element.tag == beside.tag == "a":
        return " "
    return "\n\n" if element.tag in _BOLD and beside.tag == "br" and _starts_line(element) else ""


def _starts_line(element: "_Element") -> bool:
    before = element.getprevious()
    above = element.getparent().text if before is None else before.tail if before.tag == "br" else "no"
    return not (above or "").strip()


def _is_row(element: "_Element") -> bool:
    """Whether a row of a table holds figures and names, and not the text of a page that is laid out by tables."""
    if next(element.iter(*_IN_CELLS), None) is not None:
        return False
    cells = ["".join(cell.itertext()) for cell in element.iter("td", "th")]
    return len(cells) > 1 and all(len(cell.split()) <= _LONGEST_CELL for cell in cells)


def _lines(raw: str, named: str) -> list[str]:
    """The lines of a block; line breaks that only hold a width part nothing, nor do those of a heading."""
    text = clean.blanks(clean.characters(raw))
    return [" ".join(text.split())] if named in HEADINGS else [line for line in unwrap(text).split("\n") if line]
