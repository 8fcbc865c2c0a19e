"""Step 4: what frames the items: which of them are disputed, and what found no room.

Enters: a brief without numbers, and what merging found. Leaves: the same brief,
its disagreements with ids, its disputed items with the ids of what they are part
of, and the count of the rows that the template's bounds left out.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from briefing.model import Brief, Disagreement, Item, LeftOut, Merged, Span

NAMING = frozenset({"spelling", "term"})
"""Kinds of disagreement over what a thing is called; what is told of it is not disputed."""
MOST = 0.5
"""Share of the shorter of two passages that makes them the same."""


def framed(brief: Brief, merged: Merged, more_events: int) -> Brief:
    """The brief with its disputes and the count of what it leaves out.

    Args:
        brief: the brief, filled.
        merged: what merging found.
        more_events: how many events found no room in the timeline.
    """
    differing = tuple(replace(one, id=f"d{n}") for n, one in enumerate(brief.disagreements, start=1))
    sections = tuple(
        replace(section, items=tuple(replace(item, disputed=_disputes(item, differing)) for item in section.items))
        for section in brief.sections
    )
    return replace(brief, sections=sections, disagreements=differing, left_out=_left_out(brief, merged, more_events))


def _disputes(item: Item, differing: Iterable[Disagreement]) -> tuple[str, ...]:
    """The ids of the disagreements of which the item, or a source of all of it, tells a version."""
    told = [*item.spans, *(citation for citation in item.citations if not citation.part)]
    return tuple(
        one.id
        for one in differing
        if one.kind not in NAMING
        and any(_same(span, cited) for version in one.versions for span, cited in product(told, version.citations))
    )


def _same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start) if one.source == other.source else 0
    return common > MOST * min(one.end - one.start, other.end - other.start)


def _left_out(brief: Brief, merged: Merged, more_events: int) -> LeftOut:
    shapes = {section.shape for section in brief.sections}
    return LeftOut(
        actors=len(merged.actors) - len(brief.actors) if "actors" in shapes else 0,
        timeline=more_events,
        disagreements=len(merged.disagreements) - len(brief.disagreements) if "disagreements" in shapes else 0,
    )
