"""Work that is done in a process of its own, within bounds: what strangers have made is opened there.

In: the module that does the work in its function `answer`, which turns bytes into bytes, and such bytes. Out: the
answer, or why there is none. One process answers many times, for to start it takes longer than most answers; after
one that it did not survive another is started. It ends with the program or the worker, and where it is told to.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_WAIT = 5
"""How many times its processor time an answer may take, on a machine that has other work."""
_DONE, _REFUSED = b"+", b"-"
_SIZE = 8
"""Bytes that tell how many bytes follow."""


class RefusedError(Exception):
    """The work has a sentence in place of an answer."""


class EndedError(Exception):
    """The process ended before it answered: a bound was passed, or something is broken in what it was given."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds of processor time that one answer may take, and bytes of memory that the process may have."""

    seconds: int
    memory: int


@dataclass(slots=True, eq=False)
class Apart:
    """The process, which is started when it is first asked.

    Args:
        task: the name of the module that does the work.
        bounds: what it may use.
    """

    task: str
    bounds: Bounds
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def ask(self, data: bytes) -> bytes:
        """What the work makes of these bytes.

        Raises:
            RefusedError: a sentence, which the work has in place of an answer.
            EndedError: there is none.
        """
        with self._lock:
            try:
                sign, answer = self._answer(data)
            except (OSError, EOFError) as error:
                self._end()
                raise EndedError from error
        if sign == _REFUSED:
            raise RefusedError(answer.decode())
        return answer

    def end(self) -> None:
        """Let the process end, and its memory go; another is started when it is asked again."""
        with self._lock:
            self._end()

    def _answer(self, data: bytes) -> tuple[bytes, bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _started(self.task, self.bounds)
            _running.add(self)
            _end_with_program(os.getpid())
        process = self._process
        assert process.stdin is not None  # noqa: S101  both are pipes
        assert process.stdout is not None  # noqa: S101
        with _at_most(_WAIT * self.bounds.seconds, process.kill):
            write(process.stdin, data)
            return process.stdout.read(1), read(process.stdout)

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None
        _running.discard(self)


_running: set[Apart] = set()


def end_all() -> None:
    """Let all processes end that this one has started."""
    for work in [*_running]:
        work.end()


@cache
def _end_with_program(_program: int) -> None:
    """Have them end with this program, or with this worker of a pool, which leaves without the exit of a program."""
    from multiprocessing.util import Finalize

    Finalize(None, end_all, exitpriority=0)


def _started(task: str, bounds: Bounds) -> "subprocess.Popen[bytes]":
    import subprocess

    command = [sys.executable, "-P", "-m", __name__, task, str(bounds.seconds), str(bounds.memory)]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(  # noqa: S603  the program itself
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings
    )


@contextmanager
def _at_most(seconds: float, end: Callable[[], None]) -> Iterator[None]:
    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def write(stream: IO[bytes], data: bytes, sign: bytes = b"") -> None:
    """Write bytes behind their number."""
    stream.write(sign + len(data).to_bytes(_SIZE, "big"))
    stream.write(data)
    stream.flush()


def read(stream: IO[bytes]) -> bytes:
    """The bytes that were written so.

    Raises:
        EOFError: the stream ends before them.
    """
    head = stream.read(_SIZE)
    size = int.from_bytes(head, "big")
    data = stream.read(size) if len(head) == _SIZE else b""
    if len(head) < _SIZE or len(data) < size:
        raise EOFError
    return data


def serve(answer: Callable[[bytes], bytes], begin: Callable[[], None]) -> None:
    """Answer what standard input asks until it ends; `begin` is called before each answer."""
    while True:
        try:
            asked = read(sys.stdin.buffer)
        except EOFError:
            return
        begin()
        try:
            write(sys.stdout.buffer, answer(asked), _DONE)
        except RefusedError as error:
            write(sys.stdout.buffer, str(error).encode(), _REFUSED)
