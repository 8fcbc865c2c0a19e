"""Corpora → one policy: what is a name, of what kind, and where it begins and ends."""

import pytest

from training.policy import is_name, other, settled
from training.samples import UNCLEAR, Mark


def drawn(text: str) -> str:
    """What is settled for a text whose marks are drawn as "[passage]LABEL", drawn in the same way."""
    bare, marks = "", []
    for part in text.split("["):
        passage, bracket, rest = part.partition("]")
        label, _, after = rest.partition(" ")
        if bracket:
            marks.append(Mark(len(bare), len(bare) + len(passage), label))
            passage += " " + after
        bare += passage
    return "; ".join(f"{bare[mark.start : mark.end]} {mark.label}" for mark in settled(bare, marks))


class DescribeASettledSpan:
    @pytest.mark.parametrize(
        ("marked", "settled_as"),
        [
            ("[the Ruritanian Senate]ORG met", "Ruritanian Senate ORG"),
            ("[President Ana Vidal]PERSON spoke", "Ana Vidal PERSON"),
            ("[Gen. Ana Vidal]PERSON spoke", "Ana Vidal PERSON"),
            ("[Ana Vidal's]PERSON house", "Ana Vidal PERSON"),
            ("[Capt.]PERSON spoke", f"Capt. {UNCLEAR}"),
        ],
    )
    def it_has_no_article_title_or_possessive(self, marked: str, settled_as: str) -> None:
        assert drawn(marked) == settled_as

    def it_is_a_people_whatever_a_corpus_calls_it(self) -> None:
        assert drawn("A [German]LOC skater") == "German NORP"
        assert drawn("A German skater and three Italians") == "German NORP; Italians NORP"

    def it_leaves_a_people_inside_a_name_alone(self) -> None:
        assert drawn("The [German Red Cross]ORG came") == "German Red Cross ORG"

    def it_is_the_outer_one_of_two(self) -> None:
        text = "University of Oslo"
        assert settled(text, [Mark(14, 18, "LOC"), Mark(0, 18, "ORG")]) == (Mark(0, 18, "ORG"),)


class DescribeAName:
    @pytest.mark.parametrize("passage", ["Bank of Japan", "al-Shabaab", "Ministry of Science and Technology", "G20"])
    def it_has_capitals(self, passage: str) -> None:
        assert is_name(passage)

    @pytest.mark.parametrize("passage", ["the camp", "Syrian forces", "security council", "", "2016"])
    def it_is_no_common_noun(self, passage: str) -> None:
        assert not is_name(passage)

    @pytest.mark.parametrize(
        ("passage", "label"),
        [("2016 Summer Olympics", "EVENT"), ("Swedish", "NORP"), ("Hamlet", "MISC"), ("deep learning", UNCLEAR)],
    )
    def it_has_a_kind_that_its_words_tell(self, passage: str, label: str) -> None:
        assert other(passage) == label
