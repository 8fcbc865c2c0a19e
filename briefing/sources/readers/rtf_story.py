"""Step 1, reading: the paragraphs of a Rich Text document, or of a note or a box in it, as they are met → lines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from briefing.sources.draft import Line
from briefing.sources.readers.passages import BULLETED, CONTENTS, HEADING, PLAIN, Piece, Role, dropped, paragraph, row
from briefing.sources.shape import is_sentence

_BODY_LEVEL = 9


@dataclass(slots=True)
class Story:
    """Text that is read by itself.

    Args:
        kind: what it is by the control word that begins it: `rtf` for the document's own.
        lines: those of its finished paragraphs.
        pieces: what the paragraph says that is being read; `named` is what its style makes of it, `is_listed` whether
            it is an entry of a list, `is_cell` whether it stands in a table.
        number: of the style that it is, where it is the name of one.
    """

    kind: str
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    named: Role = PLAIN
    is_listed: bool = False
    is_cell: bool = False
    number: int = 0
    _cell: list[Line] = field(default_factory=list)
    _cells: list[list[Line]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What the paragraph says, without what stands apart."""
        return "".join(one for one in self.pieces if isinstance(one, str))

    def begin(self, _number: int = 0) -> None:
        """Let the next paragraph be a plain one."""
        self.named, self.is_listed, self.is_cell = PLAIN, False, False

    def style(self, number: int, role: Role) -> None:
        """Take a style of the paragraph, and what that makes of it."""
        self.number, self.named = number, role

    def listed(self, number: int) -> None:
        """Take the list to which the paragraph belongs."""
        self.is_listed = number > 0

    def in_cell(self, _number: int = 0) -> None:
        """Let the paragraph stand in a table."""
        self.is_cell = True

    def level(self, number: int) -> None:
        """Take the outline level of the paragraph."""
        if self.named == PLAIN and number < _BODY_LEVEL:
            self.named = HEADING

    def end_paragraph(self, *, in_contents: bool = False) -> None:
        """Finish the paragraph that is being read."""
        role = BULLETED if self.named == PLAIN and self.is_listed else self.named
        lines = list(paragraph(self.pieces, role))
        self.pieces = []
        if not self.is_cell:
            self.end_row()
        for line in lines:
            is_entry = in_contents and not is_sentence(line.text)
            (self._cell if self.is_cell else self.lines).extend(dropped(line.text, CONTENTS) if is_entry else (line,))

    def end_cell(self, _number: int = 0) -> None:
        """Finish a cell of a table."""
        self.is_cell = True
        self.end_paragraph()
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self, _number: int = 0) -> None:
        """Finish a row of a table."""
        if self._cell:
            self._cells.append(self._cell)
        self.lines += row(self._cells) if self._cells else ()
        self._cell, self._cells = [], []

    def end(self) -> list[Line]:
        """Finish the text."""
        self.end_paragraph()
        self.end_row()
        return self.lines


ENDS = frozenset({"par", "sect", "page", "nestcell"})
"""Control words that end a paragraph."""
LAYOUT: Mapping[str, Callable[[Story, int], None]] = {
    "pard": Story.begin,
    "cell": Story.end_cell,
    "row": Story.end_row,
    "outlinelevel": Story.level,
    "ls": Story.listed,
    "intbl": Story.in_cell,
}
"""Control words that say what a paragraph is, or end what it stands in."""
