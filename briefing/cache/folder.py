"""The user's folder of kept collections: bounded, safe for several programs at once, and never in the way.

Enters: bytes and their name. Leaves: the same bytes, or nothing. A folder that
cannot be written, a damaged file and one that another program removes are no errors.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from briefing.errors import OutputError
from briefing.settings import PACKAGE

MOST = 250_000_000
"""Bytes that are kept in all; beyond them, what was not used for longest goes."""
_CHECK = sha256().digest_size
_PART = "part-"
"""How the name of a file begins that is being written."""
_ABANDONED = 3600 * 10**9
"""Nanoseconds after which nobody is writing to such a file any more."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Where collections are kept, how many there are, and how many bytes they take."""

    folder: Path
    entries: int
    size: int


def place() -> Path:
    """The folder; it need not be there."""
    from platformdirs import user_cache_path

    return user_cache_path(PACKAGE.name, appauthor=False) / "collections"


def load(name: str) -> bytes | None:
    """What is kept under a name; None if nothing whole is."""
    file = place() / name
    try:
        content = file.read_bytes()
        os.utime(file)  # it was used just now
    except OSError:
        return None
    check, kept = content[:_CHECK], content[_CHECK:]
    return kept if sha256(kept).digest() == check else None


def save(name: str, content: bytes) -> None:
    """Keep bytes under a name, if that can be done; what does not fit among `MOST` is not kept."""
    if len(content) + _CHECK > MOST:
        return
    with suppress(OSError):
        folder = place()
        # A source may be for few eyes, and so is what is made of it.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(folder / name, sha256(content).digest() + content)
        _bound()


def _write(file: Path, content: bytes) -> None:
    """Write beside and rename: nobody ever reads half a file."""
    with NamedTemporaryFile(prefix=_PART, dir=file.parent, delete=False) as beside:
        try:
            beside.write(content)
            beside.close()
            Path(beside.name).replace(file)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


def _bound() -> None:
    """Remove what was not used for longest, until the rest is small enough, and what a killed program left."""
    by_age = sorted(_files(), key=lambda one: (one[1].st_mtime_ns, one[0]), reverse=True)
    left, latest = MOST, max((status.st_mtime_ns for _, status in by_age), default=0)
    for file, status in by_age:
        left -= status.st_size
        if left < 0 or (file.name.startswith(_PART) and latest - status.st_mtime_ns > _ABANDONED):
            file.unlink(missing_ok=True)


def _files() -> Iterator[tuple[Path, os.stat_result]]:
    """The files that are there, those that a stopped program left half-written too."""
    with suppress(FileNotFoundError, NotADirectoryError):
        for file in place().iterdir():
            with suppress(FileNotFoundError):
                yield file, file.stat()


def usage() -> Usage:
    """How much is kept.

    Raises:
        OutputError: the folder cannot be read.
    """
    try:
        sizes = [status.st_size for _, status in _files()]
    except OSError as error:
        raise OutputError(f"Cannot read {place()}: {error.strerror or error}.") from error
    return Usage(place(), len(sizes), sum(sizes))


def clear() -> Usage:
    """Remove all that is kept.

    Returns:
        What there was.

    Raises:
        OutputError: it cannot be removed.
    """
    held = usage()
    try:
        for file, _ in _files():
            file.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"Cannot clear {place()}: {error.strerror or error}. Remove it by hand.") from error
    return held
