"""Dated events in order. `compose_notation` tells how statements are written."""

import pytest
from compose_notation import ALL, TIMELINE, brief, section

PORT = """
    A 2024-05-03: The port of Gravna opened in 1912.
    A: Its crane collapsed on 30 April 2024.
    A: A second crane was ordered in March 2023.
    A: Trade has never been better.
"""


def dates(notation: str, **settings: object) -> list[str | None]:
    return [event.date for event in brief(notation, ALL, section("timeline", shape="timeline", **settings)).timeline]


class DescribeTheTimeline:
    def it_puts_dates_in_order_as_precise_as_they_were_said(self) -> None:
        assert dates(PORT) == ["1912", "2023-03", "2024-04-30"]

    def it_keeps_the_words_in_which_a_date_was_said(self) -> None:
        made = brief(PORT, ALL, TIMELINE)
        assert [event.said for event in made.timeline] == ["1912", "March 2023", "30 April 2024"]

    def it_quotes_each_event_word_for_word(self) -> None:
        made = brief(PORT, ALL, TIMELINE)
        texts = {document.source.id: document for document in made.documents}
        for event in made.timeline:
            assert " … ".join(texts[span.source].passage(span) for span in event.spans) == event.verbatim
            assert event.said in event.text
            assert event.citations[0].span == event.spans[0]

    def it_puts_what_cannot_be_resolved_last_as_it_was_said(self) -> None:
        made = brief(
            """
            A: The first crane collapsed on April 30 in heavy wind.
            B 2024-05-03: The port of Gravna was opened by the king in 1912.
            """,
            ALL,
            TIMELINE,
        )
        assert [(event.date, event.said) for event in made.timeline] == [("1912", "1912"), (None, "April 30")]

    def it_keeps_a_weekday_that_nothing_resolves_as_it_was_said(self) -> None:
        (event,) = brief("A: The crane of the port collapsed on Saturday.", ALL, TIMELINE).timeline
        assert (event.date, event.said) == (None, "Saturday")

    def it_takes_an_unresolved_date_for_a_known_one_that_tells_the_same(self) -> None:
        (event,) = brief(
            """
            A: The crane of the port collapsed on Tuesday.
            B 2024-05-03: The crane of the port of Gravna collapsed in heavy wind on 30 April 2024.
            """,
            ALL,
            TIMELINE,
        ).timeline
        assert event.date == "2024-04-30"
        assert [citation.source for citation in event.citations] == ["B", "A"]

    def it_keeps_apart_what_was_said_of_another_day_of_the_week(self) -> None:
        assert dates(
            """
            A: The crane of the port collapsed on Thursday.
            B 2024-05-03: The crane of the port of Gravna collapsed in heavy wind on 30 April 2024.
            """
        ) == ["2024-04-30", None]

    def it_tells_no_event_twice(self) -> None:
        made = brief(
            """
            A: The crane of the port collapsed on 30 April 2024.
            B: On 30 April 2024 the port's crane collapsed in the wind.
            """,
            ALL,
            TIMELINE,
        )
        assert len(made.timeline) == 1

    def it_tells_two_events_of_one_day(self) -> None:
        made = brief(
            """
            A: The crane of the port collapsed on 30 April 2024.
            B: On 30 April 2024 a minister resigned over bribes.
            """,
            ALL,
            TIMELINE,
        )
        assert len(made.timeline) == 2

    def it_cites_all_who_tell_of_it(self) -> None:
        (event,) = brief("AB: The crane of the port collapsed on 30 April 2024.", ALL, TIMELINE).timeline
        assert [citation.source for citation in event.citations] == ["A", "B"]

    def it_may_be_all_there_is(self) -> None:
        assert [event.date for event in brief(PORT, TIMELINE).timeline] == ["1912", "2023-03", "2024-04-30"]

    def it_keeps_its_number_of_events(self) -> None:
        assert len(dates(PORT, items=2)) == 2

    def it_tells_each_event_of_a_sentence(self) -> None:
        made = brief("A: A fire that broke out in 1912 in the port spread to the town in 1913.", ALL, TIMELINE)
        assert [(event.date, event.text) for event in made.timeline] == [
            ("1912", "A fire … broke out in 1912 in the port"),
            ("1913", "A fire … spread to the town in 1913"),
        ]

    @pytest.mark.parametrize(
        "told",
        [
            "Trade in the port of Gravna was up 4 percent from 2019.",
            "The 2019 harbour plan names two cranes.",
            "The port would close if the crane fell in 2030.",
            "The harbour master said on 30 April 2024 that trade was good.",
            "He was seen in the port on 30 April 2024.",
        ],
    )
    def it_tells_nothing_but_events(self, told: str) -> None:
        assert dates(f"A 2024-05-03: {told}") == []

    def it_does_not_fill_up_with_one_day(self) -> None:
        day = ["The crane fell", "A ship sank", "A dock burnt", "The mayor resigned", "Dockers marched", "Looters came"]
        notation = "\n".join(f"A 2024-05-03: {told} on 30 April 2024." for told in day)
        assert "1912" in dates(f"{notation}\n A: The port of Gravna opened in 1912.", items=4)

    def it_is_empty_where_no_template_asks_for_it(self) -> None:
        assert brief(PORT).timeline == ()

    def it_cuts_a_long_sentence_behind_the_clause_with_the_date(self) -> None:
        (event,) = brief(
            """
            A: The first crane of the port collapsed on 30 April 2024, killing two dockers who had climbed it \
to fix a lamp and crushing the cabin of a lorry that waited below for a load of maize.
            """,
            ALL,
            TIMELINE,
        ).timeline
        assert event.text == "The first crane of the port collapsed on 30 April 2024"
