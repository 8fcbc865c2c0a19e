"""Work is done in a process of its own, which harm done there does not leave."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context

import pytest

from briefing.apart import Apart, Bounds, EndedError, RefusedError, end_all

PARENT = """
import sys
from briefing.apart import Apart, Bounds
work = Apart("apart_work", Bounds(60, 1_000_000_000))
print(work.ask(b"who").decode(), flush=True)
work.ask(b"spin 50")
"""
KEPT = Apart("apart_work", Bounds(seconds=2, memory=1_000_000_000))


@pytest.fixture
def work() -> Iterator[Apart]:
    made = Apart("apart_work", Bounds(seconds=2, memory=1_000_000_000))
    yield made
    made.end()


def who() -> int:
    """The process that a worker has started; the worker keeps it."""
    return int(KEPT.ask(b"who"))


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


class DescribeWorkApart:
    def it_answers_one_question_after_another_in_one_process(self, work: Apart) -> None:
        assert work.ask(b"a" * 1_000_000) == b"A" * 1_000_000
        assert work.ask(b"") == b""
        assert work.ask(b"who") == work.ask(b"who")

    def it_hands_on_a_refusal_and_lives(self, work: Apart) -> None:
        process = work.ask(b"who")
        with pytest.raises(RefusedError, match="It is “broken”"):
            work.ask("refuse It is “broken”.".encode())
        assert work.ask(b"who") == process

    @pytest.mark.parametrize("harm", ["hoard", "spin 30", "die"])
    def it_survives_what_its_process_does_not(self, work: Apart, harm: str) -> None:
        process = work.ask(b"who")
        with pytest.raises(EndedError):
            work.ask(harm.encode())
        assert work.ask(b"who") not in {process, b""}
        assert not lives(int(process))

    def it_gives_each_answer_the_whole_time(self, work: Apart) -> None:
        assert [work.ask(b"spin 1.2") for _ in range(3)] == [b"SPIN 1.2"] * 3

    def it_leaves_no_process_behind(self, work: Apart) -> None:
        process = int(work.ask(b"who"))
        work.end()
        assert not lives(process)

    def it_ends_with_all_others(self, work: Apart) -> None:
        other = Apart("apart_work", Bounds(seconds=2, memory=1_000_000_000))
        processes = [int(one.ask(b"who")) for one in (work, other)]
        end_all()
        assert not any(map(lives, processes))
        assert work.ask(b"a") == b"A"

    @pytest.mark.parametrize("start", sorted({"fork", "spawn"}.intersection(get_all_start_methods())))
    def it_ends_with_the_worker_of_a_pool(self, start: str) -> None:
        with ProcessPoolExecutor(1, get_context(start)) as pool:
            process = pool.submit(who).result()
            assert lives(process)
        assert not lives(process)

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent is gone")
    def it_ends_with_a_program_that_is_killed(self) -> None:
        paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, env=paths) as program:
            assert program.stdout is not None
            process = int(program.stdout.readline())
            program.send_signal(signal.SIGKILL)
            program.wait()
        deadline = time.monotonic() + 20
        while lives(process) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not lives(process)
