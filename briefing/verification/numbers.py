"""Verification: whether the numbers of a brief are those that its own content gives.

In: the record as data, and the brief of it. Out: faults. Composition gives numbers in one place, and rendering says
in one place what follows from the rest; both are asked again.
"""

import json as plain_json
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.compose.differences import Versions
from briefing.compose.numbering import numbered
from briefing.merge.credits import credits_in
from briefing.model import Brief, Item, Span
from briefing.render import json
from briefing.verification.report import Fault


def faults(record: Mapping[str, Any], brief: Brief) -> Iterator[Fault]:
    """Numbers and ids that are not what they would be."""
    yield from _ids(brief)
    yield from _sources(brief)
    yield from _origins(brief)
    for place, item in _items(brief):
        yield from _witnesses(place, item, brief)
    yield from different(record, data_of(brief))


def data_of(brief: Brief) -> Mapping[str, Any]:
    """The record that would be written of a brief."""
    data: Mapping[str, Any] = plain_json.loads(json.dumped(brief))
    return data


def different(ours: Any, theirs: Any, place: str = "") -> Iterator[Fault]:
    """Where a record is not what it should be; what only one of the two knows is of another version.

    Args:
        ours: a value of the record.
        theirs: the value that it should have.
        place: where it stands.
    """
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in (key for key in ours if key in theirs and key != json.SEAL):
            yield from different(ours[key], theirs[key], f"{place}.{key}" if place else key)
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for number, pair in enumerate(zip(ours, theirs, strict=True)):
            yield from different(*pair, f"{place}[{number}]")
    elif ours != theirs:
        yield Fault(place, f"{place} is {_told(ours)}, and what the brief holds makes it {_told(theirs)}.")


def _told(value: Any) -> str:
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = plain_json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _items(brief: Brief) -> Iterator[tuple[str, Item]]:
    """The items with their places."""
    for number, section in enumerate(brief.sections):
        yield from ((f"sections[{number}].items[{n}]", item) for n, item in enumerate(section.items))


def _ids(brief: Brief) -> Iterator[Fault]:
    """The ids, each in its order."""
    for (place, item), again in zip(_items(brief), numbered(brief).items, strict=True):
        if item.id != again.id:
            yield Fault(place, f"{place}.id is “{item.id}”, and in reading order it is “{again.id}”.")
    lists = (
        ("sources", "S", [source.id for source in brief.sources]),
        ("origins", "O", [origin.id for origin in brief.origins]),
        ("disagreements", "d", [one.id for one in brief.disagreements]),
    )
    for name, letter, ids in lists:
        for n, id_ in enumerate(ids):
            if id_ != f"{letter}{n + 1}":
                place = f"{name}[{n}]"
                yield Fault(place, f"{place}.id is “{id_}”, and in its order it is “{letter}{n + 1}”.")


def _sources(brief: Brief) -> Iterator[Fault]:
    """The numbers of the sources, and how often each is cited."""
    for n, (source, again) in enumerate(zip(brief.sources, numbered(brief).sources, strict=True)):
        place = f"sources[{n}]"
        if source.number != again.number:
            yield Fault(
                place, f"{place}.number is {source.number}, and in the order of first use it is {again.number}."
            )
        if source.items != again.items:
            yield Fault(place, f"{place}.items is {source.items}, and {again.items} items cite it.")


def _origins(brief: Brief) -> Iterator[Fault]:
    """That the origins and the sources say the same of one another."""
    held = {source: origin.id for origin in brief.origins for source in origin.sources}
    for n, source in enumerate(brief.sources):
        if source.origin != held.get(source.id):
            place, counted = f"sources[{n}]", held.get(source.id, "none")
            yield Fault(place, f"{place}.origin is “{source.origin}”, and the origins count it to “{counted}”.")
    for n, origin in enumerate(brief.origins):
        joined = {source for reason in origin.why for source in (reason.source, reason.other)}
        if len(origin.why) != len(origin.sources) - 1 or not joined <= {*origin.sources}:
            yield Fault(f"origins[{n}]", f"origins[{n}] does not say why each of its sources belongs to it.")


def _witnesses(place: str, item: Item, brief: Brief) -> Iterator[Fault]:
    """How many independent origins state an item, and which disagreements it is part of."""
    origin_of = {source.id: source.origin for source in brief.sources}
    whole = [one for one in item.citations if not one.part]
    cited = {origin_of[one.source] for one in whole}
    fewest, most = (1, len(whole)) if any(_credits_another(one, brief) for one in whole) else (len(cited), len(cited))
    if not fewest <= item.origins <= most:
        yield Fault(place, f"{place}.origins is {item.origins}, and what it cites is of {len(cited)}.")
    told = Versions(brief.disagreements).disputing(item)
    if item.disputed != told:
        ours, theirs = (", ".join(ids) or "none" for ids in (item.disputed, told))
        yield Fault(place, f"{place}.disputed is {ours}, and it tells a version of {theirs}.")


def _credits_another(citation: Span, brief: Brief) -> bool:
    """Whether a passage may have its news from another source, which then is the witness."""
    (document,) = (one for one in brief.documents if one.source.id == citation.source)
    names = {*credits_in(document.passage(citation))}
    return any(
        name in (other.source.publisher or other.text).casefold()
        for name in names
        for other in brief.documents
        if other is not document
    )
