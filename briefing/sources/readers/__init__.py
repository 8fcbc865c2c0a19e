"""Step 1, reading: the readers, a module for each kind of file, by its name in `kinds.py`.

The module of a kind that is a source has `read(data: bytes) -> Draft`, that of one
that holds sources `members(data: bytes, room: Room) -> Iterator[Piece | Skipped]`. A
module is imported when the first file of its kind is met; heavy libraries are
imported inside its functions.
"""

from importlib import import_module

from briefing.sources.draft import Reader
from briefing.sources.kinds import Kind


def reader_of(kind: Kind) -> Reader:
    """What reads a kind of source."""
    reader: Reader = import_module(f"{__name__}.{kind.name}").read
    return reader
