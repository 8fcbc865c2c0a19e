"""Steps 1 and 2, where each document is by itself: one pure function over many of them, on any executor.

In: a function, what it is to be called with, and an executor of `concurrent.futures`: threads, processes, or a cluster.
Out: what it returns, in the order of what it was called with, whoever was done first.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 50_000
"""Letters that go to a worker at once where they are analysed: a second of work, beside which sending them costs
nothing."""
FILES = 800_000
"""Bytes that go to a worker at once where they are read, which takes as long."""
MOST = 200
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


def over(executor: Executor | None, full: int = BATCH) -> Spread:
    """What calls functions on an executor; here, one by one, where there is none.

    Args:
        executor: where functions are called. Its attribute `few`, if it has one, says how many batches are not worth
            its while where there are no more: they are done here.
        full: how much work makes a batch.
    """
    return partial(_spread, executor, full) if executor else here


def here(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    size: Callable[[Item], int],  # noqa: ARG001
) -> Iterator[Result]:
    """Calls the function here, with one item after another."""
    return map(function, items)


def _spread(
    executor: Executor,
    full: int,
    function: Callable[[Item], Result],
    items: Iterable[Item],
    size: Callable[[Item], int],
) -> Iterator[Result]:
    found = batches(items, size, full)
    few = getattr(executor, "few", 0)
    first = [*islice(found, few + 1)]
    if len(first) <= few:
        return map(function, chain.from_iterable(batch.items for batch in first))
    return _sent(executor, function, chain(first, found), full)


@dataclass(frozen=True, slots=True)
class Batch(Generic[Item]):
    """Items that go to a worker together, and how much work they are."""

    items: tuple[Item, ...]
    size: int


def batches(items: Iterable[Item], size: Callable[[Item], int], full: int = BATCH) -> Iterator[Batch[Item]]:
    """The items in their order, as many together as make a batch."""
    together, held = list[Item](), 0
    for item in items:
        together.append(item)
        held += size(item)
        if held >= full or len(together) == MOST:
            yield Batch(tuple(together), held)
            together, held = [], 0
    if together:
        yield Batch(tuple(together), held)


def _sent(
    executor: Executor, function: Callable[[Item], Result], found: Iterable[Batch[Item]], full: int
) -> Iterator[Result]:
    """The results of batches, of which no more wait than memory should hold."""
    waiting = _Waiting(executor, partial(_each, function))
    for batch in found:
        waiting.send(batch)
        ahead = getattr(executor, "ahead", AHEAD)  # it may have other workers by now
        while len(waiting.sent) >= ahead or waiting.size > ahead * full:
            yield from waiting.next()
    while waiting.sent:
        yield from waiting.next()


def _each(function: Callable[[Item], Result], items: tuple[Item, ...]) -> list[Result]:
    return [function(item) for item in items]


class _Waiting(Generic[Item, Result]):
    """The batches that were sent, and whose results nobody has fetched.

    Args:
        executor: where they are done.
        work: what does a batch.
    """

    def __init__(self, executor: Executor, work: Callable[[tuple[Item, ...]], list[Result]]) -> None:
        self._executor, self._work = executor, work
        self.sent = deque[tuple[Batch[Item], Future[list[Result]] | None]]()
        self.size = 0

    def send(self, batch: Batch[Item]) -> None:
        """Send one more."""
        self.sent.append((batch, self._submitted(batch)))
        self.size += batch.size

    def next(self) -> list[Result]:
        """The results of the one that was sent first."""
        batch, future = self.sent.popleft()
        self.size -= batch.size
        try:
            return future.result() if future else self._work(batch.items)
        except BrokenExecutor:
            # A worker was lost, and with it all that was not done. What is asked for now is done here, so that nothing
            # can stop the work for good.
            self.sent = deque((one, sent if _is_done(sent) else self._submitted(one)) for one, sent in self.sent)
            return self._work(batch.items)

    def _submitted(self, batch: Batch[Item]) -> Future[list[Result]] | None:
        """Who does a batch; None where no worker is left."""
        try:
            return self._executor.submit(self._work, batch.items)
        except BrokenExecutor:
            return None


def _is_done(future: "Future[Any] | None") -> bool:
    return future is not None and future.done() and future.exception() is None
