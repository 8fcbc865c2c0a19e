"""Step 5, rendering: the list of sources, and where each citation leads.

In: a `Brief`. Out: `Evidence`, which turns citations into numbered links, and
holds a `SourceRow` for each source, and a `QuotedSource` for each that is cited.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePath

from briefing.model import KNOWN, Brief, Citation, Document, Manner, Reason, Source, Span, set_apart
from briefing.render.addresses import link
from briefing.render.passages import Passages, cited_spans
from briefing.render.view import Cite, QuotedSource, SourceRow
from briefing.render.wording import count, human_date, listed, phrase, plain, shortened, told
from briefing.render.words import Words

_TOLD_OF: Mapping[Manner, Sequence[str]] = {
    "metadata": ("author", "publisher", "published"),
    "sidecar": ("title", "author", "publisher", "published", "modified", "address"),
}
"""What a list of sources tells to be known so; a letter of reliability is always the operator's."""
_KIN = 6
"""Sources of one origin that are listed beside each of them; of a story with more copies the rest is counted."""

_SHORT = 40
"""Characters of a source's short name; a note on three sources is to fit on a line or two."""
FEW = 12
"""Sources that a compact list calls by their titles; of more, each goes by the name that a footnote gives it."""
_LINE = 72
"""Characters of a title in a compact list."""
_SHORT_TITLE = 30
"""Characters of a title that stands for a name."""


class Evidence:
    """The sources of a brief, as its documents tell of them.

    `listed` are the documents with their rows, those that are cited first, by their numbers.
    `words` are those that they are told in.

    Args:
        brief: the brief that is shown.
        words: the words of its document.
    """

    def __init__(self, brief: Brief, words: Words) -> None:
        self.words = words
        self._sources = {source.id: source for source in brief.sources}
        self._kin: dict[str, list[Source]] = {}
        for source in sorted(brief.sources, key=lambda source: (not source.number, source.number, source.path)):
            self._kin.setdefault(_origin(source), []).append(source)
        self._why: dict[str, list[Reason]] = {}
        for reason in chain.from_iterable(origin.why for origin in brief.origins):
            self._why.setdefault(reason.source, []).append(reason)
        self._apart = set_apart(brief.apart)
        self._texts = {document.source.id: document.text for document in brief.documents}
        self._annexed = any(section.shape == "passages" for section in brief.sections)
        spans = cited_spans(brief)
        self._passages = {
            document.source.id: Passages(document, spans[document.source.id]) for document in brief.documents
        }
        ordered = sorted(brief.documents, key=lambda document: (not document.source.number, document.source.number))
        self.listed = tuple((document, self._row(document)) for document in ordered)
        self.cited = tuple(row for _, row in self.listed if row.number)
        self.uncited = tuple(row for _, row in self.listed if not row.number)

    def compact(self) -> tuple[SourceRow, ...]:
        """The cited sources in a line each; of many the names alone."""
        line = self._line if len(self.cited) <= FEW else self._name
        return tuple(line(document.source, row) for document, row in self.listed if row.number)

    def _line(self, source: Source, row: SourceRow) -> SourceRow:
        publisher, *rest = _imprint(source, self.words)
        told = (*([publisher] if source.publisher else []), *rest, *self._kinship(source))
        title = shortened(plain(source.title or source.path), _LINE)
        return replace(row, title=title, imprint=told, remarks=(), passages=())

    def _name(self, source: Source, row: SourceRow) -> SourceRow:
        _, *rest = _imprint(source, self.words)
        return replace(row, title=_short_name(source, self.words), imprint=tuple(rest), remarks=(), passages=())

    def grading(self) -> str:
        """How far the sources are trusted, and what confirms a sentence."""
        graded = any(map(_is_graded, self._sources.values()))
        return f"{self.words.graded if graded else self.words.ungraded} {self.words.credibility}"

    def quoted(self) -> tuple[QuotedSource, ...]:
        """The cited sources with all that is cited of them."""
        return tuple(self._quoted(document.source) for document, row in self.listed if row.number)

    def cites(self, citations: Iterable[Span]) -> tuple[Cite, ...]:
        """The cited sources by their numbers, ascending, those that state all of it before the others."""
        spans: dict[tuple[bool, int], list[Span]] = {}
        for span in citations:
            spans.setdefault((_states_part(span), self._sources[span.source].number), []).append(span)
        return tuple(self._cite(number, part, tuple(spans[part, number])) for part, number in sorted(spans))

    def _cite(self, number: int, part: bool, spans: tuple[Span, ...]) -> Cite:
        source = self._sources[spans[0].source]
        passages = self._passages[source.id]
        anchor = passages.anchor(spans[0]) if self._annexed else ""
        name = _short_name(source, self.words)
        return Cite(number, anchor or _anchor(number), part, name, passages.place(spans), spans)

    def text(self, span: Span) -> str:
        """What stands at a place of a source."""
        return plain(self._texts[span.source][span.start : span.end])

    def language(self, spans: Sequence[Span]) -> str:
        """The language of the words at the first of these places, where it is not the document's."""
        return self.tag(self._sources[spans[0].source]) if spans else ""

    def tag(self, source: Source) -> str:
        """The language of a source, where it is known and not the document's."""
        language = source.language or ""
        return "" if language.split("-")[0] == self.words.language.split("-")[0] else language

    def origins(self, citations: Iterable[Span]) -> int:
        """Count the independent origins among citations of what is stated in full."""
        return len({_origin(self._sources[span.source]) for span in citations if not _states_part(span)})

    def kinship(self, citations: Iterable[Span]) -> Iterable[str]:
        """Why sources that are cited in full are one witness."""
        cited = {span.source: self._sources[span.source] for span in citations if not _states_part(span)}
        origins = Counter(map(_origin, cited.values()))
        for source in sorted(cited.values(), key=lambda source: source.number):
            if origins[_origin(source)] > 1:
                yield from self._reasons(source, phrase(self.words.numbered, n=source.number))

    def _row(self, document: Document) -> SourceRow:
        source = document.source
        return SourceRow(
            number=str(source.number or ""),
            anchor=_anchor(source.number) if source.number else "",
            title=_title(source, self.words),
            titled=bool(source.title),
            language=source.language or "",
            imprint=(
                *_imprint(source, self.words),
                *_authorship(source, self.words),
                plain(source.path),
                *([kind] if (kind := self.words.file_types.get(source.media_type, "")) else []),
                *([count(self.words.cited_by, source.items, self.words)] if source.items else []),
                *self._kinship(source),
                *_known_from(source, self.words),
            ),
            remarks=(*self._remarks(source), *(plain(told(note, self.words)) for note in document.notes)),
            passages=() if self._annexed else tuple(self._passages[source.id].first_words()),
            address=(address := plain(source.address or "")),
            link=link(address),
        )

    def _quoted(self, source: Source) -> QuotedSource:
        return QuotedSource(
            number=str(source.number),
            target=_anchor(source.number),
            title=_title(source, self.words),
            titled=bool(source.title),
            language=source.language or "",
            imprint=_imprint(source, self.words),
            excerpts=tuple(self._passages[source.id].in_context()),
        )

    def _kinship(self, source: Source) -> Iterable[str]:
        """The other sources that share its origin, by number or, where uncited, by path."""
        kin = [other for other in self._kin[_origin(source)] if other is not source]
        if kin:
            more = [phrase(self.words.more_sources, n=len(kin) - _KIN)] if len(kin) > _KIN else []
            named = [*(str(other.number or plain(other.path)) for other in kin[:_KIN]), *more]
            yield phrase(self.words.same_origin, sources=listed(named, self.words))

    def _remarks(self, source: Source) -> Iterable[str]:
        """Why it is no witness of its own, and whether it is about something else."""
        yield from self._reasons(source, self.words.it)
        if source.id in self._apart:
            yield self.words.elsewhere

    def _reasons(self, source: Source, name: str) -> Iterable[str]:
        """Why it is no witness of its own; the sentences call it by a name."""
        for reason in self._why.get(source.id, ()):
            other = self._sources[reason.other]
            called = phrase(self.words.numbered_within, n=other.number) if other.number else other.path
            why = told(reason.told("{source}", "{other}").removesuffix(reason.rest), self.words)
            yield plain(f"{phrase(why, source=name, other=called)}{told(reason.rest, self.words)}.")


def _title(source: Source, words: Words) -> str:
    return plain(source.title or words.title_not_stated)


def _imprint(source: Source, words: Words) -> tuple[str, ...]:
    """Who published it and when, and how far the operator trusts it."""
    published = human_date(source.published, words) if source.published else words.date_not_stated
    trusted = [words.reliability.get(source.reliability, source.reliability)] if _is_graded(source) else []
    return plain(source.publisher or words.publisher_not_stated), published, *trusted


def _is_graded(source: Source) -> bool:
    """Whether the operator has judged it, if only to say that it cannot be."""
    return source.reliability != "F" or any(finding.field == "reliability" for finding in source.found)


def _authorship(source: Source, words: Words) -> Iterator[str]:
    """Who wrote it, and when it was changed, if on another day than that of its publication."""
    if source.author:
        yield phrase(words.written_by, author=plain(source.author))
    if source.modified and source.modified != source.published:
        yield phrase(words.changed, date=human_date(source.modified, words))


def _known_from(source: Source, words: Words) -> Iterator[str]:
    """What is known from elsewhere than the text, as far as a reader judges by it."""
    for manner, fields in _TOLD_OF.items():
        known = [one.field for one in source.found if one.manner == manner]
        named = [words.told.get(KNOWN[field], KNOWN[field]) for field in fields if field in known]
        if named:
            yield phrase(words.known_from.get(manner, ""), fields=listed(named, words))


def _short_name(source: Source, words: Words) -> str:
    """What a footnote calls a source: its publisher, else its title in quotes, else its file; only the head of each."""
    if source.title and not source.publisher:
        return phrase(words.quotation, text=shortened(plain(source.title), _SHORT_TITLE))
    return shortened(plain(source.publisher or PurePath(source.path).name), _SHORT)


def _states_part(span: Span) -> bool:
    return isinstance(span, Citation) and span.part


def _origin(source: Source) -> str:
    """The source's origin; a source that nobody has compared is its own."""
    return source.origin or source.id


def _anchor(number: int) -> str:
    return f"source_{number}"
