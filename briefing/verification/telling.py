"""Verification: whether what a brief says beside the words of its sources can be found in them.

In: the brief of a record. Out: faults: labels, speakers, names, dates and their order, and the title that no source
has; and notes: what is worth a look, as a citation that shares no word with what it is cited for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as calendar

from briefing.calendar_names import SHORT_MONTHS, WEEKDAYS
from briefing.compose.differences import NAMING
from briefing.language.stems import stem
from briefing.merge.disagreements import in_time
from briefing.merge.variants import alike
from briefing.model import Actor, Brief, Disagreement, Document, Event, Item, Span, latest_date
from briefing.render.json.checking import walked
from briefing.verification.report import Fault

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_SHORT = 3
"""Letters of a word that is no name and seldom tells what a sentence is about."""
SEVERAL = 2
"""Versions, at least, of what sources tell differently."""


def faults(brief: Brief) -> Iterator[Fault]:
    """What no source says."""
    yield from _frame(brief)
    documents = {document.source.id: document for document in brief.documents}
    for place, value in walked(brief):
        match value:
            case Item():
                yield from _item(place, value, documents, brief.actors)
            case Event():
                yield from _dated(place, value.said, value.date)
                if value.said not in value.text:
                    yield Fault(place, f"{place}.said is “{value.said}”, which the event does not say.")
            case Actor():
                yield from _names(place, value, documents)
    yield from _order(brief)
    for n, one in enumerate(brief.disagreements):
        yield from _versions(f"disagreements[{n}]", one, documents)


def notes(brief: Brief) -> Iterator[str]:
    """Citations that a reader should look at."""
    documents = {document.source.id: document for document in brief.documents}
    for item in brief.items:
        for citation in item.citations[1:]:
            passage = documents[citation.source].passage(citation)
            if not weighty(item.text) & weighty(passage):
                path = documents[citation.source].source.path
                yield f"{item.id} cites “{passage}” of {path}, which has no word in common with it. Read both."


def _frame(brief: Brief) -> Iterator[Fault]:
    """The title, the date of the information and the template, which the signature or the sources give."""
    titles = {source.title for source in brief.briefed}
    given = f" | title={brief.title}" in brief.signature
    if not given and brief.title not in titles and (brief.title != "Brief" or any(titles)):
        yield Fault("title", f"The title “{brief.title}” is no source's, and was not given.")
    known = latest_date(document for document in brief.documents if document.source in brief.briefed)
    if f" | as-of={brief.as_of}" not in brief.signature and brief.as_of != known:
        yield Fault("as_of", f"as_of is {brief.as_of}, and the latest source is of {known}.")
    if f" | template={brief.template} | " not in brief.signature:
        yield Fault("template", f"The template is “{brief.template}”, and the signature names another.")


def _item(place: str, item: Item, documents: dict[str, Document], actors: Sequence[Actor]) -> Iterator[Fault]:
    first = item.citations[0]
    document = documents[first.source]
    around = document.text[slice(*_block(document, first))]
    if item.label is not None and item.label.casefold() not in around.casefold():
        yield Fault(place, f"{place}.label is “{item.label}”, which its paragraph does not say.")
    if item.speaker is not None and not _is_told(item.speaker, document, actors):
        yield Fault(place, f"{place}.speaker is “{item.speaker}”, whom its source does not name.")
    if item.nature == "quote" and not re.search(r"[“”„«»\"]", document.passage(first)):
        yield Fault(place, f"{place}.nature is “quote”, and its source does not put it in quotation marks.")


def _is_told(speaker: str, document: Document, actors: Sequence[Actor]) -> bool:
    """Whether a source names a speaker, in these words, in others for the same actor, or in another spelling."""
    names = {speaker, *(name for actor in actors if actor.name == speaker for name in actor.aliases)}
    if any(name in document.text for name in names):
        return True
    spoken = {word for word in _WORD.findall(document.text) if word[0].isupper()}
    return any(alike(ours, theirs) for ours in _WORD.findall(speaker) for theirs in spoken)


def _names(place: str, actor: Actor, documents: dict[str, Document]) -> Iterator[Fault]:
    called = {actor.name, *actor.aliases}
    for number, citation in enumerate(actor.citations):
        if documents[citation.source].passage(citation) not in called:
            yield Fault(place, f"{place}.citations[{number}] is no mention of {actor.name}.")
    for name in sorted(called):
        if not any(name in document.text for document in documents.values()):
            yield Fault(place, f"{place} has the name “{name}”, which no source has.")


def _dated(place: str, said: str, date: str | None) -> Iterator[Fault]:
    """That a date is not what was said."""
    if date is not None and not _may_be(said.casefold(), date):
        yield Fault(place, f"{place}.date is {date}, and its source says “{said}”.")


def _may_be(said: str, date: str) -> bool:
    """Whether nothing that was said speaks against a date: its year, month, day and weekday are among those said."""
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    months = [n for n, name in enumerate(SHORT_MONTHS, start=1) if re.search(rf"\b{name}", said)]
    days = [int(one) for one in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", said)] if months else []
    weekdays = [n for n, name in enumerate(WEEKDAYS, start=1) if name.lower() in said]
    weekday = calendar(year, month, day).isoweekday() if day else 0
    years = [int(one) for one in _YEAR.findall(said)]
    pairs = ((year, years), (month, months), (day, days), (weekday, weekdays))
    return all(known in told for known, told in pairs if known and told)


def _order(brief: Brief) -> Iterator[Fault]:
    """The timeline in its order; a count of words that keeps to the length."""
    dates = [event.date or "9999" for event in brief.timeline]
    if dates != sorted(dates):
        yield Fault("timeline", "The timeline is not in the order of its dates.")
    for shape, rows in (("actors", brief.actors), ("timeline", brief.timeline), ("figures", brief.figures)):
        if rows and all(section.shape != shape for section in brief.sections):
            yield Fault(shape, f"There are {shape}, and no section that shows them.")


def _versions(place: str, told: Disagreement, documents: dict[str, Document]) -> Iterator[Fault]:
    """That the versions differ, and stand in the order in which the sources tell them, the latest as such."""
    versions = told.versions
    if len({version.text for version in versions}) < max(len(versions), SEVERAL):
        yield Fault(place, f"{place} does not have several versions that differ.")
    undated = tuple(replace(one, latest=False) for one in versions)
    published = {id_: document.source.published for id_, document in documents.items()}
    # What a thing is called has no latest version.
    if versions and versions != (undated if told.kind in NAMING else in_time(undated, published)):
        yield Fault(
            place, f"{place} does not have its versions in the order of their sources' dates, the latest as such."
        )


def _block(document: Document, span: Span) -> tuple[int, int]:
    """The paragraph of a passage."""
    return next(((one.start, one.end) for one in document.blocks if one.start <= span.start < one.end), (0, 0))


def weighty(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, in their normal forms."""
    words = _WORD.findall(text)
    return frozenset(
        stem(word.casefold()) for word in words if len(word) > _SHORT or word[0].isupper() or word[0].isdigit()
    )
