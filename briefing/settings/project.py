"""A project file: what a folder of sources says of the brief that is to be made of it.

`briefing.toml` lies in the folder. It holds what else stands in options, and what the
operator knows of the sources beside what they state themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.source_notes import NamedNote, named_notes, without_dates
from briefing.settings.tables import Sheet, Told, built, is_date, parsed, sheet

PROJECT = "briefing.toml"
"""The file that makes a folder of sources a project."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file says; all of it may be missing.

    `file` is where it was read, None if there is none. `template` is a name, or a
    folder; `names` and `concepts` are files. `sources` are what is said of sources, by
    their names.
    """

    file: Path | None = None
    title: str | None = None
    template: str | None = None
    cue_set: str | None = None
    as_of: str | None = None
    marking: str | None = None
    embargo: str | None = None
    words: int | None = None
    ranker: str | None = None
    formats: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    sources: tuple[NamedNote, ...] = ()

    @property
    def told(self) -> Mapping[str, Any]:
        """What it says of the brief, by key; not what it says of the sources."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {key: value for key, value in values.items() if key not in {"file", "sources"} and value}


def load_project(paths: Sequence[str | Path]) -> Project:
    """Read the project file of the sources that are given.

    Args:
        paths: what is to be briefed. A project is one folder alone; of several paths none is followed.

    Returns:
        What it says; an empty project if there is no such file.

    Raises:
        TemplateError: the file says what cannot be followed; the message names it and the nearest that can.
    """
    where = Path(paths[0]) / PROJECT if len(paths) == 1 else None
    if where is None or not where.is_file():
        return Project()
    table = without_dates(parsed(where))
    notes = table.pop("sources", {})
    if not isinstance(notes, dict):
        raise TemplateError(f'{where}: “sources” must hold a table for each, such as [sources."a.txt"].')
    own = {"file": where, "sources": named_notes(notes, where), **_with_paths(table, where.parent)}
    project = built(Project, sheet(own, where), where)
    _check_as_of(project.as_of, where)
    return project


def _with_paths(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The table with the files that it names as seen from where the program runs."""
    found = dict(table)
    if isinstance(name := table.get("template"), str) and len(Path(name).parts) > 1:
        found["template"] = str(folder / name)
    for key in ("names", "concepts"):
        if isinstance(files := table.get(key), list):
            found[key] = [str(folder / file) for file in files]
    return found


def _check_as_of(text: str | None, where: Path) -> None:
    if text is not None and not is_date(text):
        raise TemplateError(f"{where}: “as_of” is “{text}”, which is no date. Write it as 2012, 2023-07 or 2023-09-16.")


def project_sheet(project: Project) -> Sheet:
    """What a project says of the brief, each value with its file."""
    return {key: Told(value, project.file) for key, value in project.told.items() if project.file}
