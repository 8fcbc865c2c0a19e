"""The sentences of one document as bytes: as a worker sends them, and as they are kept.

Enters: what step 2 made of a document. Leaves: the same, under the id that the document has in this collection, which
is another when a source is added. The bytes name no collection: they stand for the document's text alone.
"""

from functools import cache
from typing import TYPE_CHECKING

from briefing.model import Sentence

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

NOBODY = "\0"
"""The id that a document has while it is analysed by itself. No text of a source holds this character (step 1 drops
it), so its bytes tell the ids from all else."""


def pack(sentences: tuple[Sentence, ...]) -> bytes:
    """The sentences of the document `NOBODY` as MessagePack."""
    import msgspec

    return msgspec.msgpack.encode(sentences)


def unpack(packed: bytes, source: str) -> tuple[Sentence, ...]:
    """The sentences again, of the document of this id.

    Raises:
        msgspec.DecodeError: these are no such bytes.
    """
    import msgspec

    own, given = msgspec.msgpack.encode(NOBODY), msgspec.msgpack.encode(source)
    return _decoder().decode(packed.replace(own, given))


@cache
def _decoder() -> "Decoder[tuple[Sentence, ...]]":
    import msgspec

    return msgspec.msgpack.Decoder(tuple[Sentence, ...])
