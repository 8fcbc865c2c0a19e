"""Step 1, reading: the elements of a Word file's body, a note or a page's head → lines.

Insertions that are tracked count as text, deletions do not. Of two forms of one thing,
such as a drawing and what older programs show for it, the first is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.sources.draft import Line
from briefing.sources.readers.docx_styles import Styles
from briefing.sources.readers.passages import CONTENTS, Piece, Role, Unseen, dropped, paragraph, row
from briefing.sources.readers.tree import Node, attribute, child, flat, local, under
from briefing.sources.shape import is_sentence

_UNREAD = frozenset({"del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr"})
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_LISTS = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
"""How the instruction of a field begins that lists what the file holds."""
_DEEPEST_FIELD = 20
"""Fields in fields that are told apart."""
_CONTENTS = "Table of Contents"
_PLACEHOLDER = Role(reason="placeholder")


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether what it shows has begun."""

    instruction: str = ""
    shows: bool = False


@dataclass(slots=True)
class Body:
    """A walk through a part; `open_fields` go on from one paragraph to the next.

    Args:
        styles: those of the file.
    """

    styles: Styles
    open_fields: list[_Field] = field(default_factory=list)

    def lines(self, parent: Node) -> Iterator[Line]:
        """The lines of the paragraphs and tables below an element."""
        for one in parent:
            name = local(one)
            if name == "p":
                yield from self._paragraph(one)
            elif name == "tbl":
                yield from self._table(one)
            elif name == "sdt" and _is_contents(one):
                yield from (each for line in self.lines(one) for each in dropped(line.text, CONTENTS))
            elif name not in _UNREAD:
                yield from self.lines(one)

    def _table(self, table: Node) -> Iterator[Line]:
        for each in under(table, {"tr"}, _WRAPPERS):
            yield from row([list(self.lines(cell)) for cell in under(each, {"tc"}, _WRAPPERS)])

    def _paragraph(self, element: Node) -> Iterator[Line]:
        role = self.styles.of_paragraph(child(element, "pPr"))
        lists = self._lists()
        pieces = list(self._pieces(element))
        for line in paragraph(pieces, role):
            is_entry = (lists or self._lists()) and not is_sentence(line.text)
            yield from dropped(line.text, CONTENTS) if is_entry and not line.reason else (line,)

    def _pieces(self, parent: Node) -> Iterator[Piece]:
        for one in parent:
            name = local(one)
            if name == "r":
                yield from self._run(one)
            elif name == "fldChar":
                self._turn(attribute(one, "fldCharType"))
            elif name == "instrText" and self.open_fields:
                self.open_fields[-1].instruction += one.text or ""
            elif name == "sdt" and child(child(one, "sdtPr"), "showingPlcHdr") is not None:
                yield from dropped("".join(one.itertext()), _PLACEHOLDER)
            elif name == "txbxContent":
                yield from self.lines(one)
            elif name == "t":
                yield flat(one.text)
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name not in _UNREAD:
                yield from self._pieces(one)

    def _run(self, run: Node) -> Iterator[Piece]:
        if any(attribute(one, "customMarkFollows") in {"1", "true", "on"} for one in run):
            return  # the mark of a note, typed by hand
        pieces = self._pieces(run)
        if self.styles.hides(child(run, "rPr")):
            yield from (Unseen(one) if isinstance(one, str) else one for one in pieces)
        else:
            yield from pieces

    def _turn(self, kind: str | None) -> None:
        if kind == "begin" and len(self.open_fields) < _DEEPEST_FIELD:
            self.open_fields.append(_Field())
        elif kind == "separate" and self.open_fields:
            self.open_fields[-1].shows = True
        elif kind == "end" and self.open_fields:
            self.open_fields.pop()

    def _lists(self) -> bool:
        return any(one.shows and _LISTS.match(one.instruction) for one in self.open_fields)


def _is_contents(block: Node) -> bool:
    gallery = child(child(child(block, "sdtPr"), "docPartObj"), "docPartGallery")
    return attribute(gallery, "val") == _CONTENTS
