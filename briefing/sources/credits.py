"""Step 1, reading: lines → the same lines, bylines and wire credits marked.

`By Jane Doe` is dropped as a line, `GENEVA, May 3 (Reuters) - ` as the start
of one. The agency wrote the text; who published it the credit does not say.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from briefing.sources.dates import MONTH, iso_date
from briefing.sources.draft import Draft, Line, marked
from briefing.sources.shape import is_sentence, is_title_case
from briefing.sources.vocabulary import vocabulary

BYLINE = re.compile(
    r"[(•\s-]*(?:(?i:(?:(?:written|words|story|text|report|reporting|reported|edited) )?by|authors?)\b[:\s]+"
    r"|By(?=[A-Z]))"
)
"""How a byline begins."""

_ROLES = frozenset({
    "a", "agencies", "analyst", "and", "at", "author", "bureau", "chief", "columnist", "contributing",
    "contributor", "correspondent", "desk", "editing", "editor", "for", "from", "in", "journalist", "of",
    "our", "producer", "reporter", "reporting", "senior", "special", "staff", "the", "with", "writer",
})  # fmt: skip
_EDITED = re.compile(r"\W*edit", re.IGNORECASE)
_LONGEST_BYLINE = 160  # characters
_LAST_LINES = 2  # where a byline may stand at the end

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w.'’/-]*"
_PLACE = rf"(?P<place>{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?:, {_CAPITAL}(?: {_CAPITAL}){{0,3}})?)"
_DATE = rf"[,.]?\s*(?P<date>(?i:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?)"
_AGENCY = r"(?:\s*\((?P<agency>[A-Za-z][\w .&-]{1,30})\))?"
_WIRE = re.compile(rf"{_PLACE}?(?:{_DATE})?{_AGENCY}\s*(?P<mark>[-–—]{{1,3}}|\||(?<=\s):)\s+(?=[A-Z“\"‘(\d])")
_DATELINE = re.compile(rf"{_PLACE}{_DATE}{_AGENCY}\s*[-–—:.]?")
_SIGN = re.compile(r"[(\[](?P<agency>[A-Z][A-Za-z/&-]{1,20})[)\]](?P<date>)")
_FIRST_SENTENCES = 3  # lines among which a wire credit may stand


def take_credits(draft: Draft) -> Draft:
    """Mark bylines and wire credits, and take the author and the date that they state."""
    bylines = [number for number in _outer(draft.lines) if _is_byline(draft.lines, number)]
    author = next(filter(None, (_author(draft.lines[number].words) for number in bylines)), None)
    named = replace(draft, lines=marked(draft.lines, bylines, "byline"), author=draft.author or author)
    return _take_wire_credit(_take_dateline(_take_sign(named)))


def is_agency(text: str) -> bool:
    """Whether a text is the name of a news or picture agency."""
    return len(text) <= 40 and text.casefold() in vocabulary().agencies


# --- bylines ------------------------------------------------------------------


def _outer(lines: tuple[Line, ...]) -> Iterator[int]:
    """The kept lines between the first one and the first sentence, and the last ones."""
    kept = [number for number, line in enumerate(lines) if not line.reason]
    opening = next((number for number in kept if is_sentence(lines[number].words)), len(lines))
    for place, number in enumerate(kept):
        if place > 0 and (number < opening or place >= len(kept) - _LAST_LINES):
            yield number


def _is_byline(lines: tuple[Line, ...], number: int) -> bool:
    text = lines[number].words
    if len(text) > _LONGEST_BYLINE:
        return False
    if label := BYLINE.match(text):
        return _are_names(re.findall(r"[^\W\d_][\w’'-]*", text[label.end() :]))
    beside = lines[max(0, number - 1) : number + 2]
    return _is_personal_name(text) and any(line.reason == "date line" for line in beside)


def _are_names(tokens: list[str]) -> bool:
    return bool(tokens) and tokens[0][0].isupper() and all(one[0].isupper() or one in _ROLES for one in tokens)


def _author(text: str) -> str | None:
    """Who a byline says wrote it; None if it names anybody but people."""
    if not (label := BYLINE.match(text)):
        return text
    told = re.split(r"\s*[,|•·;(–—]|\s+(?:in|at|for)\s", text[label.end() :].strip("() "), maxsplit=1)[0]
    names = re.split(r"\s+(?:and|&)\s+", told)
    are_people = all(_is_personal_name(name) and not is_agency(name) for name in names)
    has_role = any(not _ROLES.isdisjoint(name.lower().split()) for name in names)
    return told if are_people and not has_role and not _EDITED.match(text) else None


def _is_personal_name(text: str) -> bool:
    return 2 <= len(text.split()) <= 3 and is_title_case(text) and not re.search(r"[^\w .'’-]|\d", text)


# --- wire copy ----------------------------------------------------------------


def _take_sign(draft: Draft) -> Draft:
    """Take `(Reuters)` where it stands alone above the first sentence or at the end."""
    signs = ((number, _SIGN.fullmatch(draft.lines[number].words)) for number in _outer(draft.lines))
    number, found = next(((number, sign) for number, sign in signs if sign), (0, None))
    return _credited(replace(draft, lines=marked(draft.lines, {number}, "wire credit")), found) if found else draft


def _take_dateline(draft: Draft) -> Draft:
    """Take `GENEVA, May 3, 2022 (Reuters)` where it stands on a line of its own above the first sentence."""
    kept = [number for number, line in enumerate(draft.lines) if not line.reason]
    opening = next((number for number in kept if is_sentence(draft.lines[number].words)), len(draft.lines))
    for number in kept:
        found = _DATELINE.fullmatch(draft.lines[number].words) if number < opening else None
        if found and (found["agency"] or found["place"].partition(",")[0].isupper()):
            return _credited(replace(draft, lines=marked(draft.lines, {number}, "wire credit")), found)
    return draft


def _take_wire_credit(draft: Draft) -> Draft:
    told = (number for number, line in enumerate(draft.lines) if not line.reason and is_sentence(line.words))
    for number in islice(told, _FIRST_SENTENCES):
        line = draft.lines[number]
        found = _WIRE.match(line.text) if not line.lead else None
        if found and _is_credit(found):
            credited = replace(line, lead=found.end(), lead_reason="wire credit")
            lines = (*draft.lines[:number], credited, *draft.lines[number + 1 :])
            return _credited(replace(draft, lines=lines), found)
    return draft


def _credited(draft: Draft, found: re.Match[str]) -> Draft:
    """The draft with the date and the agency of a credit."""
    notes = (f"It is credited to {found['agency']}.",) if found["agency"] else ()
    return replace(draft, published=draft.published or iso_date(found["date"] or ""), notes=(*draft.notes, *notes))


def _is_credit(found: re.Match[str]) -> bool:
    """Whether the agency is known or the place set as in a dateline; else it is a sentence with a dash."""
    agency, place = found["agency"] or "", found["place"] or ""
    if is_agency(agency) or found["date"]:
        return True
    city, comma, _ = place.partition(",")
    if found["mark"] in "|:":
        return not agency and len(place.split()) == 1 and not place.isupper()
    return (len(city) > 3 and city.isupper()) or (not agency and bool(comma))
