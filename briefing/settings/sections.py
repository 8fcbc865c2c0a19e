"""Sections as a template and a cue set write them, put together and checked.

Enters: the tables of `[[section]]`. Leaves: section specs. Where a template says
`shape = "set"`, the sections of its cue set stand; what it says itself of one of
them goes before what the set says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.shipped import shipped_folder
from briefing.settings.specs import Cues, SectionSpec
from briefing.settings.tables import Table, built, nearest, parsed

SHARED = "shared.toml"
"""The file in the folder of cue sets with the cues that several of them share, a table for each matter."""
KEY_POINTS = "key_points"
"""The id of the section that the main matter is lifted into, unless it says otherwise."""


def tables_of(table: Table, where: Path) -> list[dict[str, Any]]:
    """The tables of `[[section]]`.

    Raises:
        TemplateError: there are none, or what stands there is no table.
    """
    if "sections" in table:
        raise TemplateError(f"{where} has the unknown key “sections”. Begin each section with [[section]].")
    tables = table.get("section", [])
    if not isinstance(tables, list) or not tables:
        raise TemplateError(f"{where} has no [[section]]; at least one is needed.")
    if not all(isinstance(one, dict) for one in tables):
        raise TemplateError(f"{where}: a section must be a table that begins with [[section]].")
    return tables


def is_set(table: Table) -> bool:
    """Whether the table is the place where the sections of the cue set stand."""
    return table.get("shape") == "set"


def joined(tables: Sequence[Table], of_set: Mapping[str, Table], where: Path) -> Iterator[Table]:
    """The sections of a template, with those of its cue set in their place, by id."""
    for table in tables:
        if is_set(table):
            if table.keys() != {"shape"}:
                raise TemplateError(f'{where}: a section with shape = "set" can have no other key.')
            told = {one["id"]: one for one in tables if one.get("id") in of_set}
            yield from (_over(told.get(id_, {}), section) for id_, section in of_set.items())
        elif table.get("id") not in of_set:
            yield table


def _over(told: Table, section: Table) -> Table:
    """A section of the set with what the template says of it, key by key, its cues too."""
    cues = {**section.get("cues", {}), **told["cues"]} if isinstance(told.get("cues"), dict) else None
    return {**section, **told} | ({} if cues is None else {"cues": cues})


def specs(tables: Sequence[Table], where: Path) -> tuple[SectionSpec, ...]:
    """The sections, checked one by one and together.

    Raises:
        TemplateError: one says what cannot be followed, or two contradict one another.
    """
    found = tuple(_spec(table, where) for table in tables)
    _check(found, where)
    main = tuple(section.id for section in found if section.main)
    silent = {table["id"] for table in tables if "lift_from" not in table}
    return tuple(
        replace(section, lift_from=main) if section.id == KEY_POINTS and KEY_POINTS in silent else section
        for section in found
    )


def _spec(table: Table, where: Path) -> SectionSpec:
    cues = table.get("cues", {})
    if not isinstance(cues, dict):
        raise TemplateError(f'{where}: “cues” must be a table such as strong = ["treaty"].')
    return built(SectionSpec, {**table, "cues": _cues(cues, where)}, where)


def _cues(table: Table, where: Path) -> Cues:
    """Cues with those that they share with others, which the key `shared` names."""
    own = built(Cues, {key: value for key, value in table.items() if key != "shared"}, where)
    matters = table.get("shared", [])
    if not isinstance(matters, list):
        raise TemplateError(f"{where}: “shared” cannot be {matters!r}; it must be a list of texts.")
    known = _shared(shipped_folder() / "cues" / SHARED)
    for matter in matters:
        if matter not in known:
            raise TemplateError(f"{where} shares “{matter}”. {nearest(str(matter), known)}")
        own = _together(own, known[matter])
    return own


def _together(one: Cues, other: Cues) -> Cues:
    """The cues of both; where they differ on a cue, the first one's own count."""
    told = {cue for field in fields(Cues) for cue in getattr(one, field.name)}
    return Cues(
        *(
            getattr(one, field.name) + tuple(cue for cue in getattr(other, field.name) if cue not in told)
            for field in fields(Cues)
        )
    )


@cache
def _shared(path: Path) -> Mapping[str, Cues]:
    return {matter: built(Cues, table, path) for matter, table in parsed(path).items()}


def _check(sections: Sequence[SectionSpec], where: Path) -> None:
    """Refuse sections that contradict one another."""
    ids = [section.id for section in sections]
    for section in sections:
        if ids.count(section.id) > 1:
            raise TemplateError(f"{where} has two sections “{section.id}”. Give each an id of its own.")
        for other in section.lift_from:
            if other not in ids:
                raise TemplateError(f"{where}: section “{section.id}” lifts from “{other}”. {nearest(other, ids)}")
    if sum(section.default for section in sections) > 1:
        raise TemplateError(f"{where} has two default sections. Leave “default” to one.")
