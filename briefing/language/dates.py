"""Step 2: dates, as precise as they are said and no more.

Enters: a Doc with `doc._.published` (the source's own date, or None) and
`doc._.as_of` (the collection's, or None). Leaves: `doc.spans["dates"]`, each
with `span._.date`: an ISO date of the stated precision, or None where nothing
that the source states resolves it.

A relative date ("on Saturday", "in July") counts from the source's own date of
publication. The collection's date only helps where the calendar can check it:
a weekday that agrees with day and month leaves one year within five.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_COUNTED = r"(?:people|troops|dollars|soldiers|euros|tonnes|homes|houses)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_PART = r"(?:early |late |mid-|mid )?"

PATTERNS = tuple(
    re.compile(rf"(?<![\w-])(?:{pattern})(?![\w]|-\d)")
    for pattern in (
        rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>[0-3]\d)",
        rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} (?:the )?{_DAY}(?! (?:percent|per cent|people))",
        rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH}",
        rf"{_PART}{_MONTH},? (?:of )?{_YEAR}",
        rf"{_PART}{_MONTH} (?P<last_year>last year)",
        rf"(?P<last_month>last) {_MONTH}",
        rf"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Dd]uring )){_PART}{_MONTH}",
        rf"(?:[Ll]ast )?{_WEEKDAY}",
        r"(?P<relative>[Yy]esterday|[Tt]oday|[Ll]ast (?:month|year)|[Tt]his (?:month|year))",
        rf"(?<![$€£#.,\d]){_PART}{_YEAR}(?![\d,.]*\d| ?%| {_COUNTED})",
    )
)  # fmt: skip
HINT = re.compile(rf"\d|{_MONTH}|{_WEEKDAY}|\b(?:[Yy]esterday|[Tt]oday|[Mm]onth|[Yy]ear)\b")
"""What every date has; most sentences have none, and are not searched for any."""
Groups = Mapping[str, str | None]


@Language.component("dates", requires=["doc.sents"])
def dates(doc: Doc) -> Doc:
    """Set `doc.spans["dates"]`."""
    found = [span for sentence in doc.sents if HINT.search(sentence.text) for span in _mentions(sentence)]
    doc.spans["dates"] = filter_spans(found)
    return doc


def _mentions(sentence: Span) -> Iterator[Span]:
    doc = sentence.doc
    for match in (match for pattern in PATTERNS for match in pattern.finditer(sentence.text)):
        start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
        span = doc.char_span(start, end, label="date", alignment_mode="expand")
        if span is not None:
            span._.date = resolve(match.groupdict(), _day(doc._.published), _day(doc._.as_of))
            yield span


def resolve(said: Groups, published: date | None, as_of: date | None) -> str | None:
    """The ISO date that is said, or None.

    Args:
        said: what the expression names: year, month, day, weekday or a relative word.
        published: the source's own date.
        as_of: the collection's date, used only to check a weekday against the calendar.
    """
    month = _month(said)
    year, day = (int(said.get(part) or 0) for part in ("year", "day"))
    if year:
        return _iso(year, month, day)
    if published is None:
        return _checked_by_weekday(said, month, day, as_of)
    if month is not None:
        return _iso(_year_of(month, day, said, published), month, day)
    return _relative(said, published)


def _month(said: Groups) -> int | None:
    number, name = said.get("number"), said.get("month")
    if number:
        return int(number)
    return MONTHS[name.lower().rstrip(".")] if name else None


def _iso(year: int, month: int | None, day: int) -> str | None:
    """An ISO date of the given precision; None for a day that the calendar does not have."""
    if month is None:
        return f"{year:04}"
    if not day:
        return f"{year:04}-{month:02}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _year_of(month: int, day: int, said: Groups, published: date) -> int:
    """The year of a month named without one: the latest that had come when the source was published."""
    if said.get("last_year"):
        return published.year - 1
    if said.get("last_month"):
        return published.year if month < published.month else published.year - 1
    ahead = (month, day or 1) > (published.month, published.day + 7)
    return published.year - 1 if ahead else published.year


def _checked_by_weekday(said: Groups, month: int | None, day: int | None, as_of: date | None) -> str | None:
    if not (said.get("weekday") and month and day and as_of):
        return None
    weekday = DAYS[str(said["weekday"]).lower()]
    for year in range(as_of.year, as_of.year - 5, -1):
        iso = _iso(year, month, day)
        if iso and iso <= as_of.isoformat() and date.fromisoformat(iso).weekday() == weekday:
            return iso
    return None


def _relative(said: Groups, published: date) -> str | None:
    weekday, word = said.get("weekday"), (said.get("relative") or "").lower()
    if weekday:
        back = (published.weekday() - DAYS[weekday.lower()]) % 7
        return (published - timedelta(days=back)).isoformat()
    last_month = published.replace(day=1) - timedelta(days=1)
    return {
        "yesterday": (published - timedelta(days=1)).isoformat(),
        "today": published.isoformat(),
        "last month": last_month.isoformat()[:7],
        "last year": f"{published.year - 1:04}",
        "this month": published.isoformat()[:7],
        "this year": f"{published.year:04}",
    }.get(word)


def _day(iso: str | None) -> date | None:
    """A full ISO date; a coarser one cannot anchor anything."""
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None
