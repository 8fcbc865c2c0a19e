"""Step 5, rendering: tables of a Word file, and what a reader may practise.

In: the bodies of a `View` that are tables. Out: tables, their rows filled in the
order and with the numbers of the view.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.render.docx.parts import add_words
from briefing.render.docx.pen import Pen, first, write_cites
from briefing.render.view import (
    ActorRow,
    Actors,
    CountRow,
    EventRow,
    FigureRow,
    Figures,
    Glossary,
    GlossaryRow,
    Practice,
    Question,
    Timeline,
)

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_ACTOR_SHARES = (0.36, 0.14, 0.38, 0.12)
_EVENT_SHARES = (0.183, 0.817)
_FIGURE_SHARES = (0.24, 0.54, 0.22)
_TERM_SHARES = (0.3, 0.7)
_QUESTION_SHARES = (0.75, 0.25)


def write_actors(pen: Pen, body: Actors, name: str) -> None:
    """Write who acts, as a table of this name."""
    pen.table(pen.words.actors, _ACTOR_SHARES, body.rows, partial(_actor, pen), name=name, more=body.more)


def _actor(pen: Pen, cells: "Sequence[_Cell]", row: ActorRow) -> None:
    name, kind, role, named = cells
    add_words(first(name, "Table Text"), row.name, "Label")
    if row.aliases:
        add_words(name.paragraphs[0], f" {pen.words.also} {row.aliases}", "Mark")
    first(kind, "Table Text").add_run(row.kind)
    if row.role:
        pen.write(first(role, "Table Text"), row.role)
    else:
        add_words(first(role, "Table Text"), pen.words.not_stated, "Mark")
    write_cites(first(named, "Table Text"), row.cites, "Hyperlink", ", ")


def write_timeline(pen: Pen, body: Timeline, name: str) -> None:
    """Write what happened when, as a table of this name."""
    pen.table(pen.words.timeline, _EVENT_SHARES, body.rows, partial(_event, pen), name=name, more=body.more)


def _event(pen: Pen, cells: "Sequence[_Cell]", row: EventRow) -> None:
    when, what = cells
    pen.parts(first(when, "Table Text"), ((row.when, row.language),), "Label" if row.resolved else "Mark")
    pen.write(first(what, "Table Quote"), row.line)


def write_figures(pen: Pen, body: Figures, name: str) -> None:
    """Write how many, as a table of this name; what is counted stands beside the first number alone."""
    counts = [(row if not place else None, one) for row in body.rows for place, one in enumerate(row.counts)]
    pen.table(pen.words.figures, _FIGURE_SHARES, counts, partial(_count, pen), name=name, more=body.more)


def _count(pen: Pen, cells: "Sequence[_Cell]", told: tuple[FigureRow | None, CountRow]) -> None:
    row, count = told
    about, number, published = cells
    pen.parts(first(about, "Table Text"), row.pieces if row else (), "Label")
    pen.write(first(number, "Table Quote"), count.line)
    first(published, "Table Text").add_run(count.published)


def write_glossary(pen: Pen, body: Glossary, name: str) -> None:
    """Write names with what they are, as a table of this name."""
    pen.table(pen.words.glossary, _TERM_SHARES, body.rows, partial(_term, pen), name=name, more=body.more)


def _term(pen: Pen, cells: "Sequence[_Cell]", row: GlossaryRow) -> None:
    name, told = cells
    pen.parts(first(name, "Table Text"), ((row.name, row.language),), "Label")
    for position, line in enumerate(row.told):
        pen.write(told.add_paragraph("", "Table Quote") if position else first(told, "Table Quote"), line)


def write_practice(pen: Pen, body: Practice, name: str) -> None:
    """Write the questions, and the answers behind them."""
    if body.dates:
        pen.table(pen.words.practice, _QUESTION_SHARES, body.dates, partial(_question, pen), name=name, more="")
    if body.gaps:
        pen.add(pen.words.gaps, "Heading 2")
    for question in body.gaps:
        _ask(pen, pen.add("", "Body Text"), question)
    pen.add(pen.words.answers, "Heading 2")
    block = pen.add("", "Body Text")
    for position, question in enumerate(body.questions):
        add_words(block, f"{'  ' if position else ''}{question.letter}", "Label")
        block.add_run("\u00a0")
        pen.write(block, question.answer)


def _question(pen: Pen, cells: "Sequence[_Cell]", row: Question) -> None:
    asked, _ = cells
    _ask(pen, first(asked, "Table Quote"), row)


def _ask(pen: Pen, block: "Paragraph", question: Question) -> None:
    add_words(block, question.letter, "Label")
    block.add_run(" ")
    pen.parts(block, ((question.text, question.language),), None)
