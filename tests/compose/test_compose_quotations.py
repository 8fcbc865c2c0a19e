"""Who says what. `compose_notation` tells how statements are written."""

from dataclasses import replace

import pytest
from compose_notation import ALL, brief, merged

from briefing.compose.quotations import spoken
from briefing.model import Actor, Brief, Item, Merged, Role, Sentence, Span, Statement
from briefing.settings import SectionSpec

QUOTES = SectionSpec("quotes", "Quotations", "quotes")
SAID = """
    A: "We shall rebuild every bridge before the winter," said Ana Kovac, the minister of works.
    A: The minister of finance said that the bridges would cost two billion crowns.
    B: "Nobody has asked the towns along the river," said Ivo Brandt, a mayor.
    B: "The old bridge was a danger for years," Kovac told reporters on the bank.
    B: The river fell to its usual level on Monday.
"""


def heard(notation: str) -> Merged:
    """What merging would find, with who says it."""
    collection = merged(notation)
    return replace(collection, statements=tuple(map(_heard, collection.statements)))


def _heard(statement: Statement) -> Statement:
    said = statement.representative.attribution
    return replace(statement, nature=said.nature, speaker=said.speaker) if said else statement


def quotations(notation: str, **settings: object) -> list[Item]:
    return list(quoting(notation, **settings).sections[0].items)


def quoting(notation: str, **settings: object) -> Brief:
    return brief(heard(notation), replace(QUOTES, **settings), ALL)  # type: ignore[arg-type]


def named(notation: str) -> Brief:
    """The brief, where merging has found one actor, Ana Kovac, with a role."""
    collection = heard(notation)
    text = collection.documents[0].text
    name, role = (
        Span("A", text.index(words), text.index(words) + len(words)) for words in ("Ana Kovac", "the minister")
    )
    kovac = Actor("Ana Kovac", "person", ("Kovac",), Role("the minister", (role,), (role,)), (name,))
    return brief(replace(collection, actors=(kovac,)), QUOTES, ALL)


class DescribeQuotations:
    def it_shows_the_words_in_quotation_marks_alone(self) -> None:
        assert '"Nobody has asked the towns along the river,"' in [item.text for item in quotations(SAID)]

    def it_cites_the_sentence_that_says_who_speaks(self) -> None:
        told = '"We shall rebuild every bridge before the winter," said Ana Kovac.'
        (item,) = quotations(f"A: {told}")
        assert (item.citations[0].start, item.citations[0].end) == (0, len(told))

    def it_keeps_the_sentence_around_a_few_quoted_words(self) -> None:
        told = 'Ana Kovac called the plan of the towns along the river "a bridge too far for all".'
        assert [item.text for item in quotations(f"A: {told}")] == [told]

    def it_takes_direct_speech_before_claims(self) -> None:
        natures = [item.nature for item in quotations(SAID)]
        assert natures == ["quote", "quote", "quote"]
        few = quotations("\n".join(SAID.strip().splitlines()[:2]))
        assert [item.nature for item in few] == ["quote", "claim"]

    def it_tells_nothing_again_that_it_quotes(self) -> None:
        made = quoting(SAID)
        texts = [item.text for item in made.sections[1].items]
        assert not any('"' in text for text in texts)
        assert texts

    def it_keeps_to_the_number_of_items(self) -> None:
        assert len(quotations(SAID, items=1)) == 1


class DescribeSpeakers:
    def it_hears_each_once_before_it_hears_one_again(self) -> None:
        assert {item.speaker for item in quotations(SAID, items=2)} == {"Ana Kovac", "Ivo Brandt"}

    def it_keeps_the_words_of_one_together_under_one_name(self) -> None:
        speakers = [item.speaker for item in named(SAID).sections[0].items]
        assert sorted(speakers, key=str) == ["Ana Kovac", "Ana Kovac", "Ivo Brandt"]
        assert speakers[1] == "Ana Kovac"

    def it_says_who_that_is_in_the_words_of_a_source(self) -> None:
        roles = {item.speaker: item.role and item.role.text for item in named(SAID).sections[0].items}
        assert roles == {"Ana Kovac": "the minister", "Ivo Brandt": None}

    def it_names_nobody_for_whom_another_speaks(self) -> None:
        collection = merged('A: The lawyer for Ana Kovac called the charge against her "wisdom after the event".')
        (told,) = collection.statements
        said = replace(told, nature="quote", speaker="Ana Kovac")
        kovac = Actor("Ana Kovac", "person", citations=(Span("A", 15, 24),))
        made = brief(replace(collection, statements=(said,), actors=(kovac,)), QUOTES)
        assert [item.speaker for item in made.items] == [None]


class DescribeWholeSpeech:
    @pytest.mark.parametrize(
        ("text", "passages"),
        [
            ("“We will stay here for years,” she said.", ["“We will stay here for years,”"]),
            ("She said: «We will stay here for years.»", ["«We will stay here for years.»"]),
            ("“We will stay here,” she said, “for many years.”", ["“We will stay here,”", "“for many years.”"]),
            ("“We will stay here for many years.", ["“We will stay here for many years."]),
            ("We will stay here,” she said.", ["We will stay here,”"]),
            ("She spoke of “many years”.", []),
            ("The town would “help where it is asked to”, she said.", []),
            ("She said that it will stay.", []),
        ],
    )
    def it_is_what_stands_between_the_marks(self, text: str, passages: list[str]) -> None:
        found = spoken(Sentence("A", 0, 5, 5 + len(text), text))
        assert [text[span.start - 5 : span.end - 5] for span in found] == passages
