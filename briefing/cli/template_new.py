"""The command `briefing templates new`."""

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import console, options

Name = Annotated[str, typer.Argument(metavar="NAME", help="What the template and its folder are to be called.")]
Extends = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        autocompletion=options.complete_template,
        help="The template that it takes from all that it does not say.",
    ),
]
Beside = Annotated[
    Path, typer.Option("--in", metavar="DIR", help="The folder of templates in which its folder is made.")
]


def new(*, name: Name, extends: Extends = "analyst", beside: Beside = Path("templates")) -> None:
    """Make a template of your own: a folder with commented files to edit.

    It changes nothing until it is edited. Nothing that is there is overwritten.
    """
    from briefing import workshop

    with console.errors_told():
        files = workshop.start(name, extends, beside)
    show = console.results().print
    for file in files:
        show(console.printable(str(file)), soft_wrap=True)
    called = name if beside == Path("templates") else str(beside / name)
    show(f"Edit them, then: briefing templates check {called}", soft_wrap=True)
