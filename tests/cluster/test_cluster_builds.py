"""Whatever becomes of the workers of a cluster, the brief is that of a build without them."""

import os
import subprocess
import sys
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest
from machines import Hiding, KillsOnce, Machines, Played, WorksOnlyAt, is_alone

from briefing import BriefingError, build, render
from briefing.pipeline import spread
from briefing.pipeline.cluster import EACH, MOST, Cluster
from briefing.pipeline.spread import AHEAD

FLOOD = Path(__file__).parents[2] / "benchmarks/quality/collections/flood/sources"
FILES = len([*FLOOD.iterdir()])
NAMES = '[organisation]\n"Ferry Board" = ["{}"]\n'


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is a piece of work, and so is each document."""
    monkeypatch.setattr(spread, "MOST", 1)


@pytest.fixture(scope="module")
def expected() -> bytes:
    return render(build([FLOOD]), "json")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A source that speaks of a body by two names."""
    folder = tmp_path / "in"
    folder.mkdir()
    told = "The Ferry Board closed the port of Belmora on Tuesday.\n\nThe FB said the river Ilva had risen.\n"
    (folder / "a.txt").write_text(f"Flood in Belmora\n\n{told}\nThe Quay Office opened it again on Friday.\n")
    return folder


def made(sources: Path, executor: Executor | None, **options: Any) -> bytes:
    return render(build([sources], executor=executor, **options), "json")


class DescribeABuildOnACluster:
    def it_gives_the_bytes_of_a_build_without_one(self, two: Machines, expected: bytes) -> None:
        with Cluster(two.address) as cluster:
            assert made(FLOOD, cluster) == expected

    @pytest.mark.parametrize("piece", [FILES // 2, FILES + FILES // 2], ids=["reading", "analysis"])
    def it_gives_them_too_where_a_worker_is_killed_in_the_middle(
        self, two: Machines, expected: bytes, tmp_path: Path, piece: int
    ) -> None:
        two.worker()
        with Cluster(two.address) as cluster:
            assert made(FLOOD, Played(cluster, piece, KillsOnce(tmp_path / "killed"))) == expected
        assert (tmp_path / "killed").exists()

    def it_does_here_what_kills_each_worker(self, two: Machines, news: Path) -> None:
        two.worker()
        two.worker()
        there = [worker for worker in two.workers if worker.poll() is None]
        with Cluster(two.address) as cluster:
            assert made(news, Played(cluster, 1, WorksOnlyAt(os.getpid()))) == made(news, None)
        assert sum(worker.poll() is not None for worker in there) == 2

    def it_is_asked_for_no_analysis_that_is_kept(
        self, two: Machines, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        build([news], cache=True)
        (news / "0.txt").write_text("The army sent boats to Belmora on Thursday.\n")
        with Cluster(two.address) as cluster:
            counted = Played(cluster, -1, str)
            assert made(news, counted, cache=True) == made(news, None)
        read, analysed = 2, 1
        assert counted.submitted == read + analysed

    def it_shares_the_workers_with_others(self, two: Machines, news: Path, tmp_path: Path) -> None:
        command = [sys.executable, "-m", "briefing", "build", "in", "--cluster", two.address]
        outputs = [tmp_path / name for name in "ab"]
        options = ("--format", "json", "--no-cache", "--quiet")
        running = [
            subprocess.Popen([*command, "--output", str(output), *options], cwd=news.parent) for output in outputs
        ]
        assert [each.wait() for each in running] == [0, 0]
        assert {(output / "brief.json").read_bytes() for output in outputs} == {made(news, None)}


class DescribeTheFilesOfAUser:
    def it_takes_what_they_hold_now_to_workers_that_cannot_see_them(
        self, two: Machines, news: Path, tmp_path: Path
    ) -> None:
        names, found = tmp_path / "names.toml", set()
        with Cluster(two.address) as cluster:
            for form in ("FB", "Quay Office"):
                (elsewhere := tmp_path / f"{form}.toml").write_text(NAMES.format(form))
                names.write_text(NAMES.format(form))
                briefed = made(news, Hiding(cluster, names), names=[names])
                assert not names.exists()
                assert briefed == made(news, None, names=[elsewhere])
                found.add(briefed)
        assert len(found) == 2

    def it_tells_a_mistake_in_them_by_their_own_name(self, two: Machines, news: Path, tmp_path: Path) -> None:
        names = tmp_path / "names.toml"
        names.write_text("[organization]\n")
        with Cluster(two.address) as cluster, pytest.raises(BriefingError, match=f"^{names} has the unknown table"):
            made(news, cluster, names=[names])


class DescribeACluster:
    @pytest.mark.parametrize(("workers", "ahead"), [(0, AHEAD), (AHEAD, EACH * AHEAD), (MOST, MOST)])
    def it_has_more_under_way_where_it_has_more_workers(
        self, monkeypatch: pytest.MonkeyPatch, workers: int, ahead: int
    ) -> None:
        cluster = Cluster("tcp://127.0.0.1:1")
        monkeypatch.setattr(cluster, "workers", lambda: workers)
        assert cluster.ahead == ahead

    def it_counts_the_workers_that_are_there(self, two: Machines) -> None:
        with Cluster(two.address) as cluster:
            assert cluster.workers() == 0
            assert cluster.submit(is_alone).result()
            assert cluster.workers() == sum(worker.poll() is None for worker in two.workers)

    def it_has_a_worker_do_one_thing_at_a_time(self, two: Machines) -> None:
        with Cluster(two.address) as cluster:
            assert cluster.submit(is_alone).result()
