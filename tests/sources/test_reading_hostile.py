"""Whatever a folder holds, the rest of it is read, and each file that cannot be used has one clear line."""

import builtins
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_files import CANARY, CASES, SENTENCE, TOO_LARGE

from briefing.model import Skipped
from briefing.sources import Reading, read
from briefing.sources.find import Found

MOST_MEMORY = 1_500_000  # kilobytes
PEAK = """
import sys
from briefing.sources import read
read(sys.argv[1:])
# Of itself `resource` tells the peak of the program that started it, if that was higher.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
HEAVY = [name for name in CASES if re.search(r"bomb|MB|million|too large|fifty books|[05],00", name)]

Made = Callable[[str], Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A folder with a good source and that of a case, and beside the folder what nobody may read."""

    def made(name: str) -> Path:
        folder = tmp_path / "demo"
        folder.mkdir()
        (folder / "good.txt").write_text(SENTENCE)
        (tmp_path / "canary.txt").write_text(CANARY)
        CASES[name].make(folder)
        return folder

    return made


def told(reading: Reading) -> dict[str, str]:
    return {one.path.removeprefix("demo/"): one.reason for one in reading.skipped}


class DescribeAHostileFile:
    @pytest.mark.parametrize("name", CASES)
    def it_leaves_a_brief_of_the_rest_and_a_clear_line(self, made: Made, name: str) -> None:
        folder = made(name)
        before = sorted(folder.parent.rglob("*"))
        reading = read([folder])
        assert told(reading) == CASES[name].lines
        assert len(reading.skipped) == len(CASES[name].lines)
        paths = [document.source.path.removeprefix("demo/") for document in reading.documents]
        assert sorted(paths) == sorted(["good.txt", *CASES[name].read])
        assert all(one.reason.endswith(".") and "\n" not in one.path + one.reason for one in reading.skipped)
        assert not any(CANARY in document.text for document in reading.documents)
        assert sorted(folder.parent.rglob("*")) == before

    @pytest.mark.parametrize("name", HEAVY)
    def it_takes_no_more_memory_than_there_is(self, made: Made, name: str) -> None:
        command = [sys.executable, "-c", PEAK, str(made(name))]
        peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert int(peak) < MOST_MEMORY

    def it_is_one_of_at_least_sixty(self) -> None:
        assert len(CASES) >= 60


class DescribeAFileThatChanges:
    def it_may_vanish_before_it_is_read(self, made: Made) -> None:
        folder = made("folder: empty")
        (folder / "b.txt").write_text(SENTENCE)

        def vanish(_step: str, label: str) -> None:
            if label == "demo/b.txt":
                (folder / "b.txt").unlink()

        reading = read([folder], progress=vanish)
        assert reading.skipped == (Skipped("demo/b.txt", "It cannot be opened: No such file or directory."),)

    def it_may_grow_without_end_while_it_is_read(self, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = made("folder: empty")
        with monkeypatch.context() as patch:
            patch.setattr(Found, "open", lambda _: builtins.open("/dev/zero", "rb"))  # noqa: PTH123, SIM115
            with pytest.raises(Exception, match=re.escape(TOO_LARGE)):
                read([folder])

    def it_may_be_closed_to_us(self, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = made("folder: empty")
        (folder / "b.txt").write_text(SENTENCE)
        opened = os.open

        def closed(path: str, *how: int, **more: int) -> int:
            if str(path).endswith("b.txt"):
                raise PermissionError(13, "Permission denied")
            return opened(path, *how, **more)

        monkeypatch.setattr(os, "open", closed)
        assert told(read([folder])) == {"b.txt": "It cannot be opened: Permission denied."}


def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing", "build", *map(str, arguments), "--format", "json", "--no-cache"]
    return subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "COLUMNS": "500"})


class DescribeTheProgram:
    def it_tells_of_each_file_and_writes_the_brief(self, made: Made, tmp_path: Path) -> None:
        folder = made("zip: a bomb by its ratio")
        CASES["link: out, to a folder"].make(folder)
        CASES["pipe"].make(folder)
        done = program(folder, "--output", tmp_path / "output", "--strict")
        brief = json.loads((tmp_path / "output" / "brief.json").read_text())
        assert done.returncode == 3
        assert [one["path"] for one in brief["skipped"]] == ["demo/a", "demo/a.txt", "demo/a.zip/a.txt"]
        assert all(one["reason"] in done.stderr for one in brief["skipped"])

    def it_ends_with_a_line_for_each_where_nothing_can_be_read(self, made: Made, tmp_path: Path) -> None:
        folder = made("json: cut off")
        (folder / "good.txt").unlink()
        done = program(folder, "--output", tmp_path / "output")
        assert done.returncode == 1
        assert "demo/a.json: It is JSON with a mistake in line 1; export it again." in done.stderr
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "output").exists()
