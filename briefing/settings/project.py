"""A project file: what a folder of sources says of the brief that is to be made of it.

`briefing.toml` lies in the folder. It holds what else stands in options, and what the
operator knows of the sources beside what they state themselves.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal

from briefing.errors import TemplateError
from briefing.settings.tables import Sheet, Told, built, is_date, nearest, parsed, sheet

PROJECT = "briefing.toml"
"""The file that makes a folder of sources a project."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""How far the operator trusts a source, on the scale of the Admiralty (NATO STANAG 2511): A completely, E not at all,
F where it cannot be judged."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the operator says of a source, before what it states itself. None leaves it to the source."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    reliability: Reliability | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file says; all of it may be missing.

    `file` is where it was read, None if there is none. `template` is a name, or a
    folder; `names` and `concepts` are files. `sources` are notes by the real path of a source.
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
    sources: Mapping[Path, SourceNote] = field(default_factory=dict)

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
    table = _without_dates(parsed(where))
    notes = table.pop("sources", {})
    if not isinstance(notes, dict):
        raise TemplateError(f'{where}: “sources” must hold a table for each, such as [sources."a.txt"].')
    own = {"file": where, "sources": dict(_notes(notes, where)), **_with_paths(table, where.parent)}
    project = built(Project, sheet(own, where), where)
    _check_date(project.as_of, "as_of", where)
    return project


def _without_dates(value: Any) -> Any:
    """The same, with the days that TOML knows as ISO 8601 writes them."""
    if isinstance(value, dict):
        return {key: _without_dates(one) for key, one in value.items()}
    return value.isoformat() if type(value) is date else value


def _with_paths(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The table with the files that it names as seen from where the program runs."""
    found = dict(table)
    if isinstance(name := table.get("template"), str) and len(Path(name).parts) > 1:
        found["template"] = str(folder / name)
    for key in ("names", "concepts"):
        if isinstance(files := table.get(key), list):
            found[key] = [str(folder / file) for file in files]
    return found


def _notes(notes: Mapping[str, Any], where: Path) -> Iterator[tuple[Path, SourceNote]]:
    for name, note in notes.items():
        file = where.parent / name
        if not file.is_file():
            raise TemplateError(f"{where} tells of the source “{name}”. {nearest(name, _files(where.parent))}")
        if not isinstance(note, dict):
            raise TemplateError(f'{where}: “{name}” must be a table, such as publisher = "…".')
        made = built(SourceNote, sheet(note, where), where)
        _check_date(made.published, f"{name}: published", where)
        yield file.resolve(), made


def _files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file() and path.name != PROJECT]


def _check_date(text: str | None, key: str, where: Path) -> None:
    if text is not None and not is_date(text):
        raise TemplateError(f"{where}: “{key}” is “{text}”, which is no date. Write it as 2012, 2023-07 or 2023-09-16.")


def project_sheet(project: Project) -> Sheet:
    """What a project says of the brief, each value with its file."""
    return {key: Told(value, project.file) for key, value in project.told.items() if project.file}
