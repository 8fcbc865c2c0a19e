"""Step 5, rendering: the decisions that are left, taken once for all formats.

In: a `Brief`. Out: a `View`: which sections are shown, what is marked, how dates
and counts read. Renderers only set it in type, and so they cannot drift apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model import (
    Actor,
    Answer,
    Brief,
    Clarification,
    Count,
    Disagreement,
    Event,
    Item,
    Role,
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
from briefing.render.counting import counted, opened
from briefing.render.evidence import Evidence
from briefing.render.practising import asked_of
from briefing.render.reviewing import asked, brackets, others, told_about
from briefing.render.spoken import essentials, quotes
from briefing.render.view import (
    ActorRow,
    Actors,
    Annex,
    Body,
    Bullets,
    Cite,
    Contact,
    CountRow,
    DisagreementRow,
    Disagreements,
    Essentials,
    EventRow,
    FigureRow,
    Figures,
    Glossary,
    GlossaryRow,
    Line,
    Practice,
    Prose,
    Quotes,
    SectionView,
    SourceList,
    Strip,
    Timeline,
    View,
)
from briefing.render.wording import (
    count,
    date_range,
    embargoed,
    human_date,
    human_moment,
    language_names,
    listed,
    phrase,
    plain,
    shortened,
    spelled_count,
    told,
)
from briefing.render.words import WORDS, Counted, Words
from briefing.settings import is_date

_BOXED = ("bottom_line", "key_points")
"""The sections of bullets of which the first that there is stands in a box."""
_RUNNING_TITLE = 100
"""Characters that fit in the head of a page."""
_PARAGRAPHWORDS = 90
"""A paragraph of prose ends with the sentence that reaches this length."""


def view(brief: Brief, words: Words = WORDS) -> View:
    """Decide what the documents show, and say it in these words."""
    words = _for_its_date(brief, words)
    evidence = Evidence(brief, words)
    title = plain(brief.title)
    return View(
        title=title,
        running_title=shortened(title, _RUNNING_TITLE),
        as_of=_as_of(brief, words),
        dated=brief.as_of if brief.as_of and is_date(brief.as_of) else "",
        language=words.language,
        facts=tuple(_facts(brief, words)),
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
        differences = _differences(section, brief, evidence)
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


def _essentials(section: Section, brief: Brief, evidence: Evidence) -> Essentials | None:
    return essentials(brief.essentials, section.items, _liner(brief, evidence), _worder(evidence), evidence.words)


def _quotes(section: Section, brief: Brief, evidence: Evidence) -> Quotes | None:
    return quotes(section.items, _liner(brief, evidence), _worder(evidence), evidence.words)


def _liner(brief: Brief, evidence: Evidence) -> Callable[[Item], Line]:
    return lambda item: _item(item, brief, evidence)


def _worder(evidence: Evidence) -> Callable[[Role | Answer], Line]:
    return lambda words: _line(words.text, words.citations, evidence)


def _contact(_section: Section, brief: Brief, _evidence: Evidence) -> Contact | None:
    return Contact(tuple(map(plain, brief.contact))) if brief.contact else None


def _actors(_section: Section, brief: Brief, evidence: Evidence) -> Actors | None:
    rows = tuple(_actor(actor, evidence) for actor in brief.actors)
    return Actors(rows, _more(evidence.words.more_actors, brief.left_out.actors, evidence)) if rows else None


def _timeline(_section: Section, brief: Brief, evidence: Evidence) -> Timeline | None:
    words = evidence.words
    dates = [event.date for event in brief.timeline]
    drawn = strip(dates, words)
    letters = lettered(dates) if drawn else [""] * len(dates)
    rows = tuple(_event(event, letter, evidence) for event, letter in zip(brief.timeline, letters, strict=True))
    drawn = drawn and replace(drawn, title=_drawn(dates, letters, words), notes=tuple(_notes(drawn, letters, words)))
    return Timeline(rows, _more(words.more_events, brief.left_out.timeline, evidence), drawn) if rows else None


def _drawn(dates: Sequence[str | None], letters: Sequence[str], words: Words) -> str:
    """What the drawing of a timeline shows."""
    dated = [day for day, letter in zip(dates, letters, strict=True) if day and letter]
    return count(words.axis, len(dated), words, dates=date_range(dated, words))


def _notes(drawn: Strip, letters: Sequence[str], words: Words) -> Iterator[str]:
    """What is missing from the axis."""
    if len(drawn.stretches) > 1:
        yield words.broken_axis
    if undated := sum(not letter for letter in letters):
        text = spelled_count(words.undated_events, undated, words)
        yield text[:1].upper() + text[1:]


def _figures(_section: Section, brief: Brief, evidence: Evidence) -> Figures | None:
    rows = tuple(
        FigureRow(
            opened(counted(figure.about, evidence.language(figure.counts[0].citations), evidence.words)),
            tuple(_count(one, brief, evidence) for one in figure.counts),
        )
        for figure in brief.figures
    )
    notes = (
        _more(evidence.words.more_figures, brief.left_out.figures, evidence),
        evidence.words.figures_note if any(len(row.counts) > 1 for row in rows) else "",
    )
    return Figures(rows, ". ".join(filter(None, notes))) if rows else None


def _count(figure: Count, brief: Brief, evidence: Evidence) -> CountRow:
    words = evidence.words
    line = _line(figure.text, figure.citations, evidence)
    sources = _whole(line.cites)
    kin = _origins(line.origins, sources, words) if line.origins < sources else ()
    marks = (*_nature(figure, words), *kin, *([words.latest] if figure.latest else []))
    dates = {source.published for source in brief.sources for span in figure.citations if source.id == span.source}
    known = [date for date in dates if date]
    return CountRow(
        replace(line, marks=(f"[{words.between.join(marks)}]",) if marks else ()),
        date_range(known, words) if known else words.not_stated,
    )


def _differences(section: Section, brief: Brief, evidence: Evidence) -> tuple[DisagreementRow, ...]:
    """What stands beneath a section; a table of figures has its own in its rows."""
    if section.shape in {"disagreements", "figures"}:
        return ()
    return tuple(_disagreement(one, evidence) for one in brief.differences(section))


def _disagreements(section: Section, brief: Brief, evidence: Evidence) -> Disagreements | None:
    rows = tuple(_disagreement(disagreement, evidence) for disagreement in brief.differences(section))
    more = _more(evidence.words.more_differences, brief.left_out.disagreements, evidence)
    return Disagreements(rows, more) if rows else None


def _glossary(_section: Section, brief: Brief, evidence: Evidence) -> Glossary | None:
    told = ((term, tuple(_line(role.text, role.citations, evidence) for role in term.told)) for term in brief.glossary)
    rows = tuple(GlossaryRow(plain(term.name), lines, lines[0].language) for term, lines in told)
    return Glossary(rows, _more(evidence.words.more_terms, brief.left_out.glossary, evidence)) if rows else None


def _practice(_section: Section, brief: Brief, evidence: Evidence) -> Practice | None:
    return asked_of(brief, evidence) if brief.practice.order or brief.practice.gaps else None


def _more(forms: Counted, number: int, evidence: Evidence) -> str:
    """What a table leaves out, in words: “and 3 more actors named”."""
    return count(forms, number, evidence.words) if number else ""


def _sources(_section: Section, brief: Brief, evidence: Evidence) -> SourceList | None:
    skipped = tuple(Skipped(plain(file.path), plain(told(file.reason, evidence.words))) for file in brief.skipped)
    if brief.documents or skipped:
        return SourceList(evidence.cited, evidence.uncited, skipped)
    return None


def _passages(_section: Section, _brief: Brief, evidence: Evidence) -> Annex | None:
    return Annex(quoted) if (quoted := evidence.quoted()) else None


_BODIES: Mapping[Shape, Callable[[Section, Brief, Evidence], Body | None]] = {
    "bullets": _bullets,
    "prose": _prose,
    "essentials": _essentials,
    "quotes": _quotes,
    "actors": _actors,
    "timeline": _timeline,
    "figures": _figures,
    "disagreements": _disagreements,
    "glossary": _glossary,
    "practice": _practice,
    "sources": _sources,
    "passages": _passages,
    "contact": _contact,
}


def _item(item: Item, brief: Brief, evidence: Evidence) -> Line:
    words = evidence.words
    label = plain(item.label or "").rstrip(".:")
    cites = evidence.cites(item.citations)
    language = evidence.language(item.spans)
    sources = _whole(cites)
    marks = (*_nature(item, words), *_origins(item.origins, sources, words), *_dispute(item, brief, words))
    return Line(
        plain(item.text),
        cites,
        # A label is the source's, and so is the custom of what stands behind it.
        label and phrase("{name}:" if language else words.named, name=label),
        (f"[{words.between.join(marks)}]",) if marks else (),
        _pieces(item.text, item.clarified),
        item.origins,
        *asked(item, sources, brief, evidence),
        language=language,
    )


def _line(
    text: str, citations: tuple[Span, ...], evidence: Evidence, clarified: tuple[Clarification, ...] = ()
) -> Line:
    cites = evidence.cites(citations)
    origins, sources = evidence.origins(citations), _whole(cites)
    marks = tuple(f"[{mark}]" for mark in _origins(origins, sources, evidence.words) if origins < sources)
    return Line(
        plain(text),
        cites,
        marks=marks,
        pieces=_pieces(text, clarified),
        origins=origins,
        others=others(plain(verbatim(text, clarified)), citations, evidence),
        remarks=tuple(brackets(clarified, citations, evidence)),
        language=evidence.language(citations),
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


def _nature(item: Item | Count, words: Words) -> Iterator[str]:
    """What the sentence is if no fact, and the speaker unless the sentence itself names them."""
    if item.nature != "fact":
        nature = words.natures.get(item.nature, item.nature)
        unnamed = item.speaker and not any(name in item.text for name in item.speaker.split())
        yield phrase(words.said_by, nature=nature, speaker=plain(item.speaker or "")) if unnamed else nature


def _origins(origins: int, sources: int, words: Words) -> Iterator[str]:
    """How many witnesses there are, where it is one or fewer than the numbers of sources make it look."""
    if origins < max(sources, 2):
        yield spelled_count(words.origins, origins, words)


def _dispute(item: Item, brief: Brief, words: Words) -> Iterator[str]:
    """That sources tell it differently, and where the brief says how."""
    if item.disputed:
        own = [section for section in brief.sections if not {*section.differences}.isdisjoint(item.disputed)]
        rest = [section for section in brief.sections if section.shape == "disagreements"]
        where = next((section.heading for section in own + rest), "")
        yield phrase(words.disputed_see, section=plain(where)) if where else words.disputed


def _actor(actor: Actor, evidence: Evidence) -> ActorRow:
    role = _line(actor.role.text, actor.role.citations, evidence) if actor.role else None
    aliases = ", ".join(map(plain, actor.aliases))
    cites, origins = evidence.cites(actor.citations), evidence.origins(actor.citations)
    return ActorRow(plain(actor.name), aliases, evidence.words.kinds.get(actor.kind, actor.kind), role, cites, origins)


def _event(event: Event, letter: str, evidence: Evidence) -> EventRow:
    when, line = _when(event, evidence.words), _line(event.text, event.citations, evidence, event.clarified)
    return EventRow(when, event.date is not None, line, letter, "" if event.date else line.language)


def _when(event: Event, words: Words) -> str:
    """The date, or how it was said."""
    return human_date(event.date, words) if event.date else phrase(words.quotation, text=plain(event.said))


def _disagreement(disagreement: Disagreement, evidence: Evidence) -> DisagreementRow:
    versions = tuple(_version(version, evidence) for version in disagreement.versions)
    pieces, kind = told_about(disagreement, versions[0].language if versions else "", evidence.words)
    return DisagreementRow(pieces, kind, versions)


def _version(version: Version, evidence: Evidence) -> Line:
    line = _line(version.text, version.citations, evidence)
    return replace(line, marks=(*line.marks, f"[{evidence.words.latest}]")) if version.latest else line


def _as_of(brief: Brief, words: Words) -> str:
    return human_date(brief.as_of, words) if brief.as_of else words.not_stated


def _for_its_date(brief: Brief, words: Words) -> Words:
    """The words with those that go before a month, a year, or no date, where there is no day."""
    vague = {0: "not_stated", len("2023"): "year", len("2023-09"): "month"}.get(len(brief.as_of or ""), "")
    return replace(words, as_of=words.as_of_vague.get(vague, words.as_of))


def _facts(brief: Brief, words: Words) -> Iterator[tuple[str, str]]:
    """What a reader must know before the first sentence: for whom, how fresh, on what it stands."""
    if brief.audience:
        yield words.prepared_for, plain(brief.audience)
    yield words.as_of, _as_of(brief, words)
    if brief.generated:
        yield words.generated, human_moment(brief.generated, words)
    summary = brief.summary
    yield words.sources, _source_summary(summary, words)
    for apart in brief.apart:
        about = f" ({phrase(words.quotation, text=plain(apart.about))})" if apart.about else ""
        yield words.set_apart, f"{count(words.documents_apart, len(apart.sources), words)}{about}"
    if summary.unreadable:
        yield words.not_used, count(words.files_not_used, summary.unreadable, words)
    if summary.items:
        sentences = count(words.sentences, summary.items, words)
        yield words.support, count(words.resting_on_one, summary.single, words, sentences=sentences)


def _source_summary(summary: SourceSummary, words: Words) -> str:
    """How many documents and witnesses, of when, in which languages."""
    languages = listed(language_names(summary.languages, words), words)
    parts = (
        count(words.documents, summary.documents, words),
        count(words.independent_origins, summary.origins, words),
        _published(summary, words),
        phrase(words.in_languages, languages=languages) if languages else words.language_not_stated,
    )
    return ", ".join(parts)


def _published(summary: SourceSummary, words: Words) -> str:
    dates = [date for date in (summary.earliest, summary.latest) if date]
    if not dates:
        return words.dates_not_stated
    text = words.published_in_part if summary.undated else words.published
    return phrase(text, dates=date_range(dates, words), n=summary.undated)


def _title_language(brief: Brief, evidence: Evidence) -> str:
    """The language of the title, if it is a source's and not in the document's own."""
    titled = (source for source in brief.sources if source.title == brief.title)
    return next((evidence.tag(source) for source in titled), "")
