"""Step 4: the brief, put together.

Enters: what merging found, and the settings. Leaves: a numbered `Brief`. The
order of the work: rank all statements, fill the sections, take the timeline,
name the items, number the sources.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

from briefing.compose import Settings
from briefing.compose.changes import changes, with_changes
from briefing.compose.coverage import spared_last
from briefing.compose.cues import Lemmatize
from briefing.compose.differences import with_differences
from briefing.compose.essentials import essentials
from briefing.compose.fitting import better_set
from briefing.compose.frame import framed
from briefing.compose.glossary import glossary
from briefing.compose.items import item
from briefing.compose.labels import labels
from briefing.compose.main_point import main_first
from briefing.compose.numbering import numbered
from briefing.compose.practice import practice
from briefing.compose.quotations import Speakers, by_speaker, quotable, quotation
from briefing.compose.rankers import OURS, ranker
from briefing.compose.sections import Plan, Taken
from briefing.compose.selection import in_order, told_once, usable
from briefing.model import Brief, Document, Item, Merged, Section, Skipped, Span, Statement, latest_date
from briefing.settings import VERSION, SectionSpec, Template

UNTITLED = "Brief"
HEAD = 3
"""Places added before statements move up, so that a few at the head do not trade places over little."""
KEPT = 0.2
"""What a source is worth beside an origin: a copy confirms nothing, but shows what an editor thought worth keeping."""


def composed(merged: Merged, settings: Settings, lemmatize: Lemmatize, skipped: tuple[Skipped, ...]) -> Brief:
    """The brief of what merging found."""
    template, as_of = settings.template, settings.as_of or latest_date(merged.briefed)
    origin_of, titles = merged.origin_of, _titles(merged)
    worth = {statement.representative.span: _worth(statement, origin_of) for statement in merged.statements}
    ranked = main_first(_ranked(merged.statements, worth, settings), [_words(title, lemmatize) for title in titles])
    most = {spec.shape: spec.items for spec in template.sections}
    speakers = Speakers(merged.actors)
    said = quotable(_with_the_rest(ranked, merged.statements), speakers) if "quotes" in most else ()
    plan = Plan(template, settings.length, ranked, _queue(ranked, worth, settings), origin_of, said=said)
    taken, events, more_events = plan.filled(lemmatize, as_of[:4] if as_of else None)
    asked = ranked and "essentials" in most
    brief = Brief(
        title=settings.title or _title(merged, titles, lemmatize) or UNTITLED,
        template=template.name,
        audience=template.audience,
        as_of=as_of,
        signature=_signature(settings),
        sections=_sections(merged, template, ranked, taken, speakers),
        actors=merged.actors[: most["actors"]] if "actors" in most else (),
        timeline=events,
        figures=merged.figures[: most["figures"]] if "figures" in most else (),
        documents=tuple(_noted(document, as_of) for document in merged.documents),
        skipped=skipped,
        origins=merged.origins,
        apart=merged.apart,
        generated=settings.generated,
        marking=template.marking if settings.marking is None else settings.marking,
        embargo=template.embargo if settings.embargo is None else settings.embargo,
        contact=template.contact,
        essentials=essentials(ranked, merged.actors) if asked else (),
        better_set=better_set(merged.statements, template.cue_set, settings.cue_sets, lemmatize),
    )
    brief = framed(with_differences(brief, merged, template, ranked, plan.home), merged, more_events)
    if "glossary" in most:
        terms, more_terms = glossary(brief, merged, most["glossary"])
        brief = replace(brief, glossary=terms, left_out=replace(brief.left_out, glossary=more_terms))
    if settings.since and "changes" in most:
        leading = {spec.id for spec in template.sections if spec.lift_from or spec.shape == "essentials"}
        shown = {one.versions for one in brief.disagreements}
        unshown = (one for one in merged.disagreements if one.versions not in shown)
        brief = with_changes(brief, changes(settings.since, brief, unshown), most["changes"], leading)
    return numbered(replace(brief, practice=practice(brief, merged, template.sections)))


Worth = Mapping[Span, float]
"""What each statement is worth, by where its wording stands."""


def _ranked(statements: Sequence[Statement], worth: Worth, settings: Settings) -> list[Statement]:
    """The statements that may be quoted, the most important first."""
    quotable = told_once([s for s in statements if usable(s)] or list(statements))
    order = ranker(settings.ranker)(quotable) if quotable else []
    places = {n: (place + HEAD) / worth[quotable[n].representative.span] for place, n in enumerate(order)}
    return [quotable[n] for n in sorted(order, key=lambda n: places[n])]


def _queue(ranked: Sequence[Statement], worth: Worth, settings: Settings) -> Sequence[Statement]:
    """The statements in the order in which they are taken while they fit."""
    if settings.template.choose == "importance":
        return ranked
    return spared_last(ranked, [worth[statement.representative.span] for statement in ranked], settings.length)


def _worth(statement: Statement, origin_of: Mapping[str, str]) -> float:
    """What a statement is worth: independent origins, being kept in copies too, a wording that stands by itself.

    An origin that says a part of it counts half.
    """
    sources = {one.span.source for one in statement.support if one.source_whole}
    origins = (statement.origins(origin_of) + statement.origins(origin_of, parts=True)) / 2
    founded = 1 + log(origins) + KEPT * log(len(sources))
    return founded * max(statement.clarity, 0.1)


def _with_the_rest(ranked: Sequence[Statement], statements: Sequence[Statement]) -> list[Statement]:
    """The statements with those behind them that no ranking has."""
    known = {statement.representative.span for statement in ranked}
    return [*ranked, *(statement for statement in statements if statement.representative.span not in known)]


def _sections(
    merged: Merged, template: Template, ranked: Sequence[Statement], taken: Taken, speakers: Speakers
) -> tuple[Section, ...]:
    specs = [spec for spec in template.sections if spec.shown]
    rank = {id(statement): n for n, statement in enumerate(ranked)}
    chosen = {spec.id: in_order(spec, taken.get(spec.id, []), rank) for spec in specs}
    labelled = [statement for spec in specs if spec.shape in {"bullets", "prose"} for statement in chosen[spec.id]]
    items = iter(_items(merged, template, labelled))
    origin_of = merged.origin_of

    def made(spec: SectionSpec) -> tuple[Item, ...]:
        match spec.shape:
            case "quotes":
                return tuple(quotation(one, origin_of, speakers) for one in by_speaker(chosen[spec.id], speakers))
            case "essentials":
                return tuple(item(one, None, origin_of) for one in chosen[spec.id])
            case _:
                return tuple(next(items) for _ in chosen[spec.id])

    return tuple(_section(spec, made(spec)) for spec in specs)


def _section(spec: SectionSpec, items: tuple[Item, ...]) -> Section:
    shown = items if spec.labels else tuple(replace(one, label=None) for one in items)
    return Section(spec.id, spec.heading, spec.shape, shown, spec.required, compact=spec.compact, grades=spec.grades)


def _items(merged: Merged, template: Template, statements: Sequence[Statement]) -> list[Item]:
    origin_of = merged.origin_of
    named = labels(statements, merged.statements) if template.labels else [None] * len(statements)
    return [item(statement, label, origin_of) for statement, label in zip(statements, named, strict=True)]


def _noted(document: Document, as_of: str | None) -> Document:
    """The document, with a note if it is dated after the brief: one of the two dates must be wrong."""
    published = document.source.published
    precision = min(len(published or ""), len(as_of or ""))
    if not (published and as_of) or published[:precision] <= as_of[:precision]:
        return document
    note = f"It is dated {published}, after the information of this brief ({as_of}); one of these dates is wrong."
    return replace(document, notes=(*document.notes, note))


def _titles(merged: Merged) -> list[str]:
    """The titles that the sources state."""
    return [document.source.title for document in merged.briefed if document.source.title]


def _words(title: str, lemmatize: Lemmatize) -> frozenset[str]:
    return frozenset(word for lemma in lemmatize(title) for word in lemma.split())


def _title(merged: Merged, titles: Sequence[str], lemmatize: Lemmatize) -> str | None:
    """The title of a source that says most of what all sources say."""
    told = Counter(word for statement in merged.statements for s in statement.sentences for word in set(s.lemmas))
    weights = {title: sum(told[word] for word in set(lemmatize(title))) / (3 + len(title.split())) for title in titles}
    return max(titles, key=lambda title: (weights[title], title), default=None)


def _signature(settings: Settings) -> str:
    """With what the brief was made: the version, the language pipeline, the settings."""
    parts = [
        f"briefing {VERSION}",
        settings.pipeline,
        f"template={settings.template.name}",
        f"words={settings.length}",
    ]
    parts.append(f"ranker={settings.ranker or OURS}")
    wanted = (
        ("cue-set", settings.template.cue_set),
        ("title", settings.title),
        ("as-of", settings.as_of),
        ("marking", settings.marking),
        ("embargo", settings.embargo),
        ("since", settings.since and (settings.since.as_of or settings.since.title)),
    )
    parts += [f"{key}={value}" for key, value in wanted if value]
    return " | ".join(part for part in parts if part)
