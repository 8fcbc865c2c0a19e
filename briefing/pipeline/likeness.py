"""What steps 1 and 2 are made of, told to a worker on another machine: it may work where it is made of the same.

In: the name of a spaCy pipeline, if a user names one. Out: versions and digests by what they are of.
"""

import platform
import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from briefing import language
from briefing.errors import SettingError
from briefing.settings import PACKAGE, VERSION

_TOLD = 3
"""Differences that are told; there are dozens where one version of everything is not the other's."""
_MISSING = "missing"


@cache
def likeness(pipeline: str | None = None) -> Mapping[str, str]:
    """What tells this installation from all that could read or analyse otherwise.

    A pipeline is digested when it is first used and not again: what a long-lived worker has loaded is what counts.
    """
    own = sorted(file for file in PACKAGE.rglob("*") if file.suffix != ".pyc" and "templates" not in file.parts)
    made = {
        "briefing": VERSION,
        "the program's code and data": _digest(own, PACKAGE),
        "Python": platform.python_version(),
    }
    made |= {name: version(name) for name in sorted(_libraries("briefing", set()))}
    return made | ({f"the pipeline “{pipeline}”": _pipeline(pipeline)} if pipeline else {})


def refusal(needed: Mapping[str, str], pipeline: str | None) -> str | None:
    """Why work that needs these versions cannot be done here; None if it can."""
    here = likeness(pipeline)
    other = [name for name in (*needed, *sorted(here.keys() - needed.keys())) if needed.get(name) != here.get(name)]
    if not other:
        return None
    told = [f"{name} is {here.get(name, _MISSING)}, not {needed.get(name, _MISSING)}" for name in other[:_TOLD]]
    if len(other) > _TOLD:
        told.append(f"{len(other) - _TOLD} more differ")
    return "; ".join(told)


def _pipeline(name: str) -> str:
    try:
        folder = language.folder(name)
    except SettingError:
        return _MISSING
    return _digest(sorted(folder.rglob("*")), folder)


def _digest(files: list[Path], root: Path) -> str:
    digest = sha256()
    for file in files:
        if file.is_file():
            content = file.read_bytes()
            digest.update(f"{file.relative_to(root).as_posix()}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:12]


def _libraries(library: str, seen: set[str]) -> Iterator[str]:
    """The libraries that one needs and that are installed, and those that these need; extras aside."""
    for requirement in requires(library) or ():
        found = re.match(r"[\w.-]+", requirement)
        name = re.sub(r"[-_.]+", "-", found[0].lower()) if found else requirement
        if "extra ==" in requirement or name in seen:
            continue
        seen.add(name)
        try:
            version(name)
        except PackageNotFoundError:  # not for this system
            continue
        yield name
        yield from _libraries(name, seen)
