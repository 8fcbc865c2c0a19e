"""Which sources are independent of one another. `merge_notation` tells how a collection is written."""

import pytest
from merge_notation import origins, quoted

from briefing.model import Statement

pytestmark = pytest.mark.usefixtures("_rules_alone")

STORM = """
    A 2024-05-01: The storm tore the roof off the hospital in Gravna.
    A: The army sent boats to the islands on Tuesday.
    A: Schools on the coast stay closed until the end of the week.
    A: Insurers expect losses of 40 million dollars.
"""
ELSEWHERE = """
    Z 2024-05-02: Gravna's hospital lost its roof in the storm.
    Z: Farmers inland counted dead sheep by the hundred.
    Z: A charity collects blankets at the railway station.
    Z: The mayor wants a new sea wall.
"""


def count(statement: Statement, collection: str) -> int:
    """The independent origins of a statement, as drawn by `origins`."""
    groups = origins(collection).split()
    return statement.origins({source: group for group in groups for source in group.split("+")})


class DescribeOrigins:
    def it_takes_other_words_in_another_order_for_independent(self) -> None:
        assert origins(STORM + ELSEWHERE) == "A Z"
        assert count(quoted(STORM + ELSEWHERE, "A1"), STORM + ELSEWHERE) == 2

    def it_finds_a_copy_word_for_word(self) -> None:
        copied = STORM + ELSEWHERE + STORM.replace("A 2024", "B 2024").replace("A: ", "B: ")
        assert origins(copied) == "A+B Z"
        assert count(quoted(copied, "A1"), copied) == 2

    def it_finds_a_copy_in_another_order(self) -> None:
        copied = (
            STORM
            + ELSEWHERE
            + """
            B 2024-05-01: Insurers expect losses of 40 million dollars.
            B: Schools on the coast stay closed until the end of the week.
            B: The storm tore the roof off the hospital in Gravna.
            B: The army sent boats to the islands on Tuesday.
        """
        )
        assert origins(copied) == "A+B Z"
        assert count(quoted(copied, "A1"), copied) == 2

    def it_finds_a_copy_that_was_cut_and_went_on_by_itself(self) -> None:
        copied = (
            STORM
            + ELSEWHERE
            + """
            B 2024-05-02: The storm tore the roof off the hospital in Gravna.
            B: The army sent boats to the islands on Tuesday.
            B: In the market hall, traders spoke of little else.
            B: A choir has cancelled its concert.
        """
        )
        assert origins(copied) == "A+B Z"

    def it_finds_a_story_retold_in_the_same_order(self) -> None:
        retold = (
            STORM
            + ELSEWHERE
            + """
            B 2024-05-02: In Gravna, the hospital's roof was torn off by the storm.
            B: Boats were sent to the islands by the army on Tuesday.
            B: Until the end of the week, schools on the coast will stay closed.
            B: Losses of 40 million dollars are expected by insurers.
        """
        )
        assert origins(retold) == "A+B Z"

    def it_follows_a_copy_of_a_copy(self) -> None:
        copied = """
            A: The storm tore the roof off the hospital in Gravna.
            A: The army sent boats to the islands on Tuesday.
            B: The storm tore the roof off the hospital in Gravna.
            B: Traders in the market hall spoke of little else all day.
            C: Traders in the market hall spoke of little else all day.
            C: The choir of the cathedral has cancelled its concert.
        """
        assert origins(copied) == "A+B+C"

    def it_does_not_take_one_fact_in_common_for_a_copy(self) -> None:
        assert (
            origins("""
            A: The electoral commission declared Maria Okello the winner.
            A: Markets opened late in the capital.
            A: Two ballot boxes were found in a ditch.
            B: Maria Okello was declared the winner by the commission.
            B: Her rival will go to court over the count.
            B: Observers from four states praised the calm.
            """)
            == "A B"
        )
