"""What is found → precision, recall and F; and who finds it."""

import pytest

from training.evaluate import SYSTEMS
from training.examples import Score, score
from training.samples import Mark, Sample

TEXT = "Norway signed a treaty with Kenya."
SAMPLE = Sample(TEXT, (Mark(0, 6, "LOC"), Mark(28, 33, "LOC")), "wikigold", "d")


class DescribeAScore:
    def it_counts_spans_of_the_right_kind_to_the_letter(self) -> None:
        found = [[Mark(0, 6, "LOC"), Mark(28, 32, "LOC"), Mark(16, 22, "ORG")]]
        assert score([SAMPLE], found)["all"] == Score(found=3, right=1, meant=2)
        assert score([SAMPLE], found)["LOC"].f == 50

    def it_says_nothing_of_unclear_passages(self) -> None:
        sample = Sample(TEXT, (Mark(0, 6, "-"), Mark(28, 33, "LOC")), "wikigold", "d")
        assert score([sample], [[Mark(0, 6, "ORG"), Mark(28, 33, "LOC")]])["all"].f == 100

    def it_says_nothing_of_labels_that_a_corpus_lacks(self) -> None:
        sample = Sample(TEXT, (), "uner_pud_test", "d")
        assert score([sample], [[Mark(0, 6, "NORP")]])["all"] == Score(0, 0, 0)

    def it_counts_what_is_found_where_another_kind_of_name_stands(self) -> None:
        sample = Sample(TEXT, (Mark(16, 22, "MISC"),), "wikigold", "d")
        assert score([sample], [[Mark(16, 22, "ORG")]])["all"] == Score(1, 0, 0)


class DescribeTheSystems:
    @pytest.mark.parametrize("system", SYSTEMS)
    def it_finds_names_sentence_by_sentence(self, system: str) -> None:
        other = Sample("Kenya left.", (Mark(0, 5, "LOC"),), "wikigold", "d")
        assert [set(marks) for marks in SYSTEMS[system]([SAMPLE, other])] == [set(SAMPLE.marks), set(other.marks)]
