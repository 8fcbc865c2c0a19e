"""Steps 1 and 2 where the user's files are not: their contents go with the work.

In: a function and the files that it is to be given. Out: the same function, which whatever machine calls it gives
files of these contents, each under a path that no other content ever has, so that nothing kept by path grows old.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Carried:
    """A file's name and content."""

    name: str
    content: bytes

    def laid(self) -> Path:
        """The file on this machine, until the process ends."""
        return _laid(self)


@dataclass(frozen=True, slots=True)
class Carrying:
    """A function, and the files that it is called with by the names of its parameters."""

    function: Callable[..., Any]
    files: Mapping[str, tuple[Carried, ...]]

    def __call__(self, *given: Any) -> Any:
        """Call it."""
        return self.function(*given, **{name: tuple(one.laid() for one in files) for name, files in self.files.items()})


def carrying(function: partial[Any]) -> Carrying:
    """A function with what the files that it was given hold now."""
    files = {name: value for name, value in function.keywords.items() if _are_files(value)}
    held = {name: tuple(Carried(path.name, path.read_bytes()) for path in paths) for name, paths in files.items()}
    return Carrying(function, held)


def _are_files(value: Any) -> TypeGuard[tuple[Path, ...]]:
    return isinstance(value, tuple) and all(isinstance(each, Path) for each in value)


@cache
def _laid(file: Carried) -> Path:
    path = Path(_folder().name) / sha256(file.content).hexdigest() / file.name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(file.content)
    return path


@cache
def _folder() -> "TemporaryDirectory[str]":
    """This process's own, which nobody else can read and which goes with it."""
    from tempfile import TemporaryDirectory

    return TemporaryDirectory(prefix="briefing-")
