"""Templates, read from their folders."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.settings.cue_sets import tables_by_id
from briefing.settings.sections import is_set, joined, specs, tables_of
from briefing.settings.shipped import shipped_folder
from briefing.settings.specs import Template
from briefing.settings.tables import Table, built, nearest, parsed


def shipped_templates() -> tuple[str, ...]:
    """The names of the shipped templates, sorted."""
    return tuple(sorted(path.parent.name for path in shipped_folder().glob("*/template.toml")))


def load_template(name: str | Path, cue_set: str | None = None) -> Template:
    """Read a template by its shipped name or from its folder.

    Args:
        name: a shipped template's name, or a template's folder.
        cue_set: the name of the cue set whose sections it is to have; its own if None.

    Raises:
        TemplateError: there is none, its `template.toml` says what cannot be followed, or it has no place for a
            cue set.
    """
    chain = tuple(_chain(name))
    folders = tuple(folder for folder, _ in chain)
    where = folders[0] / "template.toml"
    merged: dict[str, Any] = {}
    for _, table in reversed(chain):
        merged |= table
    merged["name"] = chain[0][1].get("name", folders[0].name)
    own = merged.pop("cue_set", None)
    tables: Sequence[Table] = tables_of(merged, where)
    if any(map(is_set, tables)):
        merged["cue_set"] = _text(cue_set or own, where)
        tables = _with_set(tables, _text(own, where), merged["cue_set"], folders)
    elif cue_set is not None:
        raise TemplateError(f'Template “{merged["name"]}” has no [[section]] with shape = "set" for a cue set.')
    del merged["section"]
    return built(Template, {**merged, "sections": specs(tables, where), "folders": folders}, where)


def _with_set(tables: Sequence[Table], own: str, wanted: str, folders: Sequence[Path]) -> Sequence[Table]:
    """The sections with those of the set that is wanted; what is said of a section of its own set alone falls away."""
    of_set = tables_by_id(wanted, folders)
    gone = tables_by_id(own, folders).keys() - of_set.keys() if own != wanted else set()
    return list(joined([table for table in tables if table.get("id") not in gone], of_set, folders[0]))


def _text(value: Any, where: Path) -> str:
    if value is None:
        raise TemplateError(f'{where} has a section with shape = "set", and no “cue_set” that names the set.')
    if not isinstance(value, str):
        raise TemplateError(f"{where}: “cue_set” cannot be {value!r}; it must be a text.")
    return value


def _chain(name: str | Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The template's folder and table, then those it extends."""
    seen: set[Path] = set()
    folder: Path | None = _folder(name, Path())
    while folder is not None:
        if folder in seen:
            raise TemplateError(f"Template {folder} extends itself. Change “extends” in its template.toml.")
        seen.add(folder)
        table = parsed(folder / "template.toml")
        wanted = table.pop("extends", None)
        if not isinstance(wanted, str | None):
            raise TemplateError(f"{folder / 'template.toml'}: “extends” cannot be {wanted!r}; it must be a text.")
        yield folder, table
        folder = None if wanted is None else _folder(wanted, folder)


def _folder(name: str | Path, base: Path) -> Path:
    """The folder of a template: a bare name is a shipped template's first, a path counts from `base`."""
    shipped, path = shipped_folder() / name, base / name
    if len(Path(name).parts) == 1 and (shipped / "template.toml").is_file():
        return shipped
    if (path / "template.toml").is_file():
        return path.resolve()
    if path.is_dir():
        raise TemplateError(f"The folder {path} is no template: it has no template.toml.")
    raise TemplateError(f"There is no template “{name}”. {nearest(str(name), shipped_templates())}")
