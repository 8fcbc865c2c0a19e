"""Step 5, rendering: what writes lines and tables at a place of a Word file.

In: a `View`, and a place in the template. Out: paragraphs and tables there, in the
template's styles. What a section is made of is said elsewhere.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from briefing.render.counting import Pieces
from briefing.render.docx.comments import Comments
from briefing.render.docx.footnotes import Footnotes
from briefing.render.docx.parts import add_bookmark, add_link, add_words, last_bookmark, mark_language, set_style
from briefing.render.docx.tables import (
    describe_table,
    keep_ends,
    keep_whole,
    keep_with_next,
    repeat_on_each_page,
    room_at,
    set_widths,
)
from briefing.render.view import Cite, Line, View

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

T = TypeVar("T")


class Pen:
    """Writes at a place of the document.

    Args:
        document: the template, with all styles that are named here.
        shown: what is written, for its own words and its language.
        notes: takes the citations; without it they are raised numbers.
        comments: takes what an editor asks, where that is wanted.
    """

    def __init__(self, document: "Document", shown: View, notes: Footnotes | None, comments: Comments | None) -> None:
        self._document = document
        self._notes = notes
        self._comments = comments
        self.words = shown.words
        self._language = shown.language
        self._bookmarks = count(last_bookmark(document.element) + 1)
        self._place: BaseOxmlElement = document.element.body

    def at(self, place: "BaseOxmlElement") -> None:
        """Write before this element from now on."""
        self._place = place

    def add(self, text: str, style: str) -> "Paragraph":
        """Add a paragraph."""
        from docx.text.paragraph import Paragraph

        block = Paragraph(self._place, self._document).insert_paragraph_before(text)
        set_style(block, style)
        return block

    def bullets(self, lines: Iterable[Line], style: str) -> "list[Paragraph]":
        """Add a paragraph for each line."""
        blocks = []
        for line in lines:
            blocks.append(self.add("", style))
            self.write(blocks[-1], line)
        return blocks

    def more(self, more: str) -> None:
        """Add what a table leaves out, if anything."""
        if more:
            self.add(more, "Remark")

    def table(
        self,
        heads: Sequence[str],
        shares: Sequence[float],
        rows: Iterable[T],
        fill: "Callable[[Sequence[_Cell], T], None]",
        *,
        name: str,
        more: str,
    ) -> None:
        """Add a table with a head that every page repeats, and fill it row by row."""
        table = self._document.add_table(rows=1, cols=len(heads), style="Brief Table")
        self._place.addprevious(table._tbl)  # noqa: SLF001  python-docx adds tables at the end only
        describe_table(table, name)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            first(cell, "Table Head").add_run(head)
        repeat_on_each_page(table.rows[0])
        for row in rows:
            added = table.add_row()
            keep_whole(added)
            fill(added.cells, row)
        set_widths(table, shares, room_at(self._place))
        keep_ends(table)
        if more:
            keep_with_next(table.rows[-1])
        self.more(more)

    def in_language(self, run: "Run", language: str) -> None:
        """Mark words that are in another language than the document."""
        if language not in {"", self._language}:
            mark_language(run, language)

    def parts(self, block: "Paragraph", pieces: Pieces, style: str | None) -> None:
        """Write words that may be in several languages."""
        for text, language in pieces:
            self.in_language(add_words(block, text, style), language)

    def bookmark(self, run: "Run", anchor: str) -> None:
        """Let a citation lead to these words."""
        add_bookmark([run], anchor, next(self._bookmarks))

    def write(self, block: "Paragraph", line: Line) -> None:
        """Write a line at the end of a paragraph."""
        if line.label:
            self.in_language(add_words(block, line.label, "Label"), line.language)
            block.add_run(" ")
        runs = [add_words(block, words, "Mark" if explains else None) for words, explains in line.pieces]
        for run in runs:
            self.in_language(run, line.language)
        # LibreOffice mixes up all notes where a comment stands between the first and the second.
        behind = self._notes is not None and self._notes.begun
        if not behind:
            self._comment(runs, line)
        self._cite(block, line)
        if behind:
            self._comment([*runs, block.runs[-1]], line)
        for mark in line.marks:
            block.add_run(" ")
            add_words(block, mark, "Mark")

    def _comment(self, runs: "Sequence[Run]", line: Line) -> None:
        if self._comments:
            self._comments.add(runs, line)

    def _cite(self, block: "Paragraph", line: Line) -> None:
        if self._notes is None:
            write_cites(block, line.cites, "Citation", line.between)
        elif line.cites:
            self._notes.add(block, line.cites)


def first(cell: "_Cell", style: str) -> "Paragraph":
    """The first paragraph of a cell, in a style."""
    block: Paragraph = cell.paragraphs[0]
    set_style(block, style)
    return block


def write_cites(block: "Paragraph", cites: Iterable[Cite], style: str, between: str) -> None:
    """Write numbers that lead to the passages."""
    for position, cite in enumerate(cites):
        if position:
            add_words(block, between, style)
        add_link(block, cite.text, cite.target, style)
