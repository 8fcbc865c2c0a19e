"""Step 1, reading: rows in reading order → paragraphs.

A paragraph ends where the distance to the next row grows, the font changes, the
next row is indented or a list's entry, or its first word would still have
fitted. At the end of a column or a page it goes on unless something says not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.sources.readers.pdf.shapes import Row
from briefing.sources.shape import BULLET, ends_like_sentence, is_sentence

MARKER = re.compile(r"[\[(]?\d{1,3}[\]).]?\s+(?=\S)|[*†‡§¹²³]+\s*(?=\S)")
"""What a note at the foot of a page begins with."""
_INDENT = 0.7
"""Ems by which the first line of a paragraph is set in, at the least."""
_SPACED = 1.25
"""Times the usual distance of two rows, from which on it parts paragraphs."""
_FAR = 1.6
"""The same within a sentence; a raised number can push rows apart."""
_LARGER = 1.12
"""Times the size of the body, from which on a line is a heading."""
_FULL = 0.15
"""Ems that are left of a line, at the most, which fills its column."""
_JUSTIFIED = 0.6
"""Of the lines, which fill their columns where text is justified."""
_LONGEST_HEADING = 30
"""Words."""


@dataclass(frozen=True, slots=True)
class Style:
    """What is usual in a document: the size of its text, whether it is bold, and the distance of rows in sizes.

    `room` is what is left of a line at the least, in ems, where it ends a paragraph; less where text is justified.
    """

    size: float
    bold: bool
    leading: float
    room: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows that belong together; `is_note` at the foot of a page, with a `reason` if they are no text to quote."""

    rows: tuple[Row, ...]
    is_note: bool = False
    reason: str | None = None

    @property
    def page(self) -> int:
        """The number of the page on which it begins."""
        return self.rows[0].page


def style_of(rows: Sequence[Row]) -> Style:
    """What is usual in a document."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for row in rows:
        sizes[round(row.size, 1), row.bold] += len(row.text)
    size, bold = max(sizes, key=lambda one: (sizes[one], one), default=(10.0, False))
    steps = Counter(
        round((above.first.base - row.first.base) / row.size, 1)
        for above, row in pairwise(rows)
        if _is_below(above, row) and above.size == row.size == size
    )
    near = {step: count for step, count in steps.items() if 0.8 <= step <= 2.6}
    full = sum(row.right - row.last.right < _FULL * row.size for row in rows)
    room = 0.5 if full > _JUSTIFIED * len(rows) else 1.5
    return Style(size, bold, max(near, key=lambda step: (near[step], -step), default=1.2), room)


def paragraphs(rows: Iterable[Row], style: Style, *, is_note: bool = False) -> list[Paragraph]:
    """The paragraphs of a text."""
    found: list[list[Row]] = []
    for row in rows:
        is_marked = is_note and MARKER.match(row.text)
        if found and not is_marked and not _begins(row, found[-1], style):
            found[-1].append(row)
        else:
            found.append([row])
    return [Paragraph(tuple(one), is_note=is_note) for one in found]


def is_heading(paragraph: Paragraph, text: str, style: Style) -> bool:
    """Whether type sets a paragraph off as a heading."""
    if paragraph.is_note or len(text.split()) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    if paragraph.rows[0].size > _LARGER * style.size:
        return not is_sentence(text) or paragraph.rows[0].size > 1.5 * style.size
    is_bold = not style.bold and all(row.bold for row in paragraph.rows)
    return is_bold and paragraph.rows[0].size > 0.95 * style.size and not ends_like_sentence(text)


def _begins(row: Row, above: Sequence[Row], style: Style) -> bool:
    """Whether a paragraph begins with a row."""
    last = above[-1]
    if (
        _differs(row, last)
        or (row.page, row.first.base) == (last.page, last.first.base)
        or _is_entry(row, above, style)
    ):
        return True
    if not _is_below(last, row):
        return not _runs_over(last, row, style)
    usual = style.leading * (1 if row.size <= _LARGER * style.size else 1.15)
    goes_on = last.text.endswith("-") or (row.text[0].islower() and not ends_like_sentence(last.text))
    if last.first.base - row.first.base > (_FAR if goes_on else _SPACED) * usual * row.size:
        return True
    if goes_on or row.size > _LARGER * style.size:
        return False
    return _is_set_in(row, above) or _would_have_fitted(row, last, style)


def _is_entry(row: Row, above: Sequence[Row], style: Style) -> bool:
    """Whether an entry of a list begins with a row; `20. The` may as well go on from “on November” outside of one."""
    if not BULLET.match(row.text):
        return False
    goes_on = above[-1].text[-1].isalnum() and not BULLET.match(above[0].text)
    return not (row.text[0].isdigit() and goes_on) or _would_have_fitted(row, above[-1], style)


def _differs(row: Row, above: Row) -> bool:
    is_resized = abs(row.size - above.size) > 0.06 * max(row.size, above.size)
    return is_resized or (row.bold != above.bold and not (row.text[0].islower() and above.text[-1].isalnum()))


def _is_below(above: Row, row: Row) -> bool:
    """Whether a row stands below another in one column of a page."""
    is_column = row.page == above.page and row.left < above.last.right and above.left < row.last.right
    return is_column and row.first.base < above.first.base


def _runs_over(last: Row, row: Row, style: Style) -> bool:
    """Whether a text goes on from the end of a column or page at the head of the next."""
    if row.text[0].islower():
        return True
    is_set_in = row.first.left - row.left > _INDENT * row.size
    return not (
        is_set_in or ends_like_sentence(last.text) or last.text.endswith(":") or _would_have_fitted(row, last, style)
    )


def _is_set_in(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is set in from the one above; the rows of a list's entry are, and begin nothing."""
    step = row.first.left - above[-1].first.left
    if step > _INDENT * row.size:
        return not (len(above) == 1 and BULLET.match(above[0].text))
    return step < -_INDENT * row.size and len(above) > 1


def _would_have_fitted(row: Row, above: Row, style: Style) -> bool:
    """Whether there was room for the first word of a row in the one above."""
    word = row.first.text.split()[0]
    width = (row.first.right - row.first.left) * len(word) / len(row.first.text)
    return above.right - above.last.right > width + style.room * row.size
