"""Step 5, rendering: the rows of the tables, as every format shows them.

In: a `Brief` and its evidence. Out: who acts, what happened when, how many, what the
sources tell differently, and what names mean; nothing where there are no rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Actor, Brief, Count, Disagreement, Event, Section, Version
from briefing.render.chronology import lettered, strip
from briefing.render.counting import counted, opened
from briefing.render.evidence import Evidence
from briefing.render.lines import line, nature_of, whole, witnesses
from briefing.render.reviewing import told_about
from briefing.render.view import (
    ActorRow,
    Actors,
    CountRow,
    DisagreementRow,
    Disagreements,
    EventRow,
    FigureRow,
    Figures,
    Glossary,
    GlossaryRow,
    Line,
    Strip,
    Timeline,
)
from briefing.render.wording import capital, count, date_range, human_date, phrase, plain, spelled_count
from briefing.render.words import Counted, Words


def actors(brief: Brief, evidence: Evidence) -> Actors | None:
    """Who acts."""
    rows = tuple(_actor(actor, evidence) for actor in brief.actors)
    return Actors(rows, _more(evidence.words.more_actors, brief.left_out.actors, evidence)) if rows else None


def _actor(actor: Actor, evidence: Evidence) -> ActorRow:
    role = line(actor.role.text, actor.role.citations, evidence) if actor.role else None
    aliases = ", ".join(map(plain, actor.aliases))
    cites, origins = evidence.cites(actor.citations), evidence.origins(actor.citations)
    return ActorRow(plain(actor.name), aliases, evidence.words.kinds.get(actor.kind, actor.kind), role, cites, origins)


def timeline(brief: Brief, evidence: Evidence) -> Timeline | None:
    """What happened when, and the drawing of it."""
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
        yield capital(spelled_count(words.undated_events, undated, words))


def _event(event: Event, letter: str, evidence: Evidence) -> EventRow:
    when, shown = _when(event, evidence.words), line(event.text, event.citations, evidence, event.clarified)
    return EventRow(when, event.date is not None, shown, letter, "" if event.date else shown.language)


def _when(event: Event, words: Words) -> str:
    """The date, or how it was said."""
    return human_date(event.date, words) if event.date else phrase(words.quotation, text=plain(event.said))


def figures(brief: Brief, evidence: Evidence) -> Figures | None:
    """How many, as the sources put it."""
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
    shown = line(figure.text, figure.citations, evidence)
    sources = whole(shown.cites)
    kin = witnesses(shown.origins, sources, words) if shown.origins < sources else ()
    marks = (*nature_of(figure, words), *kin, *([words.latest] if figure.latest else []))
    dates = {source.published for source in brief.sources for span in figure.citations if source.id == span.source}
    known = [date for date in dates if date]
    return CountRow(
        replace(shown, marks=(f"[{words.between.join(marks)}]",) if marks else ()),
        date_range(known, words) if known else words.not_stated,
    )


def disagreements(section: Section, brief: Brief, evidence: Evidence) -> Disagreements | None:
    """What the sources tell differently and no other section shows."""
    rows = tuple(_disagreement(disagreement, evidence) for disagreement in brief.differences(section))
    more = _more(evidence.words.more_differences, brief.left_out.disagreements, evidence)
    return Disagreements(rows, more) if rows else None


def differences(section: Section, brief: Brief, evidence: Evidence) -> tuple[DisagreementRow, ...]:
    """What stands beneath a section; a table of figures, or of what has changed, has its own in its rows."""
    if section.shape in {"disagreements", "figures", "changes"}:
        return ()
    return tuple(_disagreement(one, evidence) for one in brief.differences(section))


def _disagreement(disagreement: Disagreement, evidence: Evidence) -> DisagreementRow:
    versions = tuple(_version(version, evidence) for version in disagreement.versions)
    pieces, kind = told_about(disagreement, versions[0].language if versions else "", evidence.words)
    return DisagreementRow(pieces, kind, versions)


def _version(version: Version, evidence: Evidence) -> Line:
    shown = line(version.text, version.citations, evidence)
    return replace(shown, marks=(*shown.marks, f"[{evidence.words.latest}]")) if version.latest else shown


def glossary(brief: Brief, evidence: Evidence) -> Glossary | None:
    """What names mean."""
    told = ((term, tuple(line(role.text, role.citations, evidence) for role in term.told)) for term in brief.glossary)
    rows = tuple(GlossaryRow(plain(term.name), lines, lines[0].language) for term, lines in told)
    return Glossary(rows, _more(evidence.words.more_terms, brief.left_out.glossary, evidence)) if rows else None


def _more(forms: Counted, number: int, evidence: Evidence) -> str:
    """What a table leaves out, in words: “and 3 more actors named”."""
    return count(forms, number, evidence.words) if number else ""
