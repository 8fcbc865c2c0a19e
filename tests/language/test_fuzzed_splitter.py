"""The splitter of sentences keeps its laws whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from splitter_laws import hold, split, whole

from briefing.model import Block, Document, Source

MEGABYTE = 1_000_000
STOPS = st.text("….!?…:;", max_size=3)
MARKS = st.sampled_from(["“", "”", '"', "'", "’", "‘", "«", "»", "(", ")", "[1]", "[a]", "—", "-", "\u200b", "\u2009"])
WORDS = st.sampled_from(
    ["The", "dam", "U.S.", "Mr.", "No.", "p.m.", "Art. 4", "12.", "J.", "e.g.", "etc.", "3.5", "said", "It", "she"]
)
CATEGORIES = (
    "Lu",
    "Ll",
    "Lt",
    "Lm",
    "Lo",
    "Mn",
    "Nd",
    "Nl",
    "No",
    "Pd",
    "Ps",
    "Pe",
    "Pi",
    "Pf",
    "Po",
    "Sm",
    "So",
    "Zs",
)
ODD = st.text(st.characters(categories=CATEGORIES), max_size=8)
SPACES = st.sampled_from(["", " ", " ", " ", "\n", "  "])
TEXTS = st.lists(st.one_of(WORDS, STOPS, MARKS, ODD, SPACES, SPACES), max_size=80).map("".join)


@st.composite
def blocked(draw: st.DrawFn) -> Document:
    """A text in blocks, with gaps between some."""
    text = draw(TEXTS)
    edges = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=6))))
    blocks = tuple(Block("paragraph", start, end) for start, end in zip(edges[::2], edges[1::2], strict=False))
    return Document(Source("S1", "s.txt", ""), text, blocks)


class DescribeTheSplitter:
    @settings(max_examples=300)
    @given(text=TEXTS)
    def it_cuts_a_paragraph_between_its_sentences_alone(self, text: str) -> None:
        hold(whole(text))

    @settings(max_examples=200)
    @given(document=blocked())
    def it_cuts_at_the_edges_of_blocks(self, document: Document) -> None:
        hold(document)

    @given(text=TEXTS, times=st.integers(100, 400))
    @settings(max_examples=15)
    def it_keeps_to_it_where_a_text_repeats_itself(self, text: str, times: int) -> None:
        hold(whole((text * times)[:20_000]))

    @pytest.mark.parametrize("unit", ["“a ", "a b "])
    def it_comes_through_a_megabyte_of_one_line(self, unit: str) -> None:
        text = unit * (MEGABYTE // len(unit))
        assert "".join(one.text_with_ws for one in split(whole(text)).sents) == text
