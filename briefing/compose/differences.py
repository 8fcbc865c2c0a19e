"""Step 4: which section shows what the sources tell differently.

Enters: a brief with its items and figures, and the disagreements that merging found.
Leaves: the same brief with those that it shows, each with an id and in one place: in
the first section that has `differences` and whose matter it is, else in the section of
all others. A table of figures shows a disagreement by having a number of each version.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.compose.standing import Standing
from briefing.model import Brief, Disagreement, Figure, Item, Merged, Section, Span, Statement
from briefing.settings import SectionSpec, Template

NAMING = frozenset({"spelling", "term"})
"""Kinds of disagreement over what a thing is called; what is told of it is not disputed."""


class Versions:
    """Where the versions of disagreements are told; what a thing is called disputes no passage."""

    def __init__(self, disagreements: Sequence[Disagreement]) -> None:
        self._disagreements = disagreements
        self._cited = Standing[int]()
        for n, one in enumerate(disagreements):
            for version in one.versions if one.kind not in NAMING else ():
                for span in version.citations:
                    self._cited.put(n, span.source, span.start, span.end)

    def told(self, passages: Iterable[Span]) -> set[int]:
        """The places of the disagreements of which any of these passages tells a version."""
        return {n for span in passages for n in self._cited.at(span.source, span.start, span.end)}

    def disputing(self, item: Item) -> tuple[str, ...]:
        """The ids of the disagreements of which the item tells a version."""
        return tuple(self._disagreements[n].id for n in sorted(self.told(_passages(item))))


def with_differences(
    brief: Brief,
    merged: Merged,
    template: Template,
    ranked: Sequence[Statement],
    home: Callable[[Statement], str | None],
) -> Brief:
    """The brief with what the sources tell differently.

    Args:
        brief: the brief, its sections filled.
        merged: what merging found.
        template: which of its sections show differences of their own, and how many the section of the others shows.
        ranked: the statements that belong in sections, whether these show them or not.
        home: the id of the section that one of them belongs in.
    """
    takers = {spec.id for spec in template.sections if spec.differences}
    sections = [section for section in brief.sections if section.id in takers]
    versions = Versions(merged.disagreements)
    told, counted = _told(sections, ranked, home, versions), _counted(brief.figures)
    places = [_place(n, one, sections, told, counted) for n, one in enumerate(merged.disagreements)]
    others = [n for n, place in enumerate(places) if place is None]
    spec = next((spec for spec in template.sections if spec.shape == "disagreements"), None)
    wanted = {merged.disagreements[n] for n in _wanted(others, merged.disagreements, brief, spec, versions)}
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


def _passages(item: Item) -> list[Span]:
    """Where the item is told: its own words, and those of each source that states all of it."""
    return [*item.spans, *(citation for citation in item.citations if not citation.part)]


def _told(
    sections: Iterable[Section],
    ranked: Iterable[Statement],
    home: Callable[[Statement], str | None],
    versions: Versions,
) -> Mapping[str | None, set[int]]:
    """The places of the disagreements of which each of some sections tells, by what it shows or could show."""
    told: dict[str | None, set[int]] = {
        section.id: versions.told(span for item in section.items for span in item.spans) for section in sections
    }
    for statement in ranked if told else ():
        telling = versions.told(one.span for one in statement.support if one.whole)
        # Where it belongs is worth looking for only now.
        if telling and (id_ := home(statement)) in told:
            told[id_] |= telling
    return told


def _place(
    n: int,
    one: Disagreement,
    sections: Iterable[Section],
    told: Mapping[str | None, set[int]],
    counted: Mapping[str, Sequence[set[Span]]],
) -> str | None:
    """The id of the section that shows it; None where that of the others does."""
    for section in sections:
        if _has(counted, one) if section.shape == "figures" else n in told[section.id]:
            return section.id
    return None


def _counted(figures: Iterable[Figure]) -> Mapping[str, Sequence[set[Span]]]:
    """The passages that the figures cite, by what is counted."""
    counted: defaultdict[str, list[set[Span]]] = defaultdict(list)
    for figure in figures:
        counted[figure.about].append({span for count in figure.counts for span in count.citations})
    return counted


def _has(counted: Mapping[str, Sequence[set[Span]]], one: Disagreement) -> bool:
    """Whether a figure gives the number of each version."""
    rows = counted.get(one.about, ()) if one.kind == "number" else ()
    return any(all(not cited.isdisjoint(version.citations) for version in one.versions) for cited in rows)


def _wanted(
    others: Sequence[int],
    disagreements: Sequence[Disagreement],
    brief: Brief,
    spec: SectionSpec | None,
    versions: Versions,
) -> Sequence[int]:
    """The places of those of a section's kinds; where not all have room, first those that bear on an item."""
    if spec is None:
        return ()
    rows = [n for n in others if not spec.kinds or disagreements[n].kind in spec.kinds]
    if spec.items is not None:
        told = versions.told(span for item in brief.items for span in _passages(item))
        rows.sort(key=lambda n: n not in told)
    return rows[: spec.items]
