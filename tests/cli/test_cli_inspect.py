"""`briefing inspect`: what was read, as tables and as data."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from briefing import cache
from briefing.cli import app

ROOT = Path(__file__).parents[2]
COLLECTIONS = ROOT / "benchmarks" / "quality" / "collections"
SETS = [
    ROOT / "seeds",
    *(COLLECTIONS / name / "sources" for name in ("election", "flood", "mine", "takeover", "truce")),
]

NEWS = """\
Dam gives way above Belmora

3 May 2024

The dam on the Ilva gave way on Tuesday. “Nobody warned us,” mayor Ana Kovac said.

Read more: Who owns the dam

Two bridges were swept away.
"""
COPY = NEWS.replace("Two bridges", "Three bridges")

Inspect = Callable[..., Result]


@pytest.fixture
def inspect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inspect:
    """Runs `briefing inspect` on a folder of two copies and a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "in" / "b.txt").write_text(COPY, "utf-8")
    (tmp_path / "in" / "c.txt").write_bytes(b"")
    return lambda *options: CliRunner().invoke(app, ["inspect", "in", "--quiet", *options])


def data(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    read: dict[str, Any] = json.loads(result.stdout)
    return read


def rows(result: Result, *head: str) -> list[list[str]]:
    """The rows of the table that has these headings, cut where the headings begin."""
    assert result.exit_code == 0, result.output
    blocks = [block.splitlines() for block in result.stdout.split("\n\n") if block.strip()]
    (block,) = (block for block in blocks if block[0].startswith(head[0]) and all(name in block[0] for name in head))
    edges = [*(block[0].index(name) for name in head), None]
    return [[line[a:b].strip() for a, b in pairwise(edges)] for line in block[2:]]


class DescribeTheTables:
    def it_says_of_each_source_what_it_is_and_how_much(self, inspect: Inspect) -> None:
        first, second = rows(inspect(), "Source", "Read", "Kind", "Pages", "Words", "Sentences", "Language", "Origin")
        assert first[:7] == ["S1", "in/a.txt", "text", "-", "35", "3", "en"]
        assert (second[0], second[7].split()[0]) == ("S2", "O1")

    def it_says_how_each_thing_is_known_and_what_is_not(self, inspect: Inspect) -> None:
        known = rows(inspect("--source", "S1"), "Source", "What", "Value", "Known from")
        assert known == [
            ["S1", "title", "Dam gives way above Belmora", "stated"],
            ["S1", "published", "2024-05-03", "stated"],
            ["S1", "reliability", "F", "not graded"],
            ["S1", "not stated", "author, publisher, modified, address", ""],
        ]

    def it_says_why_an_origin_is_shared(self, inspect: Inspect) -> None:
        (row,) = rows(inspect(), "Origin", "Because")
        assert row[0] == "O1"
        assert "in/b.txt" in row[1]

    def it_counts_what_was_left_out(self, inspect: Inspect) -> None:
        left_out = rows(inspect("--source", "a.txt"), "Left out of", "Because", "Passages", "Words")
        assert left_out == [["in/a.txt", "cross-link", "1", "6"], ["in/a.txt", "date line", "1", "3"]]

    def it_shows_what_was_left_out(self, inspect: Inspect) -> None:
        link = NEWS.index("Read more")
        shown = rows(inspect("--dropped", "--source", "S1"), "Source", "Place", "Text", "Because")
        assert ["S1", f"{link}-{link + 27}", "Read more: Who owns the dam", "cross-link"] in shown

    def it_says_what_was_skipped(self, inspect: Inspect) -> None:
        assert rows(inspect(), "Skipped", "Because") == [["in/c.txt", "It is empty."]]

    def it_shows_the_sentences_with_what_is_read_in_them(self, inspect: Inspect) -> None:
        shown = rows(inspect("--sentences", "--source", "S1"), "Source", "Place", "Sentence", "Is", "Names", "Dates")
        assert [row[1:4] for row in shown] == [
            ["¶ 2, 41-81", "The dam on the Ilva gave way on Tuesday.", "fact"],
            ["¶ 2, 82-123", "“Nobody warned us,” mayor Ana Kovac said.", "quote: Ana Kovac"],
            ["¶ 3, 154-182", "Two bridges were swept away.", "fact"],
        ]
        assert shown[0][5] == "2024-04-30"
        assert shown[1][4] == "Ana Kovac (person)"


class DescribeTheData:
    @pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.parent.name)
    def it_places_every_sentence_in_its_text(self, folder: Path) -> None:
        found = data(
            CliRunner().invoke(app, ["inspect", str(folder), "--json", "--sentences", "--quiet", "--no-cache"])
        )
        texts = {source["id"]: source["text"] for source in found["sources"]}
        counts = dict.fromkeys(texts, 0)
        for sentence in found["sentences"]:
            text = texts[sentence["source"]]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
            for entity in sentence["entities"]:
                assert text[entity["start"] : entity["end"]] == entity["text"]
            counts[sentence["source"]] += 1
        assert counts == {source["id"]: source["sentences"] for source in found["sources"]}
        assert min(counts.values()) > 0

    def it_is_the_same_when_the_collection_was_kept(self, inspect: Inspect) -> None:
        made, kept = inspect("--json", "--sentences"), inspect("--json", "--sentences")
        assert cache.usage().entries["collection"] == 1
        assert made.stdout == kept.stdout

    def it_holds_sentences_only_where_they_are_asked_for(self, inspect: Inspect) -> None:
        assert "sentences" not in data(inspect("--json"))
        assert data(inspect("--json", "--sentences"))["sentences"]

    def it_narrows_everything_to_one_source(self, inspect: Inspect) -> None:
        found = data(inspect("--json", "--sentences", "--source", "in/b.txt"))
        assert [source["id"] for source in found["sources"]] == ["S2"]
        assert {sentence["source"] for sentence in found["sentences"]} == {"S2"}
        assert found["skipped"] == []
        assert [origin["sources"] for origin in found["origins"]] == [["S1", "S2"]]

    def it_can_be_narrowed_to_a_file_that_was_skipped(self, inspect: Inspect) -> None:
        found = data(inspect("--json", "--source", "c.txt"))
        assert found["sources"] == []
        assert [skipped["path"] for skipped in found["skipped"]] == ["in/c.txt"]

    def it_is_utf_8_whatever_the_terminal_has(self, inspect: Inspect) -> None:
        result = inspect("--json", "--sentences")
        assert "“Nobody warned us,”" in result.stdout_bytes.decode("utf-8")


class DescribeTheCommand:
    def it_refuses_a_source_that_is_not_there(self, inspect: Inspect) -> None:
        result = inspect("--source", "in/d.txt")
        assert result.exit_code == 2
        assert "There is no source" in result.stderr

    def it_exits_with_1_where_nothing_can_be_read(self, inspect: Inspect) -> None:
        for name in ("a.txt", "b.txt"):
            Path("in", name).unlink()
        result = inspect()
        assert result.exit_code == 1
        assert "in/c.txt: It is empty." in result.stderr

    def it_follows_the_project_file(self, inspect: Inspect) -> None:
        Path("in", "briefing.toml").write_text('[sources."a.txt"]\npublisher = "Ilva Post"\n', "utf-8")
        (source,) = data(inspect("--json", "--source", "a.txt"))["sources"]
        assert source["publisher"] == "Ilva Post"

    def it_reads_what_a_build_reads(self, inspect: Inspect) -> None:
        Path("in", "output").mkdir()
        Path("in", "output", "brief.md").write_text("# A brief\n\nThe dam gave way, the brief says.\n", "utf-8")
        assert len(data(inspect("--json"))["sources"]) == 3
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir("in")
            result = CliRunner().invoke(app, ["inspect", ".", "--quiet", "--json"])
        assert len(data(result)["sources"]) == 2
