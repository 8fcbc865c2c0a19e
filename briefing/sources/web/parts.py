"""Step 1, reading: an element of a web page → the part of the page that it is, by how its markup names it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])")
_UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_CALLED = ("id", "data-component", "data-module", "data-testid")
"""What names an element beside its classes, which some programs make up anew for each page."""
_MOST_NAMES = 30  # classes of an element that are looked at


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that is no article; `is_weak` where its name does not leave text out by itself."""

    reason: str
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class _Names:
    """The parts by what elements are called."""

    tags: Mapping[str, Part]
    roles: Mapping[str, Part]
    words: Mapping[str, Part]
    hidden_tags: frozenset[str]
    hidden_words: frozenset[str]


def part_of(element: "_Element") -> Part | None:
    """The part that an element is; None if its markup names none."""
    names = _names()
    found = names.roles.get(element.get("role", "")) or names.tags.get(element.tag)
    if found and not found.is_weak:
        return found
    named = [names.words[phrase] for phrase in _phrases(element) if phrase in names.words]
    return next((part for part in named if not part.is_weak), found or next(iter(named), None))


def is_hidden(element: "_Element") -> bool:
    """Whether an element, as it was saved, is not shown."""
    if element.tag == "body":
        return False  # pages that a script shows when it is done are saved without the script
    names = _names()
    if element.get("hidden") is not None or element.tag in names.hidden_tags:
        return True
    if _UNSEEN_STYLE.search(element.get("style", "")):
        return True
    return any(phrase in names.hidden_words for phrase in _phrases(element))


def _phrases(element: "_Element") -> tuple[str, ...]:
    """One to three neighbouring words of each name that an element has, longer phrases first."""
    classes = element.get("class", "").split()[:_MOST_NAMES]
    return tuple(phrase for name in (*classes, *(element.get(key, "") for key in _CALLED)) for phrase in _parts(name))


@lru_cache(maxsize=1024)  # the elements of a page, and the pages of a site, share most names
def _parts(name: str) -> tuple[str, ...]:
    return tuple(_phrases_of([word.lower() for word in _WORD.findall(name)]))


def _phrases_of(words: Sequence[str]) -> Iterator[str]:
    for size in (3, 2, 1):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


@cache
def _names() -> _Names:
    table = tomllib.loads((Path(__file__).parents[1] / "data" / "page_parts.toml").read_text("utf-8"))
    parts = [(row, Part(row["reason"], row.get("weak", False))) for row in table["part"]]
    tags, roles, words = (
        {name: part for row, part in parts for name in row.get(key, ())} for key in ("tags", "roles", "words")
    )
    return _Names(tags, roles, words, *(frozenset(table["hidden"][key]) for key in ("tags", "words")))
