"""Step 5, rendering: the decisions that are left, taken once for all formats.

In: a `Brief`. Out: a `View`: which sections are shown, what is marked, how dates
and counts read. Renderers only set it in type, and so they cannot drift apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model import (
    Actor,
    Brief,
    Clarification,
    Disagreement,
    Event,
    Item,
    Section,
    Shape,
    Skipped,
    SourceSummary,
    Span,
    Version,
    verbatim,
)
from briefing.render.chronology import lettered, strip
from briefing.render.compacting import compacted
from briefing.render.evidence import Evidence
from briefing.render.reviewing import asked, brackets, others
from briefing.render.view import (
    ActorRow,
    Actors,
    Annex,
    Body,
    Bullets,
    Cite,
    DisagreementRow,
    Disagreements,
    EventRow,
    Line,
    Prose,
    SectionView,
    SourceList,
    Strip,
    Timeline,
    View,
)
from briefing.render.wording import (
    count,
    date_range,
    human_date,
    human_moment,
    languages,
    listed,
    plain,
    shortened,
    spelled_count,
)
from briefing.render.words import WORDS
from briefing.settings import is_date

_BOXED = ("bottom_line", "key_points")
"""The sections of bullets of which the first that there is stands in a box."""
_RUNNING_TITLE = 100
"""Characters that fit in the head of a page."""
_PARAGRAPHWORDS = 90
"""A paragraph of prose ends with the sentence that reaches this length."""


def view(brief: Brief) -> View:
    """Decide what the documents show."""
    evidence = Evidence(brief)
    title = plain(brief.title)
    return View(
        title=title,
        running_title=shortened(title, _RUNNING_TITLE),
        as_of=human_date(brief.as_of) if brief.as_of else WORDS.not_stated,
        dated=brief.as_of if brief.as_of and is_date(brief.as_of) else "",
        language=_language(brief),
        facts=tuple(_facts(brief)),
        sections=tuple(_shown(brief, evidence)),
        signature=plain(brief.signature),
        marking=plain(brief.marking),
        audience=plain(brief.audience),
        template=plain(brief.template),
        generated=human_moment(brief.generated) if brief.generated else "",
        words=WORDS,
    )


def _shown(brief: Brief, evidence: Evidence) -> Iterator[SectionView]:
    """The sections that hold something or must be there, and always the sources that are cited."""
    sections = brief.sections
    if evidence.cited and all(section.shape != "sources" for section in sections):
        sections = (*sections, Section("sources", "Sources", "sources"))
    bullets = {section.id for section in sections if section.shape == "bullets"}
    boxed = next((id_ for id_ in _BOXED if id_ in bullets), None)
    for section in sections:
        body = _BODIES[section.shape](section, brief, evidence)
        if body and section.compact:
            body = compacted(body, evidence)
        if body or section.required:
            yield SectionView(
                plain(section.id), plain(section.heading), section.shape, section.id == boxed, body, section.compact
            )


def _bullets(section: Section, brief: Brief, evidence: Evidence) -> Bullets | None:
    lines = tuple(_item(item, brief, evidence) for item in section.items)
    return Bullets(lines) if lines else None


def _prose(section: Section, brief: Brief, evidence: Evidence) -> Prose | None:
    paragraphs: list[list[Line]] = []
    words = _PARAGRAPHWORDS
    for item in section.items:
        if words >= _PARAGRAPHWORDS:
            paragraphs.append([])
            words = 0
        paragraphs[-1].append(_item(item, brief, evidence))
        words += len(item.text.split())
    return Prose(tuple(map(tuple, paragraphs))) if paragraphs else None


def _actors(_section: Section, brief: Brief, evidence: Evidence) -> Actors | None:
    rows = tuple(_actor(actor, evidence) for actor in brief.actors)
    return Actors(rows, _more(brief.left_out.actors, "actor", "named")) if rows else None


def _timeline(_section: Section, brief: Brief, evidence: Evidence) -> Timeline | None:
    dates = [event.date for event in brief.timeline]
    drawn = strip(dates)
    letters = lettered(dates) if drawn else [""] * len(dates)
    rows = tuple(_event(event, letter, evidence) for event, letter in zip(brief.timeline, letters, strict=True))
    drawn = drawn and replace(drawn, title=_drawn(dates, letters), notes=tuple(_notes(drawn, letters)))
    return Timeline(rows, _more(brief.left_out.timeline, "dated event", "found"), drawn) if rows else None


def _drawn(dates: Sequence[str | None], letters: Sequence[str]) -> str:
    """What the drawing of a timeline shows."""
    dated = [day for day, letter in zip(dates, letters, strict=True) if day and letter]
    return f"{count(len(dated), 'event')} on an axis of time, {date_range(dated)}, each by its letter in the table"


def _notes(drawn: Strip, letters: Sequence[str]) -> Iterator[str]:
    """What is missing from the axis."""
    if len(drawn.stretches) > 1:
        yield "The axis is broken where long times lie between; each part has its own scale."
    if undated := sum(not letter for letter in letters):
        stands = "stands" if undated == 1 else "stand"
        yield f"{spelled_count(undated, 'event').capitalize()} without a known date {stands} in the table only."


def _disagreements(_section: Section, brief: Brief, evidence: Evidence) -> Disagreements | None:
    rows = tuple(_disagreement(disagreement, evidence) for disagreement in brief.disagreements)
    return Disagreements(rows, _more(brief.left_out.disagreements, "difference", "found")) if rows else None


def _more(number: int, noun: str, done: str) -> str:
    """What a table leaves out, in words: “and 3 more actors named”."""
    return f"and {count(number, f'more {noun}')} {done}" if number else ""


def _sources(_section: Section, brief: Brief, evidence: Evidence) -> SourceList | None:
    skipped = tuple(Skipped(plain(file.path), plain(file.reason)) for file in brief.skipped)
    if brief.documents or skipped:
        return SourceList(evidence.cited, evidence.uncited, skipped)
    return None


def _passages(_section: Section, _brief: Brief, evidence: Evidence) -> Annex | None:
    return Annex(quoted) if (quoted := evidence.quoted()) else None


_BODIES: Mapping[Shape, Callable[[Section, Brief, Evidence], Body | None]] = {
    "bullets": _bullets,
    "prose": _prose,
    "actors": _actors,
    "timeline": _timeline,
    "disagreements": _disagreements,
    "sources": _sources,
    "passages": _passages,
}


def _item(item: Item, brief: Brief, evidence: Evidence) -> Line:
    label = plain(item.label or "").rstrip(".:")
    cites = evidence.cites(item.citations)
    sources = _whole(cites)
    told = "; ".join((*_nature(item), *_origins(item.origins, sources), *_dispute(item, brief)))
    return Line(
        plain(item.text),
        cites,
        label and f"{label}:",
        (f"[{told}]",) if told else (),
        _pieces(item.text, item.clarified),
        item.origins,
        *asked(item, sources, brief, evidence),
    )


def _line(
    text: str, citations: tuple[Span, ...], evidence: Evidence, clarified: tuple[Clarification, ...] = ()
) -> Line:
    cites = evidence.cites(citations)
    origins, sources = evidence.origins(citations), _whole(cites)
    marks = tuple(f"[{told}]" for told in _origins(origins, sources) if origins < sources)
    return Line(
        plain(text),
        cites,
        marks=marks,
        pieces=_pieces(text, clarified),
        origins=origins,
        others=others(plain(verbatim(text, clarified)), citations, evidence),
        remarks=tuple(brackets(clarified, citations, evidence)),
    )


def _pieces(text: str, clarified: tuple[Clarification, ...]) -> tuple[tuple[str, bool], ...]:
    """The parts of a text, each with whether it is a clarification; one part where cleaning moved the places."""
    if plain(text) != text or not clarified:
        return ((plain(text), False),)
    edges = [edge for note in clarified for edge in (note.at, note.at + len(f"[{note.text}]"))]
    parts = pairwise([0, *edges, len(text)])
    return tuple((text[start:end], n % 2 == 1) for n, (start, end) in enumerate(parts) if end > start)


def _whole(cites: Iterable[Cite]) -> int:
    """The sources among them that state all of it."""
    return sum(not cite.part for cite in cites)


def _nature(item: Item) -> Iterator[str]:
    """What the sentence is if no fact, and the speaker unless the sentence itself names them."""
    if item.nature != "fact":
        unnamed = item.speaker and not any(name in item.text for name in item.speaker.split())
        yield f"{item.nature}, speaker: {plain(item.speaker or '')}" if unnamed else item.nature


def _origins(origins: int, sources: int) -> Iterator[str]:
    """How many witnesses there are, where it is one or fewer than the numbers of sources make it look."""
    if origins < max(sources, 2):
        yield spelled_count(origins, "origin")


def _dispute(item: Item, brief: Brief) -> Iterator[str]:
    """That sources tell it differently, and where the brief says how."""
    if item.disputed:
        where = next((section.heading for section in brief.sections if section.shape == "disagreements"), "")
        yield f"disputed, see “{plain(where)}”" if where else "disputed"


def _actor(actor: Actor, evidence: Evidence) -> ActorRow:
    role = _line(actor.role.text, actor.role.citations, evidence) if actor.role else None
    aliases = ", ".join(map(plain, actor.aliases))
    cites, origins = evidence.cites(actor.citations), evidence.origins(actor.citations)
    return ActorRow(plain(actor.name), aliases, actor.kind.capitalize(), role, cites, origins)


def _event(event: Event, letter: str, evidence: Evidence) -> EventRow:
    when = human_date(event.date) if event.date else f"“{plain(event.said)}”"
    return EventRow(when, event.date is not None, _line(event.text, event.citations, evidence, event.clarified), letter)


def _disagreement(disagreement: Disagreement, evidence: Evidence) -> DisagreementRow:
    versions = tuple(_version(version, evidence) for version in disagreement.versions)
    return DisagreementRow(plain(disagreement.about), plain(disagreement.kind), versions)


def _version(version: Version, evidence: Evidence) -> Line:
    line = _line(version.text, version.citations, evidence)
    return replace(line, marks=(*line.marks, "[latest]")) if version.latest else line


def _facts(brief: Brief) -> Iterator[tuple[str, str]]:
    """What a reader must know before the first sentence: for whom, how fresh, on what it stands."""
    if brief.audience:
        yield "Prepared for", plain(brief.audience)
    yield WORDS.as_of, human_date(brief.as_of) if brief.as_of else WORDS.not_stated
    if brief.generated:
        yield "Generated", human_moment(brief.generated)
    summary = brief.summary
    yield "Sources", _source_summary(summary)
    for apart in brief.apart:
        about = f" (“{plain(apart.about)}”)" if apart.about else ""
        yield "Set apart", f"{count(len(apart.sources), 'document')}, about another event as it seems{about}"
    if summary.unreadable:
        yield "Not used", f"{count(summary.unreadable, 'file')}, for reasons given under the sources"
    if summary.items:
        rest = "rests" if summary.single == 1 else "rest"
        yield "Support", f"{summary.single} of {count(summary.items, 'sentence')} {rest} on one origin only"


def _source_summary(summary: SourceSummary) -> str:
    """How many documents and witnesses, of when, in which languages."""
    dates = [date for date in (summary.earliest, summary.latest) if date]
    published = f"published {date_range(dates)}" if dates else "publication dates not stated"
    if dates and summary.undated:
        published += f" (date {WORDS.not_stated} by {summary.undated})"
    told = [
        count(summary.documents, "document"),
        count(summary.origins, "independent origin"),
        published,
        f"in {listed(languages(summary.languages))}" if summary.languages else f"language {WORDS.not_stated}",
    ]
    return ", ".join(told)


def _language(brief: Brief) -> str:
    """The language most sources are in; English, which the headings are in, where none is known."""
    known = Counter(source.language for source in brief.sources if source.language)
    return min(known, key=lambda language: (-known[language], language), default="en")
