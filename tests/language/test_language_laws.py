"""What holds for every text, whatever it says and however it is cut into blocks."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language import analyse, classes, lemmatize
from briefing.model import Block, BlockKind, Document, EntityKind, Sentence, Source

PIECES = (
    "The ", "Ana ", "Kovac", " said ", "that ", "Republic of ", "Niger", "River Council ", "(RC)", "RC", ", ", ". ",
    ".[1] ", "“", "”", '"', "’s ", "U.S.", "Dr. ", "on Monday", "31 May", " 2019", "2019–20", "al-", "…", "\n",
    "- ", "Shared Goal: ", "leader ", "armed groups ", "of the ", " ", "é", "مجلس", "河川", "🙂", "\t", "):", "[",
    "pulled ", "its ", "500 ", "troops ", "out ", "step-down", "refuse to ", "recognise ",
    "It ", "The bloc ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
MEANINGS = frozenset(classes.load().meaning.values())
KINDS: tuple[BlockKind, ...] = get_args(BlockKind)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text in any partition into blocks, with gaps and empty blocks."""
    text = draw(TEXTS)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=len(edges), max_size=len(edges)))
    chosen = draw(st.lists(st.booleans(), min_size=len(edges), max_size=len(edges)))
    blocks = [
        Block(kind, start, end)
        for (start, end), kind, used in zip(pairwise(edges), kinds, chosen, strict=False)
        if used
    ]
    return Document(Source("S1", "s.txt", "", published="2024-05-18"), text, tuple(blocks))


def whole(text: str) -> Document:
    """A document of one paragraph."""
    return Document(Source("S1", "s.txt", ""), text, (Block("paragraph", 0, len(text)),))


def assert_lawful(document: Document, found: tuple[Sentence, ...]) -> None:
    for sentence in found:
        assert document.text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert any(
            block.start <= sentence.start and sentence.end <= block.end and block.kind in {"paragraph", "bullet"}
            for block in document.blocks
        )
        for entity in sentence.entities:
            assert sentence.start <= entity.start < entity.end <= sentence.end
            assert document.text[entity.start : entity.end] == entity.text
            assert entity.name
            assert entity.kind in get_args(EntityKind)
            if entity.role:
                assert sentence.start <= entity.role.start < entity.role.end <= sentence.end
        for mention in sentence.dates:
            assert sentence.start <= mention.start < mention.end <= sentence.end
            assert document.text[mention.start : mention.end] == mention.said
        assert {*sentence.concepts} <= {*sentence.lemmas, *MEANINGS}
        assert all(hedge in sentence.text for hedge in sentence.hedges)
        if sentence.reference:
            meant = sentence.reference
            assert sentence.start <= meant.start < meant.end <= sentence.end
            assert 0 <= meant.span.start < meant.span.end <= sentence.start
            assert document.text[meant.span.start : meant.span.end].casefold() == meant.name.casefold()
            assert all(meant.lemmas)
        if sentence.attribution:
            assert (sentence.attribution.speaker or "") in document.text
            assert sentence.attribution.cue.casefold() in sentence.text.casefold()
    assert all(one.end <= following.start for one, following in pairwise(found))
    assert [sentence.order for sentence in found] == list(range(len(found)))


class DescribeAnyText:
    @settings(max_examples=300)
    @given(documents())
    def it_is_analysed_into_its_own_words_in_order(self, document: Document) -> None:
        assert_lawful(document, analyse([document]))

    @given(documents())
    def it_is_analysed_the_same_each_time(self, document: Document) -> None:
        assert analyse([document], "2024-05-18") == analyse([document], "2024-05-18")

    @given(documents(), documents())
    def it_is_analysed_without_regard_to_other_documents(self, one: Document, other: Document) -> None:
        assert analyse([one, other]) == (*analyse([one]), *analyse([other]))

    @settings(max_examples=300)
    @given(documents())
    def it_loses_no_word_of_its_paragraphs_and_bullets(self, document: Document) -> None:
        found = analyse([document])
        for block in document.blocks:
            inside = [s for s in found if block.start <= s.start and s.end <= block.end]
            kept = "".join((s.label or "") + s.text for s in inside)
            if block.kind in {"paragraph", "bullet"}:
                assert _letters(document.text[block.start : block.end]) == _letters(kept)

    @given(st.text())
    def it_has_lemmas(self, text: str) -> None:
        assert all(lemmatize(text))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


EXTREMES = {
    "nothing": "",
    "spaces": " \n\t ",
    "300 capitalised words": "Orlin Kovac " * 150,
    "300 capitalised words and a title": "President " + "Orlin Kovac " * 150,
    "one token of 100,000 characters": "x" * 100_000,
    "one token of ten million characters": "x" * 10_000_000,
    "a table of numbers": "12 345\t6.7%\t-8\t1,000.5\n" * 2_000,
    "names with apostrophes": "N'Djamena’s O'Brien d’Arc l'Orlin-d'Or 'Ana' K’ovac’s’ " * 200,
    "names in mixed scripts": "Ana Ковач and Ана Kovac met Kovač’s 河川 Council of الجسر Bank. " * 200,
    "words of 5,000 letters": ("Orlin" * 1_000 + " ") * 18 + "said so.",
    "one capital of 100,000 characters": "X" * 100_000 + " said so.",
    "only stops": "." * 10_000,
    "only opening marks": "“(" * 5_000,
    "only closing marks": "”)" * 5_000,
    "closing marks apart": "” " * 10_000,
    "opening marks apart": ". “ " * 10_000,
    "mixed scripts": "Ana Kovac قالت إن الجسر 河川 мост закрыт. Ο πρόεδρος said so 🙂.",
    "many definitions": "".join(f"The {chr(65 + i % 26)}ord Council ({chr(65 + i % 26)}C) met. " for i in range(500)),
    "many of one surname": "President Ana Kovac met Mr. Kovac. " * 500,
    "a comma at the end": "President Ana Kovac,",
    "a possessive at the end": "Kovac's leader, Ana Kovac's",
    "a verb of speech alone": "said",
    "only verbs of speech": "said was told that " * 3_000,
    "a quotation that is never closed": "“" + "We share a river. " * 3_000,
    "apostrophes that close nothing": "the ‘workers’ rights " * 3_000,
    "names with nothing between": "Ana Kovac, (a leader of the " * 3_000,
    "denials of denials": "not who that not " * 3_000,
    "republics without a state": "Republic of the Kingdom of the",
    "pointing at a hundred lists": "Niger, Chad and Mali met. Chad, Peru and Cuba met. The three countries met. " * 300,
    "one list of a thousand": "Niger, " * 1_000 + "and Chad met. They left.",
    "a state without a republic": "of the Norway",
}


class DescribeExtremes:
    @pytest.mark.parametrize("text", EXTREMES.values(), ids=EXTREMES)
    def it_comes_through_them(self, text: str) -> None:
        document = whole(text)
        assert_lawful(document, analyse([document], "2024-05-18"))

    def it_does_the_same_work_for_each_word_of_a_long_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from briefing.language import runs

        counted = 0
        is_capital = runs.is_capital

        def count(token: object) -> bool:
            nonlocal counted
            counted += 1
            return is_capital(token)  # type: ignore[arg-type]

        monkeypatch.setattr(runs, "is_capital", count)
        text = "President Ana Kovac met the River Council (RC) in Belmora on Monday. "
        calls = []
        for times in (100, 200):
            counted = 0
            analyse([whole(text * times)])
            calls.append(counted)
        assert calls[1] <= 2.1 * calls[0]
