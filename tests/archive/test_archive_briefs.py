"""A brief of what bears on a topic, or was published within dates: of which sources it is, and what it says of that."""

from pathlib import Path

import pytest
from archive_notation import laid_down
from typer.testing import CliRunner

from briefing import build, load, render
from briefing.archive import place
from briefing.cli import app
from briefing.errors import NothingToBuildError
from briefing.model import Bounds, Brief, Selection
from briefing.pipeline.wanted import Wanted
from briefing.render import FORMATS

NEWS = """
    a.txt 2023-07-02: The river flooded the town of Belmora, and two bridges were closed by the mayor.
    b.txt 2023-07-03: The mayor of Belmora closed two bridges over the river on Monday, officials said.
    c.txt 2022-01-01: The river was low in January, and farmers feared for their crops.
    d.txt -: The river has been the border of two states since the treaty of peace.
    e.txt 2023-07-04: The minister opened a school in the capital and praised its teachers.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return laid_down(NEWS, tmp_path / "archive")


def on_river(archive: Path, *, limit: int = 200) -> Brief:
    wanted = Wanted("river Belmora", Bounds("2023-07", "2023-10-01"), limit, archive.parent / "index")
    return build(archive, wanted=wanted)


class DescribeABriefOnATopic:
    def it_is_that_of_the_sources_that_bear_on_it(self, archive: Path) -> None:
        brief = on_river(archive)
        assert [source.path for source in brief.sources] == ["archive/a.txt", "archive/b.txt"]
        alone = build([archive / "a.txt", archive / "b.txt"])
        assert (brief.items, brief.sections) == (alone.items, alone.sections)

    def it_says_how_they_were_chosen(self, archive: Path) -> None:
        brief = on_river(archive, limit=1)
        assert brief.topic == "river Belmora"
        assert brief.selection == Selection(
            "river Belmora", "2023-07", "2023-10-01", 5, 2, 1, outside=1, undated=1, some_words=False
        )

    @pytest.mark.parametrize("format", [one for one in FORMATS if one in {"html", "md"}])
    def it_tells_so_to_the_reader(self, archive: Path, format: str) -> None:  # noqa: A002
        page = render(on_river(archive, limit=1), format).decode()
        for told in ("“river Belmora”", "published from July 2023 to 1 October 2023", "5 documents", "1 used"):
            assert told in page.replace("\u00a0", " ")

    def it_is_read_again_from_its_data(self, archive: Path, tmp_path: Path) -> None:
        brief = on_river(archive)
        (tmp_path / "brief.json").write_bytes(render(brief, "json"))
        assert load(tmp_path / "brief.json") == brief

    def it_is_kept_by_what_was_chosen(self, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        once, again, other = (
            build(archive, wanted=Wanted(topic, index=tmp_path / "index"), cache=True)
            for topic in ("Belmora bridges", "Belmora bridges", "school teachers")
        )
        assert once == again
        assert once.sources != other.sources


class DescribeABriefOfDates:
    def it_skips_what_was_published_outside_with_the_reason(self, archive: Path) -> None:
        brief = build(archive, wanted=Wanted(bounds=Bounds("2023-07-03")))
        assert [source.path for source in brief.sources] == ["archive/b.txt", "archive/e.txt"]
        assert {one.path: one.reason for one in brief.skipped} == {
            "archive/a.txt": "It was published on 2023-07-02, before 2023-07-03.",
            "archive/c.txt": "It was published on 2022-01-01, before 2023-07-03.",
            "archive/d.txt": "It states no date of publication, and only sources of certain dates are wanted.",
        }
        assert brief.selection == Selection(None, "2023-07-03", None, 5, 2, 2, outside=2, undated=1)

    def it_cannot_be_made_of_nothing(self, archive: Path) -> None:
        with pytest.raises(NothingToBuildError, match="before 2030"):
            build(archive, wanted=Wanted(bounds=Bounds("2030")))


@pytest.fixture
def in_folder(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.chdir(archive.parent)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return CliRunner()


class DescribeTheCommands:
    def it_indexes_and_says_where(self, in_folder: CliRunner) -> None:
        said = in_folder.invoke(app, ["index", "archive", "--index", "my.index"])
        assert said.exit_code == 0
        assert "5 sources are indexed; 5 files were read, 0 had gone. The index is my.index." in said.stdout

    def it_lists_what_bears_on_a_topic(self, in_folder: CliRunner) -> None:
        said = in_folder.invoke(app, ["search", "minister", "archive", "--since", "2023"])
        assert said.exit_code == 0
        assert "archive/e.txt" in said.stdout
        assert "5 sources searched" in said.stdout
        assert "listed" in said.stdout

    def it_exits_with_1_where_nothing_does(self, in_folder: CliRunner) -> None:
        said = in_folder.invoke(app, ["search", "volcano", "archive"])
        assert (said.exit_code, "bears on “volcano”" in said.stderr) == (1, True)

    def it_briefs_a_topic_within_dates(self, in_folder: CliRunner) -> None:
        bounds = ("--since", "2023-07-01", "--until", "2023-10-01")
        said = in_folder.invoke(app, ["build", "archive", "--topic", "bridges", *bounds, "--format", "json"])
        assert said.exit_code == 0
        assert (
            "5 sources searched, 2 of which bear on the topic and were published within the dates; 2 used"
            in said.stdout
        )

    def it_takes_a_date_and_an_earlier_brief(self, in_folder: CliRunner) -> None:
        in_folder.invoke(app, ["build", "archive", "--format", "json"])
        both = ("--since", "output/brief.json", "--since", "2023-07")
        said = in_folder.invoke(app, ["build", "archive", *both, "--format", "json", "--output", "later"])
        assert said.exit_code == 0
        later = load("later/brief.json")
        assert (later.changes is not None, later.selection and later.selection.since) == (True, "2023-07")

    @pytest.mark.parametrize("values", [("2023", "2024"), ("a.json", "b.json"), ("2023-13",)])
    def it_refuses_what_it_cannot_follow(self, in_folder: CliRunner, values: tuple[str, ...]) -> None:
        given = [part for value in values for part in ("--since", value)]
        assert in_folder.invoke(app, ["build", "archive", *given]).exit_code == 2

    @pytest.mark.parametrize(
        ("given", "told"),
        [
            (["--topic", ""], "has no word to look for"),
            (["--topic", '" "'], "has no word to look for"),
            (["--limit", "3"], "--limit is for what bears on a topic"),
            (["--index", "my.index"], "--index is for what bears on a topic"),
            (["--since", "2024", "--until", "2023"], "2023, is before the first, 2024"),
        ],
    )
    def it_follows_nothing_by_half(self, in_folder: CliRunner, given: list[str], told: str) -> None:
        said = in_folder.invoke(app, ["build", "archive", *given], env={"COLUMNS": "200"})
        assert (said.exit_code, told in said.stderr) == (2, True)

    @pytest.mark.parametrize("command", [["index", "nowhere"], ["search", "river", "nowhere"]])
    def it_says_why_there_is_no_source(self, in_folder: CliRunner, command: list[str]) -> None:
        said = in_folder.invoke(app, [*command, "--quiet"])
        assert said.exit_code == 1
        assert said.stderr == "Error: There is no source to search. There is no such file or folder; check the name.\n"

    def it_leaves_no_index_behind_where_nothing_is_to_be_kept(self, in_folder: CliRunner) -> None:
        built = in_folder.invoke(app, ["build", "archive", "--topic", "bridges", "--format", "json", "--no-cache"])
        assert (built.exit_code, place.sizes()) == (0, ())

    def it_shows_the_indexes_that_are_kept_and_removes_them(self, in_folder: CliRunner) -> None:
        in_folder.invoke(app, ["index", "archive"])
        in_folder.invoke(app, ["index", "archive/b.txt"])
        assert f"{place.folder()}   2 " in in_folder.invoke(app, ["cache", "show"]).stdout
        assert "Removed 2 indexes of archives, " in in_folder.invoke(app, ["cache", "clear"]).stdout
        assert not [*place.folder().iterdir()]
        assert "indexes" not in in_folder.invoke(app, ["cache", "clear"]).stdout
