"""What sentences tell to have happened at their dates; `event_notation` tells how the labelled ones are written."""

import pytest
from event_notation import Case, cases, score, told

HELD_OUT = {"dates": 0.97, "words": 0.97}
"""The least F1; raising one is a commit, lowering one has to be said."""


class DescribeHappenings:
    @pytest.mark.parametrize("case", cases("development"), ids=lambda case: case.sentence)
    def it_finds_what_the_rules_were_made_after(self, case: Case) -> None:
        assert [one for one in told(case.sentence) if one not in case.allowed] == list(case.expected)

    def it_finds_what_the_rules_had_not_seen(self) -> None:
        given = cases("held-out")
        assert score(given, words=False) >= HELD_OUT["dates"]
        assert score(given, words=True) >= HELD_OUT["words"]

    def it_is_labelled_in_two_halves(self) -> None:
        assert len(cases("development")) == len(cases("held-out")) == 20
