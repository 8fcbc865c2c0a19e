"""Step 4: what a brief tells, sentence by sentence, so that it can be compared with another brief.

Enters: a brief. Leaves: its sentences, each once, wherever it shows them, with the
passages of the sources that state them. A passage is known by the text of its source, for
two briefs may call one source by two ids.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.compose.differences import NAMING
from briefing.compose.standing import Standing
from briefing.model import Brief, Citation, Clarification, Document, Nature, Span


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a brief; `citations` are those that state all of it."""

    text: str
    spans: tuple[Span, ...]
    citations: tuple[Span, ...]
    origins: int
    clarified: tuple[Clarification, ...] = ()
    nature: Nature = "fact"
    speaker: str | None = None


class Places:
    """Which of some numbered things stand at a passage.

    Args:
        documents: of the brief whose passages are put in.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = {document.source.id: document.text for document in documents}
        self._held = Standing[int]()

    def put(self, number: int, spans: Iterable[Span]) -> None:
        """Say that a thing stands at these passages."""
        for span in spans:
            self._held.put(number, self._texts[span.source], span.start, span.end)

    def at(self, spans: Iterable[Span], texts: dict[str, str] | None = None) -> set[int]:
        """What stands at any of these passages, which are of another brief where its `texts` by source are given."""
        known = self._texts if texts is None else texts
        return {number for span in spans for number in self._held.at(known[span.source], span.start, span.end)}


def told(brief: Brief) -> tuple[Told, ...]:
    """What a brief tells: its items in reading order, then its tables; the same sentence once."""
    places, found = Places(brief.documents), list[Told]()
    for one in _all(brief):
        if not places.at(one.spans):
            places.put(len(found), one.citations)
            found.append(one)
    return tuple(found)


def places_of(brief: Brief, sentences: Iterable[Told]) -> Places:
    """Where the sentences of a brief stand."""
    places = Places(brief.documents)
    for number, one in enumerate(sentences):
        places.put(number, one.citations)
    return places


def _all(brief: Brief) -> Iterator[Told]:
    for item in brief.items:
        citations = whole(item.citations)
        yield Told(item.text, item.spans, citations, item.origins, item.clarified, item.nature, item.speaker)
    origin_of = {source.id: source.origin or source.id for source in brief.sources}
    documents = {document.source.id: document for document in brief.documents}
    for spans in _passages(brief):
        origins = len({origin_of[span.source] for span in spans})
        yield Told(documents[spans[0].source].passage(spans[0]), spans[:1], spans, origins)


def _passages(brief: Brief) -> Iterator[tuple[Span, ...]]:
    """The passages of the rows of the tables, the one that is quoted first."""
    for figure in brief.figures:
        yield from (count.citations for count in figure.counts)
    for one in brief.disagreements:
        if one.kind not in NAMING:
            yield from (version.citations for version in one.versions)
    yield from (whole(event.citations) for event in brief.timeline)


def whole(citations: Iterable[Span]) -> tuple[Span, ...]:
    """The passages that state all of what they are cited for; the first always does."""
    stating = (one for n, one in enumerate(citations) if not n or not (isinstance(one, Citation) and one.part))
    return tuple(Span(one.source, one.start, one.end) for one in stating)
