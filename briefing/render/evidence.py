"""Step 5, rendering: the list of sources, and where each citation leads.

In: a `Brief`. Out: `Evidence`, which turns citations into numbered links, and
holds a `SourceRow` for each source with the passages that the brief uses.
"""

from collections.abc import Iterable
from itertools import chain

from briefing.model import Brief, Citation, Document, Reason, Source, Span, set_apart
from briefing.render.passages import cited_spans, passages
from briefing.render.view import Cite, SourceRow
from briefing.render.wording import count, human_date, listed, plain

_KIN = 6
"""Sources of one origin that are listed beside each of them; of a story with more copies the rest is counted."""


class Evidence:
    """The sources of a brief, as its documents tell of them.

    Args:
        brief: the brief that is shown.
    """

    def __init__(self, brief: Brief) -> None:
        self._sources = {source.id: source for source in brief.sources}
        self._kin: dict[str, list[Source]] = {}
        for source in sorted(brief.sources, key=lambda source: (not source.number, source.number, source.path)):
            self._kin.setdefault(_origin(source), []).append(source)
        self._why: dict[str, list[Reason]] = {}
        for reason in chain.from_iterable(origin.why for origin in brief.origins):
            self._why.setdefault(reason.source, []).append(reason)
        self._apart = set_apart(brief.apart)
        spans = cited_spans(brief)
        ordered = sorted(brief.documents, key=lambda document: document.source.number)
        rows = [self._row(document, spans[document.source.id]) for document in ordered]
        self.cited = tuple(row for row in rows if row.number)
        self.uncited = tuple(row for row in rows if not row.number)

    def cites(self, citations: Iterable[Span]) -> tuple[Cite, ...]:
        """The distinct numbers of the cited sources, ascending, those that state all of it before the others."""
        cited = {(_states_part(span), self._sources[span.source].number) for span in citations}
        return tuple(Cite(number, _anchor(number), part) for part, number in sorted(cited))

    def origins(self, citations: Iterable[Span]) -> int:
        """Count the independent origins among citations of what is stated in full."""
        return self.origins_of(self._sources[span.source] for span in citations if not _states_part(span))

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
                *([f"cited by {count(source.items, 'sentence')}"] if source.items else []),
                *self._kinship(source),
            ),
            remarks=(*self._remarks(source), *map(plain, document.notes)),
            passages=tuple(passages(document, spans)),
        )

    def _kinship(self, source: Source) -> Iterable[str]:
        """The other sources that share its origin, by number or, where uncited, by path."""
        kin = [other for other in self._kin[_origin(source)] if other is not source]
        if kin:
            more = [f"{len(kin) - _KIN} more"] if len(kin) > _KIN else []
            yield f"same origin as {listed([*(str(other.number or plain(other.path)) for other in kin[:_KIN]), *more])}"

    def _remarks(self, source: Source) -> Iterable[str]:
        """Why it is no witness of its own, and whether it is about something else."""
        for reason in self._why.get(source.id, ()):
            other = self._sources[reason.other]
            yield plain(f"{reason.told('It', f'source {other.number}' if other.number else other.path)}.")
        if source.id in self._apart:
            yield "It seems to be about another event and is set apart: nothing in this brief is taken from it."


def _states_part(span: Span) -> bool:
    return isinstance(span, Citation) and span.part


def _origin(source: Source) -> str:
    """The source's origin; a source that nobody has compared is its own."""
    return source.origin or source.id


def _anchor(number: int) -> str:
    return f"source_{number}"
