"""A folder of sources with a briefing.toml is built without a word more; every value says where it comes from."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from briefing import build
from briefing.settings import NamedNote, SourceNote, load_project

Run = Callable[..., Result]
Calls = list[dict[str, Any]]

SOURCES = {
    "a.txt": "The bridge\n\nThe council of Orla shut the bridge on 3 May 2024 after a barge had hit it.\n",
    "b.txt": "Orla without its bridge\n\nThe bridge of Orla is shut. Ferries carry workers over the river.\n",
}
TOLD = """
title = "The bridge of Orla"
template = "summary"
as_of = 2024-05-06
marking = "OFFICIAL"
words = 120
formats = ["json", "md"]

[sources."b.txt"]
publisher = "Orla Post"
published = 2024-05-05
reliability = "B"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in SOURCES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def project(folder: Path, toml: str = TOLD) -> Path:
    (folder / "briefing.toml").write_text(toml, "utf-8")
    return folder


class DescribeAProject:
    def it_is_built_without_arguments(self, folder: Path, run: Run) -> None:
        project(folder)
        assert run("build").exit_code == 0
        made = json.loads((folder / "output" / "brief.json").read_text("utf-8"))
        assert sorted(path.name for path in (folder / "output").iterdir()) == ["brief.json", "brief.md"]
        told = {key: made[key] for key in ("title", "template", "as_of", "marking")}
        assert told == {
            "title": "The bridge of Orla",
            "template": "summary",
            "as_of": "2024-05-06",
            "marking": "OFFICIAL",
        }
        assert "words=120" in made["signature"]
        assert [source["path"] for source in made["sources"]] == [f"{folder.name}/{name}" for name in SOURCES]
        assert made["skipped"] == []

    def it_gives_the_same_bytes_beside_what_it_wrote_before(self, folder: Path, run: Run) -> None:
        project(folder)
        run("build")
        first = (folder / "output" / "brief.json").read_bytes()
        run("build")
        assert (folder / "output" / "brief.json").read_bytes() == first
        shutil.rmtree(folder / "output")
        run("build", "--output", ".")
        run("build", "--output", ".")
        assert json.loads((folder / "brief.json").read_text("utf-8"))["skipped"] == []

    def it_gives_way_to_options(self, folder: Path, run: Run, calls: Calls) -> None:
        project(folder)
        run("build", "--template", "analyst", "--title", "Shut", "--words", 90, "--format", "json")
        assert (calls[0]["template"].name, calls[0]["title"], calls[0]["words"]) == ("analyst", "Shut", 90)
        assert [path.name for path in (folder / "output").iterdir()] == ["brief.json"]

    def it_goes_before_the_template(self, folder: Path) -> None:
        made = build(folder, project=load_project([project(folder, 'template = "summary"\nwords = 40\n')]))
        assert "words=40" in made.signature
        assert made.template == "summary"

    def it_is_followed_where_its_folder_is_given(self, folder: Path, run: Run, calls: Calls) -> None:
        (folder / "briefing.toml").unlink(missing_ok=True)
        inner = folder / "event"
        inner.mkdir()
        project(inner)
        (inner / "a.txt").write_text(SOURCES["a.txt"], "utf-8")
        (inner / "b.txt").write_text(SOURCES["b.txt"], "utf-8")
        run("build", inner)
        assert calls[0]["template"].name == "summary"

    def it_is_named_where_it_is_not_followed(self, folder: Path) -> None:
        (folder / "more").mkdir()
        (folder / "more" / "c.txt").write_text("Ferries\n\nFerries run each hour.\n", "utf-8")
        project(folder / "more", 'title = "Another"\n')
        made = build([folder / "a.txt", folder / "more"])
        assert [(one.path, one.reason) for one in made.skipped] == [
            ("more/briefing.toml", "It holds settings, which are followed where its folder alone is given.")
        ]

    def it_must_be_there_where_no_source_is_named(self, run: Run) -> None:
        result = run("build")
        assert result.exit_code == 2
        assert "Name files or folders of sources, or run it in a folder that has a briefing.toml." in result.stderr


class DescribeWhatTheOperatorKnowsOfASource:
    def it_goes_before_what_the_source_states_and_is_told_apart(self, folder: Path) -> None:
        made = build(folder, "summary", project=load_project([project(folder)]))
        own, given = made.documents
        assert (own.source.publisher, own.source.published, own.source.reliability) == (None, None, "F")
        assert (given.source.publisher, given.source.published, given.source.reliability) == (
            "Orla Post",
            "2024-05-05",
            "B",
        )
        told = {one.field: one.manner for one in given.source.found}
        assert told == {"title": "stated", "publisher": "sidecar", "published": "sidecar", "reliability": "sidecar"}
        assert given.notes == ()

    def it_is_told_beside_what_the_source_states(self, folder: Path) -> None:
        toml = '[sources."a.txt"]\ntitle = "A bridge is shut"\n'
        made = build(folder, "summary", project=load_project([project(folder, toml)]))
        assert made.documents[0].source.title == "A bridge is shut"
        assert made.documents[0].notes == ("Its title is given by the operator; it states “The bridge”.",)

    def it_makes_two_sources_of_one_publisher_one_origin(self, folder: Path) -> None:
        both = '[sources."a.txt"]\npublisher = "Orla Post"\n[sources."b.txt"]\npublisher = "Orla Post"\n'
        apart = build(folder, "summary")
        together = build(folder, "summary", project=load_project([project(folder, both)]))
        assert (apart.summary.origins, together.summary.origins) == (2, 1)

    @pytest.mark.parametrize("format_", ["html", "md"])
    def it_stands_in_the_list_of_sources(self, folder: Path, run: Run, format_: str) -> None:
        project(folder)
        run("build", "--format", format_)
        assert "reliability B, usually reliable" in (folder / "output" / f"brief.{format_}").read_text("utf-8")


class DescribeAProjectThatCannotBeFollowed:
    @pytest.mark.parametrize(
        ("toml", "told"),
        [
            ("title =", "briefing.toml is not valid TOML"),
            ('tilte = "A"', "has the unknown key “tilte”. Did you mean “title”?"),
            ('template = "sumary"', "There is no template “sumary”. Did you mean “summary”?"),
            ('as_of = "May"', "“as_of” is “May”, which is no date."),
            ("as_of = 2024-05-06T10:00:00", "“as_of” cannot be"),
            ("words = 0.5", "“words” cannot be 0.5"),
            ('sources = "a.txt"', "“sources” must hold a table for each"),
            ('[sources."b1.txt"]\npublisher = "X"', "tells of the source “b1.txt”. Did you mean “b.txt”?"),
            ('[sources."a.txt"]\npublsher = "X"', "has the unknown key “publsher”. Did you mean “publisher”?"),
            ('[sources."a.txt"]\nreliability = "G"', "“reliability” cannot be 'G'; it must be one of A, B, C, D, E, F"),
            ('[sources."a.txt"]\npublished = "2024-13"', "“a.txt: published” is “2024-13”, which is no date."),
            ('sources."a.txt" = "Post"', "“a.txt” must be a table"),
            ('formats = ["pfd"]', "There is no format “pfd”. Did you mean “pdf”?"),
        ],
    )
    def it_says_what_and_the_way_out(self, folder: Path, run: Run, toml: str, told: str) -> None:
        project(folder, toml)
        result = run("build")
        assert result.exit_code == 2
        assert told in result.stderr


class DescribeWhatABuildFollows:
    def it_is_shown_with_what_says_it(self, folder: Path, run: Run) -> None:
        project(folder)
        shown = {line.split("  ")[0].strip(): line for line in run("config", "show").stdout.splitlines()}
        for key in ("title", "template", "as_of", "marking", "words", "formats", "b.txt: reliability"):
            assert shown[key].rstrip().endswith("briefing.toml"), key
        assert shown["labels"].rstrip().endswith("summary/template.toml")
        assert shown["ranker"].rstrip().endswith("the program")
        assert "120" in shown["words"]

    def it_is_of_the_template_that_is_named(self, folder: Path, run: Run) -> None:
        shown = run("config", "show", project(folder), "--template", "analyst").stdout
        assert "timeline.words" in shown
        assert "--template" in shown

    def it_counts_the_cues(self, folder: Path, run: Run) -> None:
        shown = run("config", "show", project(folder), "--template", "analyst").stdout.splitlines()
        cues = [line for line in shown if ".cues.strong" in line]
        assert cues
        assert all(" of them " in line for line in cues)


def test_a_note_is_known_by_the_name_of_its_source(folder: Path) -> None:
    note = SourceNote(publisher="Orla Post", published="2024-05-05", reliability="B")
    assert load_project([project(folder)]).sources == (NamedNote("b.txt", note, folder / "briefing.toml"),)
