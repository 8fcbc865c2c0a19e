"""Step 5, rendering: tables as lines, for a brief that has little room.

In: the body of a section, as a table or a list. Out: the same in the fewest words,
with the same citations: a line for each row, and of the sources a line for each
that is cited.
"""

from briefing.render.evidence import Evidence
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
from briefing.render.wording import not_listed


def compacted(body: Body, evidence: Evidence) -> Body:
    """The body in lines; what has no such form stays as it is."""
    match body:
        case Actors(actors, more):
            return Rows("actor", tuple(map(_actor, actors)), more)
        case Timeline(events, more):
            return Rows("event", tuple(map(_event, events)), more)
        case Disagreements(disagreements, more):
            return Rows("difference", tuple(map(_difference, disagreements)), more)
        case SourceList(_, uncited, skipped):
            return SourceList(evidence.compact(), (), (), more=not_listed(len(uncited), len(skipped)), compact=True)
    return body


def _actor(row: ActorRow) -> Row:
    return Row(
        f"{row.name}," if row.role else row.name, (row.role,) if row.role else (), row.cites, origins=row.origins
    )


def _event(row: EventRow) -> Row:
    return Row(f"{row.when}:", (row.line,), quiet=not row.resolved, origins=row.line.origins)


def _difference(row: DisagreementRow) -> Row:
    return Row(f"{row.about[:1].upper()}{row.about[1:]}, {row.kind}:", row.versions)
