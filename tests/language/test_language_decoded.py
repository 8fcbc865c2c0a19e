"""The scores of the shipped pipeline → the names that spaCy's own parser finds by them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing.language.decoded import Decoder, Place
from briefing.language.recogniser import recogniser

WORDS = (
    "Vesna Orlin of the Bank Norway and Zurlu Ministry for Health said in Nairobi , that . Islamic State \n on Friday"
)
SENTENCE = st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=12)


def doc(*sentences: Sequence[str]) -> Doc:
    words = [word for sentence in sentences for word in sentence]
    starts = [n == 0 for sentence in sentences for n in range(len(sentence))]
    return Doc(recogniser().vocab, words=words, sent_starts=starts)


def decoded(*docs: Doc) -> list[list[Place]]:
    return Decoder(recogniser().get_pipe("ner"))(docs)


def parsed(by_itself: Doc) -> list[Place]:
    return [(ent.start, ent.end, ent.label) for ent in recogniser()(by_itself).ents]


class DescribeDecoder:
    @given(st.lists(st.lists(SENTENCE, min_size=1, max_size=4), min_size=1, max_size=3))
    def it_finds_what_the_parser_finds(self, drawn: list[list[list[str]]]) -> None:
        docs = [doc(*sentences) for sentences in drawn]
        assert decoded(*docs) == [parsed(doc(*sentences)) for sentences in drawn]

    @pytest.mark.parametrize(
        "sentence", ["The Bank of Norway praised Vesna Orlin in Nairobi .", "Islamic State", "nobody left ."]
    )
    def it_finds_the_same_in_a_document_alone_and_beside_others(self, sentence: str) -> None:
        alone, beside = doc(sentence.split()), doc(["Orlin", "left", "Norway"])
        assert decoded(beside, alone)[1] == decoded(alone)[0] == parsed(alone)

    def it_lets_no_name_cross_the_end_of_a_sentence(self) -> None:
        names = decoded(doc(["They", "praised", "Vesna"], ["Orlin", "left", "."]))[0]
        assert all(end <= 3 or start >= 3 for start, end, _ in names)
        assert names
