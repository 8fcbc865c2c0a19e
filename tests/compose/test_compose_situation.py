"""A template for several kinds of event: the cue set that fits the sources is used."""

from pathlib import Path

import pytest

from briefing import build
from briefing.errors import TemplateError
from briefing.settings import load_template

FLOOD = """Flood in Lipnik

The river burst its banks after heavy rain on Monday and flooded the town of Lipnik.

At least 12 people were killed and 40 injured, the rescuers said.

Firefighters in boats took survivors from the roofs, and a shelter was opened in the school.
"""
VOTE = """Green League wins in Lipnik

The Green League won 42 percent of the vote in the election on Sunday, the electoral board said.

Voters queued at polling stations until the evening, and turnout rose to 71 percent.

The league's candidate will form a coalition before the parliament meets.
"""


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def ids(*given: str) -> list[str]:
    return [section.id for section in load_template(*given).sections]


class DescribeATemplateOfSeveralCueSets:
    @pytest.mark.parametrize(("text", "fits"), [(FLOOD, "disaster"), (VOTE, "election")])
    def it_has_the_sections_of_the_one_that_fits_the_sources(self, tmp_path: Path, text: str, fits: str) -> None:
        made = build(written(tmp_path, "a.txt", text), "situation")
        assert f"cue-set={fits}" in made.signature
        assert [section.id for section in made.sections] == ids("situation", fits)

    def it_has_those_of_another_where_the_user_says_so(self, tmp_path: Path) -> None:
        source = written(tmp_path, "a.txt", FLOOD)
        assert "cue-set=conflict" in build(source, "situation", cue_set="conflict").signature
        assert "cue-set=conflict" in build(source, load_template("situation", "conflict")).signature

    def it_has_those_of_the_general_one_where_none_is_meant(self, tmp_path: Path) -> None:
        assert (
            "cue-set=general" in build(written(tmp_path, "a.txt", "A choir sang in the square."), "situation").signature
        )

    def it_leaves_out_what_only_other_sets_have(self) -> None:
        assert {"toll", "response"} <= {*ids("situation", "disaster")}
        assert {"toll", "response"}.isdisjoint(ids("situation", "election"))
        assert {"result", "conduct"} <= {*ids("situation", "election")}

    @pytest.mark.parametrize(
        ("key", "told"),
        [
            ('cue_set = ["disaster", 7]', "it must be a text, or a list of texts"),
            ("cue_set = []", "it must be a text, or a list of texts"),
            ('cue_set = ["disaster", "electon"]', "Did you mean “election”?"),
            ('cue_sets = ["disaster"]', "has the unknown key “cue_sets”. Did you mean “cue_set”?"),
        ],
    )
    def it_refuses_a_list_that_cannot_be_followed(self, tmp_path: Path, key: str, told: str) -> None:
        written(tmp_path, "template.toml", f'extends = "analyst"\n{key}\n')
        with pytest.raises(TemplateError) as refusal:
            load_template(tmp_path)
        assert told in str(refusal.value)


class DescribeASituationReport:
    def it_shows_the_figures_word_for_word_and_once(self, tmp_path: Path) -> None:
        written(tmp_path, "a.txt", FLOOD)
        written(tmp_path, "b.txt", FLOOD.replace("At least 12 people were killed", "At least 17 people were killed"))
        made = build(tmp_path, "situation")
        (killed,) = (figure for figure in made.figures if figure.about == "people killed")
        assert {count.text for count in killed.counts} == {"At least 12 people", "At least 17 people"}
        shown = [one.id for section in made.sections for one in made.differences(section)]
        assert sorted(shown) == sorted(one.id for one in made.disagreements)
