"""Step 4: which section shows what the sources tell differently.

Enters: a brief with its items and figures, and the disagreements that merging found.
Leaves: the same brief with those that it shows, each with an id and in one place: in
the first section that has `differences` and whose matter it is, else in the section of
all others. A table of figures shows a disagreement by having a number of each version.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import product

from briefing.model import Brief, Disagreement, Figure, Item, Merged, Section, Span, Statement
from briefing.settings import SectionSpec, Template

NAMING = frozenset({"spelling", "term"})
"""Kinds of disagreement over what a thing is called; what is told of it is not disputed."""
MOST = 0.5
"""Share of the shorter of two passages that makes them the same."""


def with_differences(
    brief: Brief, merged: Merged, template: Template, matter: Callable[[str], Sequence[Statement]]
) -> Brief:
    """The brief with what the sources tell differently.

    Args:
        brief: the brief, its sections filled.
        merged: what merging found.
        template: which of its sections show differences of their own, and how many the section of the others shows.
        matter: the statements that belong in a section, by its id, whether it shows them or not.
    """
    takers = {spec.id for spec in template.sections if spec.differences}
    told = {section.id: _told(section, matter) for section in brief.sections if section.id in takers}
    sections = [section for section in brief.sections if section.id in takers]
    places = [_place(one, sections, told, brief.figures) for one in merged.disagreements]
    others = [one for one, place in zip(merged.disagreements, places, strict=True) if place is None]
    wanted = _wanted(others, brief, next((spec for spec in template.sections if spec.shape == "disagreements"), None))
    pairs = zip(merged.disagreements, places, strict=True)
    shown = [(one, place) for one, place in pairs if place is not None or one in wanted]
    numbered = [(replace(one, id=f"d{n}"), place) for n, (one, place) in enumerate(shown, start=1)]
    return replace(
        brief,
        disagreements=tuple(one for one, _ in numbered),
        sections=tuple(
            replace(section, differences=tuple(one.id for one, place in numbered if place == section.id))
            for section in brief.sections
        ),
    )


def passages(item: Item) -> list[Span]:
    """Where the item is told: its own words, and those of each source that states all of it."""
    return [*item.spans, *(citation for citation in item.citations if not citation.part)]


def tells(told: Iterable[Span], one: Disagreement) -> bool:
    """Whether any of these passages tells a version of it; what a thing is called disputes no passage."""
    cited = [span for version in one.versions for span in version.citations]
    return one.kind not in NAMING and any(_same(*pair) for pair in product(told, cited))


def _same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start) if one.source == other.source else 0
    return common > MOST * min(one.end - one.start, other.end - other.start)


def _told(section: Section, matter: Callable[[str], Sequence[Statement]]) -> list[Span]:
    """The passages that tell a section's matter."""
    shown = [span for item in section.items for span in item.spans]
    return shown + [one.span for statement in matter(section.id) for one in statement.support if one.whole]


def _place(
    one: Disagreement, sections: Iterable[Section], told: dict[str, list[Span]], figures: Iterable[Figure]
) -> str | None:
    """The id of the section that shows it; None where that of the others does."""
    for section in sections:
        if any(_has(figure, one) for figure in figures) if section.shape == "figures" else tells(told[section.id], one):
            return section.id
    return None


def _has(figure: Figure, one: Disagreement) -> bool:
    """Whether a figure gives the number of each version."""
    cited = {span for count in figure.counts for span in count.citations}
    alike = (one.kind, one.about) == ("number", figure.about)
    return alike and all(not cited.isdisjoint(version.citations) for version in one.versions)


def _wanted(others: Sequence[Disagreement], brief: Brief, spec: SectionSpec | None) -> Sequence[Disagreement]:
    """Those of a section's kinds; where not all have room, first those that bear on an item."""
    if spec is None:
        return ()
    rows = [one for one in others if not spec.kinds or one.kind in spec.kinds]
    if spec.items is not None:
        told = [span for item in brief.items for span in passages(item)]
        rows.sort(key=lambda one: not tells(told, one))
    return rows[: spec.items]
