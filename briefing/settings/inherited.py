"""What a template says together with what it takes from those it extends, key by key.

Enters: the chain of templates, and the cue set that is wanted. Leaves: settings and
sections, each value with the file that says it. A section is known by its id; where
a template says `shape = "set"`, the sections of its cue set stand.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.cue_sets import sheets_by_id
from briefing.settings.mistakes import refuse
from briefing.settings.search import TEMPLATE, extended_folder, template_folder
from briefing.settings.sections import section_sheet, tables_of
from briefing.settings.tables import Sheet, Table, Told, nearest, parsed, sheet

SET = "set"
"""The shape of the place where the sections of the cue set stand, and their name in the order of sections."""
ORDER = "sections"
"""The key that says which sections a template has, and in which order."""

Sections = dict[str, dict[str, Told]]
"""Sections by id, in their order."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a template says in the end: its settings but for its sections, and these by id, in their order."""

    settings: Sheet
    sections: Mapping[str, Sheet]
    folders: tuple[Path, ...]

    @property
    def where(self) -> Path:
        """The template's own file."""
        return self.folders[0] / TEMPLATE


@dataclass(frozen=True, slots=True)
class _Set:
    """The sections of the cue set, and the ids of those that only the template's own set has."""

    sections: Mapping[str, Sheet]
    gone: frozenset[str]


def inherited(name: str | Path, cue_set: str | None) -> Inherited:
    """Put a template together.

    Args:
        name: of a template, or its folder.
        cue_set: the name of the cue set whose sections it is to have; its own if None.

    Raises:
        TemplateError: there is no such template or set, or one of the files says what cannot be followed.
    """
    chain = tuple(_chain(name))
    folders = tuple(folder for folder, _ in chain)
    settings: dict[str, Told] = {}
    for folder, table in reversed(chain):
        told = {key: value for key, value in table.items() if key not in {"section", ORDER, "extends"}}
        settings |= sheet(told, folder / TEMPLATE)
    own = settings.pop("cue_set", None)
    of_set = _Set({}, frozenset())
    if any(_is_set(table) for folder, level in chain for table in _written(level, folder / TEMPLATE)):
        chosen = _text(own, folders[0] / TEMPLATE)
        settings["cue_set"] = Told(cue_set or chosen, own.where if own else folders[0] / TEMPLATE)
        of_set = _set(chosen, cue_set or chosen, folders)
    sections: Sections = {}
    for folder, table in reversed(chain):
        sections = _with_level(sections, table, of_set, folder / TEMPLATE)
    if not sections:
        sentence = f"{folders[0] / TEMPLATE} has no [[section]]; at least one is needed."
        raise TemplateError(sentence, rule="section", where=folders[0] / TEMPLATE)
    if not sections.keys() & of_set.sections.keys():
        settings.pop("cue_set", None)
        if cue_set is not None:
            raise TemplateError(f"{folders[0] / TEMPLATE} has no place for the sections of a cue set.")
    return Inherited(settings, sections, folders)


def _chain(name: str | Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The template's folder and table, then those it extends."""
    seen: tuple[Path, ...] = (template_folder(name),)
    while True:
        where = seen[-1] / TEMPLATE
        table = parsed(where)
        yield seen[-1], table
        wanted = table.get("extends")
        if wanted is None:
            return
        if not isinstance(wanted, str):
            sentence = f"{where}: “extends” cannot be {wanted!r}; it must be a text."
            raise TemplateError(sentence, rule="extends", where=where, key="extends")
        seen = (*seen, extended_folder(wanted, seen))


def _set(own: str, wanted: str, folders: Sequence[Path]) -> _Set:
    sections = sheets_by_id(wanted, folders)
    gone = sheets_by_id(own, folders).keys() - sections.keys() if own != wanted else set()
    return _Set(sections, frozenset(gone))


def _text(told: Told | None, where: Path) -> str:
    if told is None:
        sentence = f'{where} has a section with shape = "set", and no “cue_set” that names the set.'
        raise TemplateError(sentence, rule="cue-set", where=where)
    if not isinstance(told.value, str):
        sentence = f"{told.where}: “cue_set” cannot be {told.value!r}; it must be a text."
        raise TemplateError(sentence, rule="cue-set", where=told.where, key="cue_set")
    return told.value


def _is_set(table: Table) -> bool:
    return table.get("shape") == SET


def _with_level(sections: Sections, level: Table, of_set: _Set, where: Path) -> Sections:
    """The sections with what one template says of them."""
    written = [table for table in _written(level, where) if _id(table) not in of_set.gone]
    placed = _placed(list(sections), [*map(_id, written)], of_set)
    told = {id_: {**sections.get(id_, of_set.sections.get(id_, {}))} for id_ in placed}
    for table in written:
        if not _is_set(table):
            told[table["id"]] |= section_sheet(table, where)
    if ORDER not in level:
        return told
    return {id_: told[id_] for id_ in _in_order(level[ORDER], placed, of_set, where)}


def _placed(before: list[str], ids: Sequence[str], of_set: _Set) -> list[str]:
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


def _written(level: Table, where: Path) -> list[Table]:
    """The sections that a template writes, each with an id of its own."""
    found: dict[str, Table] = {}
    for table in tables_of(level, where):
        if sentence := _unfit(table, where, found.keys()):
            refuse(TemplateError(sentence, rule="section", where=where, section=str(table.get("id", ""))))
        else:
            found[_id(table)] = table
    return [*found.values()]


def _unfit(table: Table, where: Path, before: Collection[str]) -> str:
    """What is wrong with a section as a whole."""
    id_ = _id(table)
    if _is_set(table) and table.keys() != {"shape"}:
        return f'{where}: a section with shape = "set" can have no other key.'
    if not isinstance(id_, str) or not id_ or (id_ == SET and not _is_set(table)):
        return f'{where} has a [[section]] without an id. Give it one, such as id = "background".'
    return f"{where} has two sections “{id_}”. Give each an id of its own." if id_ in before else ""


def _id(table: Table) -> str:
    return SET if _is_set(table) else table.get("id", "")


def _in_order(names: Any, placed: Sequence[str], of_set: _Set, where: Path) -> Iterator[str]:
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
