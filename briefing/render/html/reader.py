"""Step 5, rendering: the sources as the page holds them beside the brief, for a reader who checks.

In: a `Brief`. Out: a `Reading` of each document: its paragraphs, cut where a
cited passage begins or ends, so that exactly the cited words can be marked; and
between them what reading dropped, with the reason.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from briefing.model import BlockKind, Brief, Document, Dropped, Span
from briefing.render.evidence import Evidence
from briefing.render.passages import all_spans, paged, paragraphs, united
from briefing.render.view import Place, SourceRow
from briefing.render.wording import fit, plain, told
from briefing.render.words import WORDS, Words


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a paragraph, and where they stand in the document's text; `cited` if a citation holds them."""

    text: str
    start: int
    end: int
    cited: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source, by the place that citations give it."""

    at: Place
    kind: BlockKind
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """What reading dropped between two paragraphs: the passages, each with its reason, and all reasons."""

    passages: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A source to read: what the list of sources tells of it, and its text in order."""

    source: SourceRow
    parts: tuple[Paragraph | Unused, ...]


def readings(brief: Brief, words: Words = WORDS) -> tuple[Reading, ...]:
    """The sources of a brief, told in these words: those cited by their numbers, then the others."""
    spans = all_spans(brief)
    listed = Evidence(brief, words).listed
    return tuple(Reading(row, tuple(_parts(document, spans[document.source.id], words))) for document, row in listed)


def _parts(document: Document, spans: Iterable[Span], words: Words) -> Iterator[Paragraph | Unused]:
    """The paragraphs in order, and what was dropped before, between and behind them."""
    numbered = enumerate(_Cut(document, spans).paragraphs(), start=1)
    found = [
        (segments[0].start, Paragraph(_place(document, number, segments), kind, segments))
        for number, (kind, segments) in numbered
    ]
    rows = sorted([*found, *((one.start, one) for one in document.dropped)], key=lambda row: row[0])
    for dropped, run in groupby((row for _, row in rows), lambda row: isinstance(row, Dropped)):
        if dropped:
            yield _unused(document, [one for one in run if isinstance(one, Dropped)], words)
        else:
            yield from (one for one in run if isinstance(one, Paragraph))


def _place(document: Document, number: int, segments: tuple[Segment, ...]) -> Place:
    return paged(document, [(segments[0].start, segments[-1].end)]) or Place((number,))


def _unused(document: Document, dropped: list[Dropped], words: Words) -> Unused:
    passages = tuple((plain(document.text[one.start : one.end]), plain(told(one.reason, words))) for one in dropped)
    return Unused(passages, tuple(dict.fromkeys(reason for _, reason in passages)))


class _Cut:
    """A document, cut at the edges of the passages that are cited."""

    def __init__(self, document: Document, spans: Iterable[Span]) -> None:
        spans = list(spans)
        self._document = document
        self._cuts = sorted({edge for span in spans for edge in (span.start, span.end)})
        self._cited = list(united(spans))

    def paragraphs(self) -> Iterator[tuple[BlockKind, tuple[Segment, ...]]]:
        """The kind and the segments of each paragraph."""
        kinds: dict[int, BlockKind] = {block.start: block.kind for block in self._document.blocks}
        for start, end in paragraphs(self._document):
            yield kinds.get(start, "paragraph"), tuple(self._segments(start, end))

    def _segments(self, start: int, end: int) -> Iterator[Segment]:
        within = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        for left, right in pairwise([start, *within, end]):
            yield Segment(fit(self._document.text[left:right]), left, right, self._holds(left))

    def _holds(self, place: int) -> bool:
        """Whether what stands at a place is cited."""
        before = bisect_right(self._cited, place, key=lambda span: span[0]) - 1
        return before >= 0 and place < self._cited[before][1]
