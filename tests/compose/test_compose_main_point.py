"""Which statement is the main point. `compose_notation` tells how statements are written."""

from compose_notation import merged

from briefing import language
from briefing.compose.main_point import CANDIDATES, main_first

FLOOD = """
    A: The river Varda burst its banks on Tuesday and flooded the old town of Lipnik.
    A: The government promised cheap loans to every shop that lost its stock in the water.
    B: The river Varda rose by four metres within an hour and flooded cellars.
    C: Meteorologists expect more rain to reach the upper valley before the end of the week.
    C: The bus to the airport runs again.
    C: A choir cancelled its concert because of the flood in Lipnik.
"""


def order(*titles: str, ranked: str) -> str:
    """The statements, numbered from 1 in the order of the notation, behind the main point."""
    numbers = {id(statement): str(n) for n, statement in enumerate(merged_flood, start=1)}
    statements = [merged_flood[int(n) - 1] for n in ranked]
    words = [frozenset(language.lemmatize(title)) for title in titles]
    return "".join(numbers[id(statement)] for statement in main_first(statements, words))


merged_flood = merged(FLOOD).statements


class DescribeTheMainPoint:
    def it_is_what_the_titles_tell(self) -> None:
        assert order("Varda floods old town of Lipnik", "Lipnik flooded by river", ranked="21345") == "12345"

    def it_stays_the_most_important_statement_without_titles(self) -> None:
        assert order(ranked="2134") == "2134"

    def it_stays_so_where_titles_tell_another_hardly_better(self) -> None:
        assert order("River flooded cellars", "Varda flooded Lipnik", ranked="31") == "31"

    def it_is_none_that_matters_little_whatever_the_titles_say(self) -> None:
        assert order("Choir cancels concert", ranked="2" * CANDIDATES + "6").startswith("2")

    def it_is_of_two_what_sources_begin_with(self) -> None:
        assert order("Lipnik flood", ranked="61") == "16"

    def it_is_nothing_where_there_is_nothing(self) -> None:
        assert order("Lipnik flood", ranked="") == ""
