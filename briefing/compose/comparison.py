"""Step 4: two briefs side by side.

Enters: an earlier brief and a new one. Leaves: each sentence that is told otherwise. News is what no source
of the earlier brief says, and not what it had no room for; so nothing here hangs on the choice of sentences.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.compose.differences import NAMING
from briefing.compose.pairs import Pair, pairs
from briefing.compose.told import Told, places_of, told, whole
from briefing.model import (
    Actor,
    Before,
    Brief,
    Change,
    ChangeKind,
    Disagreement,
    Document,
    Loss,
    Span,
    Version,
    set_apart,
)

UPDATED = frozenset({"number", "date"})
"""What a later source may know better; it is then changed, and not disputed."""


class Comparison:
    """Two briefs side by side.

    Args:
        old: the earlier brief.
        new: the new one.
        unshown: what the sources of the new one tell differently besides what it shows.
    """

    def __init__(self, old: Brief, new: Brief, unshown: Iterable[Disagreement] = ()) -> None:
        self.old, self.new = old, new
        self.disagreements = (*new.disagreements, *unshown)
        self.before, self.now = told(old), told(new)
        self.old_places, self.new_places = places_of(old, self.before), places_of(new, self.now)
        self.texts = {document.source.id: document.text for document in new.documents}
        self.old_texts = {document.source.id: document.text for document in old.documents}
        self.origin_of = {source.id: source.origin or source.id for source in new.sources}
        self.then = {document.source.id: document for document in old.documents}
        self.given = {document.source.id: document for document in new.documents}
        known = {print_ for document in _briefed(old) for print_ in _prints(document)}
        self.fresh = {one.source.id for one in new.documents if known.isdisjoint(_prints(one))}
        # What a disagreement tells is not told again as a sentence of its own.
        self.taken: set[int] = set()
        self.lost: set[int] = set()

    def sources(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The paths of the sources that are added, revised and gone."""
        given = {print_ for document in self.new.documents for print_ in _prints(document)}
        added = [one for one in _briefed(self.new) if one.source.id in self.fresh]
        lost = [one for one in _briefed(self.old) if given.isdisjoint(_prints(one))]
        revised = [one for one in added if any(_same_place(one, other) for other in lost)]
        gone = [one for one in lost if not any(_same_place(one, other) for other in revised)]
        return _paths(one for one in added if one not in revised), _paths(revised), _paths(gone)

    def named(self) -> Iterator[Actor]:
        """The actors of whom no earlier source tells."""
        for actor in self.new.actors:
            names = {actor.name, *actor.aliases}
            if not any(name in document.text for document in self.old.documents for name in names):
                yield actor

    def differing(self) -> Iterator[Change]:
        """What sources that were not there tell otherwise than those that were."""
        told_now = set[str]()
        for one in self.disagreements:
            known = [version for version in one.versions if not self._is_fresh(version.citations)]
            fresh = [version for version in one.versions if self._is_fresh(version.citations)]
            if known and fresh and one.kind not in NAMING and fresh[-1].text not in told_now:
                told_now.add(fresh[-1].text)
                yield self._differing(one, self._told_before(known), fresh[-1])

    def counted(self) -> Iterator[Change]:
        """Numbers of one thing that stand in the place of those that no source gives any more."""
        then = {figure.about: figure.counts[-1] for figure in self.old.figures}
        for figure in self.new.figures:
            before, now = then.get(figure.about), figure.counts[-1]
            given = any(not self._is_fresh(count.citations) for count in figure.counts)
            if before and not given and not _is_part(before.text, now.text):
                told_now = self.new_places.at(now.citations)
                self.taken |= told_now
                self.lost |= self.old_places.at(before.citations)
                span = before.citations[0]
                made = _told("changed", self.now[min(told_now)])
                yield replace(made, before=self._before(self.then[span.source], span))

    def told_otherwise(self) -> Iterator[Change]:
        """What is new, what has changed, and what another witness has confirmed."""
        fresh = {place for place, one in enumerate(self.now) if self._is_fresh(one.citations)}
        found = {pair.new: pair for pair in pairs(self.before, self.now, self._at_one_place(), fresh)}
        self.lost |= {pair.old for pair in found.values()}
        for place, one in enumerate(self.now):
            if place not in self.taken:
                yield from self._otherwise(one, found.get(place), is_fresh=place in fresh)

    def _at_one_place(self) -> list[set[int]]:
        """For each sentence of the new brief those of the earlier one at the same passages."""
        return [self.old_places.at(one.citations, self.texts) for one in self.now]

    def dropped(self) -> Iterator[Change]:
        """What the earlier brief told and no sentence tells any more."""
        *_, gone = self.sources()
        for place, one in enumerate(self.before):
            if place not in self.lost and not self.new_places.at(one.citations, self.old_texts):
                before = self._before(self.then[one.citations[0].source], one.citations[0])
                yield Change("dropped", before=before, loss=self._loss(before, gone))

    def _differing(self, one: Disagreement, known: Version, fresh: Version) -> Change:
        self.taken |= self.new_places.at((*known.citations, *fresh.citations))
        self.lost |= self.old_places.at((*known.citations, *fresh.citations), self.texts)
        span = known.citations[0]
        return replace(
            _told("changed" if fresh.latest and one.kind in UPDATED else "disputed", self._in_the_brief(fresh)),
            before=replace(self._before(self.given[span.source], span), citations=known.citations),
            disagreement=one.id or None,
        )

    def _in_the_brief(self, version: Version) -> Told:
        """The sentence of the new brief that tells a version; else the version itself."""
        if found := self.new_places.at(version.citations[:1]):
            return self.now[min(found)]
        origins = len({self.origin_of[citation.source] for citation in version.citations})
        return Told(version.text, version.citations[:1], version.citations, origins)

    def _otherwise(self, one: Told, pair: Pair | None, *, is_fresh: bool) -> Iterator[Change]:
        if pair is None:
            if is_fresh:
                yield _told("new", one)
        elif not pair.sure:
            span = self.before[pair.old].citations[0]
            yield replace(_told("changed", one), before=self._before(self.then[span.source], span))
        elif self.before[pair.old].origins < 2 <= one.origins and self._has_new_witness(one):
            yield _told("confirmed", one)

    def _has_new_witness(self, one: Told) -> bool:
        known = {self.origin_of[span.source] for span in one.citations if span.source not in self.fresh}
        return any(self.origin_of[span.source] not in known for span in one.citations)

    def _is_fresh(self, citations: Iterable[Span]) -> bool:
        """Whether no source of the earlier brief states all of it, nor the very words."""
        return all(span.source in self.fresh and not self._was_said(span) for span in whole(citations))

    def _was_said(self, span: Span) -> bool:
        words = self.given[span.source].passage(span)
        return any(words in text for text in self.old_texts.values())

    def _told_before(self, versions: Sequence[Version]) -> Version:
        """The version that the earlier brief told; else the last that it could have told."""
        told_then = [one for one in versions if self.old_places.at(one.citations, self.texts)]
        return (told_then or [*versions])[-1]

    def _before(self, document: Document, span: Span) -> Before:
        source = document.source
        return Before(
            document.passage(span),
            source.path,
            source.sha256,
            span.start,
            span.end,
            source.title,
            source.publisher,
            source.published,
            source.language,
            tuple(sorted(Span(id_, span.start, span.end) for id_, text in self.texts.items() if text == document.text))[
                :1
            ],
        )

    def _loss(self, before: Before, gone: Collection[str]) -> Loss:
        """Why these words are told no longer."""
        apart = set_apart(self.new.apart)
        saying = [id_ for id_, text in self.texts.items() if before.text in text]
        if saying:
            return "room" if set(saying) - apart else "apart"
        return "gone" if before.path in gone else "revised"


def _is_part(one: str, other: str) -> bool:
    """Whether one of two texts has no word that the other has not: “nine people”, “at least nine people”."""
    ours, theirs = (set(text.casefold().split()) for text in (one, other))
    return ours <= theirs or theirs <= ours


def _told(kind: ChangeKind, one: Told) -> Change:
    return Change(kind, one.text, one.spans, one.citations, one.clarified, one.origins, one.nature, one.speaker)


def _briefed(brief: Brief) -> list[Document]:
    elsewhere = set_apart(brief.apart)
    return [document for document in brief.documents if document.source.id not in elsewhere]


def _prints(document: Document) -> set[str]:
    """What tells a source from others: its bytes, and its text, however it was read."""
    return {document.text, document.source.sha256} - {""}


def _same_place(one: Document, other: Document) -> bool:
    """Whether two texts are of one file, or of one page on the web."""
    address = one.source.address
    return one.source.path == other.source.path or (address is not None and address == other.source.address)


def _paths(documents: Iterable[Document]) -> tuple[str, ...]:
    return tuple(sorted(document.source.path for document in documents))
