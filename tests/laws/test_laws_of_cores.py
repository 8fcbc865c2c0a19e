"""Processes of this machine read and analyse: whatever becomes of them, nothing is lost and nothing is left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

import pytest

from briefing import build, render
from briefing.pipeline import cores, spread
from briefing.pipeline.cores import Cores
from briefing.pipeline.spread import AHEAD, BATCH, over

ROOT = Path(__file__).parents[2]
FLOOD = ROOT / "benchmarks/quality/collections/flood/sources"


@pytest.fixture
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is a batch, and so is each document; processes are started for more than two of them."""
    monkeypatch.setattr(spread, "MOST", 1)
    monkeypatch.setattr(Cores, "few", 2)


@pytest.fixture
def two() -> Iterator[Cores]:
    with Cores(2) as executor:
        yield executor


def work(item: str) -> int:
    """The process that did it."""
    if item == "bad":
        raise ValueError(item)
    return os.getpid()


def kill_once(marker: Path) -> int:
    """End the process, the first time that it is called."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def end_worker(parent: int) -> int:
    """End each process but the program."""
    if os.getpid() != parent:
        os._exit(1)
    return parent


def whole(_item: object) -> int:
    """As much work as a batch."""
    return BATCH


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def gone(process: int) -> bool:
    """Whether a process ends."""
    for _ in range(200):
        if not is_alive(process):
            return True
        time.sleep(0.05)
    return False


class DescribeCores:
    @pytest.mark.usefixtures("_small_batches")
    def it_gives_the_bytes_of_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        sent, submit = list[object](), Cores.submit

        def counted(executor: Cores, *work: Any) -> Any:
            sent.append(work)
            return submit(executor, *work)

        monkeypatch.setattr(Cores, "submit", counted)
        assert render(build([FLOOD], workers=2), "json") == render(build([FLOOD]), "json")
        to_read = to_analyse = len([*FLOOD.iterdir()])
        assert len(sent) == to_read + to_analyse

    def it_starts_nothing_for_a_few_batches(self, two: Cores) -> None:
        assert {*over(two)(work, [""] * cores.FEW, whole)} == {os.getpid()}
        assert os.getpid() not in {*over(two)(work, [""] * (cores.FEW + 1), whole)}

    def it_has_what_a_lost_process_was_at_done_again(self, two: Cores, tmp_path: Path) -> None:
        items = [tmp_path / str(n) for n in range(2 * AHEAD)]
        for item in items:
            item.touch()
        items[20].unlink()
        assert len([*over(two)(kill_once, items, whole)]) == len(items)

    def it_does_here_what_ends_every_process(self, two: Cores) -> None:
        here = os.getpid()
        assert [*over(two)(end_worker, [here] * 20, whole)] == [here] * 20

    def it_gives_up_processes_that_are_lost_again_and_again(self, two: Cores) -> None:
        for _ in range(cores.AGAIN + 1):
            assert isinstance(two.submit(end_worker, 0).exception(), BrokenExecutor)
        with pytest.raises(BrokenExecutor):
            two.submit(os.getpid)

    def it_raises_what_a_document_raises(self, two: Cores) -> None:
        with pytest.raises(ValueError, match="bad"):
            [*over(two)(work, ["good", "bad", *["good"] * 20], whole)]

    def it_leaves_no_process(self) -> None:
        with Cores(2) as executor:
            workers = {*over(executor)(work, ["good"] * 20, whole)}
        assert all(map(gone, workers))

    def it_waits_for_nobody_when_it_is_stopped(self) -> None:
        executor = Cores(1)
        worker = executor.submit(os.getpid).result()
        executor.submit(time.sleep, 1000)
        executor.__exit__(KeyboardInterrupt, None, None)
        assert gone(worker)


class DescribeTheEndOfTheProgram:
    @pytest.mark.parametrize("signal_", [signal.SIGKILL, signal.SIGTERM])
    def it_is_that_of_its_processes(self, signal_: signal.Signals) -> None:
        program = (
            "import os, time\n"
            "from briefing.pipeline.cores import Cores\n"
            "with Cores(1) as cores:\n"
            "    print(cores.submit(os.getpid).result(), flush=True)\n"
            "    cores.submit(time.sleep, 1000).result()\n"
        )
        run = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        run.send_signal(signal_)
        run.communicate()
        assert gone(worker)
