"""Step 4: the rows of the tables, as many as the template allows.

Enters: what merging found, a section's spec and the items of the brief. Leaves: the
actors and the disagreements that are shown. Where there is not room for all, those
come first that tell a reader most.
"""

from collections.abc import Iterable

from briefing.compose.frame import tells
from briefing.model import Actor, Disagreement, Item, Merged
from briefing.settings import SectionSpec


def actors(merged: Merged, spec: SectionSpec | None) -> tuple[Actor, ...]:
    """The actors; in a compact list first those of whom it has more to say than the name."""
    if spec is None:
        return ()
    rows = sorted(merged.actors, key=lambda actor: actor.role is None) if spec.compact else merged.actors
    return tuple(rows[: spec.items])


def disagreements(merged: Merged, spec: SectionSpec | None, items: Iterable[Item]) -> tuple[Disagreement, ...]:
    """The disagreements of the kinds that are wanted; where not all have room, first those that bear on an item."""
    if spec is None:
        return ()
    rows = [one for one in merged.disagreements if not spec.kinds or one.kind in spec.kinds]
    if spec.items is not None:
        told = tuple(items)
        rows.sort(key=lambda one: not any(tells(item, one) for item in told))
    return tuple(rows[: spec.items])
