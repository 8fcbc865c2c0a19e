"""Step 1, reading: lines → title, publisher and date, where the text itself states them.

Lines that do nothing else are marked as dropped. What is not stated stays
None; a file's own name and dates say nothing about a source.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from briefing.sources.credits import BYLINE, is_agency
from briefing.sources.dates import faults, iso_date
from briefing.sources.draft import Draft, Line, marked
from briefing.sources.shape import is_sentence

_LONGEST = 300  # characters of a line that states something about its source
_PARTS = re.compile(r"\s*[|•·;]\s*|\s+(?:[-–—]+|/)\s+|^[-–—*\s]+|[-–—*\s]+$")
_PUBLISHED = r"(?:first |date |originally )?(?:published|posted|issued|released)(?: date)?(?: on| at)?"
_UPDATED = r"(?:last |date )?(?:updated?|modified|modification|revised|changed?)(?: on| at)?"
_LABEL = re.compile(rf"(?:(?P<updated>{_UPDATED})|{_PUBLISHED}|(?:publication |release )?date)\s*:?\s+", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][\w .'’-]{1,40},\s+(?=\d|[A-Z])")
_LONGEST_DATE = 5  # words
_OF_YEARS = re.compile(r"(?:1[6-9]|20)\d\d")  # without which no line has a date
_LONGEST_PART = 6  # words of what stands beside a date
_FEWEST_IN_ROW, _LONGEST_IN_ROW = 3, 10  # parts of a line that is surely none of the text, and words of such a part

_WORD = r"[A-Z][\w&'’/-]*(?:\.\w+)*"
_NAME = rf"({_WORD}(?: (?:{_WORD}|of|and|the|for))*)"
_YEARS = r"\d{4}(?:\s*[-–]\s*\d{4})?"
_PUBLISHERS = (
    re.compile(rf"(?i:publisher:|published by:?|source:)\s+{_NAME}$"),
    re.compile(rf"(?:(?i:copyright\s*)?(?:©|\([Cc]\))(?:\s*{_YEARS})?|(?i:copyright)\s+{_YEARS}),?\s+(?:by )?{_NAME}"),
)
_OF_MAIL = frozenset({"mail header", "quoted mail", "signature"})  # by these a person signs, and no publisher
_SITE = re.compile(r"(.+\S) \| (\S+(?: \S+){0,3})")


@dataclass(frozen=True, slots=True)
class _DateLine:
    """A line that gives dates.

    `is_bare` if no label says what for, `notes` where the calendar does not have one, `is_title` where it is also the
    title of the document, as its markup says.
    """

    number: int
    published: str | None
    updated: str | None
    notes: tuple[str, ...]
    is_bare: bool
    is_title: bool


# --- dates --------------------------------------------------------------------


def take_dates(draft: Draft) -> Draft:
    """Take the dates of publication and of change, and mark the lines that only give dates."""
    draft, leading = _take_leading_date(draft)
    found = [line for number, each in enumerate(draft.lines) if (line := _date_line(number, each))]
    told = [number for number, line in enumerate(draft.lines) if not line.reason and is_sentence(line.words)]
    if any(line.is_bare and told and told[0] < line.number < told[-1] for line in found):
        found = [line for line in found if not line.is_bare]  # a chronology: its dates are headings
    published = leading or next((line.published for line in found if line.published), None)
    updated = next((line.updated for line in found if line.updated), None)
    notes = [note for line in found for note in line.notes]
    if updated and not (draft.published or published):
        notes.append("It states only when it was updated; that date is given.")
    published, note = _agreed(draft.published, published)
    return replace(
        draft,
        lines=marked(draft.lines, {line.number for line in found if not line.is_title}, "date line"),
        published=published or updated,
        modified=draft.modified or updated,
        notes=(*draft.notes, *notes, *note),
    )


def _agreed(in_file: str | None, in_text: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The date of publication, with a note where the file beside the text says another than the text.

    The file's is the publisher's own entry; a date in the text may be that of another article, or of the day on
    which a page was saved.
    """
    if not (in_file and in_text) or in_file.startswith(in_text):
        return in_file or in_text, ()
    if in_text.startswith(in_file):
        return in_text, ()
    return in_file, (f"Its metadata dates it {in_file}, its text {in_text}; the former is given.",)


def _take_leading_date(draft: Draft) -> tuple[Draft, str | None]:
    """Take `Date: 2022-05-03 ` off the first line."""
    first = draft.lines[0] if draft.lines else Line("")
    if first.reason or not (label := _LABEL.match(first.text)):
        return draft, None
    for space in islice(re.finditer(r" ", first.text[label.end() : _LONGEST]), _LONGEST_DATE):
        if date := iso_date(first.text[label.end() :][: space.start()]):
            line = replace(first, lead=label.end() + space.end(), lead_reason="date line")
            return replace(draft, lines=(line, *draft.lines[1:])), date
    return draft, None


def _date_line(number: int, line: Line) -> _DateLine | None:
    """Read a line whose every part is a date, or is short and stands beside one."""
    if not _OF_YEARS.search(line.words):
        return None
    published = updated = None
    notes: tuple[str, ...] = ()
    is_bare = True
    is_short = len(line.words) <= _LONGEST and not line.reason
    parts = [*filter(None, _PARTS.split(line.words) if is_short else ())]
    most = _LONGEST_PART if len(parts) < _FEWEST_IN_ROW else _LONGEST_IN_ROW
    for part in parts:
        label = _LABEL.match(part)
        said = part[label.end() :] if label else part
        date = _date_of(said)
        if date and label and label["updated"]:
            updated = updated or date
        elif date:
            published = published or date
        elif label and (fault := faults(said)):
            notes += fault
        elif is_sentence(part) or len(part.split()) > most:
            return None
        is_bare &= not (label and (date or notes))
    gives = published or updated or notes
    is_title = line.kind == "title" and not iso_date(line.words)
    return _DateLine(number, published, updated, notes, is_bare, is_title) if gives else None


def _date_of(part: str) -> str | None:
    """The date that a part is, a place or a byline before it aside."""
    if date := iso_date(part) or iso_date(_PLACE.sub("", part, count=1)):
        return date
    spaces = re.finditer(r"\s", part) if BYLINE.match(part) else ()
    return next((date for space in spaces if (date := iso_date(part[space.end() :]))), None)


# --- names --------------------------------------------------------------------


def take_names(draft: Draft) -> Draft:
    """Take the publisher from an agency's sign, `Title | Publisher`, `Source: X` or a copyright line."""
    first = next((line.words for line in draft.lines if not line.reason), "")
    site = _SITE.fullmatch(first) if len(first) <= _LONGEST and not is_sentence(first) else None
    own = [(number, line) for number, line in enumerate(draft.lines) if line.reason not in _OF_MAIL]
    signs = {number for number, line in own if is_agency(line.words)}
    publisher = draft.publisher or (site[2] if site else next(_stated(line for _, line in own), None))
    return replace(
        draft,
        lines=marked(draft.lines, signs, "wire credit"),
        title=_unsigned(draft.title, publisher) if draft.title else site[1] if site else None,
        publisher=publisher,
    )


def _unsigned(title: str, publisher: str | None) -> str:
    """A title without the name of its site, as a browser leaves it in a page that it prints."""
    return re.sub(rf"\s+[|–—-]\s+{re.escape(publisher)}$", "", title) if publisher else title


def _stated(lines: Iterable[Line]) -> Iterator[str]:
    short = [line.words for line in lines if len(line.words) <= _LONGEST]
    yield from filter(is_agency, short)
    for form in _PUBLISHERS:
        yield from (found[1] for text in short if (found := form.match(text)))
