"""Step 1, reading: the paths a user gives → the files to read, each once.

Their order never matters, links that go in circles do no harm, and the names
by which a brief calls files hold nothing of the machine they lie on.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from briefing.model import Skipped
from briefing.settings import NOTES, SIDECAR
from briefing.sources import clean


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file by the name that a brief gives it, `folder/file.txt`, and by the path by which it was `reached`."""

    label: str
    path: Path
    reached: Path = field(compare=False)


@dataclass(frozen=True, slots=True)
class Given:
    """What a user's paths lead to: sources, what is no file, and what the operator says of sources."""

    sources: tuple[Found, ...]
    missing: tuple[Skipped, ...]
    notes: tuple[Found, ...]


def find(paths: Iterable[str | Path], without: Iterable[Path] = ()) -> Given:
    """List the files that are given by themselves or lie in given folders.

    Hidden files and folders inside a given folder are passed over.

    Args:
        paths: files and folders.
        without: files and folders that are passed over inside a given folder, such as the briefs of earlier builds.

    Returns:
        The files in the order of their labels, and what is no file.
    """
    files: dict[Path, Found] = {}
    notes: dict[Path, Found] = {}
    skipped: set[Skipped] = set()
    unwanted = frozenset(map(_real, without))
    for given in paths:
        for label, path in _below(Path(given), unwanted):
            found = Found(label, _real(path), path)
            if reason := _refusal(found.path):
                skipped.add(Skipped(label, reason))
            elif path.name == NOTES or path.name.removesuffix(SIDECAR) not in {"", path.name}:
                notes[path] = found
            else:
                files[found.path] = min(found, files.get(found.path, found))
    missing = sorted(skipped, key=lambda one: (one.path, one.reason))
    return Given(tuple(sorted(files.values())), tuple(missing), tuple(sorted(notes.values())))


def _real(path: Path) -> Path:
    """The file itself, behind all links; where they cannot be followed, the path as it is."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path


def absolute(path: Path) -> Path:
    """The path from the root of the disk on, its links left as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would rename a link that is given


def _below(given: Path, unwanted: Collection[Path]) -> Iterator[tuple[str, Path]]:
    """The file that is given, or all files in the folder that is; an empty folder stands for itself."""
    root = absolute(given)
    if not _is_folder(root):
        beside = root.with_name(f"{root.name}{SIDECAR}")
        yield from (
            (_label(root.parent.name, path.name), path) for path in (root, beside) if path == root or _mode(path)
        )
        return
    found = [(_label(root.name, *path.relative_to(root).parts), path) for path in _walk(root, unwanted)]
    yield from found or [(_label(root.name), root)]


def _walk(folder: Path, unwanted: Collection[Path]) -> Iterator[Path]:
    """All files in a folder and those below it, each folder once, however links lead to it."""
    waiting, seen = [folder], set[Path]()
    while waiting:
        here = waiting.pop()
        if (real := _real(here)) in seen:
            continue
        seen.add(real)
        try:
            entries = sorted(path for path in here.iterdir() if not path.name.startswith("."))
            entries = [path for path in entries if _real(path) not in unwanted]
        except OSError:
            yield here
            continue
        waiting.extend(path for path in reversed(entries) if _is_folder(path))
        yield from (path for path in entries if not _is_folder(path))


def _refusal(path: Path) -> str | None:
    if _is_folder(path):
        return "The folder holds no file that could be read."
    if not (mode := _mode(path)):
        return "There is no such file or folder; check the name."
    return None if S_ISREG(mode) else "It is no regular file."


def _is_folder(path: Path) -> bool:
    return S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    """The type and permissions of what is there, 0 if nothing can be reached."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _label(*parts: str) -> str:
    """Join names as a brief shows them; bytes that are no text in a name become “\ufffd”."""
    label = "/".join(part for part in parts if part)
    return clean.line(os.fsencode(label).decode("utf-8", "replace"))
