"""A brief drawn so that a person can read it and a test can compare it."""

from collections.abc import Iterable, Iterator

from briefing import Brief
from briefing.model import Section, Source, Span


def drawn(brief: Brief) -> str:
    """All that a reader of the brief sees, in Markdown."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {brief.title}"
    yield ""
    yield f"{brief.template}, as of {brief.as_of}"
    for section in brief.sections:
        if section.shape == "passages":
            continue  # the texts are those of the sources
        yield ""
        yield f"## {section.heading}"
        yield ""
        yield from _shown(section, brief)


def _shown(section: Section, brief: Brief) -> Iterator[str]:
    for item in section.items:
        nature = "" if item.nature == "fact" else f" ({item.nature}: {item.speaker or 'nobody named'})"
        label = f"**{item.label}** " if item.label else ""
        yield f"- {label}{item.text}{nature} {_cited(item.citations, brief)} of {item.origins}"
    if section.shape == "actors":
        for actor in brief.actors:
            role = f"“{actor.role.text}” {_cited(actor.role.citations, brief)}" if actor.role else "no role"
            aliases = f" (also {', '.join(actor.aliases)})" if actor.aliases else ""
            yield f"- {actor.name}{aliases}, {actor.kind}: {role}; named in {_cited(actor.citations, brief)}"
    if section.shape == "timeline":
        for event in brief.timeline:
            yield f"- {event.date or 'no date'} (“{event.said}”): {event.text} {_cited(event.citations, brief)}"
    if section.shape == "disagreements":
        for disagreement in brief.disagreements:
            yield f"- {disagreement.kind}, {disagreement.about}"
            for version in disagreement.versions:
                yield f"  - {version.text} {_cited(version.citations, brief)}{' latest' if version.latest else ''}"
    if section.shape == "sources":
        yield from (_source(source) for source in sorted(brief.sources, key=lambda source: source.number or 99))


def _cited(citations: Iterable[Span], brief: Brief) -> str:
    """The numbers of the sources, the one that is quoted first: `[2 1]`."""
    numbers = {source.id: source.number for source in brief.sources}
    return f"[{' '.join(str(numbers[span.source]) for span in citations)}]"


def _source(source: Source) -> str:
    stated = f"{source.title or 'no title'}, {source.publisher or 'no publisher'}, {source.published or 'no date'}"
    return f"{source.number}. {source.path}: {stated} ({source.origin})"
