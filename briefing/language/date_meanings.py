"""Step 2: what the parts of an expression mean, as a stretch of days.

Enters: the named parts of an expression and its `Setting`. Leaves: a `Period`,
or None where nothing that the source states tells it. The public functions are
the meanings of patterns of `date_grammar.py`; those that count from another day
are in `date_relative.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.language.date_periods import Period, day, month, months_from, years
from briefing.language.date_tense import Tense
from briefing.language.date_words import HOLIDAYS, MONTHS, STEPS, WEEKDAYS

Said = Mapping[str, str | None]
"""The parts that were said, by name."""

LONG_PAST, SOON = timedelta(days=180), timedelta(days=45)
"""Where no verb tells: a day so near may be meant, behind or ahead."""
FARTHEST = timedelta(days=330)
"""A day without its year is not so far off: "the vote on 25 September", in a text of 19 September."""
NEWS = timedelta(days=31)
"""An event called by its day ("the January 6 riot") is this year's only while it is news."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands.

    Attributes:
        base: the day that it counts from, that of publication; None if the source does not state it.
        as_of: the collection's date, used only to check a weekday against the calendar.
        before: what the text told just before, where that is certain.
        year_told: the same, where the text stated its year.
        tense: what the sentence says of its time.
        is_name: whether it calls an event by its day, as in "the January 6 riot".
    """

    base: date | None = None
    as_of: date | None = None
    before: Period | None = None
    year_told: Period | None = None
    tense: Tense = None
    is_name: bool = False


# --- dates that are stated ------------------------------------------------------------------------


def unknown(_said: Said, _at: Setting) -> None:
    """What is a date, and which one is not known: "the third quarter", "44 BC", "fiscal 2023"."""


def stated(said: Said, _at: Setting) -> Period | None:
    """A year, or a month or day of a year; None where its weekday belies it."""
    return in_year(int(said["year"] or 0), said)


def figures(said: Said, _at: Setting) -> Period | None:
    """A day in figures whose order only the numbers can tell."""
    year, one, two = (int(said[part] or 0) for part in ("year", "one", "two"))
    readings = {found for found in (day(year, two, one), day(year, one, two)) if found}
    return readings.pop() if len(readings) == 1 else None


def run_of_years(said: Said, _at: Setting) -> Period | None:
    """The years from one to another: "2012–15", "2023/24"."""
    first, short = str(said["year"]), str(said["last"])
    return years(int(first), int(first[: 4 - len(short)] + short))


def holiday(said: Said, at: Setting) -> Period | None:
    """A day that has a name."""
    number, of_month = HOLIDAYS[str(said["holiday"]).lower().replace("’", "'")]
    year = said.get("year")
    return day(int(year), number, of_month) if year else _unstated(number, of_month, said, at)


def september_11(_said: Said, _at: Setting) -> Period | None:
    """The one day of the world's history that is called by its figures."""
    return day(2001, 9, 11)


# --- days and months without their year -----------------------------------------------------------


def unstated(said: Said, at: Setting) -> Period | None:
    """A month or a day of a month, or of one year or another counted from publication."""
    by = said.get("year_by")
    if by:
        return in_year(at.base.year + STEPS[by.lower()], said) if at.base else None
    return _unstated(_month(said) or 0, _day(said), said, at)


def days(said: Said, at: Setting) -> Period | None:
    """From one day or month to another: "3 to 5 May", "30 April to 2 May 2021", "April to June"."""
    first_month, last_month = _month(said) or 0, _month(said, "last_month") or _month(said) or 0
    first_day, last_day = _day(said), _day(said, "last_day")
    year = said.get("year")
    last = _dated(int(year), last_month, last_day) if year else _unstated(last_month, last_day, {}, at)
    first = _dated(last.first.year, first_month, first_day) if last else None
    return first.until(last) if first and last else None


def day_alone(said: Said, at: Setting) -> Period | None:
    """A day of the month that is told: "on the 12th"."""
    if at.base is None or at.tense != "past":
        return None
    near = (months_from(at.base, 0), months_from(at.base, -1))
    told = (_dated(found.first.year, found.first.month, _day(said)) for found in near if found)
    return next((found for found in told if found and found.first <= at.base), None)


def _unstated(number: int, of_month: int | None, said: Said, at: Setting) -> Period | None:
    told = _of_the_year_told(number, of_month, at)
    if told or at.base is None:
        return _unbelied(told, said) or _checked_by_weekday(number, of_month, said, at.as_of)
    year = at.base.year
    near = [found for y in (year - 1, year, year + 1) if (found := _dated(y, number, of_month))]
    found = _chosen(near, at.base, str(said.get("step") or "").lower(), at)
    other_year = at.year_told and found and found.first.year != at.year_told.first.year
    return None if other_year and at.tense != "ahead" else _unbelied(found, said)


def _of_the_year_told(number: int, of_month: int | None, at: Setting) -> Period | None:
    """In the year that the text told just before: "began on 17 January 2012 and ended on 6 April"."""
    told = at.year_told if at.tense != "ahead" else None
    found = _dated(told.first.year, number, of_month) if told else None
    return found if told and found and (found.first > told.first or found.last <= told.last) else None


def _chosen(near: Sequence[Period], base: date, step: str, at: Setting) -> Period | None:
    """Of a month or day in three years, the one that is meant."""
    if step == "this":
        return next((found for found in near if found.first.year == base.year), None)
    if step == "last":
        return max((found for found in near if found.last < base), default=None, key=_first)
    if step == "next":
        return min((found for found in near if found.first > base), default=None, key=_first)
    last = max((found for found in near if found.first <= base), default=None, key=_first)
    coming = min((found for found in near if found.last >= base), default=None, key=_first)
    return _by_tense(last, coming, base, at)


def _by_tense(last: Period | None, coming: Period | None, base: date, at: Setting) -> Period | None:
    behind = base - last.last if last else timedelta.max
    ahead = coming.first - base if coming else timedelta.max
    is_day = last is not None and last.first == last.last
    farthest = FARTHEST if is_day else timedelta.max
    if at.tense == "unsure":
        return last if last == coming or (behind <= NEWS and ahead > LONG_PAST) else None
    if at.tense == "ahead":
        return coming if ahead <= farthest else None
    if at.tense == "past" and not at.is_name:
        return last if behind <= farthest else None
    if behind <= (NEWS if at.is_name and is_day else LONG_PAST):
        return last
    return coming if ahead <= SOON and not at.is_name else None


def _checked_by_weekday(number: int, of_month: int | None, said: Said, as_of: date | None) -> Period | None:
    """A weekday that agrees with day and month leaves one year within five before the collection's date."""
    if not (said.get("weekday") and of_month and as_of):
        return None
    past = (day(year, number, of_month) for year in range(as_of.year, max(as_of.year - 5, 0), -1))
    return next((found for found in past if found and found.first <= as_of and _unbelied(found, said)), None)


# --- parts ----------------------------------------------------------------------------------------


def _dated(year: int, number: int, of_month: int | None) -> Period | None:
    return month(year, number) if of_month is None else day(year, number, of_month)


def _day(said: Said, part: str = "day") -> int | None:
    """The number of a day, with or without "th" behind it."""
    digits = said.get(part)
    return int(digits.rstrip("stndrh")) if digits else None


def _month(said: Said, part: str = "month") -> int | None:
    name = said.get(part)
    if not name:
        return None
    return int(name) if name.isdigit() else MONTHS[name[:3].lower()]


def in_year(year: int, said: Said) -> Period | None:
    """The month or day that is said, in the year; all of the year where neither is."""
    number = _month(said)
    return years(year, year) if number is None else _unbelied(_dated(year, number, _day(said)), said)


def weekday_said(said: Said) -> int:
    """The number of a weekday, Monday being 0."""
    return WEEKDAYS[str(said["weekday"])[:3].lower()]


def _unbelied(found: Period | None, said: Said) -> Period | None:
    """The day, unless the weekday that is said with it is another."""
    return found if found is None or not said.get("weekday") or found.first.weekday() == weekday_said(said) else None


def _first(period: Period) -> date:
    return period.first
