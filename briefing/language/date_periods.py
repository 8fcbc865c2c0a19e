"""Step 2: stretches of days, and the finest ISO date that holds one.

Enters: numbers of the calendar. Leaves: a `Period`, or None where the calendar
has no such day. All that is said of time becomes a period ("3 to 5 May", "last
week", "the 1990s"), and its ISO date follows: the one year, month or day that
holds it, or None where it takes more than a year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """Days in a row, the first and the last included."""

    first: date
    last: date

    @property
    def iso(self) -> str | None:
        """The finest year, month or day that holds it, ISO 8601."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)

    def until(self, other: "Period") -> "Period | None":
        """All days from this one's first to the other's last; None if that lies before."""
        return Period(self.first, other.last) if self.first <= other.last else None


def day(year: int, month: int, number: int) -> Period | None:
    """A day of the calendar."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Period(found, found)


def month(year: int, number: int) -> Period | None:
    """A month of the calendar."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= number <= 12):
        return None
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def years(first: int, last: int) -> Period | None:
    """Years in a row."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31))


def shifted(base: date, days: int, slack: int = 0) -> Period | None:
    """The day so many days from the base; with slack, the days around it too."""
    try:
        return Period(base + timedelta(days - slack), base + timedelta(days + slack))
    except OverflowError:
        return None


def months_from(base: date, count: int) -> Period | None:
    """The month so many months from that of the base."""
    year, before = divmod(base.year * 12 + base.month - 1 + count, 12)
    return month(year, before + 1)


def parsed(iso: str | None) -> Period | None:
    """The period that an ISO date of any precision names."""
    numbers = [int(part) for part in iso.split("-")] if iso else []
    if len(numbers) == 3:
        return day(*numbers)
    if len(numbers) == 2:
        return month(*numbers)
    return years(numbers[0], numbers[0]) if numbers else None
