"""Step 4: statements become items.

Enters: a statement. Leaves: the item that a reader sees, with a citation for
every source that states it; the first is where the words come from.
"""

from collections.abc import Mapping

from briefing.model import Item, Span, Statement, one_for_each_source


def item(statement: Statement, label: str | None, origin_of: Mapping[str, str]) -> Item:
    """The item of a statement; its id is given with the numbers of the sources."""
    quoted = statement.representative
    return Item(
        id="",
        text=quoted.text,
        spans=(quoted.span,),
        citations=citations(statement, first=quoted.span),
        origins=statement.origins(origin_of),
        label=label,
        nature=statement.nature,
        speaker=statement.speaker,
        date=next((mention.date for mention in quoted.dates if mention.date), None),
    )


def citations(statement: Statement, first: Span) -> tuple[Span, ...]:
    """One passage of each source that states it, `first` before the others; of several the one most like it."""
    return one_for_each_source((first, *(sentence.span for sentence in statement.support)))
