"""Step 1, reading: a date as a source writes it → ISO 8601, as precise as it is sure.

`03/05/2022` may be March or May: it gives the year alone. Nothing is guessed.
"""

import re
from datetime import date

from briefing.calendar_names import SHORT_MONTHS

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month's name, to be matched whatever its case."""

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAMED = rf"(?P<month>{MONTH})"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d{2})(?!\d)"  # there have been newspapers since 1605
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(?:\s*\(?(?:z|[a-z]{2,4}|local time)?(?:\s?[+-]\d{1,2}:?\d{0,2})?\)?)"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_BEFORE = rf"(?:(?:{_CLOCK}){_ZONE},?\s+)?{_WEEKDAY}"
_AFTER = rf"(?:(?:T|,?\s*(?:at\s+|[|·–—-]\s*)?)(?:{_CLOCK}){_ZONE})?"
_FORMS = tuple(
    re.compile(_BEFORE + form + _AFTER, re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:\s+of)?[\s/-]+{_NAMED},?[\s/-]+{_YEAR}",
        rf"{_NAMED}[\s/-]+{_DAY},?[\s/-]+{_YEAR}",
        rf"{_NAMED},?\s+{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        rf"(?P<one>\d{{1,2}})[-/.](?P<two>\d{{1,2}})[-/.]{_YEAR}",
    )
)


def iso_date(text: str) -> str | None:
    """The date that a text is, with or without a weekday and a time of day.

    Returns:
        The date as precise as it is sure, or None if the text is anything else.
    """
    found = _match(text)
    return _iso(found.groupdict()) if found else None


def faults(text: str) -> tuple[str, ...]:
    """A note for the reader, if a text is written as a date that the calendar does not have: `31 April 2024`."""
    found = _match(text)
    impossible = found is not None and _iso(found.groupdict()) is None
    return (f"It states a date that the calendar does not have: {text}.",) if impossible else ()


def _match(text: str) -> re.Match[str] | None:
    return next((match for form in _FORMS if (match := form.fullmatch(text))), None)


def _iso(parts: dict[str, str]) -> str | None:
    year = int(parts["year"])
    if "one" in parts:
        return _either(year, int(parts["one"]), int(parts["two"]))
    name = parts["month"]
    month = int(name) if name.isdigit() else SHORT_MONTHS.index(name[:3].lower()) + 1
    return _day(year, month, int(parts["day"])) if "day" in parts else f"{year}-{month:02}"


def _either(year: int, one: int, two: int) -> str | None:
    """A day and a month in an order that only the numbers can tell."""
    readings = {_day(year, two, one), _day(year, one, two)} - {None}
    return readings.pop() if len(readings) == 1 else str(year) if readings else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
