"""Step 3: whether two sentences tell of other days.

Enters: two sentences. Leaves: whether no date of one is, or holds, a date of the
other. A date that only recalls something earlier does not count; of one without
its year the day of the month does.
"""

import re
from datetime import date
from functools import lru_cache

from briefing.calendar_names import SHORT_MONTHS, SHORT_WEEKDAYS
from briefing.model import DateMention, Sentence

RECALLING = re.compile(
    r"\b(?:after|before|following|formerly|originally|previously|since|until|where|which|who|whom|whose)\b[^,;.]*$"
)
"""What stands before a date that tells when something else was: "withdrew after the coup of 2020"."""
OF_A_YEAR = re.compile(r"\b(?:a|an|her|his|its|our|the|their|[’']s) $")
"""What stands before a year that tells which of several a noun names: "the 2015 agreement"."""
MONTHS_APART = 1
"""Months between two dates from which on unlike numbers are told of two events, not of one."""
MONTH = rf"({'|'.join(SHORT_MONTHS)})[a-z]*\.?"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
YEARLESS = re.compile(rf"{MONTH} {DAY}|(?:the )?{DAY} (?:of )?{MONTH}", re.IGNORECASE)
NO_YEAR = "0000"
WEEKDAY = re.compile(rf"({'|'.join(SHORT_WEEKDAYS)})[a-z]*\b", re.IGNORECASE)
YEARS_BEFORE = re.compile(r"\b(?:years?|decades?) (?:ago|before|earlier)\b")


def days(sentence: Sentence) -> tuple[tuple[str, ...], bool] | None:
    """The dates of a sentence, and whether one of them tells when it was; None where it has none."""
    found = tuple(_days(sentence))
    return (found, bool(_told_days(sentence))) if found else None


def other_dates(left: Sentence, right: Sentence) -> bool:
    """Whether no date of one is, or holds, a date of the other; dates that recall something else do not count."""
    if not left.dates or not right.dates:
        return False
    ours, theirs = _days(left), _days(right)
    if not ours or not theirs or any(_is_same(a, b) for a in ours for b in theirs):
        return False
    return bool(_told_days(left)) == bool(_told_days(right))


def at_two_times(left: Sentence, right: Sentence) -> bool:
    """Whether the dates are so far apart that they are of two events: the floods of two years."""
    if not other_dates(left, right):
        return False
    ours, theirs = _months(left), _months(right)
    return bool(ours and theirs) and all(abs(a - b) > MONTHS_APART for a in ours for b in theirs)


def of_years_before(sentence: Sentence) -> bool:
    """Whether a sentence tells of years before something that another sentence dates: "Six years earlier …"."""
    return any(mention.date is None and YEARS_BEFORE.search(mention.said) for mention in sentence.dates)


def told_months(sentence: Sentence) -> list[int]:
    """The months that a sentence tells of, counted from the year 0; of a year its middle."""
    at = sentence.start
    told = (one for one in sentence.dates if one.date and not RECALLING.search(sentence.text[: one.start - at]))
    return [_month(one.date) for one in told if one.date]


def _months(sentence: Sentence) -> list[int]:
    return [_month(mention.date) for mention in sentence.dates if mention.date]


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 6)


def _is_same(ours: str, theirs: str) -> bool:
    """Whether one date is, or holds, the other."""
    if ours in SHORT_WEEKDAYS or theirs in SHORT_WEEKDAYS:
        return _weekday(ours) == _weekday(theirs) or None in {_weekday(ours), _weekday(theirs)}
    if NO_YEAR in {ours[:4], theirs[:4]}:
        ours, theirs = ours[4:], theirs[4:]
    return ours.startswith(theirs) or theirs.startswith(ours)


def _days(sentence: Sentence) -> list[str]:
    return [day for mention in sentence.dates if (day := _day(mention))]


def _weekday(day: str) -> str | None:
    """The weekday of a date; None of a month, and of a day without its year."""
    if day in SHORT_WEEKDAYS:
        return day
    is_day = len(day) == len("2024-05-01") and day[:4] != NO_YEAR
    return SHORT_WEEKDAYS[date.fromisoformat(day).weekday()] if is_day else None


@lru_cache(maxsize=1 << 18)
def _day(mention: DateMention) -> str | None:
    """Its date; of a weekday, or of a day of a month, whose date is not known, as much as is."""
    if mention.date:
        return mention.date
    if weekday := WEEKDAY.match(mention.said):
        return weekday[1].casefold()
    said = YEARLESS.fullmatch(mention.said)
    if said is None:
        return None
    first, last, day, month = said.groups()
    number = SHORT_MONTHS.index((first or month).casefold()) + 1
    return f"{NO_YEAR}-{number:02}-{int(last or day):02}"


def _told_days(sentence: Sentence) -> tuple[str, ...]:
    return _not_recalled(sentence.text, sentence.start, sentence.dates)


@lru_cache(maxsize=1 << 18)
def _not_recalled(text: str, start: int, dates: tuple[DateMention, ...]) -> tuple[str, ...]:
    return tuple(
        day
        for mention in dates
        if (day := _day(mention)) and not _recalls(text[: mention.start - start], mention, text[mention.end - start :])
    )


def _recalls(before: str, mention: DateMention, behind: str) -> bool:
    is_name = mention.said.isdigit() and OF_A_YEAR.search(before) and re.match(r" [a-z]", behind)
    return bool(is_name or RECALLING.search(before))
