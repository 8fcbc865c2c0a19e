"""Cue sets: the sections that news of one kind needs, whatever the template.

A cue set is a file `NAME.toml`: what kind of event it is for, and its sections,
written as a template writes them. Shipped ones lie in `templates/cues/`; a
template's folder may hold others, which go before a shipped one of the same name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import TemplateError
from briefing.settings.languages import WORDS
from briefing.settings.mistakes import refuse
from briefing.settings.search import TEMPLATE
from briefing.settings.sections import SHARED, section_sheet, specs, tables_of
from briefing.settings.shipped import shipped_folder
from briefing.settings.specs import SectionSpec
from briefing.settings.tables import Sheet, Table, built, closest, nearest, parsed, sheet


@dataclass(frozen=True, slots=True)
class CueSet:
    """A cue set, read and checked.

    `about` says in a few words what kind of event it is for, and `words` are those
    that news of this kind is full of: by them the program says which set fits.
    """

    name: str
    about: str
    sections: tuple[SectionSpec, ...]
    words: tuple[str, ...] = ()


def shipped_cue_sets() -> tuple[str, ...]:
    """The names of the shipped cue sets, sorted."""
    files = (shipped_folder() / "cues").glob("*.toml")
    return tuple(sorted(path.stem for path in files if path.name != SHARED))


def load_cue_set(name: str, folders: Sequence[Path] = ()) -> CueSet:
    """Read a cue set by its name.

    Args:
        name: that of a file, without its ending.
        folders: where it is looked for before the shipped ones, nearest first.

    Raises:
        TemplateError: there is none, or it says what cannot be followed.
    """
    path = _path(name, folders)
    return _checked(name, parsed(path), path)


def sheets_by_id(name: str, folders: Sequence[Path]) -> dict[str, Sheet]:
    """The sections of a cue set as they are written, by id.

    Raises:
        TemplateError: as `load_cue_set`.
    """
    path = _path(name, folders)
    table = parsed(path)
    _checked(name, table, path)
    return {section["id"]: section_sheet(section, path) for section in tables_of(table, path) if "id" in section}


def _checked(name: str, table: Table, path: Path) -> CueSet:
    tables = tables_of(table, path)
    if not tables:
        raise TemplateError(f"{path} has no [[section]]; at least one is needed.", rule="section", where=path)
    head = {key: value for key, value in table.items() if key != "section"}
    sections = specs([section_sheet(one, path) for one in tables], path)
    return built(CueSet, sheet({**head, "name": name, "sections": sections}, path), path)


def _path(name: str, folders: Sequence[Path]) -> Path:
    for folder in (*folders, shipped_folder() / "cues"):
        path = folder / f"{name}.toml"
        if path.parent == folder and path.is_file() and path.name not in {SHARED, TEMPLATE, WORDS}:
            return path
    sets = shipped_cue_sets()
    refuse(TemplateError(f"There is no cue set “{name}”. {nearest(name, sets)}", rule="cue-set", key="cue_set"))
    return shipped_folder() / "cues" / f"{closest(name, sets) or sets[0]}.toml"
