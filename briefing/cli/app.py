"""The commands, gathered."""

from typing import Annotated

import typer

from briefing.cli import build, cache, compare, console, cues, index, inspect, projects, render, templates, verify
from briefing.settings import VERSION

app = typer.Typer(
    name="briefing",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build.build)
app.command("inspect")(inspect.inspect)
app.command("render")(render.render)
app.command("verify")(verify.verify)
app.command("compare")(compare.compare)
app.command("index")(index.index)
app.command("search")(index.search)
app.command("cues")(cues.list_cue_sets)
app.add_typer(templates.app, name="templates")
app.add_typer(projects.app, name="config")
app.add_typer(cache.app, name="cache")


def _print_version(wanted: bool) -> None:
    if wanted:
        console.results().print(f"briefing {VERSION}")
        raise typer.Exit


@app.callback()
def briefing(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Turn a folder of sources about one event into a cited brief, word for word."""
