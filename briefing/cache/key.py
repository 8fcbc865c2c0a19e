"""The name of what is kept: all that it depends on, in one digest.

Enters: the sources and the settings of steps 1 to 3. Leaves: a key. It holds the
program's own code and data too, and the versions of all libraries, so that what
another version kept is never found.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from briefing.settings import PACKAGE, VERSION

STEPS = ("model", "sources", "language", "merge", "cache")
"""The folders of the program whose code and data make what is kept."""


def key_of(sources: Iterable[tuple[str, str]] = (), settings: Iterable[str] = (), folders: Iterable[Path] = ()) -> str:
    """The key of a collection under its settings.

    Args:
        sources: each source's name and what tells its content, or why it has none.
        settings: all that a user asks of steps 1 to 3.
        folders: models of the user's own. They are known by size and time, since they may be large.
    """
    told = [*_program(), "sources", *(part for source in sources for part in source), "settings", *settings]
    told += ["models", *(part for folder in folders for part in _stamps(folder))]
    # The length before each part keeps ("ab", "c") from ("a", "bc").
    return sha256("".join(f"{len(part)}:{part}" for part in told).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _program() -> tuple[str, ...]:
    """The program, and what it runs on."""
    digest = sha256()
    for step in STEPS:
        for file in sorted((PACKAGE / step).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                content = file.read_bytes()
                digest.update(f"{file.relative_to(PACKAGE).as_posix()}:{len(content)}:".encode() + content)
    return VERSION, sys.version, digest.hexdigest(), *_libraries()


def _libraries() -> Iterator[str]:
    for requirement in sorted(requires("briefing") or ()):
        found = re.match(r"[\w.-]+", requirement)
        name = found[0] if found else requirement
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # an extra that is not installed
            continue


def _stamps(folder: Path) -> Iterator[str]:
    for file in sorted((folder, *folder.rglob("*"))):
        status = file.stat()
        yield f"{file} {status.st_size} {status.st_mtime_ns}"
