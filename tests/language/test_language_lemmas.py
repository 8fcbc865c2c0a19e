"""Words → normal forms, in which merging and cues meet."""

import pytest
from language_notation import sentences

from briefing.language import lemmatize

ALIKE = (
    "sign signs signed signing",
    "flee fled fleeing",
    "withdraw withdrew withdrawn withdrawal",
    "overthrow overthrew overthrown",
    "go went gone",
    "ministry ministries",
    "crisis crises",
    "child children",
    "woman women",
    "organise organize organisation organization",
    "recognise recognize recognised",
    "analyse analyze analysed analyzed",
    "defence defense",
    "labour labor",
    "neighbouring neighboring",
    "centre center centres",
    "programme program programmes",
    "travelled traveled",
    "grey gray",
    "judgement judgment",
)

APART = ("minister ministry", "arm army", "sign signal")


class DescribeLemmas:
    @pytest.mark.parametrize("forms", ALIKE)
    def it_gives_the_forms_of_a_word_one_lemma(self, forms: str) -> None:
        assert len(set(lemmatize(forms))) == 1

    @pytest.mark.parametrize("words", APART)
    def it_keeps_words_apart(self, words: str) -> None:
        assert len({lemmatize(word) for word in words.split()}) == 2

    def it_leaves_out_function_words_and_punctuation_but_no_figures(self) -> None:
        assert lemmatize("The 12 states of the river, and more!") == ("12", "state", "river")

    def it_gives_a_name_the_lemmas_of_its_usual_name(self) -> None:
        (ours,) = sentences("Fighters of ISIS fled.")
        (theirs,) = sentences("Fighters of the Islamic State fled.")
        assert ours.lemmas == theirs.lemmas

    def it_gives_an_acronym_the_lemmas_of_what_it_stands_for(self) -> None:
        _, short, full = sentences("The River Council (RC) met. The RC fled. The River Council fled.")
        assert short.lemmas == full.lemmas

    def it_gives_sentences_and_cues_the_same_lemmas(self) -> None:
        (sentence,) = sentences("Neighbouring states organised the defence.")
        assert sentence.lemmas == lemmatize("neighboring states organized a defense")
