"""The commands `briefing cache show` and `briefing cache clear`."""

import typer
from rich.filesize import decimal

from briefing.cli import console, table

app = typer.Typer(no_args_is_help=True, help="See or remove what builds have kept of the sources.")

KINDS = {"collection": "collection", "analysis": "document"}
"""What a user is told of, by the kinds of what is kept."""


@app.command("show")
def show() -> None:
    """Show where it is kept, of how many collections and documents, which indexes there are, and what room it takes."""
    from briefing import cache
    from briefing.archive import place

    with console.errors_told():
        held = cache.usage()
    row = (str(held.folder), *(str(held.entries.get(kind, 0)) for kind in KINDS), decimal(held.size))
    table.show(("Folder", "Collections", "Documents", "Size", "At most"), [(*row, decimal(cache.MOST))])
    indexes = place.sizes()
    rows = [(str(place.folder()), str(len(indexes)), decimal(sum(indexes)))] if indexes else []
    table.show(("Folder", "Indexes of archives", "Size"), rows)


@app.command("clear")
def clear() -> None:
    """Remove all that is kept, and the indexes of archives that lie in your cache folder."""
    from briefing import cache
    from briefing.archive import place

    with console.errors_told():
        held, indexes = cache.clear(), place.clear()
    of = " and ".join(_counted(held.entries.get(kind, 0), word) for kind, word in KINDS.items())
    console.results().print(f"Removed what was kept of {of}, {decimal(held.size)}.")
    if indexes:
        number = "1 index" if len(indexes) == 1 else f"{len(indexes)} indexes"
        console.results().print(f"Removed {number} of archives, {decimal(sum(indexes))}.")


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"
