"""What a template says together with what it takes from those it extends, key by key.

Enters: the chain of templates, and the cue set that is wanted. Leaves: settings and
sections, each value with the file that says it. A section is known by its id; where
a template says `shape = "set"`, the sections of its cue set stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.cue_sets import sheets_by_id
from briefing.settings.languages import word_files
from briefing.settings.search import TEMPLATE, extended_folder, template_folder
from briefing.settings.sections import section_sheet, tables_of
from briefing.settings.tables import Sheet, Table, Told, nearest, parsed, sheet

SET = "set"
"""The shape of the place where the sections of the cue set stand, and their name in the order of sections."""
ORDER = "sections"
"""The key that says which sections a template has, and in which order."""
FITTING = "cue_sets"
"""Where the cue sets stand of which the one that fits the sources is used; a file lists them in `cue_set`."""

Sections = dict[str, dict[str, Told]]
"""Sections by id, in their order."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a template says in the end: its settings, its sections by id, in their order, and the files of its words."""

    settings: Sheet
    sections: Mapping[str, Sheet]
    folders: tuple[Path, ...]
    word_files: tuple[Path, ...]

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
    if FITTING in settings:
        raise TemplateError(f"{settings[FITTING].where} has the unknown key “{FITTING}”. Did you mean “cue_set”?")
    of_set = _Set({}, frozenset())
    if any(_is_set(table) for folder, level in chain for table in tables_of(level, folder / TEMPLATE)):
        names = _names(own, folders[0] / TEMPLATE)
        where = own.where if own else folders[0] / TEMPLATE
        settings["cue_set"] = Told(cue_set or names[0], where)
        settings[FITTING] = Told(names if cue_set is None and len(names) > 1 else [], where)
        of_set = _set(names, cue_set or names[0], folders)
    sections: Sections = {}
    for folder, table in reversed(chain):
        sections = _with_level(sections, table, of_set, folder / TEMPLATE)
    if not sections:
        raise TemplateError(f"{folders[0] / TEMPLATE} has no [[section]]; at least one is needed.")
    if not sections.keys() & of_set.sections.keys():
        settings.pop("cue_set", None)
        settings.pop(FITTING, None)
        if cue_set is not None:
            raise TemplateError(f"{folders[0] / TEMPLATE} has no place for the sections of a cue set.")
    return Inherited(settings, sections, folders, word_files(chain))


def folders_of(name: str | Path) -> tuple[Path, ...]:
    """The folders of a template and of those it extends, as far as its files let follow that.

    Raises:
        TemplateError: there is no such template.
    """
    folders: tuple[Path, ...] = (template_folder(name),)
    with suppress(TemplateError):
        while isinstance(wanted := parsed(folders[-1] / TEMPLATE).get("extends"), str):
            folders = (*folders, extended_folder(wanted, folders))
    return folders


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
            raise TemplateError(f"{where}: “extends” cannot be {wanted!r}; it must be a text.")
        seen = (*seen, extended_folder(wanted, seen))


def _set(own: Sequence[str], wanted: str, folders: Sequence[Path]) -> _Set:
    sections = sheets_by_id(wanted, folders)
    of_own = {id_ for name in own for id_ in sheets_by_id(name, folders)}
    return _Set(sections, frozenset(of_own - sections.keys()))


def _names(told: Told | None, where: Path) -> list[str]:
    """The cue sets that a template names: one, or several of which the one that fits the sources is used."""
    if told is None:
        raise TemplateError(f'{where} has a section with shape = "set", and no “cue_set” that names the set.')
    names = told.value if isinstance(told.value, list) else [told.value]
    if not names or not all(isinstance(name, str) for name in names):
        raise TemplateError(f"{told.where}: “cue_set” cannot be {told.value!r}; it must be a text, or a list of texts.")
    return names


def _is_set(table: Table) -> bool:
    return table.get("shape") == SET


def _with_level(sections: Sections, level: Table, of_set: _Set, where: Path) -> Sections:
    """The sections with what one template says of them."""
    written = [table for table in tables_of(level, where) if _id(table, where) not in of_set.gone]
    placed = _placed(list(sections), written, of_set, where)
    told = {id_: {**sections.get(id_, of_set.sections.get(id_, {}))} for id_ in placed}
    for table in written:
        told |= {id_: {**told[id_], **sheet_} for id_, sheet_ in _sheets(table, written, of_set, where)}
    if ORDER not in level:
        return told
    return {id_: told[id_] for id_ in _in_order(level[ORDER], placed, of_set, where)}


def _sheets(table: Table, written: Sequence[Table], of_set: _Set, where: Path) -> Iterator[tuple[str, Sheet]]:
    """What a table says of a section; that of the set says it of each that has no table of its own."""
    told = section_sheet(table, where)
    if not _is_set(table):
        yield table["id"], told
    elif "shown" in told:
        own = {other.get("id") for other in written}
        yield from ((id_, {"shown": told["shown"]}) for id_ in of_set.sections if id_ not in own)


def _placed(before: list[str], written: Sequence[Table], of_set: _Set, where: Path) -> list[str]:
    """The ids in the order in which the sections stand: a new one behind the one that is written before it.

    The first that is written stands behind the sections of the set, or at the end.
    """
    ids = [_id(table, where) for table in written]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise TemplateError(f"{where} has two sections “{id_}”. Give each an id of its own.")
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


def _id(table: Table, where: Path) -> str:
    if _is_set(table):
        if not table.keys() <= {"shape", "shown"}:
            raise TemplateError(f'{where}: a section with shape = "set" can have no other key than “shown”.')
        return SET
    id_ = table.get("id")
    if not isinstance(id_, str) or not id_ or id_ == SET:
        raise TemplateError(f'{where} has a [[section]] without an id. Give it one, such as id = "background".')
    return id_


def _in_order(names: Any, placed: Sequence[str], of_set: _Set, where: Path) -> Iterator[str]:
    """The sections that a template lists, and no others."""
    if isinstance(names, list) and any(isinstance(name, dict) for name in names):
        raise TemplateError(f"{where} has [[{ORDER}]]. Begin each section with [[section]].")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise TemplateError(f"{where}: “{ORDER}” cannot be {names!r}; it must be a list of the ids of sections.")
    for name in names:
        if names.count(name) > 1:
            raise TemplateError(f"{where}: “{ORDER}” names “{name}” twice.")
        if name == SET:
            yield from (id_ for id_ in of_set.sections if id_ not in names)
        elif name in placed:
            yield name
        elif name not in of_set.gone:
            raise TemplateError(f"{where}: “{ORDER}” names “{name}”. {nearest(name, [*placed, SET])}")
