"""Step 4: the one place that gives numbers.

Enters: a brief whose items and sources have none. Leaves: the same brief with
items c1, c2, … in reading order and sources numbered in the order of first use,
each with the number of the items that cite it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from briefing.model import Brief, Section, Span


def numbered(brief: Brief) -> Brief:
    """The brief with its numbers."""
    ids = count(1)
    sections = tuple(
        replace(section, items=tuple(replace(item, id=f"c{next(ids)}") for item in section.items))
        for section in brief.sections
    )
    order = {source: n for n, source in enumerate(dict.fromkeys(span.source for span in _uses(brief)), start=1)}
    citing = Counter(source for item in brief.items for source in {span.source for span in item.citations})
    documents = tuple(
        replace(document, source=replace(source, number=order.get(source.id, 0), items=citing[source.id]))
        for document, source in ((document, document.source) for document in brief.documents)
    )
    return replace(brief, sections=sections, documents=documents)


def _uses(brief: Brief) -> Iterator[Span]:
    """Every citation in the order in which a reader meets it."""
    for section in brief.sections:
        yield from _uses_in(section, brief)


def _uses_in(section: Section, brief: Brief) -> Iterator[Span]:
    if section.shape == "essentials":
        yield from _uses_in_essentials(section, brief)
        return
    for item in section.items:
        yield from item.role.citations if item.role else ()
        yield from item.citations
    yield from _TABLES[section.shape](brief) if section.shape in _TABLES else ()
    if section.shape != "figures":
        differing = brief.differences(section)
        yield from (span for one in differing for version in one.versions for span in version.citations)


def _uses_in_essentials(section: Section, brief: Brief) -> Iterator[Span]:
    """What happened stands behind who was part of it."""
    for essential in brief.essentials:
        for answer in essential.answers:
            yield from answer.citations
            yield from answer.role.citations if answer.role else ()
        if essential.question == "who":
            for item in section.items:
                yield from item.citations


def _actors(brief: Brief) -> Iterator[Span]:
    for actor in brief.actors:
        yield from actor.role.citations if actor.role else ()
        yield from actor.citations


def _timeline(brief: Brief) -> Iterator[Span]:
    for event in brief.timeline:
        yield from event.citations


def _figures(brief: Brief) -> Iterator[Span]:
    for figure in brief.figures:
        for one in figure.counts:
            yield from one.citations


def _glossary(brief: Brief) -> Iterator[Span]:
    for term in brief.glossary:
        for role in term.told:
            yield from role.citations


def _practice(brief: Brief) -> Iterator[Span]:
    for place in brief.practice.order:
        yield from brief.timeline[place].citations
    for gap in brief.practice.gaps:
        yield from brief.items[gap.item].citations


def _changes(brief: Brief) -> Iterator[Span]:
    if brief.changes:
        for change in brief.changes.changes:
            yield from change.citations
            yield from change.before.citations if change.before else ()
        for actor in brief.changes.named:
            yield from actor.citations


_TABLES: Mapping[str, Callable[[Brief], Iterator[Span]]] = {
    "actors": _actors,
    "timeline": _timeline,
    "figures": _figures,
    "glossary": _glossary,
    "practice": _practice,
    "changes": _changes,
}
