"""Step 1, reading: what the operator says of a source goes before what it states itself.

In: the files that say something of sources, then each document. Out: the document with
both; `found` says whose word it is, and a note for the reader where they differ. What
stands beside a source goes before what is said in its folder, that before what is said
in a folder further up, and that before the project file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.model import KNOWN, Document, Finding
from briefing.settings import (
    NOTES,
    PROJECT,
    SIDECAR,
    NamedNote,
    Project,
    SourceNote,
    load_notes,
    load_sidecar,
    nearest,
)
from briefing.sources import clean
from briefing.sources.find import Found, absolute

_NEVER_STATED = {"language", "reliability"}
"""What is nobody's but the operator's word, though a source has it without one."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the operator says of one source, and a sentence for each thing that is said in two ways."""

    values: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class _Folder:
    """What one file says of the sources in its folder."""

    path: Path
    notes: tuple[NamedNote, ...]

    def name(self, file: Found, label: str) -> str | None:
        """The path of a source seen from the folder; None if it lies elsewhere."""
        if not file.reached.is_relative_to(self.path):
            return None
        return clean.line(file.reached.relative_to(self.path).as_posix()) + label.removeprefix(file.label)

    def of(self, name: str) -> Iterator[NamedNote]:
        """What is said of the source of this name: of all together first, of itself last."""
        yield from sorted((one for one in self.notes if _fits(one.name, name)), key=lambda one: len(one.name))


def _fits(pattern: str, name: str) -> bool:
    """Whether a name is, or lies within, what a pattern names."""
    return _form(pattern).fullmatch(name) is not None


@lru_cache(maxsize=10_000)  # it is asked of each note and each source
def _form(pattern: str) -> re.Pattern[str]:
    wanted = ".*".join(map(re.escape, clean.line(pattern).split("*")))
    return re.compile(rf"{wanted}(/.*)?")


class Notes:
    """All that the operator says.

    Args:
        files: `sources.toml` of folders, and the files beside sources.
        project: what the project file says.

    Raises:
        TemplateError: a file says what cannot be followed, or tells of a source that is not there.
    """

    def __init__(self, files: Iterable[Found], project: Project) -> None:
        given = [file.reached for file in files]
        # A folder further up comes first, since its path is the beginning of theirs.
        told = sorted((path for path in given if path.name == NOTES), key=lambda path: path.parent)
        folders = [_Folder(path.parent, load_notes(path)) for path in told]
        own = [_Folder(absolute(project.file.parent), project.sources)] if project.file else []
        self._folders = (*own, *folders)
        self._beside = {_told_by(path): (path, load_sidecar(path)) for path in given if path.name.endswith(SIDECAR)}

    def of(self, file: Found, label: str) -> Said:
        """What is said of a source.

        Args:
            file: the file that it is, or lies in.
            label: how the brief names it.
        """
        values: dict[str, tuple[str, Path]] = {}
        notes: list[str] = []
        for where, note in self._saying(file, label):
            for key, value in note.told.items():
                before, by = values.get(key, (value, where))
                if before != value and by != where:
                    files = f"{where.name} goes before {by.name}"
                    notes.append(f"{files} on its {KNOWN[key]}: “{value}”, not “{before}”.")
                values[key] = value, where
        return Said({key: clean.line(value) for key, (value, _) in values.items()}, tuple(map(clean.line, notes)))

    def _saying(self, file: Found, label: str) -> Iterator[tuple[Path, SourceNote]]:
        """What is said and the file that says it, from the weakest on."""
        for folder in self._folders:
            if name := folder.name(file, label):
                yield from ((one.where, one.note) for one in folder.of(name))
        if beside := self._beside.get(file.path):
            yield beside

    def check(self, read: Iterable[tuple[Found, str]]) -> None:
        """Whether all that is told of was read.

        Args:
            read: each source that was given, or could not be used, and the file that it is or lies in.

        Raises:
            TemplateError: a source is told of that is not there.
        """
        read = [*read]
        for folder in self._folders:
            names = {name for file, label in read if (name := folder.name(file, label))}
            for note in folder.notes:
                if not any(_fits(note.name, name) for name in names):
                    raise _unknown(note.where, note.name, names)


def _told_by(sidecar: Path) -> Path:
    """The file that a sidecar stands beside."""
    path = sidecar.with_name(sidecar.name.removesuffix(SIDECAR))
    if not path.is_file():
        beside = (one.name for one in sidecar.parent.iterdir() if one.is_file())
        raise _unknown(sidecar, path.name, (name for name in beside if not name.endswith((SIDECAR, NOTES, PROJECT))))
    return path.resolve()


def _unknown(where: Path, name: str, known: Iterable[str]) -> TemplateError:
    return TemplateError(f"{where} tells of the source “{name}”. {nearest(name, known)}", where=where)


def noted(document: Document, said: Said) -> Document:
    """The document with what the operator says of it.

    Args:
        document: as it was read.
        said: what the operator says.
    """
    if not said.values and not said.notes:
        return document
    source = document.source
    new: dict[str, Any] = {
        key: value for key, value in said.values.items() if key in _NEVER_STATED or getattr(source, key) != value
    }
    found = (*(one for one in source.found if one.field not in new), *(Finding(key, "sidecar") for key in new))
    return replace(
        document,
        source=replace(source, **new, found=found),
        notes=(*document.notes, *said.notes, *_otherwise(document, new)),
    )


def _otherwise(document: Document, given: Mapping[str, str]) -> Iterator[str]:
    """What the source states otherwise, a sentence for each."""
    for key in given:
        stated = getattr(document.source, key)
        if stated is not None and key not in _NEVER_STATED:
            yield f"Its {KNOWN[key]} is given by the operator; it states “{stated}”."
