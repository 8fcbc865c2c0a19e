"""Step 4: what a brief tells otherwise than the one before it.

Enters: an earlier brief and a new one. Leaves: `Changes`. News is what no source of the earlier
brief tells, and not what it had no room for; so nothing here hangs on the choice of sentences, but
for the count of those that found no room this time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from briefing.compose.differences import NAMING
from briefing.compose.pairs import Pair, pairs
from briefing.compose.told import Told, places_of, told, whole
from briefing.model import (
    Actor,
    Before,
    Brief,
    Change,
    ChangeKind,
    Changes,
    Disagreement,
    Document,
    Loss,
    Span,
    Version,
    set_apart,
)

MOST = 8
"""The changes that a section shows where its template does not say."""
TWICE = "new"
"""The kind of which two are taken for each one of another kind."""
UPDATED = frozenset({"number", "date"})
"""What a later source may know better; it is then changed, and not disputed."""


def changes(old: Brief, new: Brief) -> Changes:
    """All that is told otherwise, by kind, of each kind what is told first before the rest."""
    compared = _Compared(old, new)
    found = [*compared.differing(), *compared.told_otherwise(), *compared.dropped()]
    order = get_args(ChangeKind)
    return Changes(
        old.title,
        old.as_of,
        old.signature,
        tuple(sorted((one for one in found if one.loss != "room"), key=lambda one: order.index(one.kind))),
        tuple(compared.named()),
        *compared.sources(),
        untold=sum(one.loss == "room" for one in found),
    )


def shown(found: Changes, most: int | None) -> Changes:
    """As many as there is room for: one of each kind in turn, and two that are new."""
    turns = list(_in_turn(found.changes))
    room = MOST if most is None else most
    kept = {id(one) for one in turns[:room]}
    rows = tuple(one for one in found.changes if id(one) in kept)
    return replace(found, changes=rows, named=found.named[:room], more=len(turns) - len(rows))


def _in_turn(found: Sequence[Change]) -> Iterator[Change]:
    kinds = get_args(ChangeKind)
    left = {kind: [one for one in found if one.kind == kind] for kind in kinds}
    while any(left.values()):
        for kind in kinds:
            number = 2 if kind == TWICE else 1
            yield from left[kind][:number]
            left[kind] = left[kind][number:]


class _Compared:
    """Two briefs side by side.

    Args:
        old: the earlier brief.
        new: the new one.
    """

    def __init__(self, old: Brief, new: Brief) -> None:
        self.old, self.new = old, new
        self.before, self.now = told(old), told(new)
        self.old_places, self.new_places = places_of(old, self.before), places_of(new, self.now)
        self.texts = {document.source.id: document.text for document in new.documents}
        self.old_texts = {document.source.id: document.text for document in old.documents}
        self.origin_of = {source.id: source.origin or source.id for source in new.sources}
        self.then = {document.source.id: document for document in old.documents}
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
        for one in self.new.disagreements:
            known = [version for version in one.versions if not self._is_fresh(version.citations)]
            fresh = [version for version in one.versions if self._is_fresh(version.citations)]
            if known and fresh and one.kind not in NAMING and fresh[-1].text not in told_now:
                told_now.add(fresh[-1].text)
                yield self._differing(one, self._told_before(known), fresh[-1])

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
        gone = set(self.sources()[2])
        for place, one in enumerate(self.before):
            if place not in self.lost and not self.new_places.at(one.citations, self.old_texts):
                before = self._before(self.then[one.citations[0].source], one.citations[0])
                yield Change("dropped", before=before, loss=self._loss(one, gone))

    def _differing(self, one: Disagreement, known: Version, fresh: Version) -> Change:
        self.taken |= self.new_places.at((*known.citations, *fresh.citations))
        self.lost |= self.old_places.at((*known.citations, *fresh.citations), self.texts)
        span = known.citations[0]
        document = next(document for document in self.new.documents if document.source.id == span.source)
        return Change(
            "changed" if fresh.latest and one.kind in UPDATED else "disputed",
            fresh.text,
            fresh.citations[:1],
            fresh.citations,
            origins=len({self.origin_of[citation.source] for citation in fresh.citations}),
            before=replace(self._before(document, span), citations=known.citations),
        )

    def _otherwise(self, one: Told, pair: Pair | None, *, is_fresh: bool) -> Iterator[Change]:
        made = Change("new", one.text, one.spans, one.citations, one.clarified, one.origins)
        if pair is None:
            if is_fresh:
                yield made
        elif not pair.sure:
            span = self.before[pair.old].citations[0]
            yield replace(made, kind="changed", before=self._before(self.then[span.source], span))
        elif self.before[pair.old].origins < 2 <= one.origins and self._has_new_witness(one):
            yield replace(made, kind="confirmed")

    def _has_new_witness(self, one: Told) -> bool:
        known = {self.origin_of[span.source] for span in one.citations if span.source not in self.fresh}
        return any(self.origin_of[span.source] not in known for span in one.citations)

    def _is_fresh(self, citations: Iterable[Span]) -> bool:
        """Whether only sources that the earlier brief did not have state all of it."""
        return all(span.source in self.fresh for span in whole(citations))

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
            tuple(Span(id_, span.start, span.end) for id_, text in self.texts.items() if text == document.text)[:1],
        )

    def _loss(self, one: Told, gone: set[str]) -> Loss:
        """Why it is told no longer: the best fate of its sources."""
        states = [self.then[span.source] for span in one.citations]
        prints = {print_ for document in states for print_ in _prints(document)}
        given = [document for document in self.new.documents if not prints.isdisjoint(_prints(document))]
        apart = set_apart(self.new.apart)
        if any(document.source.id not in apart for document in given):
            return "room"
        if given:
            return "apart"
        return "gone" if all(document.source.path in gone for document in states) else "revised"


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
