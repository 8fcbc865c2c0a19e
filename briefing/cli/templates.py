"""The command `briefing templates list`."""

import typer

from briefing.cli import console, preview, table
from briefing.settings import known_templates, load_template

app = typer.Typer(no_args_is_help=True, help="See the templates that a brief can be made with.")
app.command("preview")(preview.preview)


@app.command("list")
def list_templates() -> None:
    """List the templates: for whom, how long, where each comes from, with which sections."""
    with console.errors_told():
        found = [(load_template(place.folder / name), place) for name, place in known_templates().items()]
    table.show(
        ("Template", "For", "Words", "From", "Sections"),
        [
            (t.name, t.audience, f"{t.words:,}", p.whose, ", ".join(s.heading for s in t.sections if s.shown))
            for t, p in found
        ],
    )
