"""Tables: as wide as what they hold, and lists where a terminal is too narrow for them."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.padding import Padding
from rich.table import Table

from briefing.cli.console import printable, results

NARROW = 60
"""Columns below which the words of a table of five would be cut."""
NUMBERS = {"Pages", "Passages", "Sentences", "Size", "Words"}

Row = Sequence[str]


def show(headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows under their headings; nothing where there are no rows."""
    shown = [tuple(map(printable, row)) for row in rows]
    if not shown:
        return
    console = results()
    if console.width < NARROW:
        _show_list(headings, shown)
    else:
        console.print(_table(headings, shown))
    console.print()


def cell(value: Any) -> str:
    """A value of TOML in a cell."""
    if isinstance(value, (tuple, list)):
        return ", ".join(map(cell, value)) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return "none" if value in {None, ""} else str(value)


def _table(headings: Sequence[str], rows: Iterable[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in headings:
        table.add_column(heading, justify="right" if heading in NUMBERS else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _show_list(headings: Sequence[str], rows: Iterable[Row]) -> None:
    console = results()
    for first, *others in rows:
        console.print(f"{headings[0]}: {first}")
        for heading, cell in zip(headings[1:], others, strict=True):
            console.print(Padding(f"{heading}: {cell}", (0, 0, 0, 2)))
