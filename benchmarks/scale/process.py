"""What a process and its descendants cost, as Linux tells it in `/proc`.

In: a command. Out: its processor seconds, wall time and peak of memory, with what it printed.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep

TICK = os.sysconf("SC_CLK_TCK")
MB = 1024
"""Kilobytes, which `/proc` counts in, of a megabyte."""
EVERY = 0.02
"""Seconds between two looks at the processes' memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """`seconds` are those of all processors, `peak` is the sum of all processes' peaks, in MB."""

    seconds: float
    wall: float
    peak: float
    printed: str


def cost(*arguments: str, env: Mapping[str, str] | None = None) -> Cost:
    """What a program of this Python costs: the arguments are those of the interpreter.

    Raises:
        CalledProcessError: it failed.
    """
    command, peaks = [sys.executable, *arguments], dict[int, int]()
    with TemporaryFile("w+") as printed:
        start = monotonic()
        running = subprocess.Popen(command, stdout=printed, env={**os.environ, **(env or {})})  # noqa: S603  our own
        while not (ended := os.wait4(running.pid, os.WNOHANG))[0]:
            peaks |= {pid: kilobytes for pid in tree(running.pid) if (kilobytes := memory("VmHWM", pid))}
            sleep(EVERY)
        wall = monotonic() - start
        # Whoever waits for a process himself has to say how it ended.
        running.returncode = os.waitstatus_to_exitcode(ended[1])
        printed.seek(0)
        told = printed.read()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command, told)
    return Cost(ended[2].ru_utime + ended[2].ru_stime, wall, sum(peaks.values()) / MB, told)


def spent() -> float:
    """Processor seconds of this process and of all its descendants, whether they still run or not."""
    # utime, stime and those of children that have ended, behind a name that may hold blanks.
    stats = (_read(pid, "stat").rpartition(")")[2].split()[11:15] for pid in tree(os.getpid()))
    return sum(int(ticks) for stat in stats for ticks in stat) / TICK


def memory(name: str, pid: int | None = None) -> int:
    """Kilobytes: `VmHWM` is the most that a process has held, `VmRSS` what it holds now; 0 where it has ended."""
    lines = (line.split() for line in _read(pid or os.getpid(), "status").splitlines())
    return next((int(words[1]) for words in lines if words[0] == f"{name}:"), 0)


def tree(pid: int) -> Iterator[int]:
    """The process and its descendants."""
    yield pid
    # Each thread has children of its own.
    for child in _read(pid, "task/*/children").split():
        yield from tree(int(child))


def _read(pid: int, name: str) -> str:
    try:
        return "".join(path.read_text(encoding="utf-8", errors="replace") for path in Path(f"/proc/{pid}").glob(name))
    except OSError:  # it has ended
        return ""
