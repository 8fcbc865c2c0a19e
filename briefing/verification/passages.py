"""Verification: whether what is quoted and cited stands in the sources as a build would quote and cite it.

In: the brief of a record. Out: faults. That the words are those of their spans is held elsewhere
(`render/json/checking.py`); here, that the spans are such as a build makes.
"""

from collections.abc import Iterator
from itertools import pairwise

from briefing.model import Brief, Document, Event, Item, Span
from briefing.render.json.checking import walked
from briefing.verification.report import Fault


def faults(brief: Brief) -> Iterator[Fault]:
    """Passages that no build cites."""
    documents = {document.source.id: document for document in brief.documents}
    for place, value in walked(brief):
        if isinstance(value, Span):
            yield from (Fault(place, sentence) for sentence in _misplaced(value, documents[value.source]))
        if isinstance(value, Item | Event):
            yield from (Fault(place, sentence) for sentence in _misquoted(value))


def _misplaced(span: Span, document: Document) -> Iterator[str]:
    """How a passage lies as none does."""
    text, told = document.text, f"The passage “{_short(document.passage(span))}” of {document.source.path}"
    if _cuts(text, span.start) or _cuts(text, span.end):
        yield f"{told} begins or ends within a word."
    if text[span.start].isspace() or text[span.end - 1].isspace():
        yield f"{told} begins or ends with a space."
    if not any(block.start <= span.start and span.end <= block.end for block in document.blocks):
        yield f"{told} does not lie within one paragraph."
    for gone in document.dropped:
        if gone.start < span.end and span.start < gone.end:
            yield f"{told} is of what no brief may use: {gone.reason}."


def _cuts(text: str, at: int) -> bool:
    """Whether a place is between two letters of a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _misquoted(told: Item | Event) -> Iterator[str]:
    """How its spans and its citations do not go together."""
    first = told.citations[0]
    if any(span.source != first.source or span.start < first.start or first.end < span.end for span in told.spans):
        yield f"The first citation of “{_short(told.text)}” does not hold its words."
    if any(one.end > other.start for one, other in pairwise(told.spans)):
        yield f"The words of “{_short(told.text)}” are not in the order of their source."
    if len({one.span for one in told.citations}) < len(told.citations):
        yield f"“{_short(told.text)}” cites a passage twice."
    if first.part:
        yield f"“{_short(told.text)}” cites the source of its words for a part of them."
    for note in told.clarified:
        if note.source != first.source:
            yield f"“{_short(told.text)}” is clarified in words of another source."


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
