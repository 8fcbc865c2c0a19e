"""What frames the items of a brief. `compose_notation` tells how statements are written."""

from dataclasses import replace

import pytest
from compose_notation import ALL, TIMELINE, brief, merged

from briefing.errors import SettingError
from briefing.model import Actor, Brief, Disagreement, Span, Version
from briefing.settings import SectionSpec

NOTATION = """
    A 2024-05-02: The flood killed 12 people in the old town of Lipnik on 30 April 2024.
    B 2024-05-03: The flood in Lipnik killed 17 people, and hundreds lost their homes there.
    B: The dyke above the town was built by the water board in 1987.
"""
DIFFER = SectionSpec("differ", "Where the sources differ", "disagreements")


def differing(kind: str) -> Brief:
    """The brief of sources whose first two sentences differ."""
    collection = merged(NOTATION)
    first, second = (statement.representative.span for statement in collection.statements[:2])
    versions = Version("12 people", (first,)), Version("17 people", (second,))
    return brief(replace(collection, disagreements=(Disagreement(kind, "people killed", versions),)), ALL, DIFFER)


def disputed(made: Brief) -> dict[str, tuple[str, ...]]:
    """The first words of the items, with the disagreements that they are part of."""
    return {" ".join(item.text.split()[:3]): item.disputed for item in made.items}


class DescribeDisputes:
    def it_marks_the_items_that_tell_a_version(self) -> None:
        made = differing("number")
        assert [one.id for one in made.disagreements] == ["d1"]
        assert disputed(made) == {"The flood killed": ("d1",), "The flood in": ("d1",), "The dyke above": ()}

    @pytest.mark.parametrize("kind", ["spelling", "term"])
    def it_marks_none_for_what_a_thing_is_called(self, kind: str) -> None:
        assert set(disputed(differing(kind)).values()) == {()}


class DescribeWhatIsLeftOut:
    def it_counts_the_actors_beyond_the_table(self) -> None:
        actors = tuple(Actor(name, "person", citations=(Span("A", 0, 3),)) for name in ("Ana", "Bo", "Cy"))
        collection = replace(merged(NOTATION), actors=actors)
        made = brief(collection, ALL, SectionSpec("who", "Who", "actors", items=2))
        assert (len(made.actors), made.left_out.actors) == (2, 1)
        assert brief(collection, ALL).left_out.actors == 0

    def it_counts_the_events_beyond_the_table(self) -> None:
        whole = brief(NOTATION, TIMELINE)
        assert (len(whole.timeline), whole.left_out.timeline) == (2, 0)
        cut = brief(NOTATION, replace(TIMELINE, items=1))
        assert (len(cut.timeline), cut.left_out.timeline) == (1, 1)


class DescribeTheSummary:
    def it_counts_what_the_brief_stands_on(self) -> None:
        made = brief("A 2024-05-02: The flood killed twelve people in Lipnik.\nAB: The dyke of the town was old.", ALL)
        summary = made.summary
        assert (summary.documents, summary.origins) == (2, 2)
        assert (summary.earliest, summary.latest, summary.undated) == ("2024-05-02", "2024-05-02", 1)
        assert (summary.items, summary.single) == (2, 1)
        assert [source.items for source in made.sources] == [2, 1]


class DescribeTheMomentOfABuild:
    def it_is_told_where_it_is_given_and_nowhere_else(self) -> None:
        assert brief(NOTATION, ALL).generated is None
        assert brief(NOTATION, ALL, generated="2024-05-04T06:30:00Z").generated == "2024-05-04T06:30:00Z"

    @pytest.mark.parametrize("moment", ["today", "2024-05-04", "2024-13-04T06:30:00Z"])
    def it_refuses_what_is_none(self, moment: str) -> None:
        with pytest.raises(SettingError, match="no moment"):
            brief(NOTATION, ALL, generated=moment)
