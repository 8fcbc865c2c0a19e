"""What an operator says of sources, before what they state themselves.

It stands in `sources.toml` or in the `briefing.toml` of a folder, a table for each source
by its path, or beside a source in a file of its own: `a.html.meta.toml` of `a.html`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal

from briefing.errors import TemplateError
from briefing.settings.tables import Table, built, is_date, parsed, sheet

NOTES = "sources.toml"
"""The file of a folder that tells of the sources in it."""
SIDECAR = ".meta.toml"
"""What the name of a file ends in that tells of the source beside it."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""How far the operator trusts a source, on the scale of the Admiralty (NATO STANAG 2511): A completely, E not at all,
F where it cannot be judged."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the operator says of a source, before what it states itself. None leaves it to the source."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    address: str | None = None
    language: str | None = None
    reliability: Reliability | None = None

    @property
    def told(self) -> Mapping[str, str]:
        """What it says, by its names."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}


@dataclass(frozen=True, slots=True)
class NamedNote:
    """What is said of the sources of a name.

    Args:
        name: the path of a source, of a folder or of an archive, seen from the folder of the file that says it;
            `*` stands for anything.
        note: what is said.
        where: the file that says it.
    """

    name: str
    note: SourceNote
    where: Path


def load_sidecar(where: Path) -> SourceNote:
    """Read what is said of one source.

    Args:
        where: its sidecar.

    Raises:
        TemplateError: it says what cannot be followed; the message names it and the nearest that can.
    """
    return _note(without_dates(parsed(where)), where)


def load_notes(where: Path) -> tuple[NamedNote, ...]:
    """Read what is said of the sources of a folder.

    Args:
        where: its `sources.toml`.

    Raises:
        TemplateError: as `load_sidecar`.
    """
    return named_notes(without_dates(parsed(where)), where)


def named_notes(notes: Table, where: Path) -> tuple[NamedNote, ...]:
    """What a table says of sources, by their names.

    Args:
        notes: a table for each.
        where: the file that it stands in.

    Raises:
        TemplateError: as `load_sidecar`.
    """
    return tuple(_named(notes, where))


def _named(notes: Table, where: Path) -> Iterator[NamedNote]:
    for name, note in notes.items():
        if not isinstance(note, dict):
            raise TemplateError(f'{where}: “{name}” must be a table, such as publisher = "…".', where=where)
        if any(isinstance(value, dict) for value in note.values()):
            raise TemplateError(f"{where}: “{name}” holds a table. Put the name of a source in quotes.", where=where)
        yield NamedNote(name, _note(note, where, f"{name}: "), where)


def _note(table: Table, where: Path, of: str = "") -> SourceNote:
    note = built(SourceNote, sheet(table, where), where)
    for key, value in note.told.items():
        if wrong := _fault(key, value):
            raise TemplateError(f"{where}: “{of}{key}” is “{value}”, which is {wrong}", where=where, key=key)
    return note


def _fault(key: str, value: str) -> str:
    """What is wrong with a value, and the way out."""
    if not value.strip():
        return "empty. Leave it out where you do not know it."
    if key in {"published", "modified"} and not is_date(value):
        return "no date. Write it as 2012, 2023-07 or 2023-09-16."
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return "no code of a language. Write it as en, fr or ar."
    return ""


def without_dates(value: Any) -> Any:
    """The same, with the days that TOML knows as ISO 8601 writes them."""
    if isinstance(value, dict):
        return {key: without_dates(one) for key, one in value.items()}
    return value.isoformat() if type(value) is date else value
