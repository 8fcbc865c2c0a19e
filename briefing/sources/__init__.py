"""Step 1, reading: files and folders → documents.

What enters is whatever a user points at; what leaves is text that no later
step changes, in blocks, with what was dropped and why. Nothing here judges
what matters. A file that cannot be used is reported, never passed over.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from briefing.errors import NothingToBuildError
from briefing.model import Document, Skipped
from briefing.settings import PROJECT, Project
from briefing.sources import blocks, document, furniture, metadata
from briefing.sources import language as languages
from briefing.sources.credits import take_credits
from briefing.sources.draft import UnreadableError
from briefing.sources.find import Found, find
from briefing.sources.fingerprints import fingerprints
from briefing.sources.notes import noted
from briefing.sources.readers import READERS

__all__ = ["Reading", "fingerprints", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, in the order of the sources' ids, and what could not."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def _silent(_step: str, _detail: str) -> None:
    """Progress that nobody watches."""


def read(
    paths: Iterable[str | Path],
    *,
    language: str = "en",
    project: Project | None = None,
    without: Iterable[Path] = (),
    progress: Callable[[str, str], None] = _silent,
) -> Reading:
    """Read files, and folders with all they hold.

    Sources are numbered S1, S2, … in the order of their names, whatever the
    order of the paths; a file that two paths lead to is read once.

    Args:
        paths: files and folders.
        language: the language of the brief, ISO 639-1; text in others is dropped.
        project: what the operator says of the sources; its file is no source.
        without: files and folders that are no sources, though they lie in a folder that is given.
        progress: called with (step, file) for each file.

    Raises:
        NothingToBuildError: not one file could be read.
    """
    project = project or Project()
    found, missing = find(paths, (*without, *([project.file] if project.file else [])))
    documents: list[Document] = []
    skipped = list(missing)
    for one in missing:
        progress("Reading", one.path)
    for file in found:
        progress("Reading", file.label)
        try:
            documents.append(noted(_read_file(file, language), project.sources.get(file.path)))
        except UnreadableError as error:
            skipped.append(Skipped(file.label, str(error)))
    if not documents:
        reasons = tuple(f"{one.path}: {one.reason}" for one in skipped)
        raise NothingToBuildError(reasons or ("No source was given. Name a file or a folder.",))
    documents.sort(key=lambda one: (one.source.path, one.source.sha256))
    numbered = (replace(one, source=replace(one.source, id=f"S{at}")) for at, one in enumerate(documents, 1))
    return Reading(tuple(numbered), tuple(sorted(skipped, key=lambda one: (one.path, one.reason))))


def _read_file(file: Found, language: str) -> Document:
    if file.path.name == PROJECT:
        raise UnreadableError("It holds settings, which are followed where its folder alone is given.")
    reader = READERS.get(file.path.suffix.lower())
    if reader is None:
        raise UnreadableError(f"Its kind cannot be read; readable are {', '.join(sorted(READERS))}.")
    try:
        data = file.path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"It cannot be opened: {error.strerror}.") from error
    if not data:
        raise UnreadableError("It is empty.")
    draft = metadata.take_dates(reader(data))
    draft = metadata.take_names(take_credits(furniture.drop(draft)))
    draft = blocks.lay_out(languages.choose(draft, language))
    made = document.make(draft, file.label, sha256(data).hexdigest())
    if all(block.kind in {"title", "heading"} for block in made.blocks):
        raise UnreadableError("It holds no text that a brief could use.")
    return made
