"""Step 2: the names and the words that the rules go by.

Read once from the TOML files in `data/`, which say how they are laid out.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing.model import EntityKind

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Known:
    """A known name: the usual name of what it stands for, and its kind."""

    name: str
    kind: EntityKind


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text("utf-8"))


def _known() -> Iterator[tuple[str, Known]]:
    for entry in _read("states.toml").values():
        state = Known(entry["names"][0], "state")
        for name in entry["names"]:
            yield name, state
    for name, entry in _read("organisations.toml").items():
        body = Known(name, entry["kind"])
        for form in (name, *entry["names"]):
            yield form, body


@cache
def known_names() -> dict[str, Known]:
    """Every known name and what it stands for."""
    found = dict(_known())
    return found | {name.replace("'", "’"): known for name, known in found.items()}


@cache
def demonyms() -> dict[str, str]:
    """The state's usual name for each demonym."""
    return {word: entry["names"][0] for entry in _read("states.toml").values() for word in entry["demonyms"]}


@cache
def titles() -> frozenset[str]:
    """What a person is called, in full or in short."""
    return words("person") | words("short_title")


@cache
def speaking() -> frozenset[str]:
    """Verbs that report what someone says."""
    return words("speech") | words("reporting")


@cache
def words(kind: str) -> frozenset[str]:
    """A list of `data/words.toml`, by its name there."""
    return frozenset(_read("words.toml")[kind])
