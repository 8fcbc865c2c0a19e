"""`briefing compare`, and `build --since`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]

BEFORE = {
    "a.txt": "River Post\n\nFlood in Lipnik\n\n2 May 2024\n\nThe flood of the Varda has killed 12 people in Lipnik."
    " The old bridge of Lipnik is closed to lorries.",
    "b.txt": "Valley Wire\n\nSchools shut\n\n2 May 2024\n\nSchools in Gravna were shut after the flood of the Varda.",
}
AFTER = {
    "a.txt": BEFORE["a.txt"],
    "c.txt": "Delta Journal\n\nToll rises\n\n3 May 2024\n\nThe flood of the Varda has killed 17 people in Lipnik."
    " The army sent two helicopters to the valley on Friday.",
}


@pytest.fixture
def old(run: Run) -> Path:
    """The brief before, in a folder of its own."""
    return built(run, BEFORE, "old")


def built(run: Run, sources: dict[str, str], output: str, *options: object) -> Path:
    folder = Path("valley")
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for name, text in sources.items():
        (folder / name).write_text(text, "utf-8")
    done = run(
        "build", folder, "--output", output, "--format", "json", "--format", "md", "--quiet", "--no-cache", *options
    )
    assert (done.exit_code, done.stderr) == (0, "")
    return Path(output, "brief.json")


def kinds(changes: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["kind"], one["text"] or one["before"]["text"]) for one in changes["changes"]]


RISEN = ("changed", "The flood of the Varda has killed 17 people in Lipnik.")
FLOWN = ("new", "The army sent two helicopters to the valley on Friday.")
SHUT = ("dropped", "Schools in Gravna were shut after the flood of the Varda.")


class DescribeComparing:
    def it_prints_what_is_told_otherwise_and_which_sources_are(self, run: Run, old: Path) -> None:
        done = run("compare", old, built(run, AFTER, "new"))
        assert done.exit_code == 0
        for words in ("Changed", RISEN[1], "12 people", "New", FLOWN[1], "No longer told", SHUT[1]):
            assert words in done.stdout
        lines = [line.split() for line in done.stdout.splitlines()]
        assert ["valley/c.txt", "added"] in lines
        assert ["valley/b.txt", "gone"] in lines

    def it_prints_data_for_other_programs(self, run: Run, old: Path) -> None:
        done = run("compare", old, built(run, AFTER, "new"), "--json")
        told = json.loads(done.stdout)
        assert kinds(told) == [RISEN, FLOWN, SHUT]
        assert (told["added"], told["revised"], told["gone"]) == (["valley/c.txt"], [], ["valley/b.txt"])
        assert told["changes"][2]["loss"] == "gone"

    def it_says_that_nothing_has_changed(self, run: Run, old: Path) -> None:
        done = run("compare", old, old)
        assert done.stdout == "Nothing that the brief of 2024-05-02 tells has changed.\n"

    def it_says_which_file_is_no_brief(self, run: Run, old: Path) -> None:
        Path("other.json").write_text("{}", "utf-8")
        done = run("compare", "other.json", old)
        assert done.exit_code == 1
        assert "other.json cannot be used." in done.stderr


class DescribeBuildingSince:
    def it_adds_the_section(self, run: Run, old: Path) -> None:
        new = built(run, AFTER, "new", "--since", old)
        told = json.loads(new.read_text("utf-8"))
        assert [section["id"] for section in told["sections"]][:2] == ["key_points", "changes"]
        assert RISEN in kinds(told["changes"])
        assert SHUT in kinds(told["changes"])
        page = new.with_suffix(".md").read_text("utf-8")
        assert "## What has changed\n\n*Since the last brief (2 May 2024): 1 source added and 1 source gone." in page
        assert "since=2024-05-02" in told["signature"]

    def it_leaves_it_out_without(self, old: Path) -> None:
        assert json.loads(old.read_text("utf-8"))["changes"] is None
        assert "What has changed" not in old.with_suffix(".md").read_text("utf-8")

    def it_gives_the_same_bytes_each_time(self, run: Run, old: Path) -> None:
        one, other = (built(run, AFTER, output, "--since", old) for output in ("one", "other"))
        assert one.read_bytes() == other.read_bytes()
        assert one.with_suffix(".md").read_bytes() == other.with_suffix(".md").read_bytes()

    def it_says_which_file_is_no_brief(self, run: Run, old: Path) -> None:
        done = run("build", old.parent, "--since", "nothing.json")
        assert done.exit_code == 1
        assert "nothing.json cannot be read" in done.stderr
