"""The types that flow from a source file to a brief.

Frozen, slotted, made of tuples; standard library only. Every offset in this
package counts Unicode code points of a document's canonical `text` and every
range is half-open: `text[start:end]`. Dates are ISO 8601 strings, as precise
as the source and no more: `"2012"`, `"2023-07"` or `"2023-09-16"`.
"""

from briefing.model.briefs import Brief, Clarification, Event, Item, LeftOut, Section, Shape, SourceSummary, verbatim
from briefing.model.documents import Block, BlockKind, Document, Dropped, Skipped, Source, latest_date
from briefing.model.essentials import Answer, Essential, Question
from briefing.model.sentences import (
    Attribution,
    DateMention,
    Deed,
    Entity,
    EntityKind,
    Happening,
    Modality,
    Organ,
    Part,
    Quantity,
    Reference,
    Sentence,
    Tense,
    Topic,
    Weight,
)
from briefing.model.spans import Citation, Span, one_for_each_source
from briefing.model.statements import (
    Actor,
    Apart,
    Count,
    Disagreement,
    Figure,
    Merged,
    Nature,
    Origin,
    Reason,
    Role,
    Statement,
    Support,
    Version,
    set_apart,
)

__all__ = [
    "Actor",
    "Answer",
    "Apart",
    "Attribution",
    "Block",
    "BlockKind",
    "Brief",
    "Citation",
    "Clarification",
    "Count",
    "DateMention",
    "Deed",
    "Disagreement",
    "Document",
    "Dropped",
    "Entity",
    "EntityKind",
    "Essential",
    "Event",
    "Figure",
    "Happening",
    "Item",
    "LeftOut",
    "Merged",
    "Modality",
    "Nature",
    "Organ",
    "Origin",
    "Part",
    "Quantity",
    "Question",
    "Reason",
    "Reference",
    "Role",
    "Section",
    "Sentence",
    "Shape",
    "Skipped",
    "Source",
    "SourceSummary",
    "Span",
    "Statement",
    "Support",
    "Tense",
    "Topic",
    "Version",
    "Weight",
    "latest_date",
    "one_for_each_source",
    "set_apart",
    "verbatim",
]
