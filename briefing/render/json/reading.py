"""Step 5, rendering: `brief.json` → the brief that it was written from.

In: the bytes of the file, which anyone may have changed. Out: a `Brief` from
which every format has the bytes that it had from the brief that was built.
What is written there and unknown here is passed over.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Any, TypeVar

from briefing.errors import BriefFileError
from briefing.model import Block, Brief, Document, Dropped, Origin, Page, Reason, Source
from briefing.render.json.checking import flaws
from briefing.render.json.writing import SCHEMA

T = TypeVar("T")

_ANEW = "Build the brief anew from its sources."
_COMPLAINT = re.compile(r"(.*?)(?: - at `\$\.?(.*)`)?", re.DOTALL)
_EXPECTED = re.compile(r"Expected `([^`]+)`.*")
_MISSING = re.compile(r"Object missing required field `(.+)`")
_NAMES = {
    "str": "a text",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object with fields",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed(Source):
    """A source with its document, as one object."""

    text: str
    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shared:
    """An origin with the parts of its reasons."""

    id: str
    sources: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Rated:
    """What the file says of an item beside what it is."""

    credibility: int | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    """A section, as far as the file says more of it than the model holds."""

    items: tuple[_Rated, ...] = ()


@dataclass(frozen=True, slots=True)
class _Otherwise:
    """The parts of the file that have another form than in the model."""

    schema: int
    sources: tuple[_Listed, ...]
    origins: tuple[_Shared, ...]
    sections: tuple[_Section, ...] = ()


def read(content: bytes) -> Brief:
    """Make the brief that the data tells.

    Raises:
        BriefFileError: it is not the data of a brief, or of one that no reader could check; the message names the
            first place that is wrong.
    """
    record = parsed(content)
    brief = unchecked(record)
    for flaw in chain(flaws(brief), _misrated(brief, record)):
        raise BriefFileError(f"{flaw} {_ANEW}")
    return brief


def _misrated(brief: Brief, record: Mapping[str, Any]) -> Iterator[str]:
    """Items whose credibility is not what their origins make it; an older file has none."""
    rated_sections = _converted(record, _Otherwise).sections
    for number, (section, told) in enumerate(zip(brief.sections, rated_sections, strict=True)):
        for place, (item, rated) in enumerate(zip(section.items, told.items, strict=True)):
            if rated.credibility not in {None, item.credibility}:
                yield f"sections[{number}].items[{place}].credibility must be {item.credibility}, by its origins."


def unchecked(record: Mapping[str, Any]) -> Brief:
    """The brief of a record, whatever it tells.

    Raises:
        BriefFileError: it does not have the form of a brief; the message names the first place.
    """
    otherwise = _converted(record, _Otherwise)
    alike = {name: value for name, value in record.items() if name not in {"documents", "origins"}}
    return replace(
        _converted(alike, Brief),
        documents=tuple(map(_document, otherwise.sources)),
        origins=tuple(Origin(one.id, one.sources, one.reasons) for one in otherwise.origins),
    )


def parsed(content: bytes) -> Mapping[str, Any]:
    """The record that the bytes hold.

    Raises:
        BriefFileError: they are no JSON, or not of a brief that this version reads.
    """
    try:
        record = json.loads(content)
    except (ValueError, RecursionError) as error:
        at = f": {error}" if isinstance(error, json.JSONDecodeError) else ""
        raise BriefFileError(f"It is not JSON{at}. Give the brief.json that was written beside it.") from error
    if not isinstance(record, dict) or not isinstance(record.get("schema"), int):
        raise BriefFileError("It is JSON, but not of a brief. Give a brief.json.")
    if record["schema"] > SCHEMA:
        raise BriefFileError(f"It has schema {record['schema']}, and this version reads {SCHEMA}. Use a newer version.")
    return record


def _converted(record: Mapping[str, Any], kind: type[T]) -> T:
    """The data as a type of the model.

    Raises:
        BriefFileError: it does not fit.
    """
    import msgspec

    try:
        return msgspec.convert(record, kind)
    except msgspec.ValidationError as error:
        raise BriefFileError(f"{_told(str(error))} {_ANEW}") from error


def _told(complaint: str) -> str:
    """What msgspec complains of, in words: “sections[2].items[0].label must be a text or null”."""
    match = _COMPLAINT.fullmatch(complaint)
    message, place = match.groups("") if match else (complaint, "")
    if missing := _MISSING.fullmatch(message):
        return f"{place and f'{place}.'}{missing[1]} is missing."
    if expected := _EXPECTED.fullmatch(message):
        kinds = [_NAMES.get(kind, kind) for kind in expected[1].split(" | ")]
        return f"{place} must be {' or '.join(kinds)}."
    return f"{place}: {message}." if place else f"{message}."


def _document(listed: _Listed) -> Document:
    source = Source(**{field.name: getattr(listed, field.name) for field in fields(Source)})
    return Document(source, listed.text, listed.blocks, listed.dropped, listed.notes, listed.pages)
