"""Cue sets: the sections of a kind of event, where a template places them, and which of them fits."""

from pathlib import Path

import pytest
from compose_notation import brief, drawn, merged

from benchmarks.quality.sorting.labelled import FaultyLineError, read
from briefing import build, language
from briefing.compose import Settings, compose, fitting
from briefing.errors import TemplateError
from briefing.settings import Template, load_cue_set, load_template, shipped_cue_sets

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
HEAD = 'name = "t"\naudience = "Testers"\nwords = 500\n'
SET = '[[section]]\nshape = "set"\n'
QUAKE = """
    A 2024-05-03: An earthquake of magnitude 6.1 shook the valley of Orla early on Thursday.
    A: At least nineteen people were killed and more than two hundred injured.
    B: Soldiers with dogs searched the rubble for survivors through the night.
    B: A similar quake had destroyed the village in 1931.
    B: Geologists warned that aftershocks could bring down more houses next week.
"""


def written(folder: Path, toml: str) -> Path:
    (folder / "template.toml").write_text(toml, "utf-8")
    return folder


def ids(template: Template) -> list[str]:
    return [section.id for section in template.sections]


@pytest.mark.parametrize("name", shipped_cue_sets())
class DescribeAShippedCueSet:
    def it_says_where_the_main_matter_is(self, name: str) -> None:
        sections = load_cue_set(name).sections
        assert [section.id for section in sections if section.main] == [sections[0].id]
        assert sum(section.default for section in sections) == 1

    def it_gives_a_template_its_sections(self, name: str) -> None:
        template, of_set = load_template("analyst", name), load_cue_set(name).sections
        assert template.cue_set == name
        assert set(of_set) <= set(template.sections)
        assert template.sections[0].lift_from == (of_set[0].id,)

    def it_makes_no_brief_fail_that_nothing_in_it_matches(self, name: str) -> None:
        made = compose(merged("A: Rain."), Settings(load_template("analyst", name)), language.lemmatize)
        required = {section.id for section in load_cue_set(name).sections if section.required}
        assert required < {section.id for section in made.sections if section.required}


class DescribeATemplateWithACueSet:
    def it_has_the_sections_of_the_set_where_it_says_so(self, tmp_path: Path) -> None:
        rest = '[[section]]\nid = "more"\nheading = "More"\n'
        template = load_template(written(tmp_path, f'{HEAD}cue_set = "policy"\n{SET}{rest}'))
        assert ids(template) == ["provisions", "positions", "background", "outlook", "more"]

    def it_changes_one_of_them_key_by_key(self, tmp_path: Path) -> None:
        change = '[[section]]\nid = "positions"\nheading = "For and against"\n[section.cues]\nheadings = ["debate"]\n'
        template = load_template(written(tmp_path, f'{HEAD}cue_set = "policy"\n{SET}{change}'))
        (ours,) = (section for section in template.sections if section.id == "positions")
        (theirs,) = (section for section in load_cue_set("policy").sections if section.id == "positions")
        assert (ours.heading, ours.cues.headings) == ("For and against", ("debate",))
        assert (ours.shape, ours.cues.strong) == (theirs.shape, theirs.cues.strong)
        assert ids(template)[1] == "positions"

    def it_takes_another_set_in_place_of_its_own(self, tmp_path: Path) -> None:
        change = '[[section]]\nid = "positions"\nitems = 2\n'
        written(tmp_path, f'{HEAD}cue_set = "policy"\n{SET}{change}')
        assert ids(load_template(tmp_path, "election")) == ["result", "conduct", "background", "outlook"]

    @pytest.mark.parametrize("set_", ["agreement", "election"])
    def it_keeps_a_section_written_in_full_though_the_set_lacks_it(self, tmp_path: Path, set_: str) -> None:
        whole = '[[section]]\nid = "outlook"\nheading = "To watch"\n[section.cues]\nstrong = ["watch"]\n'
        part = '[[section]]\nid = "toll"\nheading = "Toll"\n'
        sets = 'cue_set = ["agreement", "disaster", "election"]\n'
        template = load_template(written(tmp_path, f"{HEAD}{sets}{SET}{whole}{part}"), set_)
        (watched,) = (section for section in template.sections if section.id == "outlook")
        assert watched.heading == "To watch"
        assert "toll" not in ids(template)

    def it_finds_a_set_in_its_own_folder_first(self, tmp_path: Path) -> None:
        section = '[[section]]\nid = "fields"\nheading = "Fields"\n'
        (tmp_path / "harvest.toml").write_text(f'about = "harvests"\n{section}', "utf-8")
        assert ids(load_template(written(tmp_path, f'{HEAD}cue_set = "harvest"\n{SET}'))) == ["fields"]

    def it_lifts_key_points_from_what_it_names_itself(self, tmp_path: Path) -> None:
        points = '[[section]]\nid = "key_points"\nheading = "In short"\nlift_from = ["outlook"]\n'
        template = load_template(written(tmp_path, f'{HEAD}cue_set = "policy"\n{points}{SET}'))
        assert template.sections[0].lift_from == ("outlook",)

    @pytest.mark.parametrize(
        ("toml", "told"),
        [
            (f'cue_set = "electon"\n{SET}', "There is no cue set “electon”. Did you mean “election”?"),
            (SET, "no “cue_set” that names the set"),
            (f"cue_set = 7\n{SET}", "“cue_set” cannot be 7; it must be a text, or a list of texts."),
            (f'cue_set = "policy"\n{SET}items = 2\n', 'shape = "set" can have no other key'),
            (f'cue_set = "own"\n{SET}', "own.toml has the unknown key “colour”"),
            (f'cue_set = "shared"\n{SET}', "There is no cue set “shared”"),
        ],
    )
    def it_refuses_what_cannot_be_followed(self, tmp_path: Path, toml: str, told: str) -> None:
        (tmp_path / "own.toml").write_text('colour = 1\n[[section]]\nid = "a"\nheading = "A"\n', "utf-8")
        with pytest.raises(TemplateError) as refusal:
            load_template(written(tmp_path, HEAD + toml))
        assert told in str(refusal.value)

    def it_refuses_another_set_where_it_has_no_place_for_one(self) -> None:
        with pytest.raises(TemplateError, match=r"summary/template.toml has no place for the sections of a cue set"):
            load_template("summary", "election")

    @pytest.mark.parametrize("cue", ['strong = [""]', 'weak = ["—"]', 'shared = ["tol"]'])
    def it_refuses_a_cue_that_says_nothing(self, tmp_path: Path, cue: str) -> None:
        with pytest.raises(TemplateError, match=r"none of them empty|Did you mean “toll”"):
            load_template(written(tmp_path, f'{HEAD}[[section]]\nid = "a"\nheading = "A"\n[section.cues]\n{cue}\n'))


class DescribeABriefWithACueSet:
    def it_puts_each_fact_where_its_reader_looks(self) -> None:
        made = brief(QUAKE, *load_cue_set("disaster").sections)
        assert drawn(made) == "events: A1\ntoll: A2\nresponse: B1\nbackground: B2\noutlook: B3"

    def it_names_the_set_in_its_signature(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("The valley\n\nAn earthquake shook the valley of Orla on Thursday.\n", "utf-8")
        made = build(tmp_path / "a.txt", load_template("analyst"), cue_set="disaster")
        assert "cue-set=disaster" in made.signature
        assert "toll" in {section.id for section in made.sections}
        assert "cue-set" not in build(tmp_path / "a.txt", "summary").signature


class DescribeTheSetThatFits:
    SETS = tuple(map(load_cue_set, shipped_cue_sets()))

    def best(self, notation: str) -> str:
        return fitting(merged(notation).statements, self.SETS, language.lemmatize)[0][0].name

    def it_is_the_one_whose_words_are_used_most(self) -> None:
        assert self.best(QUAKE) == "disaster"
        assert (
            self.best("A: The two states signed a treaty.\nA: The pact must be ratified by both parties.")
            == "agreement"
        )

    def it_is_the_general_one_where_none_is_meant(self) -> None:
        assert self.best("A: A choir sang in the square.\nB: Snow fell on the singers, and nobody minded.") == "general"

    @pytest.mark.parametrize(("own", "better"), [("agreement", "disaster"), ("disaster", None)])
    def it_is_named_where_it_fits_clearly_better(self, own: str, better: str | None) -> None:
        settings = Settings(load_template("analyst", own), cue_sets=self.SETS)
        assert compose(merged(QUAKE), settings, language.lemmatize).better_set == better

    def it_is_not_looked_for_where_the_template_names_none(self) -> None:
        settings = Settings(load_template("summary"), cue_sets=self.SETS)
        assert compose(merged(QUAKE), settings, language.lemmatize).better_set is None


class DescribeAShippedTemplateForAnyEvent:
    """Of all shipped sets those that fit; for the very same words the first, which is that of an agreement."""

    @pytest.mark.parametrize("name", ["executive", "press", "student"])
    def it_chooses_among_all_sets_the_agreement_first_and_the_general_one_last(self, name: str) -> None:
        sets = load_template(name).cue_sets
        assert sorted(sets) == sorted(shipped_cue_sets())
        assert (sets[0], sets[-1]) == ("agreement", "general")

    @pytest.mark.parametrize(
        ("sources", "kind"),
        [
            (ROOT / "seeds", "agreement"),
            (GOLDEN / "flood" / "sources", "disaster"),
            (GOLDEN / "election" / "sources", "election"),
            (GOLDEN / "merger" / "sources", "company"),
        ],
    )
    def it_has_the_sections_of_the_kind_of_event(self, sources: Path, kind: str) -> None:
        made = build(sources, "press")
        assert made.signature.endswith(f"cue-set={kind}")
        assert {section.id for section in load_cue_set(kind).sections} <= {section.id for section in made.sections}


class DescribeLabelledSentences:
    def it_reads_the_set_and_the_sections(self, tmp_path: Path) -> None:
        (tmp_path / "vote.txt").write_text("set: election\nresult: She won: by a mile.\n\n", "utf-8")
        (one,) = read(tmp_path / "vote.txt")
        assert (one.kind, one.set, one.section, one.text) == ("vote", "election", "result", "She won: by a mile.")

    @pytest.mark.parametrize(
        ("text", "told"),
        [("", "line 1 is “”"), ("toll: Six died.", "line 1 is"), ("set: election\ntoll: Six died.", "line 2 begins")],
    )
    def it_says_which_line_cannot_be_followed(self, tmp_path: Path, text: str, told: str) -> None:
        (tmp_path / "vote.txt").write_text(text, "utf-8")
        with pytest.raises(FaultyLineError, match=told):
            read(tmp_path / "vote.txt")
