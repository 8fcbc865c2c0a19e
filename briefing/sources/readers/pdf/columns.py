"""Step 1, reading: the strips of a page → its rows, column by column.

A gutter is a place that many gaps between neighbouring strips share, with running
text on both sides. What crosses it, such as a headline over two columns, parts
the page into bands, each of which is read column by column. The cells of a table
have too few words for a column, and stay together in their rows.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median

from briefing.sources.readers.pdf.shapes import Page, Row, Strip

_MOST_STRIPS = 1000
"""Strips of a page among which gutters are looked for; more are a drawing."""
_FEWEST_LINES = 3
"""Lines on each side of a gutter."""
_FEWEST_WORDS = 3
"""Words of a line of running text, at the least, in a narrow column."""
_IN_TURN = 6
"""Strips that are drawn on one side of a gutter before the other has its turn, at the least; tables go row by row."""
_GUTTER = 0.5
"""Width of a gutter, in ems."""
_FLUSH = 0.15
"""Ems by which the ends of justified lines may differ, and the gaps in one of them."""
_WIDEST_SPACE = 3
"""The same, of a gap."""
_LEVEL = 0.3
"""Ems by which strips of one row may differ in height."""


def rows_of(page: Page) -> list[Row]:
    """The rows of a page in the order in which people read them."""
    joined = _joined(page.strips)
    return [row for region in _regions(joined) for row in _rows(region, page.number)]


def levels(strips: Iterable[Strip]) -> list[list[Strip]]:
    """The strips by the line that they stand on, from the top down, each line from the left."""
    found: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: (-strip.base, strip.left)):
        if found and found[-1][0].base - strip.base < _LEVEL * strip.size:
            found[-1].append(strip)
        else:
            found.append([strip])
    return [sorted(level, key=lambda strip: strip.left) for level in found]


def _joined(strips: Sequence[Strip]) -> list[Strip]:
    """The strips from the top down, those that touch as one."""
    found: list[Strip] = []
    for level in levels(strips):
        found.append(level[0])
        for strip in level[1:]:
            if _touches(found[-1], strip):
                found[-1] = _united(found[-1], strip)
            else:
                found.append(strip)
    return found


def _touches(one: Strip, other: Strip) -> bool:
    return -0.2 * one.size < other.left - one.right < 0.45 * max(one.size, other.size)


def _united(one: Strip, other: Strip) -> Strip:
    space = " " * (other.left - one.right > 0.12 * one.size)
    larger = one if len(one.text) >= len(other.text) else other
    text = one.text + space + other.text
    drawn = min(one.drawn, other.drawn)
    return Strip(text, one.left, max(one.right, other.right), larger.base, larger.size, one.bold and other.bold, drawn)


def _regions(strips: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
    """The parts of a page that have one column each, in reading order."""
    gutter = _gutter(strips) if 2 * _FEWEST_LINES <= len(strips) <= _MOST_STRIPS else None
    parts = [strips] if gutter is None else list(_bands(strips, gutter))
    for part in parts:
        yield from _regions(part) if len(part) < len(strips) else [part]


def _bands(strips: Sequence[Strip], gutter: float) -> Iterator[list[Strip]]:
    """Columns of a band one behind the other; bands without a second column go on in the wide text around them."""
    crossing = [strip for strip in strips if strip.left < gutter < strip.right]
    edges = sorted({-strip.base for strip in crossing})
    bands: list[tuple[list[Strip], list[Strip], list[Strip]]] = [([], [], []) for _ in range(len(edges) + 1)]
    for strip in strips:
        side = 2 if strip.left < gutter < strip.right else int(strip.left >= gutter)
        bands[bisect_left(edges, -strip.base)][side].append(strip)
    wide: list[Strip] = []
    for lefts, rights, below in bands:
        if min(len(lefts), len(rights)) < _FEWEST_LINES:
            wide += [*lefts, *rights]
        else:
            yield from filter(None, [wide, lefts, rights])
            wide = []
        wide += below
    yield from filter(None, [wide])


def _gutter(strips: Sequence[Strip]) -> float | None:
    """Where the most gaps between neighbours are and the fewest strips cross, if columns stand on both sides."""
    gaps = list(_gaps(strips))
    best: tuple[float, float] | None = None
    for middle in sorted({(left + right) / 2 for left, right in gaps}):
        shared = [(left, right) for left, right in gaps if left < middle < right]
        if len(shared) < _FEWEST_LINES:
            continue
        place = (max(left for left, _ in shared) + min(right for _, right in shared)) / 2
        gain = len(shared) - sum(strip.left < place < strip.right for strip in strips) / 2
        if (best is None or gain > best[0]) and _parts_columns(strips, place):
            best = gain, place
    return best[1] if best else None


def _gaps(strips: Sequence[Strip]) -> Iterator[tuple[float, float]]:
    """The gap between each strip and its nearest neighbour to the right."""
    for at, strip in enumerate(strips):
        right = None
        for other in _beside(strips, at):
            if other.left >= strip.right + _GUTTER * strip.size and (right is None or other.left < right):
                right = other.left
        if right is not None:
            yield strip.right, right


def _beside(strips: Sequence[Strip], at: int) -> Iterator[Strip]:
    """The strips whose line is no further than half a line away; they are in order from the top."""
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(strips) and abs(strips[other].base - strips[at].base) <= 0.6 * strips[at].size:
            yield strips[other]
            other += step


def _parts_columns(strips: Iterable[Strip], place: float) -> bool:
    """Whether what stands left of a place and right of it is drawn in turn, or is running text and no cells."""
    beside = [strip for strip in strips if not strip.left < place < strip.right]
    sides = [[strip for strip in beside if (strip.left >= place) == is_right] for is_right in (False, True)]
    if min(map(len, sides)) < _FEWEST_LINES:
        return False
    order = [strip.left >= place for strip in sorted(beside, key=lambda strip: strip.drawn)]
    turns = sum(one != other for one, other in pairwise(order))
    return turns <= len(order) / _IN_TURN or all(map(_runs, sides))


def _runs(side: Sequence[Strip]) -> bool:
    """Whether lines are those of running text and no cells."""
    return median(len(strip.text.split()) for strip in side) >= _FEWEST_WORDS


def _rows(region: Sequence[Strip], page: int) -> Iterator[Row]:
    left = min((strip.left for strip in region), default=0)
    right = max((strip.right for strip in region), default=0)
    for level in levels(region):
        strips = [reduce(_united, level)] if _is_justified(level, left, right) else level
        yield Row(tuple(strips), page, left, right)


def _is_justified(level: Sequence[Strip], left: float, right: float) -> bool:
    """Whether a few words are set so far apart that they fill the line: from edge to edge, with like gaps."""
    size = level[0].size
    gaps = [other.left - one.right for one, other in pairwise(level)]
    is_full = abs(level[0].left - left) < size and abs(right - level[-1].right) < _FLUSH * size
    is_even = bool(gaps) and max(gaps) < _WIDEST_SPACE * size and max(gaps) - min(gaps) < _FLUSH * size
    return is_full and is_even and not any(" " in strip.text for strip in level)
