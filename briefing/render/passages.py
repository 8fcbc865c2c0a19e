"""Step 5, rendering: which passages of a source the brief uses.

In: a `Brief`, and a document of it. Out: the first words of the passages and
the paragraphs that they stand in.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from re import finditer

from briefing.model import Brief, Document, Span
from briefing.render.view import Passage
from briefing.render.wording import first_words

_EXCERPT_WORDS = 4


def cited_spans(brief: Brief) -> Mapping[str, set[Span]]:
    """By source, the passages that the brief quotes or counts as saying the same.

    A mention of an actor is only a name; it counts where a source gives no more.
    """
    named = _by_source(span for actor in brief.actors for span in actor.citations)
    return defaultdict(set, named | _by_source(_telling(brief)))


def passages(document: Document, spans: Iterable[Span]) -> Iterator[Passage]:
    """The passages by paragraph, in order, without those that lie within another."""
    starts = _paragraph_starts(document)
    excerpts: dict[int, list[str]] = defaultdict(list)
    reached = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > reached:
            reached = span.end
            paragraph = max(1, bisect_right(starts, span.start))
            excerpts[paragraph].append(first_words(document.passage(span), _EXCERPT_WORDS))
    for paragraph, texts in excerpts.items():
        yield Passage(paragraph, " · ".join(texts))


def _by_source(spans: Iterable[Span]) -> dict[str, set[Span]]:
    found: dict[str, set[Span]] = defaultdict(set)
    for span in spans:
        found[span.source].add(span)
    return found


def _telling(brief: Brief) -> Iterator[Span]:
    for section in brief.sections:
        for item in section.items:
            yield from item.citations
    for event in brief.timeline:
        yield from event.citations
    for disagreement in brief.disagreements:
        for version in disagreement.versions:
            yield from version.citations
    for actor in brief.actors:
        if actor.role:
            yield from actor.role.citations


def _paragraph_starts(document: Document) -> list[int]:
    """Where the paragraphs begin: as reading found them, else after empty lines."""
    if document.blocks:
        return [block.start for block in document.blocks]
    return [match.start() for match in finditer(r"\S(?:.|\n(?!\s*\n))*", document.text)]
