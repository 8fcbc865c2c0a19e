"""Step 1, reading: files and folders → documents.

What enters is whatever a user points at; what leaves is text that no later
step changes, in blocks, with what was dropped and why. Nothing here judges
what matters. A file that cannot be used is reported, never passed over.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from briefing import apart
from briefing.errors import NothingToBuildError
from briefing.model import Bounds, Document, Skipped
from briefing.settings import Project
from briefing.sources.boilerplate import without_boilerplate
from briefing.sources.bounds import left_out, within
from briefing.sources.find import Found, find
from briefing.sources.fingerprints import fingerprints
from briefing.sources.fingerprints import told as fingerprint
from briefing.sources.listing import Chosen, Listing, listing
from briefing.sources.notes import Notes
from briefing.sources.reading import Opened, opened, read_file

__all__ = ["Chosen", "Found", "Listing", "Reading", "fingerprints", "left_out", "listing", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, in the order of the sources' ids, and what could not.

    `fingerprints` are those of what was read, which may have changed since they were asked for.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    fingerprints: tuple[tuple[str, str], ...] = ()


def _silent(_step: str, _detail: str) -> None:
    """Progress that nobody watches."""


Spread = Callable[[Callable[[Any], Any], Iterable[Any], Callable[[Any], int]], Iterator[Any]]
"""Calls a function with each item, and gives what it returns in their order; told how much work an item is."""


def _here(function: Callable[[Any], Any], items: Iterable[Any], _size: Callable[[Any], int]) -> Iterator[Any]:
    return map(function, items)


def read(
    paths: Iterable[str | Path],
    *,
    language: str = "en",
    project: Project | None = None,
    without: Iterable[Path] = (),
    chosen: Chosen | None = None,
    bounds: Bounds | None = None,
    progress: Callable[[str, str], None] = _silent,
    spread: Spread = _here,
) -> Reading:
    """Read files, and folders with all they hold.

    Sources are numbered S1, S2, … in the order of their names, whatever the
    order of the paths; a file that two paths lead to is read once.

    Args:
        paths: files and folders.
        language: the language of the brief, ISO 639-1; text in others is dropped.
        project: what the operator says of the sources; its file is no source.
        without: files and folders that are no sources, though they lie in a folder that is given.
        chosen: the sources that are wanted of all that is given, where a listing has found them; then all else
            is passed over.
        bounds: the dates of publication that are wanted; what was published outside of them is skipped.
        progress: called with (step, file) for each file.
        spread: has the files read, elsewhere if it likes: what is called is a pure function of a file's content.

    Raises:
        NothingToBuildError: not one file could be read.
        SettingError: what the operator says of a source cannot be followed.
    """
    project = project or Project()
    given = chosen.files if chosen else find(paths, (*without, *([project.file] if project.file else [])))
    notes = Notes(given.notes, project)
    documents: list[Document] = []
    skipped = list(given.missing)
    told = [*((one.path, one.reason) for one in given.missing), *map(fingerprint, given.notes)]
    labels: list[tuple[Found, str]] = []
    for name, _ in told:
        progress("Reading", name)
    made_of = partial(read_file, language=language, notes=notes)
    unread = _opened(given.sources, chosen, progress)
    for file, made in zip(given.sources, spread(made_of, unread, _size), strict=True):
        documents.extend(one for one in made.read if isinstance(one, Document))
        skipped.extend(one for one in made.read if isinstance(one, Skipped))
        labels += [(file, one.source.path if isinstance(one, Document) else one.path) for one in made.read]
        told.append(made.told)
    # Its memory goes before the next steps need theirs.
    apart.end_all()
    if not chosen:
        notes.check(labels)
    if bounds:
        documents, outside = within(documents, bounds)
        skipped += outside
    if not documents:
        reasons = tuple(f"{one.path}: {one.reason}" for one in skipped)
        raise NothingToBuildError(reasons or ("No source was given. Name a file or a folder.",))
    ordered = sorted(skipped, key=lambda one: (one.path, one.reason))
    return Reading(_numbered(documents), tuple(ordered), tuple(sorted(told)))


def _numbered(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents with their ids, without what the pages of a site repeat."""
    sifted = without_boilerplate(sorted(documents, key=lambda one: (one.source.path, one.source.sha256)))
    return tuple(replace(one, source=replace(one.source, id=f"S{at}")) for at, one in enumerate(sifted, 1))


def _opened(files: Iterable[Found], chosen: Chosen | None, progress: Callable[[str, str], None]) -> Iterator[Opened]:
    for file in files:
        progress("Reading", file.label)
        yield opened(file, chosen.labels[file.path] if chosen else None)


def _size(file: Opened) -> int:
    return file.size
