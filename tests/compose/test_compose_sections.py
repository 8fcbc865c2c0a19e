"""Where a statement goes. `compose_notation` tells how statements are written and briefs drawn."""

from dataclasses import replace
from pathlib import Path

import pytest
from compose_notation import ALL, Brief, brief, drawn, merged, section, texts

from briefing import language
from briefing.compose import Settings, compose
from briefing.settings import Cues, load_template

FLOOD = """
    A: The Varda river burst its banks on Tuesday and flooded the old town of Lipnik.
    A: Rescuers in boats pulled eleven survivors from the roofs of houses near the market.
    B: The government promised cheap loans to every shop that lost its stock in the water.
    B: Meteorologists expect more rain to reach the upper valley before the end of the week.
"""


class DescribeCues:
    def it_places_a_statement_by_one_strong_cue(self) -> None:
        assert drawn(brief(FLOOD, ALL, section("aid", "loans"))) == "all: A1 A2 B2\naid: B1"

    @pytest.mark.parametrize("cue", ["loan", "promise", "promised loans", "cheap loan", "shop that lost"])
    def it_matches_words_in_whatever_form(self, cue: str) -> None:
        placed = "promised loans" not in cue  # another word stands between them
        assert ("aid: B1" in drawn(brief(FLOOD, ALL, section("aid", cue)))) is placed

    def it_matches_a_function_word_as_it_stands(self) -> None:
        notation = "A: Each state shall pay for its own patrols.\nA: The patrols began in the spring of 2019."
        assert drawn(brief(notation, ALL, section("terms", "shall"))) == "all: A2\nterms: A1"

    def it_places_nothing_by_one_weak_cue_but_by_two(self) -> None:
        weak = section("aid", cues=Cues(weak=("loan", "shop")))
        assert "aid: B1" in drawn(brief(FLOOD, ALL, weak))
        weak = section("aid", cues=Cues(weak=("loan",)))
        assert "aid" not in drawn(brief(FLOOD, ALL, weak))

    def it_keeps_a_statement_out_by_a_cue_against(self) -> None:
        against = section("aid", cues=Cues(strong=("loan",), against=("stock",)))
        assert "aid" not in drawn(brief(FLOOD, ALL, against))

    def it_heeds_the_headings_of_the_source(self) -> None:
        notation = """
            A # Background and causes
            A: The river has burst its banks four times in thirty years.
            A # What happens now
            A: The mayor wants a new sluice above the town.
        """
        history = section("history", cues=Cues(weak=("bank",), headings=("background",)))
        assert drawn(brief(notation, ALL, history)) == "all: A2\nhistory: A1"

    @pytest.mark.parametrize(
        ("sign", "text"),
        [
            ("quote", "“We have never seen water like this,” said the mayor of Lipnik."),
            ("modal", "Each of the valley's towns must keep a store of sandbags."),
            ("forecast", "The water is expected to fall before the end of the week."),
            ("past-date", "The dyke above the old town was built in 1987 by the army."),
            ("day", "The dyke above the old town gave way on Thursday."),
            ("condition", "The old town is lost unless the dyke holds."),
            ("each", "Farmers get 900 for every hectare."),
            ("negation", "Nobody guarded the dyke."),
            ("negation", "The old town had no dyke."),
        ],
    )
    def it_heeds_the_signs_of_a_sentence(self, sign: str, text: str) -> None:
        signed = section("signed", cues=Cues(signs=(sign,)))
        notation = f"A 2024-05-01: {text}\nA: The Varda river flooded the market of Lipnik."
        assert drawn(brief(notation, ALL, signed)) == "all: A2\nsigned: A1"

    def it_takes_the_section_with_most_cues(self) -> None:
        one, two = section("one", "loan"), section("two", "loan", "shop")
        assert "two: B1" in drawn(brief(FLOOD, one, two, ALL))

    def it_asks_more_cues_of_the_main_matter(self) -> None:
        main = section("main", "loan", main=True)
        beside = section("beside", "shop")
        assert "beside: B1" in drawn(brief(FLOOD, main, beside, ALL))
        assert "main: B1" in drawn(brief(FLOOD, main, ALL))

    def it_finds_sentences_for_a_new_section_by_toml_alone(self, tmp_path: Path) -> None:
        (tmp_path / "template.toml").write_text(
            """
            name = "relief"
            extends = "analyst"
            sections = ["rescue", "rest"]
            [[section]]
            id = "rescue"
            heading = "Rescue"
            [section.cues]
            strong = ["survivor"]
            [[section]]
            id = "rest"
            heading = "What else"
            default = true
            """,
            "utf-8",
        )
        made = compose(merged(FLOOD), Settings(load_template(tmp_path)), language.lemmatize)
        assert drawn(made) == "rescue: A2\nrest: A1 B1 B2"
        assert [one.heading for one in made.sections] == ["Rescue", "What else"]


class DescribeKeyPoints:
    NOTATION = """
        A: The Varda river burst its banks on Tuesday and flooded the old town of Lipnik.
        ABC: The government promised cheap loans to every shop that lost its stock in the water.
        B: Meteorologists expect more rain to reach the upper valley before the end of the week.
        BC: Rescuers in boats pulled eleven survivors from the roofs of houses near the market.
        C: A choir has cancelled its concert in the cathedral because of damp in the organ.
    """
    POINTS = section("points", items=2, lift_from=("all",))

    def it_lifts_the_best_founded_before_anything_else(self) -> None:
        points = drawn(brief(self.NOTATION, self.POINTS, ALL)).split("\n")[0]
        assert points in {"points: A2 B3", "points: B3 A2"}

    def it_tells_them_nowhere_else(self) -> None:
        made = brief(self.NOTATION, self.POINTS, ALL)
        assert len(texts(made)) == len(set(texts(made))) == 5

    def it_lifts_sooner_from_the_named_sections(self) -> None:
        points, weather = section("points", items=3, lift_from=("weather",)), section("weather", "rain")
        assert drawn(brief(self.NOTATION, points, weather, ALL)).startswith("points: A2 B3 B2\n")
        assert drawn(brief(self.NOTATION, replace(points, lift_from=("all",)), weather, ALL)).startswith(
            "points: A2 B3 A1\n"
        )

    def it_lifts_nothing_that_an_earlier_one_has_told_with_little_more(self) -> None:
        notation = """
            ABC: The Varda river burst its banks on Tuesday and flooded the old town of Lipnik.
            AB: The Varda river burst its banks on Tuesday and flooded the old town of Lipnik and two farms.
            C: A choir has cancelled its concert in the cathedral because of damp in the organ.
        """
        assert drawn(brief(notation, self.POINTS, ALL)).startswith("points: A1 C2")

    def it_leaves_a_required_section_one_of_its_own(self) -> None:
        points = section("points", items=9, lift_from=("all",))
        made = brief(self.NOTATION, points, replace(ALL, required=True))
        assert len(texts(made)) == 5
        assert len(made.sections[1].items) == 1

    def it_fills_them_where_the_length_fits_nothing_more(self) -> None:
        made = brief(self.NOTATION, self.POINTS, ALL, words=15)
        assert drawn(made).startswith("points:")
        assert "all:" not in drawn(made)


def lengths(made: Brief) -> list[int]:
    return [len(text.split()) for text in texts(made)]


class DescribeLength:
    @pytest.mark.parametrize("words", [1, 13, 14, 15, 30, 45, 100_000])
    def it_never_exceeds_the_words(self, words: int) -> None:
        assert sum(lengths(brief(FLOOD, words=words))) <= words

    def it_makes_an_empty_brief_of_one_word(self) -> None:
        made = brief(FLOOD, words=1)
        assert texts(made) == []
        assert [document.source.number for document in made.documents] == [0, 0]

    def it_tells_everything_where_there_is_room(self) -> None:
        assert len(texts(brief(FLOOD, words=100_000))) == 4

    def it_takes_shorter_statements_where_a_longer_one_does_not_fit(self) -> None:
        notation = (
            f"A: The flood {'of the wide, brown and very slow river ' * 4} reached Lipnik.\nA: Lipnik is safe now."
        )
        assert texts(brief(notation, words=8)) == ["Lipnik is safe now."]

    def it_keeps_a_sections_number_of_items(self) -> None:
        assert len(texts(brief(FLOOD, section("all", default=True, items=3)))) == 3

    def it_gives_a_section_its_least_before_the_others_share_the_rest(self) -> None:
        dry = "C: Cotton prices rose in Verrin by a third.\n"
        bounded = {"words": sum(lengths(brief(FLOOD)))}
        starved = brief(FLOOD.strip() + "\n" + dry, ALL, section("prices", "cotton"), **bounded)
        fed = brief(FLOOD.strip() + "\n" + dry, ALL, section("prices", "cotton", least=1), **bounded)
        assert "prices" not in drawn(starved)
        assert "prices: C1" in drawn(fed)

    def it_keeps_a_sections_number_of_words(self) -> None:
        made = brief(FLOOD, section("all", default=True, words=30))
        assert 0 < sum(lengths(made)) <= 30

    @pytest.mark.parametrize("words", [1, 20, 60, 500])
    def it_counts_the_timeline_with_the_items(self, words: int) -> None:
        timed = """
            A 2024-05-03: The Varda river burst its banks on 30 April 2024 and flooded the old town of Lipnik.
            A: Rescuers pulled eleven survivors from the roofs of houses near the market on 1 May 2024.
            B: The government promised cheap loans on 2 May 2024 to every shop that lost its stock.
        """
        made = brief(timed, ALL, section("timeline", shape="timeline", words=40), words=words)
        assert sum(lengths(made)) + sum(len(event.text.split()) for event in made.timeline) <= words


class DescribeNothingTwice:
    def it_tells_no_sentence_whose_words_are_told(self) -> None:
        made = brief("""
            A: The Varda river burst its banks on Tuesday and flooded the old town of Lipnik, the mayor said.
            B: The river Varda burst its banks and flooded the old town on Tuesday, said the mayor.
            B: Meteorologists expect more rain to reach the upper valley before the end of the week.
        """)
        assert len(texts(made)) == 2

    def it_takes_a_sentence_without_telling_words_once(self) -> None:
        made = brief("A: À.\nA: The Varda burst its banks.", section("key", shape="bullets", lift_from=("all",)), ALL)
        assert sorted(texts(made)) == ["The Varda burst its banks.", "À."]


class DescribeOrder:
    NOTATION = """
        A 2024-05-03: The dyke above Lipnik broke in the night to Wednesday, officials said, and water fills the town.
        A: In 1998 a flood of the same river had drowned nine farmers in the lower valley.
        A: The army built the first dyke of stone and clay in 1912 with convicts for labourers.
        B: In March 2019 engineers warned the council that moles had dug holes into the clay.
    """

    def it_begins_with_the_earliest_where_a_section_wants_it(self) -> None:
        assert drawn(brief(self.NOTATION, section("all", default=True, order="time"))) == "all: A3 A2 B1 A1"

    def it_begins_with_the_most_important_else(self) -> None:
        assert drawn(brief(self.NOTATION)).startswith("all: A1 ")

    def it_never_changes_with_the_length(self) -> None:
        wanted = section("all", default=True, order="time")
        long, short = texts(brief(self.NOTATION, wanted)), texts(brief(self.NOTATION, wanted, words=40))
        assert short
        assert [text for text in long if text in short] == short
