"""Step 5, rendering: tables as lines, for a brief that has little room.

In: the body of a section, as a table or a list. Out: the same in the fewest words,
with the same citations: a line for each row, and of the sources a line for each
that is cited.
"""

from briefing.render.counting import opened
from briefing.render.evidence import FEW, Evidence
from briefing.render.view import (
    ActorRow,
    Actors,
    Body,
    DisagreementRow,
    Disagreements,
    EventRow,
    Row,
    Rows,
    SourceList,
    Timeline,
)
from briefing.render.wording import not_listed, phrase
from briefing.render.words import Words


def compacted(body: Body, evidence: Evidence) -> Body:
    """The body in lines; what has no such form stays as it is."""
    match body:
        case Actors(actors, more):
            return Rows("actor", tuple(map(_actor, actors)), more)
        case Timeline(events, more):
            return Rows("event", tuple(_event(row, evidence.words) for row in events), more)
        case Disagreements(disagreements, more):
            return Rows("difference", tuple(_difference(row, evidence.words) for row in disagreements), more)
        case SourceList(cited, uncited, skipped, aside=aside):
            unusable = sum(file.language is None for file in skipped)
            more = " ".join(filter(None, (not_listed(len(uncited), unusable, evidence.words), aside)))
            return SourceList(evidence.compact(), (), (), compact=True, run_on=len(cited) > FEW, more=more)
    return body


def _actor(row: ActorRow) -> Row:
    """Behind the role stand the sources that tell it, at the end those that only name the actor."""
    if row.role is None:
        return Row(((row.name, ""),), (), row.cites, origins=row.origins)
    told = {cite.number for cite in row.role.cites}
    named = tuple(cite for cite in row.cites if cite.number not in told)
    return Row(((f"{row.name},", ""),), (row.role,), named, origins=row.origins)


def _event(row: EventRow, words: Words) -> Row:
    name = phrase(words.named, name=row.when)
    return Row(((name, row.language),), (row.line,), quiet=not row.resolved, origins=row.line.origins)


def _difference(row: DisagreementRow, words: Words) -> Row:
    return Row((*opened(row.pieces), (f", {phrase(words.named, name=row.kind)}", "")), row.versions)
