"""Step 1, reading: a zip archive → the files in it, in the order of their names.

What an archive says of itself is checked before anything is unpacked, and no more is
unpacked than it says. Nothing is written to the disk, so that a name can lead nowhere.
"""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from stat import S_ISLNK
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from briefing.model import Skipped
from briefing.sources.draft import UnreadableError
from briefing.sources.kinds import MOST_BYTES
from briefing.sources.pieces import MOST_UNPACKED, Piece, Room, inner

_MOST_RATIO = 100  # text is packed to a third, and seldom to less than a twentieth
_SMALL = 1_000_000  # bytes, for which the ratio does not matter
_METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2})  # LZMA takes as much memory as the archive says
_IS_ENCRYPTED = 0x1
_IS_UTF8 = 0x800
_FAILURES = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


def members(data: bytes, room: Room) -> Iterator[Piece | Skipped]:
    """The files in the archive, and what of it cannot be unpacked.

    Raises:
        UnreadableError: as a whole it is too large, or made to do harm.
    """
    with ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > room.unpacked:
            raise UnreadableError(f"It holds more than {room.times * MOST_UNPACKED:,} bytes when it is unpacked.")
        if _overlap(entries):
            raise UnreadableError("Its files lie one in another, as in an archive that is made to do harm.")
        for name, entry in sorted(((_name(entry), entry) for entry in entries), key=_place):
            if not _is_hidden(name) and room.wants(name):
                yield _member(archive, name, entry, room)


def _place(named: tuple[str, ZipInfo]) -> tuple[str, int]:
    return named[0], named[1].header_offset


def _overlap(entries: Iterable[ZipInfo]) -> bool:
    """Whether two entries share bytes, by which a small archive unpacks to a vast one (Fifield 2019)."""
    placed = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(start + size > below for (start, size), (below, _) in pairwise(placed))


def _name(entry: ZipInfo) -> str:
    """What an entry is called."""
    name = entry.filename
    if not entry.flag_bits & _IS_UTF8:
        with suppress(UnicodeError):  # many programs write UTF-8 and do not say so
            name = name.encode("cp437").decode("utf-8")
    return inner(name)


def _is_hidden(name: str) -> bool:
    """Whether it is passed over, as hidden files in a folder are."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _member(archive: ZipFile, name: str, entry: ZipInfo, room: Room) -> Piece | Skipped:
    if reason := _refusal(entry):
        return Skipped(name, reason)
    room.take(entry.file_size)
    try:
        with archive.open(entry) as content:
            data = content.read(entry.file_size + 1)
    except _FAILURES:
        return Skipped(name, "It is damaged within its archive; unpack that, or fetch it again.")
    if len(data) != entry.file_size:
        return Skipped(name, "It has another size than its archive says; unpack that, or fetch it again.")
    return Piece(name, data) if data else Skipped(name, "It is empty.")


def _refusal(entry: ZipInfo) -> str | None:
    """Why an entry is not unpacked, if it is not."""
    if S_ISLNK(entry.external_attr >> 16):
        return "It is a link, and links in an archive are not followed."
    if entry.flag_bits & _IS_ENCRYPTED:
        return "It is encrypted; unpack its archive."
    if entry.compress_type not in _METHODS:
        return "It is packed in a way that is not undone here; unpack its archive."
    if entry.file_size > MOST_BYTES:
        return f"It has more than {MOST_BYTES // 1_000_000} MB, the most that is read of a file."
    if entry.file_size > max(_SMALL, _MOST_RATIO * entry.compress_size):
        return f"It unpacks to more than {_MOST_RATIO} times its size, as what is made to do harm; unpack its archive."
    return None
