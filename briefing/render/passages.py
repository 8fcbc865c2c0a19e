"""Step 5, rendering: which passages of a source the brief uses, and where a reader finds them.

In: a `Brief`, and a document of it. Out: `Passages`: the paragraphs with what
is cited in them, the anchor of each passage, and the page or paragraph that it stands on or in.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from re import finditer

from briefing.model import Brief, Document, Span
from briefing.render.view import Excerpt, Passage, Piece, Place
from briefing.render.wording import first_words, last_words, plain

_FIRST_WORDS = 4
_CONTEXT = 15
"""Words of its paragraph that are shown before and behind what is cited."""


class Passages:
    """The cited passages of one document: spans that overlap are one passage.

    Args:
        document: what is cited.
        spans: where.
    """

    def __init__(self, document: Document, spans: Iterable[Span]) -> None:
        self._document = document
        self._edges = paragraphs(document)
        self._starts = [start for start, _ in self._edges]
        self._spans = list(united(spans))

    def anchor(self, span: Span) -> str:
        """The anchor of the passage that holds a span; empty if none does."""
        place = bisect_right(self._spans, span.start, key=lambda passage: passage[0]) - 1
        return self._anchor(place) if place >= 0 and span.end <= self._spans[place][1] else ""

    def place(self, spans: Iterable[Span]) -> Place:
        """The pages that spans stand on, or the paragraphs in which they begin."""
        found = [(span.start, span.end) for span in spans]
        return paged(self._document, found) or Place(tuple(sorted({self.paragraph(start) for start, _ in found})))

    def paragraph(self, start: int) -> int:
        """The number of the paragraph in which something begins, from 1."""
        return max(1, bisect_right(self._starts, start))

    def _place(self, places: Iterable[int]) -> Place:
        return self.place(Span(self._document.source.id, *self._spans[place]) for place in places)

    def first_words(self) -> Iterator[Passage]:
        """The paragraphs with the first words of each passage in them."""
        for places in self._by_paragraph().values():
            texts = [first_words(self._text(*self._spans[place]), _FIRST_WORDS) for place in places]
            yield Passage(self._place(places), " · ".join(texts))

    def in_context(self) -> Iterator[Excerpt]:
        """The paragraphs with each passage of them whole, and some words around it."""
        for paragraph, places in self._by_paragraph().items():
            yield Excerpt(self._place(places), tuple(self._pieces(self._edges[paragraph - 1], places)))

    def _by_paragraph(self) -> Mapping[int, list[int]]:
        """The places of the passages by the paragraph that they begin in."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, (start, _) in enumerate(self._spans):
            found[self.paragraph(start)].append(place)
        return found

    def _pieces(self, edges: tuple[int, int], places: Iterable[int]) -> Iterator[Piece]:
        at = edges[0]
        for place in places:
            start, end = self._spans[place]
            yield from _context(self._text(at, start), at == edges[0])
            yield Piece(plain(self._text(start, end)), self._anchor(place))
            at = end
        rest = self._text(at, edges[1])
        if rest.strip():
            yield Piece(_spaced(rest, first_words(rest, _CONTEXT)))

    def _text(self, start: int, end: int) -> str:
        return self._document.text[start:end]

    def _anchor(self, place: int) -> str:
        return f"passage_{self._document.source.number}_{place + 1}"


def cited_spans(brief: Brief) -> Mapping[str, set[Span]]:
    """By source, the passages that the brief quotes or counts as saying the same.

    A mention of an actor is only a name; it counts where a source gives no more.
    """
    return _by_source(_naming(brief)) | _by_source(_telling(brief))


def all_spans(brief: Brief) -> Mapping[str, set[Span]]:
    """By source, all passages that a citation names, mentions of actors too."""
    return _by_source(chain(_naming(brief), _telling(brief)))


def paragraphs(document: Document) -> list[tuple[int, int]]:
    """Where the paragraphs begin and end: as reading found them, else between empty lines, else all of it."""
    found = [(block.start, block.end) for block in document.blocks]
    found = found or [match.span() for match in finditer(r"\S(?:.|\n(?!\s*\n))*", document.text)]
    return found or [(0, len(document.text))]


def paged(document: Document, spans: Iterable[tuple[int, int]]) -> Place | None:
    """The pages on which spans stand; None where the document has none."""
    numbers: set[int | None] = set()
    for start, end in spans:
        numbers |= {document.page(start), *(page.number for page in document.pages if start < page.start < end)}
    known = sorted(number for number in numbers if number is not None)
    return Place(tuple(known), paged=True) if known else None


def _context(text: str, opens: bool) -> Iterator[Piece]:
    """What stands before a passage: the end of it, and behind another passage its beginning too."""
    if not text.strip():
        yield from [Piece(" ")] if text else []
    elif opens or len(text.split()) <= 2 * _CONTEXT:
        yield Piece(_spaced(text, last_words(text, _CONTEXT) if opens else plain(text)))
    else:
        yield Piece(_spaced(text, f"{first_words(text, _CONTEXT)} {last_words(text, _CONTEXT)[2:]}"))


def _spaced(text: str, shown: str) -> str:
    """The words with the spaces that the text has at its ends."""
    return f"{' ' * text[0].isspace()}{shown}{' ' * text[-1].isspace()}"


def united(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    start = end = -1
    for span in sorted(spans, key=lambda span: span.start):
        if span.start >= end:
            if end > start:
                yield start, end
            start = span.start
        end = max(end, span.end)
    if end > start:
        yield start, end


def _by_source(spans: Iterable[Span]) -> defaultdict[str, set[Span]]:
    found: defaultdict[str, set[Span]] = defaultdict(set)
    for span in spans:
        found[span.source].add(span)
    return found


def _naming(brief: Brief) -> Iterator[Span]:
    for actor in brief.actors:
        yield from actor.citations
    for essential in brief.essentials:
        for answer in essential.answers:
            yield from answer.citations


def _telling(brief: Brief) -> Iterator[Span]:
    for section in brief.sections:
        for item in section.items:
            yield from item.citations
            yield from item.role.citations if item.role else ()
    for event in brief.timeline:
        yield from event.citations
    for figure in brief.figures:
        for count in figure.counts:
            yield from count.citations
    for disagreement in brief.disagreements:
        for version in disagreement.versions:
            yield from version.citations
    for change in brief.changes.changes if brief.changes else ():
        yield from change.citations
        yield from change.before.citations if change.before else ()
    answers = (answer for essential in brief.essentials for answer in essential.answers)
    roles = (
        *(actor.role for actor in brief.actors),
        *(answer.role for answer in answers),
        *(role for term in brief.glossary for role in term.told),
    )
    yield from (citation for role in roles if role for citation in role.citations)
