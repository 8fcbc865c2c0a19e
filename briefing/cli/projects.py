"""The command `briefing config show`, and the project that a command is run in."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from briefing import pipeline
from briefing.cli import console, options, table
from briefing.compose.rankers import OURS
from briefing.settings import PROJECT, Project, Setting, Sheet, Told, load_project, project_sheet, settings_of

OPTION = Path("--template")
DEFAULTS: Mapping[str, Any] = {
    "template": pipeline.DEFAULT,
    "title": "that of the most central source",
    "as_of": "the date of the newest source",
    "ranker": OURS,
    "formats": options.FORMATS_OF_A_BUILD,
    "names": (),
    "concepts": (),
}
"""What a build does where nothing says otherwise."""

app = typer.Typer(no_args_is_help=True, help="See what a build follows, and where it is said.")


def found(paths: Sequence[Path] | None) -> tuple[list[Path], Project]:
    """What is to be briefed, and what its project file says.

    Args:
        paths: what the user names; this folder, which must be a project, if nothing.

    Raises:
        typer.BadParameter: nothing is named, and this folder is no project.
        TemplateError: the project file cannot be followed.
    """
    if not paths and not Path(PROJECT).is_file():
        raise typer.BadParameter(f"Name files or folders of sources, or run it in a folder that has a {PROJECT}.")
    given = [*paths] if paths else [Path()]
    return given, load_project(given)


@app.command("show")
def show(*, paths: options.AnySources = None, template: options.TemplateName = None) -> None:
    """Show each value that a build without other options would follow, and what says it."""
    with console.errors_told():
        _, project = found(paths)
        chosen = pipeline.choose_template(template, None, project)
        told = {**project_sheet(project), **({"template": Told(template, OPTION)} if template else {})}
        own = [*settings_of(chosen.folders[0], project.cue_set)]
    rows = [_row(one, told) for one in (*_of_a_build(own), *own)]
    table.show(("Setting", "Value", "From"), [*rows, *_of_sources(project)])


def _of_a_build(own: Sequence[Setting]) -> Iterator[Setting]:
    """What a build follows beside the settings of a template."""
    for key, value in DEFAULTS.items():
        if key not in {one.key for one in own}:
            yield Setting(key, value, None)


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
