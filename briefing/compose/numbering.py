"""Step 4: the one place that gives numbers.

Enters: a brief whose items and sources have none. Leaves: the same brief with
items c1, c2, … in reading order and sources numbered in the order of first use,
each with the number of the items that cite it.
"""

from collections import Counter
from collections.abc import Iterator
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
    match section.shape:
        case "actors":
            for actor in brief.actors:
                yield from actor.role.citations if actor.role else ()
                yield from actor.citations
        case "timeline":
            yield from (span for event in brief.timeline for span in event.citations)
        case "figures":
            yield from (span for figure in brief.figures for one in figure.counts for span in one.citations)
        case _:
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
