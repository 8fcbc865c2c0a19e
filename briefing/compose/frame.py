"""Step 4: what frames the items: which of them are disputed, and what found no room.

Enters: a brief without numbers, and what merging found. Leaves: the same brief,
its disputed items with the ids of the disagreements that they are part of, and the
count of the rows that the template's bounds left out.
"""

from dataclasses import replace

from briefing.compose.differences import Versions
from briefing.model import Brief, LeftOut, Merged


def framed(brief: Brief, merged: Merged, more_events: int) -> Brief:
    """The brief with its disputes and the count of what it leaves out.

    Args:
        brief: the brief, filled.
        merged: what merging found.
        more_events: how many events found no room in the timeline.
    """
    versions = Versions(brief.disagreements)
    sections = tuple(
        replace(section, items=tuple(replace(item, disputed=versions.disputing(item)) for item in section.items))
        for section in brief.sections
    )
    return replace(brief, sections=sections, left_out=_left_out(brief, merged, more_events))


def _left_out(brief: Brief, merged: Merged, more_events: int) -> LeftOut:
    shapes = {section.shape for section in brief.sections}
    return LeftOut(
        actors=len(merged.actors) - len(brief.actors) if "actors" in shapes else 0,
        timeline=more_events,
        disagreements=len(merged.disagreements) - len(brief.disagreements) if "disagreements" in shapes else 0,
        figures=len(merged.figures) - len(brief.figures) if "figures" in shapes else 0,
    )
