"""Step 4: things by the passages at which they stand.

Enters: things, each with its passages. Leaves: those at a passage that is mostly the same, found by the
text that it stands in, so that not every passage is compared with every other.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

MOST = 0.5
"""Share of the shorter of two passages that makes them the same."""
Thing = TypeVar("Thing")


class Standing(Generic[Thing]):
    """What stands where: a passage is the name of a text, its start and its end."""

    def __init__(self) -> None:
        self._held: defaultdict[str, list[tuple[int, int, Thing]]] = defaultdict(list)

    def put(self, thing: Thing, text: str, start: int, end: int) -> None:
        """Say that a thing stands at a passage."""
        self._held[text].append((start, end, thing))

    def at(self, text: str, start: int, end: int) -> Iterator[Thing]:
        """What stands there."""
        for first, last, thing in self._held.get(text, ()):
            if min(last, end) - max(first, start) > MOST * min(last - first, end - start):
                yield thing
