"""The command `briefing templates show`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing import settings
from briefing.cli import console, options, table
from briefing.settings import PACKAGE

if TYPE_CHECKING:
    from briefing.settings import Setting

WithCues = Annotated[bool, typer.Option("--cues", help="Show the cues themselves, not only how many.")]


def show(
    *,
    template: options.TemplateOf,
    cue_set: options.CueSetName = None,
    cues: WithCues = False,
    as_json: options.AsJson = False,
) -> None:
    """Show every setting of a template, with the file that says it."""
    with console.errors_told():
        shown = [*settings.settings_of(template, cue_set)]
        folders = settings.load_template(template, cue_set).folders
    if as_json:
        data = {one.key: {"value": one.value, "from": str(one.where) if one.where else None} for one in shown}
        console.results().print(json.dumps(data, ensure_ascii=False, indent=2), soft_wrap=True)
        return
    blocks: dict[str, list[Setting]] = {}
    for one in shown:
        blocks.setdefault(one.key.partition(".")[0] if "." in one.key else "", []).append(one)
    for section, held in blocks.items():
        if section:
            console.results().print(f"[[section]] {section}", style="bold")
        rows = [
            (one.key.removeprefix(f"{section}."), _value(one, cues=cues), _from(one.where, folders)) for one in held
        ]
        table.show(("Key", "Value", "From"), rows)


def _value(setting: Setting, *, cues: bool) -> str:
    """The value as it is written in TOML, in short."""
    if ".cues." in setting.key and not cues and isinstance(setting.value, list):
        return f"{len(setting.value)} of them"
    if setting.value is None:
        return "not set"
    if isinstance(setting.value, bool):
        return str(setting.value).lower()
    if isinstance(setting.value, list | tuple):
        return ", ".join(map(str, setting.value)) or "none"
    return str(setting.value) or "none"


def _from(where: Path | None, folders: tuple[Path, ...]) -> str:
    """The file, from the folder of its template on; the program's own where no file says it."""
    if where is None:
        return "the program"
    if where.is_relative_to(Path.cwd()):
        return str(where.relative_to(Path.cwd()))
    shipped = where.is_relative_to(PACKAGE.parent) and (where.parent in folders or where.parent.name == "cues")
    return f"{where.parent.name}/{where.name}, shipped" if shipped else str(where)
