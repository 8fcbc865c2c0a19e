"""Where the index of an archive lies: in the user's cache folder, since the archive may be others', or read-only."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from briefing.errors import OutputError
from briefing.settings import PACKAGE


def folder() -> Path:
    """The folder of the indexes that no user has named; it need not be there."""
    from platformdirs import user_cache_path

    return user_cache_path(PACKAGE.name, appauthor=False) / "archives"


def place_of(paths: Iterable[Path]) -> Path:
    """The file of the index of these files and folders; it need not be there."""
    told = b"\0".join(sorted({os.fsencode(os.path.realpath(path)) for path in paths}))
    return folder() / f"{sha256(told).hexdigest()[:32]}.sqlite"


def sizes() -> tuple[int, ...]:
    """How many bytes each index in the folder has."""
    return tuple(file.stat().st_size for file in sorted(folder().glob("*.sqlite")))


def clear() -> tuple[int, ...]:
    """Remove all indexes in the folder; the next command that needs one makes it anew.

    Returns:
        How many bytes each had.

    Raises:
        OutputError: they cannot be removed.
    """
    held = sizes()
    try:
        for file in folder().glob("*.sqlite*"):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"Cannot clear {folder()}: {error.strerror or error}. Remove it by hand.") from error
    return held
