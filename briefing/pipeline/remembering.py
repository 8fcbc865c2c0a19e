"""Steps 1 and 2 as far as an earlier build has not done them: what it has kept of a document is not made again.

In: what calls a function with each of many items. Out: the same, for those alone that the store does not know.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.cache import Store
from briefing.pipeline.spread import Spread

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Remembering(Generic[Item]):
    """Calls a function that gives bytes as `spread` does, but for what is kept, and keeps what is new.

    Args:
        spread: calls a function with each of many items.
        store: where what the function returned is kept.
        kind: what it is.
        key: the name of all that it depends on.
    """

    spread: Spread
    store: Store
    kind: str
    key: Callable[[Item], str]

    def __call__(
        self, function: Callable[[Item], bytes], items: Iterable[Item], size: Callable[[Item], int]
    ) -> Iterator[bytes]:
        """What the function gives, in the items' order."""
        asked = deque[tuple[str, bytes | None]]()

        def unknown() -> Iterator[Item]:
            for item in items:
                name = self.key(item)
                kept = self.store.find(self.kind, name)
                asked.append((name, kept))
                if kept is None:
                    yield item

        for made in self.spread(function, unknown(), size):
            yield from _known(asked)
            name, _ = asked.popleft()
            self.store.keep(self.kind, name, made)
            yield made
        yield from _known(asked)


def _known(asked: deque[tuple[str, bytes | None]]) -> Iterator[bytes]:
    """What is kept of the items before the first that is not."""
    while asked and (kept := asked[0][1]) is not None:
        asked.popleft()
        yield kept
