"""Step 2: spans by their place, so that a sentence finds its own without a walk over the document."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from spacy.tokens import Span


class Within:
    """Spans that do not overlap, in the order of the text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = tuple(sorted(spans, key=lambda span: span.start))
        self.starts = [span.start for span in self.spans]

    def inside(self, place: Span) -> Sequence[Span]:
        """The spans that lie within the place."""
        first, last = bisect_left(self.starts, place.start), bisect_left(self.starts, place.end)
        return [span for span in self.spans[first:last] if span.end <= place.end]
