"""Steps 1 and 2, where each document is by itself: one pure function over many of them, on any executor.

In: a function, what it is to be called with, and an executor of `concurrent.futures`: threads, processes, or a cluster.
Out: what it returns, in the order of what it was called with, whoever was done first.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from functools import partial
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 50_000
"""Bytes, or letters, that go to a worker at once: some seconds of work, beside which sending them costs nothing."""
MOST = 100
"""Items of a batch."""
AHEAD = 32
"""Batches that wait to be done or to be fetched: more would hold all sources in memory at once. An executor of many
machines may say otherwise with an attribute `ahead`."""


class Spread(Protocol):
    """Calls a function with each item, and gives what it returns in the items' order."""

    def __call__(
        self, function: Callable[[Item], Result], items: Iterable[Item], size: Callable[[Item], int]
    ) -> Iterator[Result]:
        """As `map` does; `size` tells how much work an item is."""


def over(executor: Executor | None) -> Spread:
    """What calls functions on an executor; here, one by one, where there is none."""
    return partial(_spread, executor) if executor else _here


def _here(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    size: Callable[[Item], int],  # noqa: ARG001
) -> Iterator[Result]:
    return map(function, items)


def _spread(
    executor: Executor, function: Callable[[Item], Result], items: Iterable[Item], size: Callable[[Item], int]
) -> Iterator[Result]:
    waiting = deque[Future[list[Result]]]()
    for batch in batches(items, size):
        waiting.append(executor.submit(_each, function, batch))
        if len(waiting) >= getattr(executor, "ahead", AHEAD):
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _each(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]


def batches(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items in their order, as many together as make a batch."""
    batch, full = list[Item](), 0
    for item in items:
        batch.append(item)
        full += size(item)
        if full >= BATCH or len(batch) == MOST:
            yield batch
            batch, full = [], 0
    if batch:
        yield batch
