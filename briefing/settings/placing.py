"""The sections of a template in their order, put together from those that the templates of a chain write.

Enters: what one template after the other writes, and the sections of the cue set.
Leaves: sections by id. A section is known by its id; where a template says
`shape = "set"`, the sections of its cue set stand.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.mistakes import refuse
from briefing.settings.sections import section_sheet, tables_of
from briefing.settings.tables import Sheet, Table, Told, nearest

SET = "set"
"""The shape of the place where the sections of the cue set stand, and their name in the order of sections."""
ORDER = "sections"
"""The key that says which sections a template has, and in which order."""

Sections = dict[str, dict[str, Told]]
"""Sections by id, in their order."""


@dataclass(frozen=True, slots=True)
class OfSet:
    """The sections of the cue set, and the ids of those that only the template's own sets have."""

    sections: Mapping[str, Sheet]
    gone: frozenset[str]


NO_SET = OfSet({}, frozenset())


def is_set(table: Table) -> bool:
    """Whether the table is the place where the sections of the cue set stand."""
    return table.get("shape") == SET


def written(level: Table, where: Path) -> list[Table]:
    """The sections that a template writes, each with an id of its own."""
    found: dict[str, Table] = {}
    for table in tables_of(level, where):
        if sentence := _unfit(table, where, found.keys()):
            refuse(TemplateError(sentence, rule="section", where=where, section=str(table.get("id", ""))))
        else:
            found[_id(table)] = table
    return [*found.values()]


def with_level(sections: Sections, level: Table, of_set: OfSet, where: Path) -> Sections:
    """The sections with what one template says of them."""
    tables = [table for table in written(level, where) if _stays(table, sections, of_set)]
    placed = _placed(list(sections), [*map(_id, tables)], of_set)
    told = {id_: {**sections.get(id_, of_set.sections.get(id_, {}))} for id_ in placed}
    for table in tables:
        for id_, sheet in _sheets(table, tables, of_set, where):
            told[id_] |= sheet
    if ORDER not in level:
        return told
    return {id_: told[id_] for id_ in _in_order(level[ORDER], placed, of_set, where)}


def _stays(table: Table, before: Collection[str], of_set: OfSet) -> bool:
    """Whether a section has a place without a set that has it: one that is written in full is the template's own."""
    whole = "heading" in table and ("cues" in table or "shape" in table)
    return whole or _id(table) in before or _id(table) not in of_set.gone


def _sheets(table: Table, tables: Sequence[Table], of_set: OfSet, where: Path) -> Iterator[tuple[str, Sheet]]:
    """What a table says of a section; that of the set says it of each that has no table of its own."""
    told = section_sheet(table, where)
    if not is_set(table):
        yield table["id"], told
    elif "shown" in told:
        own = {other.get("id") for other in tables}
        yield from ((id_, {"shown": told["shown"]}) for id_ in of_set.sections if id_ not in own)


def _placed(before: list[str], ids: Sequence[str], of_set: OfSet) -> list[str]:
    """The ids in the order in which the sections stand: a new one behind the one that is written before it.

    The first that is written stands behind the sections of the set, or at the end.
    """
    with_set = SET in ids
    after = max((n for n, id_ in enumerate(before) if id_ in of_set.sections), default=len(before) - 1)
    for id_ in ids:
        new = of_set.sections if id_ == SET else [id_]
        if id_ != SET and with_set and id_ in of_set.sections and id_ not in before:
            continue
        for one in new:
            if one not in before:
                before.insert(after + 1, one)
            after = before.index(one)
    return before


def _unfit(table: Table, where: Path, before: Collection[str]) -> str:
    """What is wrong with a section as a whole."""
    id_ = _id(table)
    if is_set(table) and not table.keys() <= {"shape", "shown"}:
        return f'{where}: a section with shape = "set" can have no other key than “shown”.'
    if not isinstance(id_, str) or not id_ or (id_ == SET and not is_set(table)):
        return f'{where} has a [[section]] without an id. Give it one, such as id = "background".'
    return f"{where} has two sections “{id_}”. Give each an id of its own." if id_ in before else ""


def _id(table: Table) -> str:
    return SET if is_set(table) else table.get("id", "")


def _in_order(names: Any, placed: Sequence[str], of_set: OfSet, where: Path) -> Iterator[str]:
    """The sections that a template lists, and no others."""
    if sentence := _no_order(names, where):
        refuse(TemplateError(sentence, rule="order", where=where, key=ORDER))
        names = placed
    for name in dict.fromkeys(names):
        if name == SET:
            yield from (id_ for id_ in of_set.sections if id_ not in names)
        elif name in placed:
            yield name
        elif name not in of_set.gone:
            sentence = f"{where}: “{ORDER}” names “{name}”. {nearest(name, [*placed, SET])}"
            refuse(TemplateError(sentence, rule="order", where=where, key=ORDER))


def _no_order(names: Any, where: Path) -> str:
    """What is wrong with the order of sections as a whole."""
    if isinstance(names, list) and any(isinstance(name, dict) for name in names):
        return f"{where} has [[{ORDER}]]. Begin each section with [[section]]."
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        return f"{where}: “{ORDER}” cannot be {names!r}; it must be a list of the ids of sections."
    twice = next((name for name in names if names.count(name) > 1), None)
    return f"{where}: “{ORDER}” names “{twice}” twice." if twice else ""
