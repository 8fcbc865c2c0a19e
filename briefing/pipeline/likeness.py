"""What steps 1 and 2 are made of, told to a worker on another machine: it may work where it is made of the same.

In: the name of a spaCy pipeline, if a user names one. Out: versions and digests by what they are of.
"""

import platform
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import requires, version
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
    made = {"briefing": VERSION, "its code": _digest(PACKAGE), "Python": platform.python_version()}
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
    return _digest(folder)


def _digest(folder: Path) -> str:
    """What tells the files of a folder; templates go with the wheel alone, and no worker asks for them."""
    digest = sha256()
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if file.is_file() and file.suffix != ".pyc" and name.parts[0] != "templates":
            content = file.read_bytes()
            digest.update(f"{name.as_posix()}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:12]


def _libraries(library: str, seen: set[str]) -> Iterator[str]:
    """The libraries that one needs on this system, and those that these need; extras aside."""
    from packaging.requirements import Requirement

    for requirement in map(Requirement, requires(library) or ()):
        name = requirement.name.lower()
        if name not in seen and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            seen.add(name)
            yield name
            yield from _libraries(name, seen)
