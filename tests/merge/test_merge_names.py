"""What merging makes of names that analysis labelled one by one, rightly or not.

    A: [person Wagner] sent men to [state Mali].

A name in brackets is labelled as a model would; states are a gazetteer's.
"""

import re
from dataclasses import replace
from typing import Any

import pytest
from merge_notation import LINE, actors, documents, merging

from briefing import merge
from briefing.merge.names import resolve
from briefing.model import Entity, Sentence

pytestmark = pytest.mark.usefixtures("_rules_alone")

MARK = re.compile(
    r"\[(?P<kind>state|person|organisation|group|place)(?P<listed>!?) (?P<name>[^\]]+?)(?: = (?P<usual>[^\]]+))?\]"
)


def labelled(notation: str) -> list[Sentence]:
    """The sentences of a collection, each name in brackets labelled; `!` marks a gazetteer's."""
    lines = [match for line in notation.splitlines() if (match := LINE.fullmatch(line.strip()))]
    starts: dict[str, int] = {}
    return [_sentence(match["source"], match["text"], n, starts) for n, match in enumerate(lines)]


def _sentence(source: str, marked: str, order: int, starts: dict[str, int]) -> Sentence:
    start, text, at, entities = starts.get(source, 0), "", 0, []
    for match in MARK.finditer(marked):
        text, at = text + marked[at : match.start()], match.end()
        place = start + len(text)
        text += match["name"]
        kind: Any = match["kind"]
        listed = kind == "state" or bool(match["listed"])
        usual = match["usual"] or match["name"]
        entities.append(Entity(place, place + len(match["name"]), match["name"], kind, usual, listed=listed))
    text += marked[at:]
    starts[source] = start + len(text) + 1
    return Sentence(source, order, start, start + len(text), text, tuple(text.lower().split()), tuple(entities))


def plain(notation: str) -> str:
    return MARK.sub(lambda match: match["name"], notation)


def rows(notation: str) -> dict[str, str]:
    """The actors' names with their kinds."""
    found = merge.merge(documents(plain(notation)), labelled(notation)).actors
    return {" / ".join((actor.name, *actor.aliases)): actor.kind for actor in found}


class DescribeKinds:
    def it_gives_a_name_the_label_that_most_wordings_give_it(self) -> None:
        assert rows("""
            A: [organisation Orlin Steel] closed a mill.
            B: Workers of [organisation Orlin Steel] went home.
            C: [person Orlin Steel] was not reached.
        """) == {"Orlin Steel": "organisation"}

    def it_counts_copies_of_a_wording_once(self) -> None:
        assert rows("""
            A: [person Orlin Steel] was not reached.
            B: [person Orlin Steel] was not reached.
            C: [person Orlin Steel] was not reached.
            D: [organisation Orlin Steel] closed a mill.
            E: Workers of [organisation Orlin Steel] went home.
        """) == {"Orlin Steel": "organisation"}

    def it_trusts_a_gazetteer_more_than_any_vote(self) -> None:
        assert rows("""
            A: [person Orlin Front] fired.
            B: Then [person Orlin Front] left.
            C: The fighters of [group! Orlin Front] fled.
        """) == {"Orlin Front": "group"}

    def it_takes_a_short_form_for_the_body_that_others_name_in_full(self) -> None:
        assert rows("""
            A: The [group Orlin Group] sent men.
            B: [person Orlin] sent men again.
        """) == {"Orlin Group / Orlin": "group"}

    def it_takes_for_a_body_what_begins_the_name_of_one(self) -> None:
        assert rows("""
            A: [organisation Orlin Optics] was sold.
            B: [place Orlin] will cut jobs, and [person Orlin] pays.
        """) == {"Orlin Optics / Orlin": "organisation"}

    @pytest.mark.parametrize("told", ["Shares in [place Orlin] fell.", "[person Orlin]'s shareholders met."])
    def it_takes_for_a_body_what_has_shares(self, told: str) -> None:
        assert rows(f"A: {told}") == {"Orlin": "organisation"}

    def it_leaves_a_place_where_something_happens(self) -> None:
        assert rows("""
            A: [organisation Orlin Optics] was sold.
            B: Fire broke out in [place Orlin] at noon.
        """) == {"Orlin Optics": "organisation"}

    def it_leaves_a_surname_to_the_person_who_has_it(self) -> None:
        assert rows("""
            A: The [group Orlin Group] sent men, and [person Ana Orlin] wept.
            B: [person Orlin] wept again.
        """) == {"Ana Orlin / Orlin": "person", "Orlin Group": "group"}

    @pytest.mark.parametrize(
        "told",
        ["a court in the US state of [state Georgia] ruled", "[state Georgia] Governor Ann Hill spoke"],
    )
    def it_tells_a_part_of_a_state_from_the_state_of_its_name(self, told: str) -> None:
        assert rows(f"A: On Monday {told}.") == {}


class DescribeShortNames:
    def it_holds_a_definition_for_all_sources(self) -> None:
        assert actors("""
            A: The Harbour Workers Union (HWU) called a strike.
            B: Talks between the town and HWU failed.
        """) == {"Harbour Workers Union": ("HWU",)}

    def it_lets_each_source_keep_its_own(self) -> None:
        assert actors("""
            A: The Harbour Workers Union (HWU) struck.
            A: The HWU marched.
            B: The Hotel Waiters Union (HWU) met.
            B: The HWU voted.
            C: Talks between the town and HWU failed.
        """) == {"Harbour Workers Union": ("HWU",), "Hotel Waiters Union": ("HWU",)}

    def it_believes_a_source_more_than_a_list(self) -> None:
        assert rows("""
            A: The [organisation Orlin Harbour Bank] (OHB) failed.
            B: The [organisation! OHB = Ocean Heritage Board] failed.
        """) == {"Orlin Harbour Bank / OHB": "organisation"}

    def it_believes_a_list_where_the_source_has_the_name_in_full(self) -> None:
        assert set(
            rows("""
            A: The [organisation Orlin Harbour Bank] (OHB) failed.
            B: The [organisation! Ocean Heritage Board] met, and the [organisation! OHB = Ocean Heritage Board] voted.
        """)
        ) == {"Ocean Heritage Board / OHB", "Orlin Harbour Bank / OHB"}

    def it_knows_initials_of_one_name_without_a_definition(self) -> None:
        assert rows("""
            A: The [organisation Board of Ocean Heritage] met.
            B: The [organisation BOH] voted.
        """) == {"Board of Ocean Heritage / BOH": "organisation"}

    @pytest.mark.parametrize("words", ["known as", "also known as", "better known as", "nicknamed"])
    def it_knows_a_name_that_a_source_says_someone_is_known_by(self, words: str) -> None:
        assert rows(f"""
            A: The commander [person Omar Dakora], {words} [person Tiger], fled.
            B: Men of [person Tiger] fled.
        """) == {"Omar Dakora / Tiger": "person"}

    def it_takes_no_bracket_for_an_acronym_that_the_letters_belie(self) -> None:
        assert set(
            rows("""
            A: The [organisation Harbour Workers Union] ([organisation BBC]) struck.
            B: The [organisation BBC] sent a crew.
        """)
        ) == {"Harbour Workers Union", "BBC"}


class DescribeOneNameInAllSources:
    def it_makes_a_name_one_lemma(self) -> None:
        sentences = resolve(
            labelled("""
            A: the [organisation Harbour Workers Union] (HWU) struck
            B: hwu [organisation HWU] struck
        """)
        )
        assert sentences[1].lemmas == ("harbour workers union", "harbour workers union", "struck")
        assert sentences[1].entities[0].name == "Harbour Workers Union"

    def it_gives_a_name_one_concept_as_it_gives_it_one_lemma(self) -> None:
        found = labelled("""
            A: the [organisation Harbour Workers Union] (HWU) struck
            B: hwu [organisation HWU] struck
        """)
        sentences = resolve([replace(sentence, concepts=("hwu", "walkout")) for sentence in found])
        assert sentences[1].concepts == ("harbour workers union", "walkout")

    def it_leaves_lemmas_that_differ_in_spelling_only(self) -> None:
        sentences = resolve(
            labelled("""
            A: [person Ana Kowalczuk] spoke
            B: [person Ana Kovalchuk] spoke
        """)
        )
        assert [sentence.lemmas[1] for sentence in sentences] == ["kowalczuk", "kovalchuk"]

    def it_puts_a_governments_name_in_the_row_of_its_state(self) -> None:
        assert actors("""
            A: Kenya closed the border.
            B: The Kenyan Government closed the border.
        """) == {"Kenya": ("Kenyan Government",)}

    def it_says_whose_body_it_is_where_two_have_one_name(self) -> None:
        assert set(
            actors("""
            A: Kenya's Ministry of Defence denied the raid.
            B: Uganda's Ministry of Defence denied the raid.
        """)
        ) == {"Kenya", "Kenya's Ministry of Defence", "Uganda", "Uganda's Ministry of Defence"}


class DescribeWhatIsNoActor:
    @pytest.mark.parametrize(
        "told",
        [
            "he wrote on [outlet Facebook] that all was well",
            "it was told in a [outlet Twitter] post",
            "he spoke on the social media platform [organisation X]",
            "the [organisation Defence Minister] resigned",
            "the [person Prime Minister] resigned",
            "the fire in [place Lipnik] went out",
        ],
    )
    def it_leaves_out(self, told: str) -> None:
        assert rows(f"A: On Monday {told}.") == {}

    def it_keeps_a_platform_that_acts(self) -> None:
        assert rows("A: The owners of [organisation Facebook] paid a fine.") == {"Facebook": "organisation"}


class DescribeOfficesThatChange:
    def it_takes_the_role_of_the_latest_source(self) -> None:
        (actor,) = merging("""
            A 2023-01-05: The foreign minister, Ana Lovric, spoke.
            B 2024-05-06: Prime minister Ana Lovric spoke.
        """).actors
        assert actor.role
        assert actor.role.text == "Prime minister"

    def it_takes_the_wording_that_says_most_where_offices_agree(self) -> None:
        (actor,) = merging("""
            A 2023-01-05: The former finance minister, Ana Lovric, spoke.
            B 2024-05-06: Former minister Ana Lovric spoke.
        """).actors
        assert actor.role
        assert actor.role.text == "former finance minister"
