"""Step 5, rendering: the decisions that are left, taken once for all formats.

In: a `Brief`. Out: a `View`: which sections are shown, what is marked, how dates
and counts read. Renderers only set it in type, and so they cannot drift apart.
"""

from collections.abc import Callable, Iterator, Mapping

from briefing.model import Brief, Section, Shape, Skipped
from briefing.render import tables
from briefing.render.changing import changes
from briefing.render.compacting import compacted
from briefing.render.evidence import Evidence
from briefing.render.facts import as_of, facts, for_its_date
from briefing.render.lines import item_line
from briefing.render.once import once
from briefing.render.practising import asked_of
from briefing.render.spoken import essentials, quotes
from briefing.render.view import Annex, Body, Bullets, Contact, Line, Practice, Prose, SectionView, SourceList, View
from briefing.render.wording import embargoed, human_moment, plain, set_aside, shortened, told
from briefing.render.words import WORDS, Words
from briefing.settings import is_date

_BOXED = ("bottom_line", "key_points")
"""The sections of bullets of which the first that there is stands in a box."""
_RUNNING_TITLE = 100
"""Characters that fit in the head of a page."""
_PARAGRAPHWORDS = 90
"""A paragraph of prose ends with the sentence that reaches this length."""


@once
def view(brief: Brief, words: Words = WORDS) -> View:
    """Decide what the documents show, and say it in these words."""
    words = for_its_date(brief, words)
    evidence = Evidence(brief, words)
    title = plain(brief.title)
    return View(
        title=title,
        running_title=shortened(title, _RUNNING_TITLE),
        as_of=as_of(brief, words),
        dated=brief.as_of if brief.as_of and is_date(brief.as_of) else "",
        language=words.language,
        facts=tuple(facts(brief, words)),
        sections=tuple(_shown(brief, evidence)),
        signature=plain(brief.signature),
        marking=plain(brief.marking),
        embargo=embargoed(plain(brief.embargo), words),
        audience=plain(brief.audience),
        template=plain(brief.template),
        generated=human_moment(brief.generated, words) if brief.generated else "",
        words=words,
        title_language=_title_language(brief, evidence),
    )


def _title_language(brief: Brief, evidence: Evidence) -> str:
    """The language of the title, if it is a source's and not in the document's own."""
    titled = (source for source in brief.sources if source.title == brief.title)
    return next((evidence.tag(source) for source in titled), "")


def _shown(brief: Brief, evidence: Evidence) -> Iterator[SectionView]:
    """The sections that hold something or must be there, and always the sources that are cited."""
    sections = brief.sections
    if evidence.cited and all(section.shape != "sources" for section in sections):
        sections = (*sections, Section("sources", evidence.words.sources, "sources"))
    if brief.contact and all(section.shape != "contact" for section in sections):
        annex = next((n for n, section in enumerate(sections) if section.shape == "passages"), len(sections))
        sections = (*sections[:annex], Section("contact", evidence.words.contact, "contact"), *sections[annex:])
    bullets = {section.id for section in sections if section.shape == "bullets"}
    boxed = next((id_ for id_ in _BOXED if id_ in bullets), None)
    for section in sections:
        body = _BODIES[section.shape](section, brief, evidence)
        if body and section.compact:
            body = compacted(body, evidence)
        differences = tables.differences(section, brief, evidence)
        if body or differences or section.required:
            yield SectionView(
                plain(section.id),
                plain(section.heading),
                section.shape,
                section.id == boxed,
                body,
                differences,
                section.compact,
            )


def _bullets(section: Section, brief: Brief, evidence: Evidence) -> Bullets | None:
    lines = tuple(item_line(item, brief, evidence) for item in section.items)
    return Bullets(lines) if lines else None


def _prose(section: Section, brief: Brief, evidence: Evidence) -> Prose | None:
    paragraphs: list[list[Line]] = []
    words = _PARAGRAPHWORDS
    for item in section.items:
        if words >= _PARAGRAPHWORDS:
            paragraphs.append([])
            words = 0
        paragraphs[-1].append(item_line(item, brief, evidence))
        words += len(item.text.split())
    return Prose(tuple(map(tuple, paragraphs))) if paragraphs else None


def _contact(_section: Section, brief: Brief, _evidence: Evidence) -> Contact | None:
    return Contact(tuple(map(plain, brief.contact))) if brief.contact else None


def _practice(_section: Section, brief: Brief, evidence: Evidence) -> Practice | None:
    return asked_of(brief, evidence) if brief.practice.order or brief.practice.gaps else None


def _sources(section: Section, brief: Brief, evidence: Evidence) -> SourceList | None:
    words = evidence.words
    skipped = tuple(Skipped(plain(file.path), plain(told(file.reason, words)), file.language) for file in brief.skipped)
    if brief.documents or skipped:
        grading = evidence.grading() if section.grades else ""
        aside = set_aside(brief.summary.other_languages, words)
        return SourceList(evidence.cited, evidence.uncited, skipped, grading=grading, aside=aside)
    return None


def _passages(_section: Section, _brief: Brief, evidence: Evidence) -> Annex | None:
    return Annex(quoted) if (quoted := evidence.quoted()) else None


_BODIES: Mapping[Shape, Callable[[Section, Brief, Evidence], Body | None]] = {
    "bullets": _bullets,
    "prose": _prose,
    "essentials": essentials,
    "quotes": quotes,
    "actors": lambda _, brief, evidence: tables.actors(brief, evidence),
    "timeline": lambda _, brief, evidence: tables.timeline(brief, evidence),
    "figures": lambda _, brief, evidence: tables.figures(brief, evidence),
    "disagreements": tables.disagreements,
    "glossary": lambda _, brief, evidence: tables.glossary(brief, evidence),
    "practice": _practice,
    "changes": lambda _, brief, evidence: changes(brief, evidence),
    "sources": _sources,
    "passages": _passages,
    "contact": _contact,
}
