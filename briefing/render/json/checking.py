"""Step 5, rendering: whether a brief that was read is one that could have been built.

In: a `Brief` of the right form. Out: what is wrong with it, a sentence each.
Renderers rely on what is checked here, and readers do: that every sentence is
the text of its spans.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from briefing.model import (
    Actor,
    Answer,
    Apart,
    Brief,
    Change,
    Changes,
    Clarification,
    Count,
    Document,
    Event,
    Item,
    Origin,
    Practice,
    Reason,
    Role,
    Section,
    Span,
    Term,
    Version,
)
from briefing.settings import Reliability, is_date

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

_NAMES = {(Brief, "documents"): "sources", (Origin, "why"): "reasons"}
"""The fields that have another name in the file."""


def flaws(brief: Brief) -> Iterator[str]:
    """What no brief that was built has."""
    yield from _of_the_whole(brief)
    checks = _Checks(brief)
    for place, value in walked(brief):
        yield from checks.flaws(place, value)


def _of_the_whole(brief: Brief) -> Iterator[str]:
    """Names and numbers that must be different, and the dates of the brief."""
    yield from _doubled("sources", [source.id for source in brief.sources])
    yield from _doubled("sections", [section.id for section in brief.sections])
    yield from _doubled("disagreements", [one.id for one in brief.disagreements if one.id])
    numbers = sorted(source.number for source in brief.sources if source.number)
    if numbers != [*range(1, len(numbers) + 1)]:
        yield "The numbers of the sources that are cited must be 1, 2, 3 and so on, each once."
    yield from _undated("as_of", brief.as_of)
    if brief.generated and not ((moment := _MOMENT.fullmatch(brief.generated)) and is_date(moment[1])):
        yield "generated must be a moment such as 2023-09-16T08:30:00Z, or null."


def _doubled(place: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for number, id_ in enumerate(ids):
        if id_ in seen:
            yield f"{place}[{number}].id must be unlike all before it; “{id_}” is there already."
        seen.add(id_)


def _undated(place: str, date: str | None) -> Iterator[str]:
    if date is not None and not is_date(date):
        yield f"{place} must be a date such as 2012, 2023-07 or 2023-09-16, or null."


def walked(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every part of a brief with its place in the file, what it is made of before the whole."""
    if is_dataclass(value):
        for field in fields(value):
            yield from walked(getattr(value, field.name), _place(place, value, field.name))
        yield place, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from walked(part, f"{place}[{number}]")


def _place(place: str, value: Any, name: str) -> str:
    """Where a field stands in the file, which makes a document and its source one object."""
    if isinstance(value, Document) and name == "source":
        return place
    named = _NAMES.get((type(value), name), name)
    return f"{place}.{named}" if place else named


class _Checks:
    """What must hold of each part.

    Args:
        brief: whose parts they are.
    """

    def __init__(self, brief: Brief) -> None:
        self._documents = {document.source.id: document for document in brief.documents}
        self._disagreements = {disagreement.id for disagreement in brief.disagreements}
        self._timeline = brief.timeline
        self._items = brief.items

    def flaws(self, place: str, value: Any) -> Iterator[str]:
        """What is wrong with a part."""
        match value:
            case Document():
                yield from self._document(place, value)
            case Span():
                yield from self._passage(place, value)
            case Clarification():
                yield from self._passage(place, Span(value.source, value.start, value.end))
            case Item() | Event() | Role() | Version() | Count() | Actor() | Answer():
                yield from self._telling(place, value)
            case Term():
                if not value.told:
                    yield f"{place}.told must not be empty."
            case Practice():
                yield from self._practice(place, value)
            case Change() | Changes():
                yield from self._changed(place, value)
            case Origin() | Apart() | Reason() | Section():
                yield from self._naming(place, value)

    def _naming(self, place: str, value: Origin | Apart | Reason | Section) -> Iterator[str]:
        """What names a source or a disagreement."""
        match value:
            case Section():
                yield from self._undisputed(f"{place}.differences", value.differences)
            case Reason():
                yield from self._unknown(place, (value.source, value.other))
            case _:
                yield from self._unknown(f"{place}.sources", value.sources)

    def _practice(self, place: str, practice: Practice) -> Iterator[str]:
        """That all it asks can be answered."""
        dated = {number for number, event in enumerate(self._timeline) if event.date}
        for number, event in enumerate(practice.order):
            if event not in dated or event in practice.order[:number]:
                yield f"{place}.order[{number}] must be the place of a dated event, each once."
        for number, gap in enumerate(practice.gaps):
            spans = self._items[gap.item].spans[:1] if 0 <= gap.item < len(self._items) else ()
            if not any(_within(gap.answer, span) for span in spans):
                yield f"{place}.gaps[{number}].answer must be a part of the item in whose place it is."

    def _changed(self, place: str, value: Change | Changes) -> Iterator[str]:
        if isinstance(value, Change):
            yield from self._change(place, value)
            return
        yield from _undated(f"{place}.as_of", value.as_of)
        for number, item in enumerate(value.marked):
            if not 0 <= item < len(self._items):
                yield f"{place}.marked[{number}] must be the place of an item."

    def _change(self, place: str, change: Change) -> Iterator[str]:
        """That there is something to show, word for word, and that what stood before is still where it is cited."""
        if change.kind != "dropped":
            yield from self._cited(place, change.citations)
            yield from _clarified(place, change)
            yield from self._altered(place, change.verbatim, change.spans)
        elif change.before is None:
            yield f"{place}.before must not be null: it is all that there is of a sentence that is told no longer."
        if change.before and change.before.citations:
            yield from self._cited(f"{place}.before", change.before.citations)
            yield from self._altered(f"{place}.before", change.before.text, change.before.citations[:1])

    def _document(self, place: str, document: Document) -> Iterator[str]:
        yield from _undated(f"{place}.published", document.source.published)
        yield from _undated(f"{place}.modified", document.source.modified)
        language = document.source.language
        if language is not None and not _LANGUAGE.fullmatch(language):
            yield f"{place}.language must be a code such as en, or null."
        if document.source.reliability not in get_args(Reliability):
            yield f"{place}.reliability must be one of {', '.join(get_args(Reliability))}."
        for number, block in enumerate(document.blocks):
            yield from _outside(f"{place}.blocks[{number}]", block.start, block.end, document)
        for number, dropped in enumerate(document.dropped):
            yield from _outside(f"{place}.dropped[{number}]", dropped.start, dropped.end, document)
        yield from _unpaged(place, document)

    def _passage(self, place: str, span: Span) -> Iterator[str]:
        if document := self._documents.get(span.source):
            yield from _outside(place, span.start, span.end, document)
        else:
            yield from self._unknown(place, (span.source,))

    def _unknown(self, place: str, ids: Iterable[str]) -> Iterator[str]:
        yield from (
            f"{place} names the source “{id_}”, which is not there." for id_ in ids if id_ not in self._documents
        )

    def _telling(self, place: str, value: Item | Event | Role | Version | Count | Actor | Answer) -> Iterator[str]:
        """A sentence, or a few words, with its citations."""
        yield from self._cited(place, value.citations)
        match value:
            case Item() | Event():
                yield from _undated(f"{place}.date", value.date)
                yield from _clarified(place, value)
                yield from self._altered(place, value.verbatim, value.spans)
            case Answer():
                yield from _undated(f"{place}.date", value.date)
                yield from self._altered(place, value.text, value.spans)
            case Role() | Count():
                yield from self._altered(place, value.text, value.spans)
            case Version():
                yield from self._altered(place, value.text, value.citations[:1])
        if isinstance(value, Item):
            yield from self._undisputed(f"{place}.disputed", value.disputed)

    def _cited(self, place: str, citations: Sequence[Span]) -> Iterator[str]:
        if not citations:
            yield f"{place}.citations must not be empty."
        for number, span in enumerate(citations):
            if span.source in self._documents and not self._documents[span.source].source.number:
                yield f"{place}.citations[{number}] cites the source “{span.source}”, whose number is 0."

    def _undisputed(self, place: str, ids: Iterable[str]) -> Iterator[str]:
        yield from (
            f"{place} names the disagreement “{id_}”, which is not there."
            for id_ in ids
            if id_ not in self._disagreements
        )

    def _altered(self, place: str, text: str, spans: Iterable[Span]) -> Iterator[str]:
        """That a text is not what the source says there."""
        passages = [self._documents[span.source].passage(span) for span in spans if span.source in self._documents]
        if text != " … ".join(passages):
            yield f"{place}.text is not what stands in its source: one of the two was changed."


def _within(part: Span, whole: Span) -> bool:
    return part.source == whole.source and whole.start <= part.start and part.end <= whole.end


def _outside(place: str, start: int, end: int, document: Document) -> Iterator[str]:
    length = len(document.text)
    if not 0 <= start < end <= length:
        yield f"{place} is from {start} to {end}, and the source “{document.source.id}” from 0 to {length}."


def _unpaged(place: str, document: Document) -> Iterator[str]:
    """Pages that begin nowhere in the text, or before the one that stands before them."""
    behind = 0
    for number, page in enumerate(document.pages):
        if not behind <= page.start < len(document.text) or page.number < 1:
            yield f"{place}.pages[{number}] must have a number from 1 and begin in the text, behind the page before it."
        behind = page.start + 1


def _clarified(place: str, told: Item | Event | Change) -> Iterator[str]:
    """Brackets that do not stand where they are said to, one behind the other."""
    behind = 0
    for number, note in enumerate(told.clarified):
        bracket = f"[{note.text}]"
        if note.at < behind or not told.text.startswith(bracket, note.at):
            yield f"{place}.clarified[{number}].at is not where “{bracket}” stands in the text."
        behind = note.at + len(bracket)
