"""What matters most: our ranking, and those of sumy. `compose_notation` tells how statements are written."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from compose_notation import brief, drawn, merged, texts

from briefing.compose.rankers import RANKERS, SUMY, ranker
from briefing.model import Statement

NOTATION = """
    A: The union called a strike at the Gravna plant for Monday over night shifts.
    A: Talks over night shifts at the plant had failed on Friday after nine hours.
    AB: The company will pay no bonus to those who strike on Monday, it said.
    B: Shares of the company fell by a tenth when the strike was called.
    B: A charity has opened a kitchen for families of the strikers in Gravna.
    C: Farmers fear for the sugar beet that the plant should boil this month.
"""


def without_words(statement: Statement) -> Statement:
    """A statement of figures and signs alone."""
    return replace(statement, representative=replace(statement.representative, lemmas=()))


class DescribeRankers:
    @pytest.mark.parametrize("name", RANKERS)
    def it_gives_every_statement_one_place(self, name: str) -> None:
        statements = merged(NOTATION).statements
        assert sorted(ranker(name)(statements)) == list(range(len(statements)))

    @pytest.mark.parametrize("name", RANKERS)
    def it_gives_equal_texts_of_two_sources_a_place_each(self, name: str) -> None:
        (one, *others) = merged(NOTATION).statements
        (twin, *_) = merged(NOTATION.replace("A: The union", "D: The union")).statements
        assert twin.representative.text == one.representative.text
        assert sorted(ranker(name)([one, twin, *others])) == list(range(len(others) + 2))

    @pytest.mark.parametrize("name", RANKERS)
    def it_ranks_the_same_each_time(self, name: str) -> None:
        statements = merged(NOTATION).statements
        assert ranker(name)(statements) == ranker(name)(statements)

    @pytest.mark.parametrize("name", RANKERS)
    @pytest.mark.parametrize("notation", ["A: Rain fell.", "A: Rain fell.\nB: 12 %!\nC: And so on."])
    def it_ranks_the_smallest_collections(self, name: str, notation: str) -> None:
        statements = merged(notation).statements
        assert sorted(ranker(name)(statements)) == list(range(len(statements)))

    @pytest.mark.parametrize("name", SUMY)
    @pytest.mark.parametrize("number", [0, 1, 2, 3])
    def it_takes_what_tells_nothing_apart_in_the_order_of_the_sources(
        self, name: str, number: int, recwarn: pytest.WarningsRecorder
    ) -> None:
        alike = [without_words(one) for one in merged(NOTATION).statements[:number]]
        assert ranker(name)(alike) == list(range(number))
        assert not recwarn

    @pytest.mark.parametrize("name", SUMY)
    def it_takes_what_has_no_words_last(self, name: str) -> None:
        first, *others = merged(NOTATION).statements
        assert ranker(name)([without_words(first), *others])[-1] == 0

    def it_ranks_the_same_in_every_run_of_the_program(self) -> None:
        program = (
            "from test_compose_rankers import *; told = merged(NOTATION).statements;"
            "print([(name, ranker(name)(told)) for name in RANKERS])"
        )
        first, second = (
            subprocess.run(
                [sys.executable, "-c", program],
                cwd=Path(__file__).parent,
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        )
        assert b"lsa" in first
        assert first == second

    @pytest.mark.parametrize("name", RANKERS)
    @pytest.mark.parametrize("words", [1, 20, 40])
    def it_keeps_to_the_length(self, name: str, words: int) -> None:
        assert sum(len(text.split()) for text in texts(brief(NOTATION, ranker=name, words=words))) <= words

    @pytest.mark.parametrize("name", RANKERS)
    def it_makes_a_brief(self, name: str) -> None:
        made = brief(NOTATION, ranker=name)
        assert len(texts(made)) == 6
        assert f"ranker={name}" in made.signature

    def it_is_ours_where_none_is_named(self) -> None:
        statements = merged(NOTATION).statements
        assert ranker(None)(statements) == ranker("centroid")(statements)
        assert drawn(brief(NOTATION)) == drawn(brief(NOTATION, ranker="centroid"))

    def it_lets_independent_sources_move_a_statement_up(self) -> None:
        alone = drawn(brief(NOTATION))
        backed = drawn(brief(NOTATION.replace("C: Farmers fear", "ABCDE: Farmers fear")))
        assert alone.split().index("C1") > backed.split().index("A4")
