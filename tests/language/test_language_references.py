"""What a subject that only points back means: `reference_notation` tells how the labelled texts are read."""

from dataclasses import replace

import pytest
from language_notation import document, sentences
from reference_notation import reference, score

from briefing.language import analyse
from briefing.model import Sentence

FLOORS = {"references.development": (1.0, 0.90), "references.held-out": (0.98, 0.85)}
"""The least precision and recall; raising one is a commit, lowering one has to be said."""


def last(drawing: str) -> Sentence:
    return sentences(drawing)[-1]


class DescribeReferences:
    @pytest.mark.parametrize("name", FLOORS)
    def it_is_sure_of_what_it_says_and_silent_otherwise(self, name: str) -> None:
        found, (precision, recall) = score(name), FLOORS[name]
        assert found.precision >= precision, found.wrong
        assert found.recall >= recall, found.open

    def it_tells_where_the_pointing_words_and_the_antecedent_stand(self) -> None:
        drawing = "The storm hit Honduras on Friday. Moreover, it destroyed 40 houses."
        text, meant = document(drawing).text, last(drawing).reference
        assert meant is not None
        assert text[meant.start : meant.end] == "it"
        assert text[meant.span.start : meant.span.end] == "The storm"
        assert (meant.name, meant.span.source) == ("the storm", "S1")

    def it_gives_the_lemmas_that_the_antecedent_has_in_its_own_sentence(self) -> None:
        told, pointing = sentences("ECOWAS, the regional bloc, met in Abuja. The bloc threatened new sanctions.")
        assert pointing.reference is not None
        assert pointing.reference.lemmas == ("economic community of west african states",)
        assert set(pointing.reference.lemmas) <= set(told.lemmas)

    @pytest.mark.parametrize(
        "opening",
        ["However, it", "In addition, it", "It was gathered that it", "Upland Voice reports that it", "But it"],
    )
    def it_looks_past_a_connective_and_a_lead_in(self, opening: str) -> None:
        assert reference(f"The treaty was signed in Hanoi. {opening} bans all tests.") == "the treaty"

    @pytest.mark.parametrize(
        "text",
        [
            "“The treaty is dead. It bans nothing,” said Ana Kovac.",
            "The treaty was signed in Hanoi.\n## Fishing\nIt bans nets.",
            "- Tests: The treaty bans tests.\n- Ratification Dates: It enters into force in May.",
        ],
        ids=["within a quotation", "under another heading", "behind a label"],
    )
    def it_does_not_look_across(self, text: str) -> None:
        assert last(text).reference is None

    def it_does_not_look_into_another_source(self) -> None:
        one, other = document("Ana Kovac won."), document("She will take office in June.")
        other = replace(other, source=replace(other.source, id="S2"))
        assert [sentence.reference for sentence in analyse([one, other])] == [None, None]

    def it_follows_a_chain(self) -> None:
        assert reference("Ana Kovac won. She thanked the voters. She will take office in June.") == "Ana Kovac"
