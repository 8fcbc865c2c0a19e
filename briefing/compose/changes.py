"""Step 4: what a brief tells otherwise than the one before it, and how much of that it shows.

Enters: an earlier brief and a new one. Leaves: `Changes`, all of them, or the new brief with those that
it has room for.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from briefing.compose.comparison import Comparison
from briefing.model import Brief, Change, ChangeKind, Changes, Disagreement

MOST = 8
"""The changes that a section shows where its template does not say."""
TWICE = "new"
"""The kind of which two are taken for each one of another kind."""
PAIR = 2
"""Versions of a disagreement that a change shows whole: what was told before, and what is told now."""


def changes(old: Brief, new: Brief, unshown: Iterable[Disagreement] = ()) -> Changes:
    """All that is told otherwise, by kind, of each kind what is told first before the rest.

    Args:
        old: the earlier brief.
        new: the new one.
        unshown: what the sources tell differently and the new one has no room for; a new number of old matter is
            often no sentence of its own.
    """
    compared = Comparison(old, new, unshown)
    found = [*compared.differing(), *compared.counted(), *compared.told_otherwise(), *compared.dropped()]
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


def with_changes(brief: Brief, found: Changes, most: int | None, leading: Collection[str]) -> Brief:
    """The brief with as many changes as there is room for, and nothing told twice for their sake.

    Args:
        brief: the brief.
        found: all changes.
        most: how many it shows at most.
        leading: the ids of the sections that everybody reads: what is new in them is marked there and not told again.
    """
    shown = _shown(found, brief, most, leading)
    told = {one.disagreement for one in shown.changes}
    elsewhere = {id_ for section in brief.sections for id_ in section.differences}
    both = [one.id for one in brief.disagreements if one.id in told - elsewhere and len(one.versions) == PAIR]
    sections = (
        replace(section, differences=tuple(both)) if section.shape == "changes" else section
        for section in brief.sections
    )
    return replace(brief, changes=shown, sections=tuple(sections))


def _shown(found: Changes, brief: Brief, most: int | None, leading: Collection[str]) -> Changes:
    """One of each kind in turn, and two that are new."""
    new = {one.spans for one in found.changes if one.kind == "new"}
    marked = tuple(place for place, item in enumerate(brief.items) if item.spans in new)
    read = {item.spans for section in brief.sections if section.id in leading for item in section.items}
    turns = list(_in_turn([one for one in found.changes if one.kind != "new" or one.spans not in read]))
    room = MOST if most is None else most
    kept = {id(one) for one in turns[:room]}
    rows = tuple(one for one in found.changes if id(one) in kept)
    return replace(found, changes=rows, named=found.named[:room], marked=marked, more=len(turns) - len(rows))


def _in_turn(found: Sequence[Change]) -> Iterator[Change]:
    """The changes as room is given to them; what happened goes before what is said of it."""
    kinds = get_args(ChangeKind)
    by_weight = sorted(found, key=lambda one: one.nature == "quote")
    left = {kind: [one for one in by_weight if one.kind == kind] for kind in kinds}
    while any(left.values()):
        for kind in kinds:
            number = 2 if kind == TWICE else 1
            yield from left[kind][:number]
            left[kind] = left[kind][number:]
