"""The command `briefing config show`, and the project that a command is run in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from briefing import pipeline, settings
from briefing.cli import console, options, table

if TYPE_CHECKING:
    from briefing.settings import Project, Setting, Sheet

OPTION = Path("--template")
app = typer.Typer(no_args_is_help=True, help="See what a build follows, and where it is said.")


def found(paths: Sequence[Path] | None) -> tuple[list[Path], Project]:
    """What is to be briefed, and what its project file says.

    Args:
        paths: what the user names; this folder, which must be a project, if nothing.

    Raises:
        typer.BadParameter: nothing is named, and this folder is no project.
        TemplateError: the project file cannot be followed.
    """
    if not paths and not Path(settings.PROJECT).is_file():
        raise typer.BadParameter(
            f"Name files or folders of sources, or run it in a folder that has a {settings.PROJECT}."
        )
    given = [*paths] if paths else [Path()]
    return given, settings.load_project(given)


@app.command("show")
def show(*, paths: options.AnySources = None, template: options.TemplateName = None) -> None:
    """Show each value that a build without other options would follow, and what says it."""
    with console.errors_told():
        _, project = found(paths)
        chosen = pipeline.choose_template(template, None, project)
        given = {"template": settings.Told(template, OPTION)} if template else {}
        told = {**settings.project_sheet(project), **given}
        own = [*settings.settings_of(chosen.folders[0], project.cue_set)]
    rows = [_row(one, told) for one in (*_of_a_build(own), *own)]
    table.show(("Setting", "Value", "From"), [*rows, *_of_sources(project)])


def _of_a_build(own: Sequence[Setting]) -> Iterator[Setting]:
    """What a build follows beside the settings of a template."""
    for key, value in _defaults().items():
        if key not in {one.key for one in own}:
            yield settings.Setting(key, value, None)


def _defaults() -> Mapping[str, Any]:
    """What a build does where nothing says otherwise."""
    from briefing.compose.rankers import OURS

    return {
        "template": pipeline.DEFAULT,
        "title": "that of the most central source",
        "as_of": "the date of the newest source",
        "ranker": OURS,
        "formats": options.FORMATS_OF_A_BUILD,
        "names": (),
        "concepts": (),
    }


def _row(setting: Setting, told: Sheet) -> table.Row:
    if setting.key in told:
        value, where = told[setting.key]
        return setting.key, table.cell(value), str(where)
    value = f"{len(setting.value)} of them" if ".cues." in setting.key else table.cell(setting.value)
    return setting.key, value, str(setting.where or "the program")


def _of_sources(project: Project) -> Iterator[table.Row]:
    for named in project.sources:
        for key, value in named.note.told.items():
            yield f"{named.name}: {key}", value, str(named.where)
