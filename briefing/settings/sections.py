"""Sections as a template and a cue set write them, put together and checked.

Enters: the tables of `[[section]]`, or what several files say of a section. Leaves:
section specs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.mistakes import refuse
from briefing.settings.shipped import shipped_folder
from briefing.settings.specs import Cues, SectionSpec
from briefing.settings.tables import Sheet, Table, Told, built, nearest, parsed, sheet

SHARED = "shared.toml"
"""The file in the folder of cue sets with the cues that several of them share, a table for each matter."""
MAIN = "main"
"""What `lift_from` may name instead of sections: those that hold the main matter, whatever the cue set calls them."""
LIFTING = frozenset({"bottom_line", "key_points"})
"""The ids of the sections that the main matter is lifted into, unless they say otherwise."""


CUES = "cues."
"""What the key of a cue begins with in the sheet of a section."""


def tables_of(table: Table, where: Path) -> list[dict[str, Any]]:
    """The tables of `[[section]]`, if any.

    Raises:
        TemplateError: what stands there is no table.
    """
    tables = table.get("section", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        sentence = f"{where}: a section must be a table that begins with [[section]]."
        refuse(TemplateError(sentence, rule="section", where=where, key="section"))
        return []
    return tables


def section_sheet(table: Table, where: Path) -> dict[str, Told]:
    """A section as it is written, its cues key by key.

    Raises:
        TemplateError: its cues are no table.
    """
    cues = table.get("cues", {})
    if not isinstance(cues, dict):
        sentence = f'{where}: “cues” must be a table such as strong = ["treaty"].'
        refuse(TemplateError(sentence, rule="value", where=where, section=str(table.get("id", "")), key="cues"))
        cues = {}
    own = {key: value for key, value in table.items() if key != "cues"}
    return sheet(own | {f"{CUES}{key}": value for key, value in cues.items()}, where)


def specs(sheets: Sequence[Sheet], where: Path) -> tuple[SectionSpec, ...]:
    """The sections, checked one by one and together.

    Args:
        sheets: what is told of each.
        where: the file that an error names where two contradict one another.

    Raises:
        TemplateError: one says what cannot be followed, or two contradict one another.
    """
    found = tuple(_spec(one, where) for one in sheets)
    _check(found, where)
    main = tuple(section.id for section in found if section.main)
    silent = {one["id"].value for one in sheets if "id" in one and "lift_from" not in one}

    def lifted(section: SectionSpec) -> tuple[str, ...]:
        if section.lift_from == (MAIN,) or section.id in LIFTING & silent:
            return main
        return section.lift_from

    return tuple(replace(section, lift_from=lifted(section)) for section in found)


def _spec(told: Sheet, where: Path) -> SectionSpec:
    cues = {key.removeprefix(CUES): one for key, one in told.items() if key.startswith(CUES)}
    own = {key: one for key, one in told.items() if not key.startswith(CUES)}
    id_ = str(told["id"].value) if "id" in told else ""
    return built(SectionSpec, {**own, "cues": Told(_cues(cues, where, id_), where)}, where, id_)


def _cues(told: Sheet, where: Path, section: str) -> Cues:
    """Cues with those that they share with others, which the key `shared` names."""
    own = built(Cues, {key: one for key, one in told.items() if key != "shared"}, where, section, ("shared",))
    known = _shared(shipped_folder() / "cues" / SHARED)
    for matter in _matters(told.get("shared"), section):
        if matter in known:
            own = _together(own, known[matter])
        else:
            at = told["shared"].where
            sentence = f"{at} shares “{matter}”. {nearest(str(matter), known)}"
            refuse(TemplateError(sentence, rule="shared", where=at, section=section, key="shared"))
    return own


def _matters(told: Told | None, section: str) -> list[str]:
    if told is None:
        return []
    if isinstance(told.value, list) and all(isinstance(matter, str) for matter in told.value):
        return told.value
    sentence = f"{told.where}: “shared” cannot be {told.value!r}; it must be a list of texts."
    refuse(TemplateError(sentence, rule="value", where=told.where, section=section, key="shared"))
    return []


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
    return {matter: built(Cues, sheet(table, path), path) for matter, table in parsed(path).items()}


def _check(sections: Sequence[SectionSpec], where: Path) -> None:
    """Refuse sections that contradict one another."""
    ids = [section.id for section in sections]
    for section in sections:
        for other in section.lift_from:
            if other not in ids and section.lift_from != (MAIN,):
                sentence = f"{where}: section “{section.id}” lifts from “{other}”. {nearest(other, ids)}"
                refuse(TemplateError(sentence, rule="lift", where=where, section=section.id, key="lift_from"))
    if len(defaults := [section.id for section in sections if section.default]) > 1:
        sentence = f"{where} has two default sections. Leave “default” to one."
        refuse(TemplateError(sentence, rule="defaults", where=where, section=defaults[-1], key="default"))
