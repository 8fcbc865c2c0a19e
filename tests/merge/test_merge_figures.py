"""How many, as the sources put it. `merge_notation` tells how a collection is written."""

import pytest
from merge_notation import merging

from briefing.merge.figures import _in_time
from briefing.model import Count, Span

pytestmark = pytest.mark.usefixtures("_rules_alone")


def figures(notation: str) -> list[str]:
    """Each figure in a line: `people killed: 12 people (A+C) / 17 people (B!)`; "!" marks the latest number."""
    return [
        f"{figure.about}: "
        + " / ".join(
            f"{count.text} ({'+'.join(span.source for span in count.citations)}{'!' * count.latest})"
            for count in figure.counts
        )
        for figure in merging(notation).figures
    ]


class DescribeFigures:
    def it_has_each_number_with_everyone_who_gives_it(self) -> None:
        assert figures("""
            A: At least 12 people were killed when the flood reached Lipnik.
            B: The flood killed 17 people and injured 40.
            C: In the valley at least 12 people died, the mayor said.
        """) == ["people killed: At least 12 people (A+C) / 17 people (B)", "people injured: injured 40 (B)"]

    def it_keeps_apart_a_number_and_the_same_one_left_open(self) -> None:
        assert figures("A: The storm killed about 300 people.\nB: The storm killed 300 people.") == [
            "people killed: about 300 people (A) / 300 people (B)"
        ]

    def it_orders_the_numbers_by_their_dates_and_marks_the_latest_of_one_thing(self) -> None:
        assert figures("""
            B 2024-05-03: At least 17 people were killed when the flood reached Lipnik.
            A 2024-05-01: At least 12 people were killed when the flood reached Lipnik.
        """) == ["people killed: At least 12 people (A) / At least 17 people (B!)"]

    def it_marks_none_where_another_number_was_published_later(self) -> None:
        spans = [Span(source, 0, 9) for source in "ABC"]
        told = [Count("people", (span,), (span,), "fact", None, latest=span.source == "B") for span in spans]
        published = {"A": "2024-05-01", "B": "2024-05-03", "C": "2024-05-05"}
        assert not any(count.latest for count in _in_time(told, published))
        assert [count.latest for count in _in_time(told[:2], published)] == [False, True]

    def it_marks_none_where_nothing_tells_that_one_thing_is_counted(self) -> None:
        assert figures("""
            A 2024-05-01: At least 310 people have been killed since war broke out in Sudan.
            B 2024-05-03: Shells fell on a village in Chad on Wednesday night, killing four people.
        """) == ["people killed: At least 310 people (A) / four people (B)"]

    @pytest.mark.parametrize(
        ("sentence", "figure"),
        [
            ("The quake killed 112 people in Mozambique.", "people killed: 112 people in Mozambique"),
            (
                "The storm left 46 people dead in the coastal towns of Mozambique and Malawi.",
                "people killed: 46 people dead in the coastal towns of Mozambique and Malawi",
            ),
            ("In Mozambique, 30 people were injured.", "people injured: In Mozambique, 30 people"),
            ("The death toll has risen to 83.", "people killed: The death toll has risen to 83"),
            ("The rebels have freed 88 of the 120 prisoners.", "prisoners freed: 88 of the 120 prisoners"),
            ("The water destroyed 312 houses.", "houses destroyed: 312 houses"),
            ("Some 40 bridges were badly damaged.", "bridges damaged: Some 40 bridges"),
            ("The ministry put the damage at $1.4 billion.", "damage: $1.4 billion"),
        ],
    )
    def it_has_the_words_that_say_what_is_counted_and_where(self, sentence: str, figure: str) -> None:
        assert figures(f"A: {sentence}") == [f"{figure} (A)"]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The death toll could reach 100.",
            "The army did not kill 30 people.",
            "Six years ago 23 people were killed in a flood in the valley.",
            "A man of 71 who drowned in his house was buried.",
            "The company employs 300 people in the valley.",
            "The government pledged $90 million.",
        ],
    )
    def it_has_none_of_what_may_be_of_other_events_and_of_other_things(self, sentence: str) -> None:
        assert figures(f"A 2024-05-02: {sentence}\nA: The flood came on 1 May 2024.\nA: On 2 May 2024 it rained.") == []

    def it_tells_who_says_it(self) -> None:
        (figure,) = merging("A: The army killed 300 rebels, General Ana Brandt said.").figures
        assert [(count.nature, count.speaker) for count in figure.counts] == [("claim", "Ana Brandt")]

    def it_quotes_word_for_word(self) -> None:
        found = merging("A: Rain fell.\nA: The flood killed 17 people in Mozambique and injured 40.")
        (text,) = (document.text for document in found.documents)
        for count in (count for figure in found.figures for count in figure.counts):
            (span,) = count.spans
            assert text[span.start : span.end] == count.text
            assert count.citations[0].start <= span.start < span.end <= count.citations[0].end
