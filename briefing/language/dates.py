"""Step 2: dates, as precise as they are said and no more.

Enters: a Doc with `doc._.published` (the source's own date, or None) and
`doc._.as_of` (the collection's, or None). Leaves: `doc.spans["dates"]`, each
with `span._.date`: an ISO date of the stated precision, or None where nothing
that the source states resolves it.

A relative date ("on Saturday", "in July") counts from the source's own date of
publication: back, or ahead where the sentence tells of what will be. The
collection's date only helps where the calendar can check it: a weekday that
agrees with day and month leaves one year within five.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: n for n, name in enumerate(_MONTHS, start=1)}
DAYS = {name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
"""By their first three letters; the names of `calendar` are those of the host's language."""
NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
STEPS = {"last": -1, "this": 0, "next": 1}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_COUNTED = (
    r"(?:people|persons|men|women|children|civilians|refugees|troops|soldiers|fighters|workers|families|homes|houses"
    r"|dollars|euros|pounds|tonnes|tons|barrels|hectares|kilometres|kilometers|km|metres|meters|miles|feet"
    r"|percent|per cent|votes|times|years|days|hours)\b"
)
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_PART = r"(?:early |late |mid-|mid )?"

PATTERNS = tuple(
    re.compile(rf"(?<![\w-])(?:{pattern})(?![\w]|-\d)")
    for pattern in (
        rf"(?P<range>{_YEAR}[-–—/](?:19|20)?\d\d)",
        rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>[0-3]\d)",
        rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR}",
        rf"(?:{_WEEKDAY},? )?{_MONTH} (?:the )?{_DAY}(?! {_COUNTED}|[-–]\d)",
        rf"{_MONTH} \d\d?[-–]\d\d?(?:,? {_YEAR})?",
        rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH}",
        rf"{_PART}{_MONTH},? (?:of )?{_YEAR}",
        rf"{_PART}{_MONTH} (?:of )?(?P<year_by>last|this|next) year",
        rf"(?P<month_by>[Ll]ast|[Nn]ext) {_MONTH}",
        rf"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Dd]uring )){_PART}{_MONTH}",
        rf"(?:(?P<day_by>[Ll]ast|[Tt]his|[Nn]ext) )?{_WEEKDAY}",
        r"(?P<relative>[Yy]esterday|[Tt]oday|[Tt]omorrow|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:month|year))",
        rf"(?<![$€£#.,\d]){_PART}(?!(?<=[Tt]he )\d{{4}} [A-Z]){_YEAR}(?![\d,.]*\d| ?%| {_COUNTED})",
    )
)  # fmt: skip
HINT = re.compile(rf"\d|{_MONTH}|{_WEEKDAY}|\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Mm]onth|[Yy]ear)\b")
"""What every date has; most sentences have none, and are not searched for any."""
AHEAD = re.compile(r"\b(?:will|shall|due to|set to|expected|scheduled)\b[^,;:“”]*$")
"""What stands before a date that is still to come."""
WEEK = timedelta(days=7)
Groups = Mapping[str, str | None]


@Language.component("dates", requires=["doc.sents"])
def dates(doc: Doc) -> Doc:
    """Set `doc.spans["dates"]`."""
    mentions = dict(mention for sentence in doc.sents if HINT.search(sentence.text) for mention in _mentions(sentence))
    text, published, as_of = doc.text, _day(doc._.published), _day(doc._.as_of)
    doc.spans["dates"] = filter_spans(mentions)
    for span in doc.spans["dates"]:
        ahead = AHEAD.search(text, span.sent.start_char, span.start_char) is not None
        span._.date = resolve(mentions[span], published, as_of, ahead=ahead)
    return doc


def _mentions(sentence: Span) -> Iterator[tuple[Span, Groups]]:
    """Every expression of every pattern; of two for the same words, the first pattern's comes last and stays."""
    doc = sentence.doc
    for match in (match for pattern in reversed(PATTERNS) for match in pattern.finditer(sentence.text)):
        start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
        span = doc.char_span(start, end, label="date", alignment_mode="expand")
        if span is not None:
            yield span, match.groupdict()


def resolve(said: Groups, published: date | None, as_of: date | None, *, ahead: bool = False) -> str | None:
    """The ISO date that is said, or None.

    Args:
        said: what the expression names: year, month, day, weekday or a relative word.
        published: the source's own date.
        as_of: the collection's date, used only to check a weekday against the calendar.
        ahead: whether the sentence tells of what is to come.
    """
    month, year, day = _month(said), _number(said.get("year")), _number(said.get("day"))
    if said.get("range"):
        return None
    if year is not None:
        return _iso(year, month, day)
    if published is None:
        return _checked_by_weekday(said, month, day, as_of)
    if month is not None:
        return _month_or_day(said, month, day, published, ahead=ahead)
    return _weekday(said, published, ahead=ahead) if said.get("weekday") else _relative(said, published)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(said: Groups) -> int | None:
    number, name = said.get("number"), said.get("month")
    if number:
        return int(number)
    return MONTHS[name[:3].lower()] if name else None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """An ISO date of the given precision; None for a day that the calendar does not have."""
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _month_or_day(said: Groups, month: int, day: int | None, published: date, *, ahead: bool) -> str | None:
    """A month or day named without its year; None where its weekday belies the year that it must be."""
    iso = _iso(_year_of(said, month, day, published, ahead=ahead), month, day)
    weekday = said.get("weekday")
    belied = iso and weekday and date.fromisoformat(iso).weekday() != DAYS[weekday[:3].lower()]
    return None if belied else iso


def _year_of(said: Groups, month: int, day: int | None, published: date, *, ahead: bool) -> int:
    """The year of a month named without one: the latest that had come, or the first to come."""
    year = published.year
    if said.get("year_by"):
        return year + STEPS[str(said["year_by"])]
    named = month * 100 + (day or 0)
    now = published.month * 100 + (published.day if day else 0)
    by = (said.get("month_by") or "").lower()
    if ahead or by == "next":
        return year + 1 if named < now or (by and named == now) else year
    if by == "last":
        return year - 1 if named >= now else year
    soon = published + WEEK if day else published
    near = soon.month * 100 + (soon.day if day else 0)
    if soon.year > year:
        return soon.year if named <= near else year
    return year - 1 if named > near else year


def _checked_by_weekday(said: Groups, month: int | None, day: int | None, as_of: date | None) -> str | None:
    if not (said.get("weekday") and month and day and as_of):
        return None
    weekday = DAYS[str(said["weekday"])[:3].lower()]
    for year in range(as_of.year, max(as_of.year - 5, 0), -1):
        iso = _iso(year, month, day)
        if iso and iso <= as_of.isoformat() and date.fromisoformat(iso).weekday() == weekday:
            return iso
    return None


def _weekday(said: Groups, published: date, *, ahead: bool) -> str | None:
    """A day within the week before publication, or after it; "next" may mean either of two weeks."""
    by = (said.get("day_by") or "").lower()
    if by == "next":
        return None
    days = DAYS[str(said["weekday"])[:3].lower()] - published.weekday()
    if ahead or by == "this":
        return (published + timedelta(days=days % 7)).isoformat()
    back = timedelta(days=-days % 7) or (WEEK if by == "last" else timedelta())
    return (published - back).isoformat()


def _relative(said: Groups, published: date) -> str:
    """A day, month or year that is told from the date of publication."""
    word = str(said["relative"]).lower()
    if word in NEAR_DAYS:
        return (published + timedelta(days=NEAR_DAYS[word])).isoformat()
    step, unit = word.split()
    if unit == "year":
        return f"{published.year + STEPS[step]:04}"
    months = published.year * 12 + published.month - 1 + STEPS[step]
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _day(iso: str | None) -> date | None:
    """A full ISO date; a coarser one cannot anchor anything."""
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None
