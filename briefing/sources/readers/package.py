"""Step 1, reading: a document that is a zip archive of parts (DOCX, ODT, EPUB) → its parts.

In: the bytes. Out: the parts that a reader asks for, unpacked in memory within bounds
that are checked by what the archive declares, before anything is unpacked. What nobody
asks for, such as pictures and macros, stays packed, and names lead nowhere on the disk.
"""

import posixpath
import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from briefing.sources.draft import UnreadableError
from briefing.sources.office import LOCKED
from briefing.sources.readers.tree import Node, parse

MOST_PARTS = 20_000
"""Parts; a book with a picture on each page has some thousand."""
MOST_OF_PART = 20_000_000
"""Bytes of a part that is read; a report of 500 pages has a quarter of it."""
MOST_OF_ALL = 60_000_000
"""Bytes of all parts that are read."""

_ENTRY = b"PK\x01\x02"
_IS_LOCKED = 1
_DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)


@dataclass(slots=True)
class Package:
    """The parts of a document by their names.

    Raises:
        UnreadableError: it is damaged, or has too many parts.
    """

    data: bytes
    left: int = MOST_OF_ALL
    _archive: ZipFile = field(init=False)
    _parts: dict[str, list[ZipInfo]] = field(init=False)

    def __post_init__(self) -> None:
        if self.data.count(_ENTRY) > MOST_PARTS:  # asked before the list of them is made, which takes memory
            raise UnreadableError(f"It holds more than {MOST_PARTS:,} parts.")
        try:
            self._archive = ZipFile(BytesIO(self.data))
        except _DAMAGED as error:
            raise UnreadableError("It is a zip archive, and damaged.") from error
        self._parts = {}
        for part in self._archive.infolist():
            self._parts.setdefault(part.filename, []).append(part)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """A part's bytes.

        Raises:
            UnreadableError: it is missing, locked, damaged or too large, or two parts have the name.
        """
        part = self._part(name)
        if part.file_size > MOST_OF_PART or part.file_size > self.left:
            raise UnreadableError(f"Its part {name} would unpack to {part.file_size:,} bytes, more than is read.")
        self.left -= part.file_size
        try:
            return self._archive.read(part)
        except _DAMAGED as error:
            raise UnreadableError(f"Its part {name} is damaged.") from error

    def tree(self, name: str) -> Node:
        """A part that is XML.

        Raises:
            UnreadableError: as for `read`, or it is no XML that can be trusted.
        """
        return parse(self.read(name), f"Its part {name}")

    def tree_if_any(self, name: str) -> Node | None:
        """The same, or None where there is no such part."""
        return self.tree(name) if name in self else None

    def _part(self, name: str) -> ZipInfo:
        found = self._parts.get(name, [])
        if not found:
            raise UnreadableError(f"Its part {name} is missing.")
        if len(found) > 1:
            raise UnreadableError(
                f"It holds the part {name} {len(found)} times, so what it says depends on who opens it."
            )
        if found[0].flag_bits & _IS_LOCKED:
            raise UnreadableError(LOCKED)
        if found[0].compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableError(f"Its part {name} is packed in a way that no office program uses.")
        return found[0]


def beside(part: str, target: str) -> str:
    """The name of the part to which a part points, as `../media/a.png` or `/word/styles.xml`."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
