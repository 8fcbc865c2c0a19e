"""Step 1, reading: the pages of a PDF document → the lines of a draft, each on its page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.model import Page as Turn
from briefing.sources.draft import Line
from briefing.sources.readers.pdf.columns import rows_of
from briefing.sources.readers.pdf.hyphens import Words
from briefing.sources.readers.pdf.paragraphs import MARKER, Paragraph, Style, is_heading, paragraphs, style_of
from briefing.sources.readers.pdf.running import parted
from briefing.sources.readers.pdf.shapes import Page, Row
from briefing.sources.readers.pdf.tables import with_tables
from briefing.sources.shape import is_sentence

_SMALLER = 0.93
"""Times the size of the body, up to which a note at the foot of a page is set."""
_TITLE = 1.2
"""Times the size of the body, from which on the largest line of the first page is the title."""


def lines_of(pages: Sequence[Page]) -> Iterator[Line]:
    """The lines of a document: of each page its head, what begins on it, its notes, its foot."""
    runs = list(parted(pages))
    rows = {run.page.number: rows_of(run.page) for run in runs}
    every = [row for page in rows.values() for row in page]
    style = style_of(every)
    notes = {number: _notes(page, style) for number, page in rows.items()}
    body = with_tables([row for number, page in rows.items() for row in page if row not in notes[number]], style)
    words = Words(row.text for row in every)
    title = _title(body, style)
    begun = {number: list(group) for number, group in groupby(body, key=lambda one: one.page)}
    made: list[tuple[int, Line]] = []
    for run in runs:
        number = run.page.number
        below = paragraphs(notes[number], style, is_note=True)
        told = [_line(one, words, style, is_title=one is title) for one in (*begun.get(number, ()), *below)]
        made += [(number, line) for line in (*_aside(run.heads), *told, *_aside((*run.feet, *run.page.aside)))]
    return _turned(made)


def _aside(texts: Iterable[tuple[str, str]]) -> Iterator[Line]:
    yield from (Line(text, gap=True, reason=reason) for text, reason in texts)


def _notes(rows: Sequence[Row], style: Style) -> list[Row]:
    """The notes at the feet of a page's columns."""
    found: list[Row] = []
    for _, group in groupby(rows, key=lambda row: (row.left, row.right)):
        column = list(group)
        small = next(
            (at for at in range(len(column), 0, -1) if column[at - 1].size > _SMALLER * style.size),
            0,
        )
        below = column[small:]
        first = next((at for at, row in enumerate(below) if MARKER.match(row.text)), len(below))
        found += below[first:]
    return found if len(found) < len(rows) else []


def _title(body: Sequence[Paragraph], style: Style) -> Paragraph | None:
    """The largest lines of the first page that has text."""
    first = [one for one in body if one.page == body[0].page and not one.reason]
    largest = max(first, key=lambda one: one.rows[0].size, default=None)
    return largest if largest and largest.rows[0].size >= _TITLE * style.size else None


def _line(paragraph: Paragraph, words: Words, style: Style, *, is_title: bool) -> Line:
    if paragraph.reason:
        text = " | ".join(strip.text for row in paragraph.rows for strip in row.strips)
        return Line(text, reason=paragraph.reason)
    text, starts = words.joined([row.text for row in paragraph.rows])
    before = [paragraph.page, *(row.page for row in paragraph.rows)]
    turns = tuple(
        Turn(row.page, start)
        for row, start, page in zip(paragraph.rows, starts, before, strict=False)
        if row.page != page
    )
    line = Line(text, gap=True, turns=turns)
    if paragraph.is_note:
        marker = MARKER.match(text)
        return replace(line, kind="paragraph", lead=marker.end() if marker else 0)
    if is_title and not is_sentence(text):
        return replace(line, kind="title")
    return replace(line, kind="heading") if is_heading(paragraph, text, style) else line


def _turned(lines: Iterable[tuple[int, Line]]) -> Iterator[Line]:
    """Each line with the page that begins with it, where the one before ended on another."""
    page = 0
    for number, line in lines:
        turns = line.turns if number == page else (Turn(number, 0), *line.turns)
        page = turns[-1].number if turns else page
        yield replace(line, turns=turns)
