"""The few words before a sentence. `compose_notation` tells how statements are written."""

import pytest
import spacy
from compose_notation import ALL, brief, merged, template

from briefing import language
from briefing.compose import Settings, compose
from briefing.model import Item

NOTATION = """
    A: The electoral commission declared Maria Okello the winner of the presidential election.
    A: Foreign observers found open ballot boxes in eleven polling stations of the north.
    B: The losing candidate will ask the supreme court for a recount before the end of May.
    B: The electoral commission has dismissed nine returning officers over missing tally sheets.
    C: It is what it is, and that is all there was to it.
"""


def items() -> list[Item]:
    return [item for section in brief(NOTATION, ALL).sections for item in section.items]


class DescribeLabels:
    def it_takes_them_from_the_sentence_word_for_word(self) -> None:
        labelled = [item for item in items() if item.label]
        assert len(labelled) >= 4
        for item in labelled:
            assert item.label
            assert item.label in item.text or item.label[0].lower() + item.label[1:] in item.text

    def it_begins_them_with_a_capital(self) -> None:
        assert all(item.label[0].isupper() for item in items() if item.label)

    def it_gives_none_twice(self) -> None:
        found = [item.label.casefold() for item in items() if item.label]
        assert len(found) == len(set(found))

    def it_makes_none_of_function_words_alone(self) -> None:
        stop_words = spacy.blank("en").Defaults.stop_words
        assert all(not set(item.label.lower().split()) <= stop_words for item in items() if item.label)

    def it_keeps_them_short(self) -> None:
        assert all(len(item.label.split()) <= 5 for item in items() if item.label)

    def it_prefers_the_authors_own(self) -> None:
        (section,) = brief("A: Free Passage: The lock of Gravna is open to the boats of all three states.").sections
        (item,) = section.items
        assert item.label == "Free Passage"
        assert item.text == "The lock of Gravna is open to the boats of all three states."

    @pytest.mark.parametrize(
        ("sentence", "label"),
        [
            ("On Friday, in a bold move to end the war, Orland and Vesk signed a peace treaty.", "Peace treaty"),
            ("Orland promised to provide assistance to refugees in the event of a flood.", "Assistance to refugees"),
            ("“We want free elections,” opposition leader Ana Kovac said on the website Chirp.", "Free elections"),
        ],
    )
    def it_names_what_the_sentence_tells_and_not_who_when_or_where(self, sentence: str, label: str) -> None:
        (section,) = brief(f"A: {sentence}").sections
        assert [item.label for item in section.items] == [label]

    @pytest.mark.parametrize("sentence", ["That is all there was to it.", "Ana Kovac came to Kenya on Friday."])
    def it_gives_none_where_nothing_is_good(self, sentence: str) -> None:
        (section,) = brief(f"A: {sentence}").sections
        assert [item.label for item in section.items] == [None]

    def it_passes_over_a_label_of_the_author_that_tells_nothing(self) -> None:
        (section,) = brief("A: Background: The lock of Gravna was built by prisoners of war.").sections
        assert [item.label for item in section.items] != ["Background"]

    def it_gives_none_where_the_template_wants_none(self) -> None:
        settings = Settings(template(ALL, labels=False))
        (section,) = compose(merged(NOTATION), settings, language.lemmatize).sections
        assert section.items
        assert all(item.label is None for item in section.items)
