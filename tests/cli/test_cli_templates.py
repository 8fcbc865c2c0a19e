"""The commands by which a template is listed, shown and made."""

import json
import re
import runpy
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from docx import Document
from typer.testing import Result

from briefing.render.html.page import style_sheet
from briefing.render.languages import words_of
from briefing.settings import Place, Template, key_meanings, known_templates, load_template, shipped_folder
from briefing.workshop.commented import MARK

Run = Callable[..., Result]
SHIPPED = Place("shipped", shipped_folder()).names()
ROOT = Path(__file__).parents[2]


def likened(template: Template) -> Template:
    """The template without what tells it from the one that it extends: its name and its files."""
    return replace(template, name="", folders=(), word_files=())


class DescribeTheList:
    def it_says_which_of_two_templates_a_name_takes(self, run: Run, tmp_path: Path) -> None:
        shutil.copytree(shipped_folder() / "summary", tmp_path / "templates" / "summary")
        rows = json.loads(run("templates", "list", "--json").stdout)
        own, shipped = (row for row in rows if row["name"] == "summary")
        assert (own["from"], shipped["from"]) == ("here", "shipped, hidden")
        assert Path(own["folder"]) == tmp_path / "templates" / "summary"
        assert known_templates()["summary"].whose == "here"

    def it_names_the_folders_that_are_searched(self, run: Run, tmp_path: Path) -> None:
        assert f"here: {tmp_path / 'templates'}" in run("templates", "list").stdout

    def it_says_on_how_many_pages_a_template_is_to_fit(self, run: Run) -> None:
        rows = {row["name"]: row["pages"] for row in json.loads(run("templates", "list", "--json").stdout)}
        assert (rows["executive"], rows["analyst"]) == ("1", "")

    def it_lists_what_cannot_be_used_with_the_reason(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "templates" / "own").mkdir(parents=True)
        (tmp_path / "templates" / "own" / "template.toml").write_text('extends = "anlyst"', "utf-8")
        told = run("templates", "list")
        assert "cannot be used" in told.stdout
        assert "Did you mean “analyst”?" in told.stdout


class DescribeShow:
    def it_says_which_file_each_setting_is_from(self, run: Run) -> None:
        settings = json.loads(run("templates", "show", "summary", "--json").stdout)
        assert settings["words"] == {"value": 250, "from": str(shipped_folder() / "summary" / "template.toml")}
        assert settings["cue_set"]["from"] is None or settings["cue_set"]["from"].endswith("template.toml")
        assert settings["citations"] == {"value": "footnotes", "from": None}

    def it_shows_each_cue_set_and_what_holds_for_all_of_them(self, run: Run) -> None:
        settings = json.loads(run("templates", "show", "situation", "--json").stdout)
        assert settings["cue_set"]["value"][:2] == ["disaster", "conflict"]
        assert settings["key_points.lift_from"]["value"] == ["main"]
        assert re.search(r"cue_set +disaster, conflict, ", run("templates", "show", "situation").stdout)

    def it_shows_the_one_cue_set_that_is_asked_for(self, run: Run) -> None:
        told = run("templates", "show", "situation", "--cue-set", "conflict", "--json")
        assert json.loads(told.stdout)["cue_set"]["value"] == "conflict"

    def it_counts_cues_and_shows_them_where_asked(self, run: Run) -> None:
        assert re.search(r"cues\.strong +\d+ of them", run("templates", "show", "analyst").stdout)
        assert "treaty" in run("templates", "show", "analyst", "--cues").stdout

    def it_asks_what_was_meant(self, run: Run) -> None:
        told = run("templates", "show", "analist")
        assert (told.exit_code, "Did you mean “analyst”?" in told.stderr) == (2, True)


class DescribeNew:
    @pytest.mark.parametrize("extended", SHIPPED)
    def it_makes_a_template_that_changes_nothing(self, run: Run, tmp_path: Path, extended: str) -> None:
        assert run("templates", "new", "ministry", "--extends", extended).exit_code == 0
        made, base = load_template("ministry"), load_template(extended)
        assert made.folders[0] == tmp_path / "templates" / "ministry"
        assert likened(made) == likened(base)
        assert (
            re.sub(r"/\*.*?\*/\s*", "", style_sheet(made)).split()
            == re.sub(r"/\*.*?\*/\s*", "", style_sheet(base)).split()
        )

    @pytest.mark.parametrize("extended", SHIPPED)
    def it_writes_every_setting_as_it_is_in_what_it_extends(self, run: Run, tmp_path: Path, extended: str) -> None:
        run("templates", "new", "ministry", "--extends", extended)
        file = tmp_path / "templates" / "ministry" / "template.toml"
        file.write_text(file.read_text("utf-8").replace(MARK, ""), "utf-8")
        assert likened(load_template("ministry")) == likened(load_template(extended))

    def it_writes_every_word_as_it_is_in_what_it_extends(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "templates" / "maison").mkdir(parents=True)
        (tmp_path / "templates" / "maison" / "template.toml").write_text(
            'extends = "analyst"\nlanguage = "fr"\n', "utf-8"
        )
        (tmp_path / "templates" / "maison" / "words.toml").write_text('nothing = "Rien."\n', "utf-8")
        run("templates", "new", "ministry", "--extends", "maison")
        file = tmp_path / "templates" / "ministry" / "words.toml"
        words = words_of(load_template("maison"))
        assert words_of(load_template("ministry")) == words
        file.write_text(file.read_text("utf-8").replace(MARK, ""), "utf-8")
        told = tomllib.loads(file.read_text("utf-8"))
        assert told.keys() == {field.name for field in fields(words)} - {"language"}
        assert told["nothing"] == "Rien."
        assert words_of(load_template("ministry")) == words

    def it_says_what_every_key_means(self, run: Run, tmp_path: Path) -> None:
        run("templates", "new", "ministry")
        text = (tmp_path / "templates" / "ministry" / "template.toml").read_text("utf-8")
        keys = {*key_meanings("template"), *key_meanings("section"), *key_meanings("cues")} - {"extends"}
        assert {key for key in keys if not re.search(rf"^# +{key}: \w|^# {key}: `", text, re.MULTILINE)} == set()

    def it_has_all_the_styles_of_the_word_file(self, run: Run, tmp_path: Path) -> None:
        run("templates", "new", "ministry")
        made = Document(str(tmp_path / "templates" / "ministry" / "brief.docx"))
        shipped = Document(str(shipped_folder() / "analyst" / "brief.docx"))
        assert {style.name for style in made.styles} == {style.name for style in shipped.styles}

    def it_makes_what_its_check_finds_nothing_in(self, run: Run) -> None:
        run("templates", "new", "ministry")
        assert run("templates", "check", "ministry", "--strict").stdout == "Nothing is wrong with it.\n"

    def it_puts_it_where_it_is_asked_to(self, run: Run, tmp_path: Path) -> None:
        told = run("templates", "new", "ministry", "--in", "house")
        assert (tmp_path / "house" / "ministry" / "template.toml").is_file()
        assert f"check {Path('house') / 'ministry'}" in told.stdout

    def it_overwrites_nothing(self, run: Run, tmp_path: Path) -> None:
        run("templates", "new", "ministry")
        file = tmp_path / "templates" / "ministry" / "template.toml"
        file.write_text("mine", "utf-8")
        told = run("templates", "new", "ministry")
        assert (told.exit_code, file.read_text("utf-8")) == (1, "mine")
        assert "is there already" in told.stderr

    @pytest.mark.parametrize("name", ["", "..", "a/b", "a b", "analyst"])
    def it_refuses_what_is_no_name_of_its_own(self, run: Run, tmp_path: Path, name: str) -> None:
        assert run("templates", "new", name).exit_code == 2
        assert [*tmp_path.iterdir()] == []

    def it_asks_which_template_was_meant(self, run: Run) -> None:
        assert "Did you mean “analyst”?" in run("templates", "new", "ministry", "--extends", "analist").stderr


class DescribeTheMeaningsOfKeys:
    def it_is_that_of_the_page_on_templates(self) -> None:
        script = runpy.run_path(str(ROOT / "scripts" / "make_keys.py"))
        page = (ROOT / "docs" / "templates.md").read_text("utf-8")
        assert script["KEYS"].read_text("utf-8") == script["made"](page)
