"""The commands `briefing cache show` and `briefing cache clear`."""

import typer
from rich.filesize import decimal

from briefing.cli import console, table

app = typer.Typer(no_args_is_help=True, help="See or remove what builds have kept of the sources.")


@app.command("show")
def show() -> None:
    """Show where collections are kept, how many, and how much room they take."""
    from briefing import cache

    with console.errors_told():
        held = cache.usage()
    row = (str(held.folder), str(held.entries), decimal(held.size), decimal(cache.MOST))
    table.show(("Folder", "Collections", "Size", "At most"), [row])


@app.command("clear")
def clear() -> None:
    """Remove all collections that are kept."""
    from briefing import cache

    with console.errors_told():
        held = cache.clear()
    collections = "1 collection" if held.entries == 1 else f"{held.entries} collections"
    console.results().print(f"Removed what was kept of {collections}, {decimal(held.size)}.")
