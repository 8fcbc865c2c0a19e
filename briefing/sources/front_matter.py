"""Step 1, reading: the lines at the head of a text that tell of it → what they tell.

In: decoded text. Out: what stands between two lines of dashes, `key: value` as in YAML,
and the text behind it. Programs that keep notes or make web pages write them so.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefing.sources import clean
from briefing.sources.dates import faults, iso_date
from briefing.sources.draft import Draft, Line

_BLOCK = re.compile(r"\s*---[ ]*\n((?:[^\n]*\n)*?)---[ ]*(?:\n|$)")
_PAIR = re.compile(r"(\w[\w .-]{0,40}?)[ ]*:(?:[ ]+(.*))?")
_ENTRY = re.compile(r"\s*-[ ]+(.*)")
_KEYS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "site", "site_name", "publication", "source"),
    "published": ("published", "date", "publication_date", "published_at", "date_published"),
    "modified": ("modified", "updated", "last_modified", "updated_at", "date_modified", "lastmod"),
    "address": ("address", "url", "link", "canonical_url", "source_url", "source"),
    "language": ("language", "lang"),
}
"""What is known by which keys; the first that says something counts."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the head of a text, as it stands there and as it is meant."""

    lines: tuple[Line, ...] = ()
    known: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def before(self, draft: Draft) -> Draft:
        """The text behind it, with what it tells."""
        return replace(draft, lines=(*self.lines, *draft.lines), notes=(*draft.notes, *self.notes), **self.known)


def parted(text: str) -> tuple[FrontMatter, str]:
    """Part a text from the lines at its head that tell of it, if it has such."""
    found = _BLOCK.match(text)
    if not found or (told := _told(found[1].split("\n"))) is None:
        return FrontMatter(), text
    lines = tuple(Line(row, reason="front matter") for row in map(clean.line, found[1].split("\n")) if row)
    dates = (_joined(told, key) for key in (*_KEYS["published"], *_KEYS["modified"]))
    notes = tuple(fault for date in dates for fault in faults(date))
    return FrontMatter(lines, dict(_known(told)), notes), text[found.end() :]


def _told(rows: list[str]) -> dict[str, list[str]] | None:
    """The values of each key; None where one of the lines is none of front matter."""
    told: dict[str, list[str]] = {}
    last: list[str] = []
    for row in rows:
        if (entry := _ENTRY.fullmatch(row)) and told:
            last.append(_value(entry[1]))
        elif pair := _PAIR.fullmatch(row):
            last = told.setdefault(pair[1].lower(), [])
            last += _values(pair[2] or "")
        elif row.strip() and not row.startswith(("#", " ")):
            return None
    return told or None


def _values(text: str) -> list[str]:
    """A value, or those of a list in brackets."""
    listed = re.fullmatch(r"\[(?!\[)(.*)\]", text.strip())
    found = map(_value, listed[1].split(",") if listed else [text])
    return [value for value in found if value]


def _value(text: str) -> str:
    """A value without its quotes, or the brackets of a link to another note."""
    return clean.line(text).strip("'\"").removeprefix("[[").removesuffix("]]")


def _known(told: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for ours, keys in _KEYS.items():
        meant = _MEANT.get(ours, str)
        values = (meant(_joined(told, key)) for key in keys)
        if value := next(filter(None, values), None):
            yield ours, value


def _joined(told: Mapping[str, list[str]], key: str) -> str:
    return ", ".join(told.get(key, ()))


def _address(value: str) -> str | None:
    return value if _ADDRESS.fullmatch(value) else None


def _no_address(value: str) -> str | None:
    return None if _address(value) else value


def _language(value: str) -> str | None:
    found = _LANGUAGE.fullmatch(value)
    return found[1].lower() if found else None


_MEANT: Mapping[str, Callable[[str], str | None]] = {
    "publisher": _no_address,
    "published": iso_date,
    "modified": iso_date,
    "address": _address,
    "language": _language,
}
"""What a value is taken to mean; None where it is no such thing."""
