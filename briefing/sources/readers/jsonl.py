"""Step 1, reading: JSON lines → the articles in them, each by the number of its line."""

from collections.abc import Iterator

from briefing.model import Skipped
from briefing.sources.articles import loaded
from briefing.sources.draft import UnreadableError
from briefing.sources.encoding import decode
from briefing.sources.pieces import Piece, Room, numbered
from briefing.sources.readers.json import piece

_LONGEST = 10_000_000  # characters of a line


def members(data: bytes, room: Room) -> Iterator[Piece | Skipped]:
    """The articles in their order, and the lines that are none."""
    lines = decode(data)[0].rstrip().split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip() and room.wants(label := f"line {numbered(number, len(lines))}"):
            yield _member(label, line, room)


def _member(label: str, line: str, room: Room) -> Piece | Skipped:
    if len(line) > _LONGEST:
        return Skipped(label, f"It has more than {_LONGEST:,} characters, the most that is read of a line.")
    try:
        article = loaded(line)
    except UnreadableError:
        room.take(0)
        return Skipped(label, "It is no JSON; the other lines are read.")
    return piece(label, article, room)
