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
    """The ids of the disagreements of which the item tells a version."""
    return tuple(one.id for one in differing if tells(item, one))


def tells(item: Item, disagreement: Disagreement) -> bool:
    """Whether the item, or a source of all of it, tells a version of what sources tell differently."""
    if disagreement.kind in NAMING:
        return False
    told = [*item.spans, *(citation for citation in item.citations if not citation.part)]
    cited = [citation for version in disagreement.versions for citation in version.citations]
    return any(_same(span, other) for span, other in product(told, cited))


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
