"""What is kept, as data: of whole collections, and of the words that no stem tells.

Enters: what merging gave, and what composition asked of analysis. Leaves: the
same, equal in all its parts. It is written as MessagePack, compressed, and read strictly into
the model's types: whatever else lies in the store is passed over and made anew.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefing.cache.packing import LEVEL
from briefing.cache.store import Store
from briefing.language import Irregular
from briefing.model import Merged, Skipped

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Kept:
    """What composition needs of a collection, and how many sentences each of its sources has.

    `words` are what a lemmatizer knew in the end.
    """

    merged: Merged
    skipped: tuple[Skipped, ...]
    counts: Mapping[str, int]
    words: Irregular


def find(store: Store, kind: str, key: str, type_: type[Entry]) -> Entry | None:
    """What is kept under a key; None if there is nothing, or nothing that could have been kept."""
    import msgspec

    if (content := store.find(kind, key)) is None:
        return None
    try:
        return msgspec.msgpack.decode(zlib.decompress(content), type=type_)
    except (zlib.error, msgspec.DecodeError, RecursionError):
        return None


def keep(store: Store, kind: str, key: str, entry: object) -> None:
    """Keep it for the next time, as far as there is room."""
    import msgspec

    store.keep(kind, key, zlib.compress(msgspec.msgpack.encode(entry), LEVEL))
