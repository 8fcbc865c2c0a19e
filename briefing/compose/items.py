"""Step 4: statements become items.

Enters: a statement. Leaves: the item that a reader sees, with a citation for
every source that states it; the first is where the words come from.
"""

from collections.abc import Mapping

from briefing.compose.clarity import shown
from briefing.model import Citation, Item, Span, Statement, one_for_each_source


def item(statement: Statement, label: str | None, origin_of: Mapping[str, str]) -> Item:
    """The item of a statement; its id is given with the numbers of the sources."""
    quoted = statement.representative
    seen = shown(quoted)
    return Item(
        id="",
        text=seen.text,
        spans=seen.spans,
        citations=citations(statement, first=quoted.span),
        origins=statement.origins(origin_of),
        label=label,
        nature=statement.nature,
        speaker=statement.speaker,
        date=next((mention.date for mention in quoted.dates if mention.date), None),
        clarified=seen.clarified,
    )


def citations(statement: Statement, first: Span) -> tuple[Citation, ...]:
    """A passage of each source that states it, `first` before the others; of one that states parts, each passage."""
    quoted = Citation(first.source, first.start, first.end)
    whole = one_for_each_source((quoted, *(one.citation for one in statement.support if one.whole)))
    stating = {citation.source for citation in whole}
    parts = (one.citation for one in statement.support if one.span.source not in stating)
    return (*whole, *dict.fromkeys(parts))
