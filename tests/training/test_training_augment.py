"""Samples → copies with other names and capitals, whose marks still stand at names."""

from training.augment import Augmenter, headline, joined, plain, recased
from training.samples import Mark, Sample

SAMPLE = Sample("Ana Vidal left Norway.", (Mark(0, 9, "PERSON"), Mark(15, 21, "LOC")), "a", "d")


class DescribeACopy:
    def it_says_the_same_of_other_names(self) -> None:
        augmenter = Augmenter([SAMPLE], seed=1)
        for copy in (augmenter._swapped(SAMPLE) for _ in range(50)):
            person, place = copy.marks
            assert copy.text == f"{copy.words_of(person)} left {copy.words_of(place)}."

    def it_marks_the_same_kinds_whatever_its_capitals(self) -> None:
        augmenter = Augmenter([SAMPLE], seed=2)
        for copy in (augmenter.copy(SAMPLE) for _ in range(200)):
            assert [mark.label for mark in copy.marks][-2:] == ["PERSON", "LOC"]
            assert all(copy.words_of(mark).strip() == copy.words_of(mark) != "" for mark in copy.marks)

    def it_is_the_same_for_the_same_seed(self) -> None:
        first, second = ([Augmenter([SAMPLE], seed=3).copy(SAMPLE) for _ in range(5)] for _ in range(2))
        assert first == second


class DescribeOtherCapitals:
    def it_sets_a_headline(self) -> None:
        assert headline("the minister of health left") == "the Minister of Health Left"

    def it_leaves_a_text_whose_length_would_change(self) -> None:
        sample = Sample("Straße", (), "a", "d")
        assert recased(sample, str.upper) == sample

    def it_drops_accents(self) -> None:
        assert plain("Søren Łukasz Gül") == "Soren Lukasz Gul"


def test_sentences_are_joined_with_their_marks() -> None:
    both = joined([SAMPLE, SAMPLE])
    assert [both.words_of(mark) for mark in both.marks] == ["Ana Vidal", "Norway"] * 2
