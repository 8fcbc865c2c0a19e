"""Step 5, rendering: the rows of a `View` as paragraphs and tables of a Word file.

In: a `View`, and a place in the template. Out: the template with blocks there. A
row becomes blocks in the template's styles, in the order and with the numbers of
the view.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from briefing.model import Skipped
from briefing.render.counting import Pieces
from briefing.render.docx.comments import Comments
from briefing.render.docx.footnotes import Footnotes
from briefing.render.docx.parts import add_bookmark, add_link, last_bookmark, mark_language, runs_leftwards, turn
from briefing.render.docx.tables import (
    describe_table,
    keep_whole,
    keep_with_next,
    repeat_on_each_page,
    room_at,
    set_widths,
)
from briefing.render.view import (
    ActorRow,
    Actors,
    Annex,
    AnswerRow,
    Bullets,
    Cite,
    Contact,
    CountRow,
    DisagreementRow,
    Disagreements,
    EssentialRow,
    Essentials,
    EventRow,
    Excerpt,
    FigureRow,
    Figures,
    Glossary,
    GlossaryRow,
    Line,
    Practice,
    Prose,
    Question,
    QuotedSource,
    Quotes,
    Row,
    Rows,
    SectionView,
    SourceList,
    SourceRow,
    Speech,
    Timeline,
    View,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

T = TypeVar("T")

_ACTOR_SHARES = (0.36, 0.14, 0.38, 0.12)
_EVENT_SHARES = (0.183, 0.817)
_FIGURE_SHARES = (0.24, 0.54, 0.22)
_TERM_SHARES = (0.3, 0.7)
_QUESTION_SHARES = (0.75, 0.25)


class Writer:
    """Writes blocks at a place of the document; one method for each kind of body.

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
        self._words = shown.words
        self._language = shown.language
        self._bookmarks = count(last_bookmark(document.element) + 1)
        self._place: BaseOxmlElement = document.element.body

    def at(self, place: "BaseOxmlElement") -> None:
        """Write before this element from now on."""
        self._place = place

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Write what a reader must know first, name and value."""
        for name, value in facts:
            block = self._add("", "Fact")
            block.add_run(name, style="Fact Name")
            block.add_run(f"\t{value}")

    def section(self, section: SectionView) -> None:  # noqa: C901
        """Write a section with its heading."""
        self._add(section.heading, "Boxed Heading" if section.boxed else "Heading 1")
        bullet = "Boxed Bullet" if section.boxed else "List Bullet"
        match section.body:
            case None if not section.differences:
                self._add(self._words.nothing, bullet if section.boxed else "Remark")
            case Bullets(lines):
                self._bullets(lines, bullet)
            case Prose(paragraphs):
                self._prose(paragraphs)
            case Essentials() | Quotes() | Contact():
                self._press(section.body)
            case Actors(rows, more):
                self._table(self._words.actors, _ACTOR_SHARES, rows, self._actor, name=section.heading, more=more)
            case Timeline(events, more):
                self._table(self._words.timeline, _EVENT_SHARES, events, self._event, name=section.heading, more=more)
            case Figures(figures, more):
                self._figures(figures, name=section.heading, more=more)
            case Disagreements(disagreements, more):
                self._disagreements(disagreements, more)
            case Rows() | SourceList(compact=True) as compact:
                self._compact(compact)
            case SourceList(cited, uncited, skipped):
                self._sources(cited, uncited, skipped)
            case Annex(sources):
                self._annex(sources)
            case Glossary() | Practice() as other:
                self._for_learners(other, section.heading)
        self._differences(section.differences)

    def _add(self, text: str, style: str) -> "Paragraph":
        from docx.text.paragraph import Paragraph

        return Paragraph(self._place, self._document).insert_paragraph_before(text, style)

    def _bullets(self, lines: Iterable[Line], style: str) -> "list[Paragraph]":
        blocks = []
        for line in lines:
            blocks.append(self._add("", style))
            self._write(blocks[-1], line)
        return blocks

    def _prose(self, paragraphs: Iterable[Iterable[Line]]) -> None:
        for lines in paragraphs:
            block = self._add("", "Body Text")
            for position, line in enumerate(lines):
                if position:
                    block.add_run(" ")
                self._write(block, line)

    def _press(self, body: Essentials | Quotes | Contact) -> None:
        match body:
            case Essentials(questions):
                self._essentials(questions)
            case Quotes(speeches):
                self._quotes(speeches)
            case Contact(lines):
                for line in lines:
                    self._add(line, "Contact")

    def _essentials(self, rows: Iterable[EssentialRow]) -> None:
        for row in rows:
            block = self._add("", "Fact")
            block.add_run(row.question, style="Fact Name")
            block.add_run("\t")
            for position, answer in enumerate(row.answers):
                block.add_run(self._words.between if position else "")
                self._answer(block, answer)
            if not row.answers:
                block.add_run(self._words.not_stated, style="Mark")
            if row.remark:
                block.add_run(f" {row.remark}", style="Mark")

    def _answer(self, block: "Paragraph", row: AnswerRow) -> None:
        if row.when:
            block.add_run(f"{row.when}, ")
        self._write(block, row.line)
        if row.role:
            block.add_run(", ")
            self._write(block, row.role)

    def _quotes(self, rows: Iterable[Speech]) -> None:
        for row in rows:
            block = self._add("", "Speaker")
            self._parts(block, ((row.speaker, row.language),), "Label" if row.named else "Mark")
            if row.role:
                block.add_run(", ")
                self._write(block, row.role)
            for line in row.lines:
                self._write(self._add("", "Quote"), line)

    def _more(self, more: str) -> None:
        if more:
            self._add(more, "Remark")

    def _table(
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
            _first(cell, "Table Head").add_run(head)
        repeat_on_each_page(table.rows[0])
        for row in rows:
            added = table.add_row()
            keep_whole(added)
            fill(added.cells, row)
        set_widths(table, shares, room_at(self._place))
        if more:
            keep_with_next(table.rows[-1])
            self._add(more, "Remark")

    def _actor(self, cells: "Sequence[_Cell]", row: ActorRow) -> None:
        name, kind, role, named = cells
        _first(name, "Table Text").add_run(row.name, style="Label")
        if row.aliases:
            name.paragraphs[0].add_run(f" {self._words.also} {row.aliases}", style="Mark")
        _first(kind, "Table Text").add_run(row.kind)
        if row.role:
            self._write(_first(role, "Table Text"), row.role)
        else:
            _first(role, "Table Text").add_run(self._words.not_stated, style="Mark")
        _write_cites(_first(named, "Table Text"), row.cites, "Hyperlink", ", ")

    def _event(self, cells: "Sequence[_Cell]", row: EventRow) -> None:
        when, what = cells
        self._parts(_first(when, "Table Text"), ((row.when, row.language),), "Label" if row.resolved else "Mark")
        self._write(_first(what, "Table Quote"), row.line)

    def _figures(self, rows: Sequence[FigureRow], *, name: str, more: str) -> None:
        counts = [(row if not place else None, one) for row in rows for place, one in enumerate(row.counts)]
        self._table(self._words.figures, _FIGURE_SHARES, counts, self._count, name=name, more=more)

    def _count(self, cells: "Sequence[_Cell]", told: tuple[FigureRow | None, CountRow]) -> None:
        row, count = told
        about, number, published = cells
        self._parts(_first(about, "Table Text"), row.pieces if row else (), "Label")
        self._write(_first(number, "Table Quote"), count.line)
        _first(published, "Table Text").add_run(count.published)

    def _differences(self, rows: Sequence[DisagreementRow]) -> None:
        if rows:
            self._add(self._words.differing, "Remark").paragraph_format.keep_with_next = True
            self._disagreements(rows)

    def _for_learners(self, body: Glossary | Practice, name: str) -> None:
        if isinstance(body, Glossary):
            self._table(self._words.glossary, _TERM_SHARES, body.rows, self._term, name=name, more=body.more)
        else:
            self._practice(body, name)

    def _term(self, cells: "Sequence[_Cell]", row: GlossaryRow) -> None:
        name, told = cells
        self._parts(_first(name, "Table Text"), ((row.name, row.language),), "Label")
        for position, line in enumerate(row.told):
            self._write(told.add_paragraph("", "Table Quote") if position else _first(told, "Table Quote"), line)

    def _practice(self, body: Practice, name: str) -> None:
        if body.dates:
            self._table(self._words.practice, _QUESTION_SHARES, body.dates, self._question, name=name, more="")
        if body.gaps:
            self._add(self._words.gaps, "Heading 2")
        for question in body.gaps:
            self._ask(self._add("", "Body Text"), question)
        self._add(self._words.answers, "Heading 2")
        block = self._add("", "Body Text")
        for position, question in enumerate(body.questions):
            block.add_run(f"{'  ' if position else ''}{question.letter}", style="Label")
            block.add_run("\u00a0")
            self._write(block, question.answer)

    def _question(self, cells: "Sequence[_Cell]", row: Question) -> None:
        asked, _ = cells
        self._ask(_first(asked, "Table Quote"), row)

    def _ask(self, block: "Paragraph", question: Question) -> None:
        block.add_run(question.letter, style="Label")
        block.add_run(" ")
        self._parts(block, ((question.text, question.language),), None)

    def _disagreements(self, rows: Iterable[DisagreementRow], more: str = "") -> None:
        for row in rows:
            block = self._add("", "Heading 2")
            self._parts(block, row.pieces, None)
            block.add_run(" ")
            block.add_run(row.kind, style="Mark")
            for version in self._bullets(row.versions, "List Bullet")[:-1]:
                version.paragraph_format.keep_with_next = True
        self._more(more)

    def _compact(self, body: Rows | SourceList) -> None:
        if isinstance(body, Rows):
            self._rows(body.rows)
        else:
            self._compact_sources(body.cited, run_on=body.run_on)
        self._more(body.more)

    def _rows(self, rows: Iterable[Row]) -> None:
        """Write a line for each row; what stands at its end is flush right, by the style's tab."""
        for row in rows:
            block = self._add("", "Table Text")
            self._parts(block, row.pieces, "Mark" if row.quiet else "Label")
            for position, line in enumerate(row.lines):
                block.add_run(" / " if position else " ", style="Mark")
                self._write(block, line)
            if row.cites:
                block.add_run("\t")
                _write_cites(block, row.cites, "Hyperlink", ", ")

    def _compact_sources(self, rows: Iterable[SourceRow], *, run_on: bool) -> None:
        """Write a line for each source, or all of them one behind the other."""
        for position, row in enumerate(rows):
            behind = run_on and position
            if not behind:
                block = self._add("", "Source")
            self._numbered(block, row, *("  ", " ") if behind else ())
            block.add_run(f" {' · '.join(row.imprint)}", style="Mark")

    def _numbered(self, block: "Paragraph", row: SourceRow, before: str = "\t", between: str = "\t") -> None:
        """Write the number of a source, where citations lead, and its title; the style's tabs align them."""
        number = block.add_run(f"{before}{row.number}", style="Source Number")
        if row.anchor:
            add_bookmark([number], row.anchor, next(self._bookmarks))
        self._title(block, row, between)

    def _sources(self, cited: Iterable[SourceRow], uncited: Iterable[SourceRow], skipped: Iterable[Skipped]) -> None:
        for row in cited:
            self._source(row)
        for position, row in enumerate(uncited):
            if not position:
                self._add(self._words.uncited, "Source Heading")
            self._source(row)
        for position, file in enumerate(skipped):
            if not position:
                self._add(self._words.skipped, "Source Heading")
            self._add(f"{file.path} · {file.reason}", "Source Detail")

    def _source(self, row: SourceRow) -> None:
        self._numbered(self._add("", "Source"), row)
        self._add(" · ".join((*row.imprint, *row.remarks)), "Source Detail")
        if row.passages:
            block = self._add(self._words.quoted, "Source Detail")
            for passage in row.passages:
                block.add_run(f" {self._words.paragraph}\u00a0{passage.paragraph} ", style="Source Number")
                self._parts(block, ((passage.words, row.language),), None)

    def _title(self, head: "Paragraph", row: SourceRow | QuotedSource, between: str = "\t") -> None:
        head.add_run(between)
        title = head.add_run(row.title, style="Label" if row.titled else "Mark")
        if row.titled:
            self._in_language(title, row.language)

    def _parts(self, block: "Paragraph", pieces: Pieces, style: str | None) -> None:
        for text, language in pieces:
            self._in_language(block.add_run(text, style=style), language)

    def _in_language(self, run: "Run", language: str) -> None:
        if language not in {"", self._language}:
            mark_language(run, language)

    def _annex(self, sources: Iterable[QuotedSource]) -> None:
        for source in sources:
            head = self._add("", "Source")
            head.add_run("\t")
            add_link(head, source.number, source.target, "Source Number")
            self._title(head, source)
            self._add(" · ".join(source.imprint), "Source Detail").paragraph_format.keep_with_next = True
            for excerpt in source.excerpts:
                self._excerpt(excerpt, source.language)

    def _excerpt(self, excerpt: Excerpt, language: str) -> None:
        block = self._add("", "Passage")
        block.add_run(f"{self._words.paragraph}\u00a0{excerpt.paragraph} ", style="Source Number")
        for piece in excerpt.pieces:
            run = block.add_run(piece.text, style=None if piece.anchor else "Context")
            self._in_language(run, language)
            if piece.anchor:
                add_bookmark([run], piece.anchor, next(self._bookmarks))
        if runs_leftwards("".join(piece.text for piece in excerpt.pieces)):
            turn(block)

    def _write(self, block: "Paragraph", line: Line) -> None:
        if line.label:
            self._in_language(block.add_run(line.label, style="Label"), line.language)
            block.add_run(" ")
        runs = [block.add_run(words, style="Mark" if explains else None) for words, explains in line.pieces]
        for run in runs:
            self._in_language(run, line.language)
        # LibreOffice mixes up all notes where a comment stands between the first and the second.
        behind = self._notes is not None and self._notes.begun
        if not behind:
            self._comment(runs, line)
        self._cite(block, line)
        if behind:
            self._comment([*runs, block.runs[-1]], line)
        for mark in line.marks:
            block.add_run(" ")
            block.add_run(mark, style="Mark")

    def _comment(self, runs: "Sequence[Run]", line: Line) -> None:
        if self._comments:
            self._comments.add(runs, line)

    def _cite(self, block: "Paragraph", line: Line) -> None:
        if self._notes is None:
            _write_cites(block, line.cites, "Citation", line.between)
        elif line.cites:
            self._notes.add(block, line.cites)


def _first(cell: "_Cell", style: str) -> "Paragraph":
    """The first paragraph of a cell, in a style."""
    block: Paragraph = cell.paragraphs[0]
    block.style = style
    return block


def _write_cites(block: "Paragraph", cites: Iterable[Cite], style: str, between: str) -> None:
    for position, cite in enumerate(cites):
        if position:
            block.add_run(between, style=style)
        add_link(block, cite.text, cite.target, style)
