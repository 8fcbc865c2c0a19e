"""How sentences are taken apart: `||` parts main clauses, `|` what hangs on one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import language
from briefing.model import Block, Document, Sentence, Source

pytestmark = pytest.mark.usefixtures("_rules_alone")


def sentences(text: str) -> tuple[Sentence, ...]:
    return language.analyse([Document(Source("S1", "a.txt", "0" * 64), text, (Block("paragraph", 0, len(text)),))])


def drawn(sentence: Sentence) -> str:
    mains = (" | ".join(one.text for one in main.clauses) or main.text for main in sentence.clauses)
    return " || ".join(mains) or sentence.text


class DescribeClauses:
    @pytest.mark.parametrize(
        "expected",
        [
            "The port authority closed the north pier.",
            "Inspectors found cracks in the dam, || and the gates of the spillway are rusted.",
            "France withdrew its forces from the valley || and asked its neighbours for help.",
            "The court cleared the former mayor; || two of his aides were sent to prison.",
            "The union called a strike at the smelter, | which employs 900 people.",
            "The pilgrim ferry Saint Anna, | which carried 300 pilgrims from Gravna, | sank near the lighthouse.",
            "The transport minister said that | the bridge over the Varda would reopen in May.",
            "“The roof of the market hall is gone,” | said the mayor, Ivan Petrov.",
            "The members pledge to help each other | in the event of an armed attack.",
            "Two brigades crossed the river at dawn, | leaving the old town without defence.",
            "The pact allows joint patrols, | including the use of armed drones.",
            "The company cut 300 jobs at its mill | after losses in the second quarter.",
        ],
    )
    def it_takes_a_sentence_apart(self, expected: str) -> None:
        (found,) = sentences(expected.replace("|| ", "").replace("| ", ""))
        assert drawn(found) == expected

    @pytest.mark.parametrize(
        "whole",
        [
            "Maria Okello, Daniel Mbeki and Ruth Tanaka stood for the presidency.",
            "The factory has made bread and cakes for the whole valley since 1904.",
            "The two companies announced a merger of bakeries and mills.",
        ],
    )
    def it_does_not_part_a_list_or_a_date(self, whole: str) -> None:
        (found,) = sentences(whole)
        assert found.clauses == ()

    def it_leaves_no_clause_of_a_word_or_two(self) -> None:
        (found,) = sentences("The judges met, and voted, and the former mayor of Lipnik left the court without a word.")
        assert drawn(found) == (
            "The judges met, and voted, || and the former mayor of Lipnik left the court without a word."
        )

    def it_says_of_each_clause_what_a_sentence_says_of_itself(self) -> None:
        (found,) = sentences(
            "The Gravna smelter closed in March 2019, and 12 Norvik Foods drivers did not get new jobs."
        )
        closed, drivers = found.clauses
        assert [mention.date for mention in closed.dates] == ["2019-03"]
        assert (closed.negated, drivers.negated) == (False, True)
        assert set(closed.lemmas) | set(drivers.lemmas) == set(found.lemmas)


class DescribeEveryClause:
    @given(st.text(alphabet="The mayor,;:—“”() and which said closed it that in 2019 .", max_size=300))
    def it_is_text_of_its_sentence_and_nothing_is_left_out(self, text: str) -> None:
        for sentence in sentences(text):
            covers(sentence)


def covers(sentence: Sentence) -> None:
    reached = sentence.start
    for clause in sentence.clauses:
        assert clause.text == sentence.text[clause.start - sentence.start : clause.end - sentence.start]
        assert not sentence.text[reached - sentence.start : clause.start - sentence.start].strip()
        covers(clause)
        reached = clause.end
    assert not sentence.clauses or reached == sentence.end
