"""Who, what, when and where. `compose_notation` tells how statements are written."""

from dataclasses import replace

from compose_notation import ALL, brief, drawn, merged

from briefing.model import Actor, Brief, Essential, Role, Span
from briefing.settings import SectionSpec

ESSENTIALS = SectionSpec("brief", "In brief", "essentials")
SIGNED = """
    AB 2024-05-13: The state of Kenya and the state of Uganda signed a treaty on trade in Nairobi on 12 May 2024.
    A: The treaty on trade lowers the tolls on tea and on coffee.
"""


def essentials(made: Brief) -> dict[str, Essential]:
    return {one.question: one for one in made.essentials}


def told(made: Brief, question: str) -> list[str]:
    return [answer.text for answer in essentials(made)[question].answers]


def with_actors(notation: str, *names: str) -> Brief:
    """The brief, where merging has found these actors, of whom the first has a role."""
    collection = merged(notation)
    text = collection.documents[0].text
    places = [Span("A", text.index(name), text.index(name) + len(name)) for name in names]
    actors = [Actor(name, "state", citations=(place,)) for name, place in zip(names, places, strict=True)]
    role = Role("The state", (Span("A", 0, 9),), (Span("A", 0, 9),))
    return brief(replace(collection, actors=(replace(actors[0], role=role), *actors[1:])), ESSENTIALS, ALL)


class DescribeWhat:
    def it_is_the_main_point_and_stands_nowhere_else(self) -> None:
        assert drawn(brief(SIGNED, ALL, ESSENTIALS)) == "all: A2\nbrief: A1"

    def it_has_no_label(self) -> None:
        assert brief(SIGNED, ESSENTIALS).items[0].label is None


class DescribeWho:
    def it_names_the_actors_of_the_main_point_in_its_words(self) -> None:
        made = with_actors(SIGNED, "Kenya", "Uganda")
        assert told(made, "who") == ["Kenya", "Uganda"]
        assert [answer.role and answer.role.text for answer in essentials(made)["who"].answers] == ["The state", None]

    def it_cites_each_source_that_names_them(self) -> None:
        (kenya, _) = essentials(with_actors(SIGNED, "Kenya", "Uganda"))["who"].answers
        assert [span.source for span in kenya.citations] == ["A", "B"]

    def it_counts_people_whom_nobody_names(self) -> None:
        assert told(brief("A: At least nine people were killed when the dam broke.", ESSENTIALS), "who") == [
            "At least nine people"
        ]

    def it_does_not_guess(self) -> None:
        made = brief("A: The bridge over the river was closed in the morning.", ESSENTIALS)
        assert told(made, "who") == told(made, "when") == told(made, "where") == []


class DescribeWhen:
    def it_is_the_day_as_it_is_said_and_as_it_is_meant(self) -> None:
        (answer,) = essentials(brief(SIGNED, ESSENTIALS))["when"].answers
        assert (answer.text, answer.date) == ("12 May 2024", "2024-05-12")

    def it_leaves_a_date_that_nothing_resolves_as_it_was_said(self) -> None:
        (answer,) = essentials(brief("A: The dam broke on Saturday and flooded the town.", ESSENTIALS))["when"].answers
        assert (answer.text, answer.date) == ("Saturday", None)

    def it_shows_the_days_on_which_the_sources_differ(self) -> None:
        one = merged("A: The dam broke on 3 May 2024 and flooded the town.")
        both = merged("""
            A: The dam broke on 3 May 2024 and flooded the town.
            B: The dam broke on 4 May 2024 and flooded the town.
        """)
        first, second = both.statements
        together = replace(first, support=(*first.support, *second.support))
        when = essentials(brief(replace(both, statements=(together,)), ESSENTIALS))["when"]
        assert [answer.date for answer in when.answers] == ["2024-05-03", "2024-05-04"]
        assert when.differing
        assert not essentials(brief(one, ESSENTIALS))["when"].differing


class DescribeWhere:
    def it_is_a_place_that_the_main_point_is_told_to_be_in(self) -> None:
        assert told(brief(SIGNED, ESSENTIALS), "where") == ["Nairobi"]

    def it_is_no_state_that_only_acts(self) -> None:
        assert told(brief("A: Kenya lowered the tolls on tea on 3 May 2024.", ESSENTIALS), "where") == []


class DescribeAnswers:
    def it_takes_them_from_the_text_word_for_word(self) -> None:
        made = with_actors(SIGNED, "Kenya", "Uganda")
        texts = {document.source.id: document.text for document in made.documents}
        answers = [answer for one in made.essentials for answer in one.answers]
        assert len(answers) == 4
        for answer in answers:
            assert [texts[span.source][span.start : span.end] for span in answer.spans] == [answer.text]
            assert set(answer.spans) <= set(answer.citations)

    def it_asks_only_where_the_template_does(self) -> None:
        assert brief(SIGNED).essentials == ()
