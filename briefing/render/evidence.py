"""Step 5, rendering: the list of sources, and where each citation leads.

In: a `Brief`. Out: `Evidence`, which turns citations into numbered links, and
holds a `SourceRow` for each source with the passages that the brief uses.
"""

from collections.abc import Iterable

from briefing.model import Brief, Document, Source, Span
from briefing.render.passages import cited_spans, passages
from briefing.render.view import Cite, SourceRow
from briefing.render.wording import human_date, listed, plain


class Evidence:
    """The sources of a brief, as its documents tell of them.

    Args:
        brief: the brief that is shown.
    """

    def __init__(self, brief: Brief) -> None:
        self._sources = {source.id: source for source in brief.sources}
        spans = cited_spans(brief)
        ordered = sorted(brief.documents, key=lambda document: document.source.number)
        rows = [self._row(document, spans[document.source.id]) for document in ordered]
        self.cited = tuple(row for row in rows if row.number)
        self.uncited = tuple(row for row in rows if not row.number)

    def cites(self, citations: Iterable[Span]) -> tuple[Cite, ...]:
        """The distinct numbers of the cited sources, ascending."""
        numbers = {self._sources[span.source].number for span in citations}
        return tuple(Cite(number, _anchor(number)) for number in sorted(numbers))

    def origins(self, citations: Iterable[Span]) -> int:
        """Count the independent origins among citations."""
        return self.origins_of(self._sources[span.source] for span in citations)

    def origins_of(self, sources: Iterable[Source]) -> int:
        """Count the independent origins among sources."""
        return len({_origin(source) for source in sources})

    def _row(self, document: Document, spans: Iterable[Span]) -> SourceRow:
        source = document.source
        return SourceRow(
            number=str(source.number or ""),
            anchor=_anchor(source.number) if source.number else "",
            title=plain(source.title or "Title not stated"),
            titled=bool(source.title),
            language=source.language or "",
            imprint=(
                plain(source.publisher or "Publisher not stated"),
                human_date(source.published) if source.published else "date not stated",
                plain(source.path),
                *self._kinship(source),
            ),
            remarks=tuple(map(plain, document.notes)),
            passages=tuple(passages(document, spans)),
        )

    def _kinship(self, source: Source) -> Iterable[str]:
        """The other sources that tell the same story, by number or, where uncited, by path."""
        kin = [other for other in self._sources.values() if other is not source and _origin(other) == _origin(source)]
        kin.sort(key=lambda other: (not other.number, other.number, other.path))
        if kin:
            yield f"same origin as {listed([str(other.number or plain(other.path)) for other in kin])}"


def _origin(source: Source) -> str:
    """The source's origin; a source that nobody has compared is its own."""
    return source.origin or source.id


def _anchor(number: int) -> str:
    return f"source_{number}"
