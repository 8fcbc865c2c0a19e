"""A build that is killed: the folder holds the old brief whole, or the new one whole.

Each build is a process of its own that is ended with SIGKILL, which nothing can catch: at random moments, and right
before each of the calls by which it changes the folder. It is forked from the test, so that it need not load anything.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import FrameType

import pytest
from typer.testing import CliRunner

from briefing import cache
from briefing.cache import store
from briefing.cli import app
from briefing.render import files as writing

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

NEWS = """The river Ilva flooded Belmora on Tuesday. Two bridges were swept away, mayor Ana Kovac said.

Belmora has asked the army for help. Soldiers took dozens of people from the roofs of their houses.
"""
RANDOM_MOMENTS = 50
MOMENTS_OF_THE_STORE = 20
TELLING = frozenset({"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir"})
"""What Python tells of itself before it changes files."""

Held = Mapping[str, bytes]


@pytest.fixture(autouse=True)
def _belmora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of two sources, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"Flood in Belmora\n\n{NEWS}")
    (tmp_path / "in" / "b.txt").write_text(f"Belmora under water\n\n{NEWS}\nThe port is closed.\n")


def run(*arguments: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output


def build(title: str, *options: str) -> None:
    run("build", "in", "--title", title, "--format", "json", "--format", "md", "--quiet", *options)


def held(folder: Path = Path("output")) -> Held:
    """The files that a reader sees in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def forked(work: Callable[[], None], after: float | None = None) -> bool:
    """Do work in a process of its own that is killed after some seconds, and say whether it was."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def struck(work: Callable[[], None], number: int, inside: str) -> bool:
    """Do work in a process that kills itself before its nth change within folders of that name; say whether it did."""

    def before_a_change(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal number
        if event in TELLING and inside in str(arguments[0]):
            number -= 1
            if number == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def telling() -> None:
        sync = os.fsync
        sys.addaudithook(before_a_change)
        os.fsync = lambda file: before_a_change("open", (inside,)) or sync(file)  # type: ignore[func-returns-value]
        work()

    return forked(telling)


def moments(work: Callable[[], None], inside: str) -> Iterator[int]:
    """Kill work before its first change, then before its second, and so on until it lives."""
    number = 1
    while struck(work, number, inside):
        yield number
        number += 1


@pytest.fixture
def briefs() -> tuple[Held, Held]:
    """The files of the old brief, which are there, and those of the new one."""
    build("New")
    new = held()
    build("Old")
    return held(), new


def assert_whole(briefs: tuple[Held, Held]) -> None:
    """Each file is whole; the next command leaves those of one brief, and nothing else."""
    old, new = briefs
    assert all(content in (old[name], new[name]) for name, content in held().items())
    assert held().keys() == old.keys()
    run("render", "output/brief.json", "--format", "md", "--quiet")
    assert held() in (old, new)
    assert {path.name for path in Path("output").iterdir()} == old.keys()


class DescribeAKilledBuild:
    def it_leaves_one_brief_whole_at_any_moment(self, briefs: tuple[Held, Held]) -> None:
        start = time.perf_counter()
        assert not forked(lambda: build("New", "--no-cache"))
        lasts = time.perf_counter() - start
        build("Old")
        chosen = random.Random(50)  # noqa: S311  no secret
        killed = 0
        for _ in range(RANDOM_MOMENTS):
            killed += forked(lambda: build("New", "--no-cache"), chosen.uniform(0, lasts))
            assert_whole(briefs)
            build("Old")
        assert killed > RANDOM_MOMENTS / 2

    def it_leaves_one_brief_whole_before_each_change_of_the_folder(self, briefs: tuple[Held, Held]) -> None:
        shown = []
        for _ in moments(lambda: build("New"), "output"):
            shown.append(json.loads(held()["brief.json"])["title"])
            assert_whole(briefs)
            build("Old")
        assert len(shown) >= 15
        assert {*shown} == {"Old", "New"}
        assert held() == briefs[1]

    def it_is_finished_by_the_next_build_even_if_that_writes_less(self, briefs: tuple[Held, Held]) -> None:
        for _ in moments(lambda: build("New"), "output"):
            run("build", "in", "--title", "Old", "--format", "json", "--quiet")
            markdown = held()["brief.md"]
            assert markdown in (briefs[0]["brief.md"], briefs[1]["brief.md"])
            assert {path.name for path in Path("output").iterdir()} == briefs[0].keys()

    def it_leaves_nothing_half_written_where_no_brief_was(self) -> None:
        build("New")
        new = held()
        for _ in moments(lambda: build("New", "--output", "first"), "first"):
            if Path("first").exists():
                assert all(content == new[name] for name, content in held(Path("first")).items())
        assert {path.name for path in Path("first").iterdir()} == new.keys()

    def it_leaves_the_store_whole_at_any_moment(self) -> None:
        start = time.perf_counter()
        assert not forked(lambda: build("New"))
        lasts = time.perf_counter() - start
        new = held()
        chosen = random.Random(20)  # noqa: S311  no secret
        killed = 0
        for _ in range(MOMENTS_OF_THE_STORE):
            cache.clear()
            killed += forked(lambda: build("New"), chosen.uniform(lasts / 4, lasts))
            assert is_whole(store.place() / store.FILE)
            build("New")
            assert held() == new
            assert cache.usage().entries["collection"] == 1
        assert killed  # how many of them lived long enough is the machine's affair


def is_whole(file: Path) -> bool:
    """Whether SQLite finds no fault in a file, if there is one."""
    if not file.exists():
        return True
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("pragma integrity_check").fetchone() == ("ok",)


class DescribeABuildThatIsAskedToStop:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def it_ends_when_the_files_have_their_places(
        self, number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard = []

        def hear(number: int, _frame: FrameType | None) -> None:
            heard.append((number, held(tmp_path / "out")))

        def disturbed(self: Path, target: Path) -> Path:
            signal.raise_signal(number)
            os.replace(self, target)  # noqa: PTH105  the method is the one replaced
            return target

        before = signal.signal(number, hear)
        try:
            monkeypatch.setattr(Path, "replace", disturbed)
            new = {"brief.json": b"new", "brief.md": b"new"}
            writing.write(new, tmp_path / "out")
        finally:
            signal.signal(number, before)
        assert heard == [(number, new)] * 2


class DescribeTwoBuildsAtOnce:
    def it_ends_with_the_files_of_one(self, tmp_path: Path) -> None:
        briefs = [{f"{name}.txt": content * 100_000 for name in "abcdef"} for content in (b"1", b"2")]

        def write_often(files: Held) -> None:
            for _ in range(20):
                writing.write(files, tmp_path / "out")

        child = os.fork()
        if child == 0:
            try:
                write_often(briefs[0])
            finally:
                os._exit(0)
        write_often(briefs[1])
        os.waitpid(child, 0)
        assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} in briefs
