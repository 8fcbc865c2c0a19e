"""The cores of this machine: processes that read and analyse, started where there is work enough for them.

In: calls. Out: what they return. A process that is lost is replaced; all of them end with the program, however that
ends, and at once where it is stopped.
"""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from briefing.pipeline.keeping import keep_all

Given = ParamSpec("Given")
Result = TypeVar("Result")

FEW = 3
"""Batches that are done here where there are no more: a process takes some two seconds to start, as long as a batch or
two."""
AGAIN = 3
"""How often lost processes are replaced, before the rest is done here: something else is wrong then."""
MOST = 8
"""Processes that are started where nobody says how many: each takes some 200 MB, and merging waits for the last."""


def available() -> int:
    """How many processes pay on this machine: one for each core that this program may use, up to `MOST`."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


class Cores(Executor):
    """Processes of this machine, started when they are first asked for.

    Args:
        workers: how many.
    """

    few = FEW

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._left = AGAIN
        self._pool: _Pool | None = None

    def submit(
        self, function: Callable[Given, Result], /, *args: Given.args, **named: Given.kwargs
    ) -> "Future[Result]":
        """Have a function called, in processes anew where some were lost.

        Raises:
            BrokenExecutor: they were lost too often.
        """
        self._pool = self._pool or _Pool(self._workers)
        try:
            return self._pool.submit(function, *args, **named)
        except BrokenExecutor:
            if not self._left:
                raise
        self._left -= 1
        self._pool.end()
        self._pool = _Pool(self._workers)
        return self._pool.submit(function, *args, **named)

    def prepare(self, function: Callable[[], object]) -> None:
        """Start the processes before there is work for them, and have each call a function that makes it ready."""
        with suppress(BrokenExecutor):
            for _ in range(self._workers):
                self.submit(function)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes, when they have done what they were asked if `wait` says so."""
        if self._pool:
            self._pool.end(when_done=wait and not cancel_futures)
        self._pool = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; where the work is stopped, by Ctrl-C or by an error, nobody waits for the rest of it."""
        self.shutdown(cancel_futures=kind is not None)


class _Pool:
    """Processes that end when their lifeline is let go: by this program, or by the system when this program ends."""

    def __init__(self, workers: int) -> None:
        # Threads of the libraries make it unsafe to fork.
        context = get_context("spawn")
        self._far_end, self._lifeline = context.Pipe(duplex=False)
        self._processes = ProcessPoolExecutor(workers, context, _held, (self._far_end,))

    def submit(self, function: Callable[..., Result], *args: Any, **named: Any) -> "Future[Result]":
        with _uninterrupted():
            return self._processes.submit(function, *args, **named)

    def end(self, *, when_done: bool = False) -> None:
        if when_done:
            self._processes.shutdown()
        self._lifeline.close()
        self._processes.shutdown(cancel_futures=True)
        self._far_end.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C, which reaches all processes of a terminal, is for the program alone; those started here inherit that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _held(lifeline: Connection) -> None:
    """Begin as a worker, which lives as long as its lifeline is held."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_all()
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        # Nobody waits for what it is doing.
        os._exit(0)
