"""The command `briefing templates list`."""

import typer

from briefing.cli import console, table
from briefing.settings import load_template, shipped_templates

app = typer.Typer(no_args_is_help=True, help="See the templates that a brief can be made with.")


@app.command("list")
def list_templates() -> None:
    """List the shipped templates: for whom, how long, with which sections."""
    with console.errors_told():
        templates = [load_template(name) for name in shipped_templates()]
    table.show(
        ("Template", "For", "Words", "Sections"),
        [(t.name, t.audience, f"{t.words:,}", ", ".join(s.heading for s in t.sections)) for t in templates],
    )
