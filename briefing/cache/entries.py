"""What is kept of a collection, as data.

Enters: what merging gave, and what composition asked of analysis. Leaves: the
same, equal in all its parts. It is written as MessagePack and read strictly into
the model's types: whatever else lies in the folder is passed over and made anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.cache import folder
from briefing.model import Merged, Skipped


@dataclass(frozen=True, slots=True)
class Kept:
    """What composition needs of a collection, and how many sentences each of its sources has.

    `weightless` and `lemmas` are what a lemmatizer knew in the end: the words without weight, and the lemmas of
    texts that no stem tells.
    """

    merged: Merged
    skipped: tuple[Skipped, ...]
    counts: Mapping[str, int]
    weightless: frozenset[str]
    lemmas: Mapping[str, tuple[str, ...]]


def find(key: str) -> Kept | None:
    """What is kept under a key; None if there is nothing, or nothing that could have been kept."""
    import msgspec

    if (content := folder.load(key)) is None:
        return None
    try:
        return msgspec.msgpack.decode(content, type=Kept)
    except (msgspec.DecodeError, RecursionError):
        return None


def keep(key: str, kept: Kept) -> None:
    """Keep it for the next time, as far as there is room."""
    import msgspec

    folder.save(key, msgspec.msgpack.encode(kept))
