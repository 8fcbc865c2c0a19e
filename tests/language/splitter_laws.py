"""What holds of the sentences that step 2 finds in any text: the laws that fuzzers look for a breach of."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from briefing.language import segment
from briefing.language.pipeline import load, prepared
from briefing.language.quotations import quotations
from briefing.model import Block, Document, Source


def whole(text: str) -> Document:
    """A document of one paragraph."""
    return Document(Source("S1", "s.txt", ""), text, (Block("paragraph", 0, len(text)),))


def split(document: Document) -> Doc:
    """The document in tokens, with the starts of its sentences."""
    return segment.block_sentences(prepared(load(), document, None))


def hold(document: Document) -> None:
    """Split a document into sentences, and hold them to the laws."""
    doc = split(document)
    found = list(doc.sents)
    assert "".join(one.text_with_ws for one in found) == doc.text == document.text
    edges = {edge for block in document.blocks for edge in (block.start, block.end)}
    for one in found:
        assert len(one) <= segment.LONGEST_SENTENCE
        assert not any(one.start_char < edge < one.end_char for edge in edges), one.text
    for first, last in quotations(doc):
        if last - first <= segment.LONGEST_QUOTATION:
            cut = [one for one in found if first < one.start <= last and one.start_char not in edges]
            assert all(_was_cut(found, one) for one in cut), doc[first : last + 1].text
    for one, following in pairwise(found):
        goes_on = following[0].is_lower and following[0].idx not in edges
        assert not goes_on or len(one) == segment.LONGEST_SENTENCE, (one.text, following.text)


def _was_cut(found: Sequence[Span], sentence: Span) -> bool:
    """Whether a sentence begins only because the one before had grown too long."""
    return any(one.end == sentence.start and len(one) == segment.LONGEST_SENTENCE for one in found)
