"""What a template says together with what it takes from those it extends, key by key.

Enters: the chain of templates, and the cue set that is wanted. Leaves: settings and
sections, each value with the file that says it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.cue_sets import sheets_by_id
from briefing.settings.languages import word_files
from briefing.settings.mistakes import refuse
from briefing.settings.placing import NO_SET, ORDER, OfSet, Sections, is_set, with_level, written
from briefing.settings.search import TEMPLATE, extended_folder, template_folder
from briefing.settings.tables import Sheet, Table, Told, parsed, sheet

FITTING = "cue_sets"
"""Where the cue sets stand of which the one that fits the sources is used; a file lists them in `cue_set`."""


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
    where = folders[0] / TEMPLATE
    settings = _settings(chain)
    sets, of_set = _sets(settings, chain, cue_set)
    sections: Sections = {}
    for folder, table in reversed(chain):
        sections = with_level(sections, table, of_set, folder / TEMPLATE)
    if not sections:
        raise TemplateError(f"{where} has no [[section]]; at least one is needed.", rule="section", where=where)
    if sections.keys() & of_set.sections.keys():
        settings |= sets
    elif cue_set is not None:
        raise TemplateError(f"{where} has no place for the sections of a cue set.")
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
            sentence = f"{where}: “extends” cannot be {wanted!r}; it must be a text."
            raise TemplateError(sentence, rule="extends", where=where, key="extends")
        seen = (*seen, extended_folder(wanted, seen))


def _settings(chain: Sequence[tuple[Path, Table]]) -> dict[str, Told]:
    """The settings of the whole, the nearest before those further off."""
    settings: dict[str, Told] = {}
    for folder, table in reversed(chain):
        told = {key: value for key, value in table.items() if key not in {"section", ORDER, "extends"}}
        settings |= sheet(told, folder / TEMPLATE)
    if FITTING in settings:
        sentence = f"{settings[FITTING].where} has the unknown key “{FITTING}”. Did you mean “cue_set”?"
        refuse(TemplateError(sentence, rule="unknown-key", where=settings.pop(FITTING).where, key=FITTING))
    return settings


def _sets(
    settings: dict[str, Told], chain: Sequence[tuple[Path, Table]], wanted: str | None
) -> tuple[dict[str, Told], OfSet]:
    """What the template says of its cue sets, taken from its settings; and the sections of the one that is used."""
    own, folders = settings.pop("cue_set", None), [folder for folder, _ in chain]
    if not any(is_set(table) for folder, level in chain for table in written(level, folder / TEMPLATE)):
        return {}, NO_SET
    names = _names(own, folders[0] / TEMPLATE)
    used, where = wanted or names[0], own.where if own else folders[0] / TEMPLATE
    sections = sheets_by_id(used, folders)
    of_own = {id_ for name in names for id_ in sheets_by_id(name, folders)}
    several = names if wanted is None and len(names) > 1 else []
    told = {"cue_set": Told(used, where), FITTING: Told(several, where)}
    return told, OfSet(sections, frozenset(of_own - sections.keys()))


def _names(told: Told | None, where: Path) -> list[str]:
    """The cue sets that a template names: one, or several of which the one that fits the sources is used."""
    if told is None:
        sentence = f'{where} has a section with shape = "set", and no “cue_set” that names the set.'
        raise TemplateError(sentence, rule="cue-set", where=where)
    names = told.value if isinstance(told.value, list) else [told.value]
    if not names or not all(isinstance(name, str) for name in names):
        sentence = f"{told.where}: “cue_set” cannot be {told.value!r}; it must be a text, or a list of texts."
        raise TemplateError(sentence, rule="cue-set", where=told.where, key="cue_set")
    return names
