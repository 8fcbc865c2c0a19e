"""Step 1, reading: rows → paragraphs, with the rows of tables apart.

Two rows in succession with wide gaps in them are a table, unless sentences stand there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.sources.readers.pdf.paragraphs import Paragraph, Style, paragraphs
from briefing.sources.readers.pdf.shapes import Row
from briefing.sources.shape import BULLET, is_sentence

_LEADERS = re.compile(r"(?:\.\s?){5,}\s*[\divxl]*$")
"""The dots that lead from a chapter to the number of its page."""


def with_tables(rows: Sequence[Row], style: Style) -> list[Paragraph]:
    """The paragraphs of a text, and the rows of its tables each as one."""
    found: list[Paragraph] = []
    text: list[Row] = []
    for at, row in enumerate(rows):
        if reason := _reason(rows, at):
            found += [*paragraphs(text, style), Paragraph((row,), reason=reason)]
            text = []
        else:
            text += _parted(row)
    return [*found, *paragraphs(text, style)]


def _reason(rows: Sequence[Row], at: int) -> str | None:
    if _LEADERS.search(rows[at].text):
        return "table of contents"
    is_table = _has_cells(rows[at]) and any(_has_cells(other) for other in _neighbours(rows, at))
    return "table row" if is_table else None


def _neighbours(rows: Sequence[Row], at: int) -> Iterator[Row]:
    yield from (
        rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows) and rows[other].page == rows[at].page
    )


def _has_cells(row: Row) -> bool:
    is_entry = len(row.strips) == 2 and BULLET.match(f"{row.first.text} x")
    return len(row.strips) > 1 and not is_entry and not any(is_sentence(strip.text) for strip in row.strips)


def _parted(row: Row) -> Iterator[Row]:
    """What stands on one line with a gap is two lines, but for the mark of a list's entry."""
    if len(row.strips) > 1 and not BULLET.match(f"{row.first.text} x"):
        yield from (replace(row, strips=(strip,)) for strip in row.strips)
    else:
        yield row
