"""A Dask cluster on this machine: a scheduler and workers, each a program of its own, and tricks that befall them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from briefing.pipeline import cluster

HERE = Path(__file__).parent


@dataclass
class Machines:
    """A scheduler, and the workers that have been started for it.

    Args:
        folder: where workers keep what they like.
        settings: Dask's own, by the names of its environment.
    """

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    workers: list["subprocess.Popen[str]"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.scheduler, line = self._started("dask_scheduler", "Scheduler at:", "--port", "0")
        self.address = line.split()[-1]

    def worker(self, threads: int = 1, path: Path = HERE) -> "subprocess.Popen[str]":
        """Start a worker, which is there when this returns; `path` has modules that it finds before all others."""
        options = (self.address, "--no-nanny", "--nthreads", str(threads), "--local-directory", ".")
        started, _ = self._started("dask_worker", "Starting established connection", *options, PYTHONPATH=str(path))
        self.workers.append(started)
        return started

    def _started(
        self, program: str, sign: str, *options: str, **surroundings: str
    ) -> tuple["subprocess.Popen[str]", str]:
        """Start a program and wait for the line that says that it is ready."""
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", "--host", "127.0.0.1", "--no-dashboard", *options],
            env={**os.environ, **self.settings, **surroundings, "OMP_NUM_THREADS": "1"},
            cwd=self.folder,  # Python looks for modules there first
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr
        told = []
        for line in process.stderr:
            told.append(line)
            if sign in line:
                Thread(target=process.stderr.read, daemon=True).start()  # a full pipe would stop it
                return process, line
        raise AssertionError("".join(told))

    def stop(self) -> None:
        """End all of them at once."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


Started = Callable[..., Machines]
"""Starts a scheduler with so many workers."""
Trick = Callable[..., Any]
"""Called in a worker with a piece of work in place of the work."""


@dataclass
class Played(Executor):
    """An executor that has a trick played on one piece of work, counted from 0."""

    executor: Any
    at: int
    trick: Trick
    submitted: int = 0

    def submit(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> "Future[Any]":
        """Hand it on."""
        self.submitted += 1
        if self.submitted == self.at + 1:
            return self.executor.submit(self.trick, function, *args, **named)  # type: ignore[no-any-return]
        return self.executor.submit(function, *args, **named)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class KillsOnce:
    """Kills the first worker that begins the work, as lack of memory or power would."""

    mark: Path

    def __call__(self, function: Callable[..., Any], *args: Any) -> Any:
        """Do the work, or die of it."""
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            return function(*args)
        return os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class WorksOnlyAt:
    """Kills every process that begins the work, but for one."""

    process: int

    def __call__(self, function: Callable[..., Any], *args: Any) -> Any:
        """Do the work, or die of it."""
        if os.getpid() != self.process:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args)


@dataclass
class Hiding(Executor):
    """An executor on machines where a file is not: it goes before the work does, once it is needed no more here."""

    executor: Any
    file: Path

    def submit(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> "Future[Any]":
        """Hand it on."""
        if "analyse" in repr(function):
            self.file.unlink(missing_ok=True)
        return self.executor.submit(function, *args, **named)  # type: ignore[no-any-return]


def is_alone() -> bool:
    """Whether no other work can be done in this process as long as this is."""
    return cluster._WORKING.locked()
