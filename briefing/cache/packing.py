"""The sentences of one document as bytes: as a worker sends them, and as they are kept.

Enters: what step 2 made of a document. Leaves: the same, under the id that the document has in this collection, which
is another when a source is added. The bytes name no collection: they stand for the document's text alone.
"""

import zlib
from functools import cache
from typing import TYPE_CHECKING

from briefing.model import Sentence

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

NOBODY = "\0nobody\0"
"""The id that a document has while it is analysed by itself. No text of a source holds its first character (step 1
drops it), and no number its length, so its bytes tell the ids from all else."""

LEVEL = 1
"""How hard zlib tries. What is kept gets seven times smaller; higher levels gain little."""


def pack(sentences: tuple[Sentence, ...]) -> bytes:
    """The sentences of the document `NOBODY` as MessagePack, compressed."""
    import msgspec

    return zlib.compress(msgspec.msgpack.encode(sentences), LEVEL)


def unpack(packed: bytes, source: str) -> tuple[Sentence, ...]:
    """The sentences again, of the document of this id.

    Raises:
        ValueError: these are no such bytes.
    """
    import msgspec

    own, given = msgspec.msgpack.encode(NOBODY), msgspec.msgpack.encode(source)
    try:
        return _decoder().decode(zlib.decompress(packed).replace(own, given))
    except zlib.error as error:
        raise ValueError from error


@cache
def _decoder() -> "Decoder[tuple[Sentence, ...]]":
    import msgspec

    return msgspec.msgpack.Decoder(tuple[Sentence, ...])
