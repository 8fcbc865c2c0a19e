"""Step 5, rendering: the timeline as a drawing: where each date stands on an axis of time.

In: dates in ISO 8601, as precise as they are known. Out: a `Strip`, in millimetres:
stretches of the axis, each to a scale of its own where days lie years apart, with
their ticks and a dot for each date, a bar where only the month or the year is known.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, groupby, pairwise
from string import ascii_lowercase
from typing import Literal

from briefing.render.view import Dot, Stretch, Strip, Tick
from briefing.render.wording import short_day, short_month
from briefing.render.words import Words
from briefing.settings import is_date

WIDTH = 168.0
"""Millimetres between the margins of the page."""
DOT = 3.8
"""The height of a dot, and its least width."""
_LETTER = 1.7
"""What a letter takes of a dot's width."""
_LEVEL = 4.4
"""From one row of dots to the next above it."""
_BESIDE = 0.6
"""The least room between dots of one row; bars leave it free, so that neighbouring years stand beside each other."""
_ROWS = 4
"""Where days would stand in more rows than these they are drawn as their months, and months as their years."""
_LABELS, _YEARS = 4.6, 3.2
"""The room below the axis for labels, and for the years under them."""
_GAP = 6.0
"""The room of a break in the axis."""
_LEAST = 18.0
"""The least width of a stretch, so that a dot and a label find room."""
_FAR = 6
"""The axis is broken where the way to the next date is so many times that between all dates that are nearer."""
_BREAKS = 4
"""More breaks than these, and an axis says nothing any more."""

_Unit = Literal["day", "month", "year"]
_CELLS: dict[_Unit, float] = {"day": 11.0, "month": 8.5, "year": 9.5}
"""The room that the label of a tick takes."""
_SCALES: tuple[tuple[_Unit, int], ...] = (
    *(("day", step) for step in (1, 2, 7)),
    *(("month", step) for step in (1, 2, 3, 6)),
    *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


@dataclass(frozen=True, slots=True)
class _Period:
    """A date as the days that it may mean, `end` excluded, and its first and last event, counted in order of time."""

    start: int
    end: int
    unit: _Unit
    events: tuple[int, int] = (0, 0)

    @property
    def order(self) -> tuple[int, int]:
        """A year stands before its months, and a month before its days."""
        return self.start, -self.end


def lettered(dates: Sequence[str | None]) -> tuple[str, ...]:
    """The letter of each event by the order of time: a, b, c and so on; none for one that has no place on the axis."""
    ordered = sorted((period.order, place) for place, day in enumerate(dates) if (period := _period(day)))
    names = {place: _name(rank) for rank, (_, place) in enumerate(ordered)}
    return tuple(names.get(place, "") for place in range(len(dates)))


def strip(dates: Sequence[str | None], words: Words) -> Strip | None:
    """The axis with all that is dated on it, unless it is all of one date.

    Args:
        dates: those of the events, in their order.
        words: for the names of months.
    """
    drawn = None
    for characters in (len("2026-05-16"), len("2026-05"), len("2026")):
        periods = _periods([day and day[:characters] for day in dates])
        if len(periods) < 2 or (drawn and len(drawn.dots) == len(periods)):
            break
        drawn = _drawn(periods, words)
        if drawn.axis < _LEVEL * (_ROWS + 1):
            break
    return drawn


def _drawn(periods: list[_Period], words: Words) -> Strip:
    stretches, dots = [], []
    start = 0.0
    groups = _groups(periods)
    for group, width in zip(groups, _widths(groups), strict=True):
        scale = _Scale(group, start, width, words)
        stretches.append(Stretch(start, start + width, tuple(scale.ticks())))
        dots += [scale.dot(period) for period in group]
        start += width + _GAP
    return _stacked(stretches, dots)


def _name(place: int) -> str:
    """From a to z, then aa, ab and so on."""
    before, last = divmod(place, len(ascii_lowercase))
    return (_name(before - 1) if before else "") + ascii_lowercase[last]


def _period(day: str | None) -> _Period | None:
    """The days that a date may mean; none where it is no date, such as 30 February."""
    if not day or not is_date(day):
        return None
    year, month, number, *_ = (*map(int, day.split("-")), 0, 0)
    start = date(year, month or 1, number or 1)
    unit: _Unit = "day" if number else "month" if month else "year"
    return _Period(start.toordinal(), _end(start, unit), unit)


def _periods(dates: Sequence[str | None]) -> list[_Period]:
    """Each date once, in order of time."""
    ordered = sorted(filter(None, map(_period, dates)), key=lambda period: period.order)
    found = []
    for period, same in groupby(enumerate(ordered), key=lambda pair: pair[1]):
        places = [place for place, _ in same]
        found.append(replace(period, events=(places[0], places[-1])))
    return found


def _groups(periods: list[_Period]) -> list[list[_Period]]:
    """The dates that share one scale.

    The axis is broken at the longest ways between neighbours, as many of them as
    make the greatest difference to those that remain; each break must be worth it.
    """
    ways = [later.start - earlier.start for earlier, later in pairwise(periods)]
    reached = accumulate((period.end for period in periods[:-1]), max)
    far = sorted(
        (place for place, end in enumerate(reached) if periods[place + 1].start > end),
        key=lambda place: (-ways[place], place),
    )[:_BREAKS]

    def difference(number: int) -> float:
        rest = sum(ways) - sum(ways[place] for place in far[:number])
        return ways[far[number - 1]] / (rest or sum(ways)) / number

    number = max(range(1, len(far) + 1), key=difference, default=0)
    if not number or difference(number) < _FAR:
        return [periods]
    edges = [0, *(place + 1 for place in sorted(far[:number])), len(periods)]
    return [periods[start:end] for start, end in pairwise(edges)]


def _widths(groups: list[list[_Period]]) -> list[float]:
    """The width of each stretch: what is left above the least goes where most dates are."""
    rest = WIDTH - _GAP * (len(groups) - 1) - _LEAST * len(groups)
    ways = sum(len(group) - 1 for group in groups)
    return [_LEAST + rest * (len(group) - 1) / ways for group in groups]


class _Scale:
    """One stretch of the axis.

    Args:
        group: the dates on it.
        start: where it begins.
        width: how long it is.
        words: for the names of months.
    """

    def __init__(self, group: list[_Period], start: float, width: float, words: Words) -> None:
        self._start, self._width, self._words = start, width, words
        units = [unit for unit, _ in _SCALES]
        finest = units.index(min((period.unit for period in group), key=units.index))
        end = max(period.end for period in group)
        for self._unit, self._step in _SCALES[finest:]:
            self._first = _begin(date.fromordinal(group[0].start), self._unit).toordinal()
            self._last = _end(date.fromordinal(end - 1), self._unit)
            if self._is_legible():
                break

    def _is_legible(self) -> bool:
        """Whether there is a tick, and each has room for its label before the next."""
        places = [self._at(day.toordinal()) for day in self._days()]
        ways = [*(later - earlier for earlier, later in pairwise(places)), self._start + self._width - places[0]]
        return min(ways) >= _CELLS[self._unit]

    def ticks(self) -> Iterator[Tick]:
        """A tick at each step that has room for its label; under days and months the year where it is another."""
        room, year = self._start, 0
        for day in self._days():
            at, cell = self._at(day.toordinal()), _CELLS[self._unit]
            if at >= room and at + cell <= self._start + self._width:
                yield Tick(round(at, 2), *self._label(day, day.year != year))
                room, year = at + cell, day.year

    def dot(self, period: _Period) -> Dot:
        """The dot of a day, or the bar of a month or a year."""
        left, right = self._at(period.start), self._at(period.end)
        text = _letters(*period.events)
        least = max(DOT, _LETTER * len(text) + 2)
        width = least if period.unit == "day" else max(right - left - _BESIDE, least)
        left = min(max((left + right - width) / 2, self._start), self._start + self._width - width)
        return Dot(round(left, 2), 0, round(width, 2), text, vague=period.unit != "day")

    def _at(self, day: int) -> float:
        return self._start + self._width * (day - self._first) / (self._last - self._first)

    def _label(self, day: date, new: bool) -> tuple[str, str]:
        if self._unit == "year":
            return str(day.year), ""
        by_day = self._unit == "day"
        label = short_day(day.day, day.month, self._words) if by_day else short_month(day.month, self._words)
        return label, str(day.year) if new else ""

    def _days(self) -> list[date]:
        """The first day of each step, or where none begins here the first of all."""
        return [*self._steps()] or [date.fromordinal(self._first)]

    def _steps(self) -> Iterator[date]:
        first, last = date.fromordinal(self._first), date.fromordinal(self._last - 1)
        step = self._step
        if self._unit == "year":
            return (date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0)
        if self._unit == "month":
            months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
            return (date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)
        # The first of all days is a Monday, and so the steps of weeks are Mondays too.
        return (date.fromordinal(day) for day in range(self._first, self._last) if (day - 1) % step == 0)


def _begin(day: date, unit: _Unit) -> date:
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _end(day: date, unit: _Unit) -> int:
    """The day behind the last of the day's month or year."""
    if unit == "month":
        day = day.replace(day=monthrange(day.year, day.month)[1])
    elif unit == "year":
        day = day.replace(month=12, day=31)
    return day.toordinal() + 1


def _letters(first: int, last: int) -> str:
    """The letters of one date: “b”, “b, c”, “b–e”."""
    if first == last:
        return _name(first)
    return f"{_name(first)}{', ' if last == first + 1 else '–'}{_name(last)}"


def _stacked(stretches: list[Stretch], dots: list[Dot]) -> Strip:
    """The dots, each in the lowest row where it touches no other."""
    ends: list[float] = []
    levels: list[int] = []
    for dot in dots:
        level = next((place for place, end in enumerate(ends) if round(end + _BESIDE, 2) <= dot.x), len(ends))
        ends[level:] = [dot.x + dot.width, *ends[level + 1 :]]
        levels.append(level)
    axis = round(_LEVEL * len(ends) + 0.6, 2)
    rows = (round(axis - _LEVEL * (level + 1), 2) for level in levels)
    years = any(tick.year for stretch in stretches for tick in stretch.ticks)
    height = round(axis + _LABELS + _YEARS * years, 2)
    placed = tuple(replace(dot, y=row) for dot, row in zip(dots, rows, strict=True))
    return Strip(WIDTH, height, axis, tuple(stretches), placed)
