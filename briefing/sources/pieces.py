"""Step 1, reading: a file → the sources in it: itself, or what its archives hold.

In: a file as it was found. Out: a `Piece` for each source, which is read by itself,
and a `Skipped` for what could not be unpacked. An archive is bounded as a whole with
all archives in it. Nothing of it is ever written to the disk.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from briefing.model import Skipped
from briefing.sources import clean
from briefing.sources.draft import UnreadableError, failed
from briefing.sources.kinds import Kind, recognised

MOST_UNPACKED = 300_000_000
"""Bytes that one archive may hold in all."""
MOST_MEMBERS = 20_000
"""Sources that one archive may hold."""
_WIDE = 10
"""Times as much where only a part of it is in memory at once."""
DEEPEST = 3
"""Archives in archives."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or what lies in one.

    Args:
        label: how the brief names it: `folder/saved.zip/news/a.html`.
        data: its bytes.
        kind: what they are, where the archive that holds it says so.
    """

    label: str
    data: bytes
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Single:
    """The bytes of one source.

    Args:
        label: how the brief names it.
        data: its bytes.
        kind: what they are.
    """

    label: str
    data: bytes
    kind: Kind


@dataclass(slots=True)
class Room:
    """What is left of the bounds of one archive, with all archives in it."""

    unpacked: int = MOST_UNPACKED
    members: int = MOST_MEMBERS
    times: int = 1
    names: frozenset[str] | None = None

    @classmethod
    def wide(cls, names: frozenset[str] | None = None) -> "Room":
        """The bounds of an archive of which one source after another is read, and few are kept.

        Args:
            names: what members are called that may be wanted; no other need be unpacked.
        """
        return cls(_WIDE * MOST_UNPACKED, _WIDE * MOST_MEMBERS, _WIDE, names)

    def wants(self, name: str) -> bool:
        """Whether a member of this name may be wanted."""
        return self.names is None or inner(name) in self.names

    def take(self, size: int) -> None:
        """Take room for a member.

        Raises:
            UnreadableError: there is not so much left.
        """
        self.unpacked -= size
        self.members -= 1
        if self.unpacked < 0:
            raise UnreadableError(f"It holds more than {self.times * MOST_UNPACKED:,} bytes when it is unpacked.")
        if self.members < 0:
            most = self.times * MOST_MEMBERS
            raise UnreadableError(f"It holds more than {most:,} sources, the most that are read of one file.")


def pieces(piece: Piece, room: Room | None = None, depth: int = 0) -> Iterator[Single | Skipped]:
    """The sources that a piece is or holds, each with its kind; and what could not be unpacked.

    Args:
        piece: a file, or what lies in one.
        room: what is left of the bounds of the file.
        depth: how many archives it lies in.
    """
    room = room or Room()
    kind = None
    try:
        kind = _kind(piece)
        if not kind.holds:
            yield Single(piece.label, piece.data, kind)
        for member in _members(kind, piece.data, room, depth) if kind.holds or kind.brings else ():
            yield from _below(piece.label, member, room, depth)
    except UnreadableError as error:
        yield Skipped(piece.label, str(error))
    except Exception as error:  # noqa: BLE001  a library that fails on one file must not end the brief
        title = kind.title if kind else "a file"
        yield Skipped(piece.label, failed(title, error))


def _kind(piece: Piece) -> Kind:
    kind = piece.kind or recognised(piece.data, piece.label)
    if len(piece.data) > kind.most:
        most = f"{kind.most // 1_000_000} MB"
        raise UnreadableError(f"It is {kind.title} of more than {most}, the most that is read of one.")
    return kind


def _below(label: str, member: Piece | Skipped, room: Room, depth: int) -> Iterator[Single | Skipped]:
    if isinstance(member, Skipped):
        yield replace(member, path=f"{label}/{inner(member.path)}")
    else:
        yield from pieces(replace(member, label=f"{label}/{inner(member.label)}"), room, depth + 1)


def inner(name: str) -> str:
    """How something is called within what holds it, without what would lead out of there."""
    parts = re.sub(r"^[A-Za-z]:", "", clean.line(name).replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part.strip() not in {"", ".", ".."}) or "unnamed"


def names_in(label: str, wanted: Iterable[str]) -> frozenset[str]:
    """What the sources in a file, and the archives that they lie in, may be called in what holds them.

    Args:
        label: how the brief names the file.
        wanted: how it names the sources.
    """
    paths = [one.removeprefix(f"{label}/").split("/") for one in wanted]
    return frozenset(
        "/".join(path[start:end]) for path in paths for start in range(len(path)) for end in range(start, len(path) + 1)
    )


def numbered(number: int, of: int) -> str:
    """A number as a name, such that names sort as numbers do.

    Args:
        number: from 1.
        of: the last number.
    """
    return f"{number:0{len(str(of))}}"


def _members(kind: Kind, data: bytes, room: Room, depth: int) -> Iterator[Piece | Skipped]:
    """What lies in an archive or is attached to a mail, by the names that it gives, and what cannot be had."""
    members: Container = import_module(f"briefing.sources.readers.{kind.name}").members
    for member in members(data, room):
        if depth == DEEPEST:
            raise UnreadableError(f"What it holds lies in {DEEPEST} archives, one in another; unpack it.")
        yield member


Container = Callable[[bytes, Room], Iterator[Piece | Skipped]]
"""Gives what lies in an archive, and takes room for it before it is unpacked.

Raises `UnreadableError` where it can go no further.
"""
