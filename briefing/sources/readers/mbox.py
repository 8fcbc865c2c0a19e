"""Step 1, reading: a mailbox → its mails, each by its number.

A mail begins with a line `From sender date` behind an empty one; such a line within a
mail was written `>From` (RFC 4155).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.model import Skipped
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Piece, Room, numbered

_BEGINS = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n(?=[A-Za-z-]+:)")
_MASKED = re.compile(rb"^>(>*From )", re.MULTILINE)


def members(data: bytes, room: Room) -> Iterator[Piece | Skipped]:
    """The mails in their order."""
    begins = [(found.start(), found.end()) for found in _BEGINS.finditer(data)]
    for number, ((_, start), (end, _)) in enumerate(pairwise([*begins, (len(data), 0)]), 1):
        if not room.wants(label := numbered(number, len(begins))):
            continue
        room.take(end - start)
        yield Piece(label, _MASKED.sub(rb"\1", data[start:end]), KINDS["eml"])
