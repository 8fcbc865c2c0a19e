"""What a reader is asked: events without dates, and key points with a gap."""

from dataclasses import replace

import pytest
from compose_notation import TIMELINE, brief, merged, section

from briefing.model import Brief, Disagreement, Version
from briefing.settings import SectionSpec

KEY = SectionSpec("key", "Key points", lift_from=("all",), items=4)
ALL = section("all", "bridge", default=True)
PRACTICE = SectionSpec("practice", "Practice", "practice")
EVENTS = [
    "The dam burst on 3 May 2001.",
    "The bridge was opened on 4 June 2004.",
    "The mine closed on 5 July 2007.",
    "The harbour froze on 6 January 2010.",
    "The school burned down on 7 August 2013.",
]
GATES = "The keeper opened 14 gates of the old dam above the town of Verrin."


def asked(made: Brief) -> list[str]:
    """The words that are left out."""
    texts = {document.source.id: document for document in made.documents}
    return [texts[gap.answer.source].passage(gap.answer) for gap in made.practice.gaps]


class DescribeTheEventsToBeDated:
    @pytest.mark.parametrize("number", [3, 4, 5])
    @pytest.mark.parametrize("first", [0, 1, 2])
    def it_puts_them_in_an_order_that_reveals_nothing(self, number: int, first: int) -> None:
        events = [*EVENTS[first:], *EVENTS[:first]][:number]
        made = brief("\n".join(f"A: {event}" for event in events), ALL, TIMELINE, PRACTICE)
        order = list(made.practice.order)
        assert sorted(order) == list(range(number))
        assert order not in (sorted(order), sorted(order, reverse=True))

    def it_is_the_same_whatever_the_order_of_the_sources(self) -> None:
        one, other = ("\n".join(f"{'ABCDE'[n]}: {EVENTS[n]}" for n in order) for order in ((0, 1, 2, 3), (3, 1, 0, 2)))
        first, second = (brief(given, ALL, TIMELINE, PRACTICE) for given in (one, other))
        texts = [[made.timeline[place].text for place in made.practice.order] for made in (first, second)]
        assert texts[0] == texts[1]

    def it_asks_for_no_date_that_the_sources_dispute(self) -> None:
        found = merged("\n".join(f"A: {event}" for event in EVENTS))
        span = found.statements[0].representative.span
        differing = Disagreement("date", "dam", (Version(found.documents[0].passage(span), (span,)),))
        made = brief(replace(found, disagreements=(differing,)), ALL, TIMELINE, PRACTICE)
        assert [made.timeline[place].date for place in sorted(made.practice.order)] == [
            "2004-06-04", "2007-07-05", "2010-01-06", "2013-08-07",
        ]  # fmt: skip

    def it_leaves_out_what_nobody_dates(self) -> None:
        made = brief("A: The dam burst that autumn.\nA: The bridge was opened on 4 June 2004.", ALL, TIMELINE, PRACTICE)
        assert [made.timeline[place].date for place in made.practice.order] == ["2004-06-04"]


class DescribeTheGaps:
    def it_leaves_out_a_number_of_a_key_point(self) -> None:
        assert asked(brief(f"A: {GATES}", KEY, ALL, PRACTICE)) == ["14"]

    def it_asks_for_no_number_that_the_sources_dispute(self) -> None:
        found = merged(f"A: {GATES}")
        span = found.statements[0].representative.span
        differing = Disagreement("number", "gates", (Version(GATES, (span,)),))
        assert asked(brief(replace(found, disagreements=(differing,)), KEY, ALL, PRACTICE)) == []

    def it_asks_for_nothing_that_stands_there_twice(self) -> None:
        twice = "The keeper opened 14 gates of the dam, and all 14 gates of it held the water."
        assert "14" not in asked(brief(f"A: {twice}", KEY, ALL, PRACTICE))

    def it_takes_key_points_only(self) -> None:
        assert asked(brief(f"A: {GATES}", ALL, PRACTICE)) == []

    def it_keeps_to_the_bound_of_the_template(self) -> None:
        three = f"A: {GATES}\nA: A crew of 31 men mended the bridge over the river by night.\n"
        assert len(asked(brief(three, KEY, ALL, PRACTICE))) == 2
        assert len(asked(brief(three, KEY, ALL, replace(PRACTICE, items=1)))) == 1

    def it_stands_within_the_item_that_it_names(self) -> None:
        made = brief(f"A: {GATES}", KEY, ALL, PRACTICE)
        (gap,) = made.practice.gaps
        (span,) = made.items[gap.item].spans
        assert span.source == gap.answer.source
        assert span.start <= gap.answer.start < gap.answer.end <= span.end


class DescribeABriefWithoutPractice:
    def it_asks_nothing(self) -> None:
        made = brief(f"A: {GATES}\nA: {EVENTS[0]}", KEY, ALL, TIMELINE)
        assert (made.practice.order, made.practice.gaps) == ((), ())
