"""A cluster that cannot do the work, or would do other work, is told in a sentence."""

import os
import shutil
import socket
import sys
from pathlib import Path

import pytest
from machines import Started, WorksOnlyAt
from typer.testing import CliRunner

from briefing import BriefingError
from briefing.cli import app
from briefing.pipeline.cluster import Cluster
from briefing.pipeline.likeness import likeness, refusal
from briefing.settings import PACKAGE


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another version of the program."""
    place = tmp_path_factory.mktemp("other")
    shutil.copytree(PACKAGE, place / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
    (place / "briefing" / "later.py").write_text("")
    return place


@pytest.fixture
def nowhere() -> str:
    """An address at which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{found.getsockname()[1]}"


def asked(cluster: Cluster) -> str:
    return cluster.submit(str.upper, "done").result()


class DescribeAWorkerOfAnotherVersion:
    def it_is_refused_before_the_work(self, started: Started, other: Path) -> None:
        machines = started(1)
        machines.worker(path=other)
        with Cluster(machines.address) as cluster, pytest.raises(BriefingError, match=r"There its code is .*, not "):
            asked(cluster)

    def it_is_refused_where_it_joins_later(self, started: Started, other: Path) -> None:
        machines = started(0)
        with Cluster(machines.address) as cluster:
            waiting = cluster.submit(str.upper, "done")
            machines.worker(path=other)
            with pytest.raises(BriefingError, match=r"The worker tcp://.* There its code is"):
                waiting.result()

    def it_is_refused_where_it_lacks_the_program(self, started: Started, tmp_path: Path) -> None:
        (tmp_path / "briefing.py").write_text("raise ImportError('There is none.')")
        machines = started(0)
        machines.worker(path=tmp_path)
        with Cluster(machines.address) as cluster, pytest.raises(BriefingError, match=r"cannot run .*There is none\."):
            asked(cluster)

    def it_is_told_by_its_first_differences(self) -> None:
        needed = {**likeness(), "Python": "2.7", "spacy": "1", "extra": "3", "lxml": "0"}
        said = refusal(needed, None)
        assert said
        assert said.startswith(f"Python is {likeness()['Python']}, not 2.7; ")
        assert said.endswith("; 1 more differ")

    def it_needs_the_pipeline_that_the_build_names(self, tmp_path: Path) -> None:
        folder = str(tmp_path / "own")
        assert refusal({**likeness(), f"the pipeline “{folder}”": "1"}, folder) == (
            f"the pipeline “{folder}” is missing, not 1"
        )


@pytest.mark.usefixtures("_hasty")
class DescribeAClusterThatIsNotThere:
    def it_is_told_where_no_scheduler_answers(self, nowhere: str, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Flood in Belmora\n\nThe river Ilva flooded Belmora on Tuesday.\n")
        result = CliRunner().invoke(app, ["build", str(tmp_path), "--cluster", nowhere, "--no-cache", "--quiet"])
        assert (result.exit_code, result.output.startswith(f"Error: No scheduler answers at {nowhere}")) == (1, True)

    @pytest.mark.parametrize("address", ["host", "host:8786", "tcp://host", "http://host:8786", "tcp://host:x"])
    def it_is_told_where_this_is_no_address(self, address: str) -> None:
        with pytest.raises(BriefingError, match="is no address"):
            Cluster(address)

    def it_is_told_where_processes_of_this_machine_are_asked_for_too(self, nowhere: str) -> None:
        both = ["--cluster", nowhere, "--workers", "2"]
        result = CliRunner().invoke(app, ["build", "a.txt", *both], env={"COLUMNS": "200"})
        assert (result.exit_code, "Give --cluster or --workers, and not both." in result.stderr) == (2, True)

    def it_is_told_what_is_to_be_installed(self, nowhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        with Cluster(nowhere) as cluster, pytest.raises(BriefingError, match=r'pip install "briefing\[cluster\]"'):
            asked(cluster)

    def it_waits_for_a_first_worker_and_not_for_ever(self, started: Started) -> None:
        machines = started(0)
        with Cluster(machines.address) as cluster, pytest.raises(BriefingError, match="No worker is left"):
            asked(cluster)

    def it_is_told_where_all_workers_are_lost(self, started: Started) -> None:
        machines = started(1)
        with Cluster(machines.address) as cluster:
            waiting = cluster.submit(WorksOnlyAt(os.getpid()), str.upper, "done")
            with pytest.raises(BriefingError, match="No worker is left"):
                waiting.result()

    def it_is_told_where_the_scheduler_is_lost(self, started: Started) -> None:
        machines = started(0, DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s")
        with Cluster(machines.address) as cluster:
            waiting = cluster.submit(str.upper, "done")
            machines.scheduler.kill()
            with pytest.raises(BriefingError, match="no longer answers"):
                waiting.result()
            with pytest.raises(BriefingError, match="no longer answers"):
                asked(cluster)
