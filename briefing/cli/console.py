"""Where the command line prints, and how errors are told."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from briefing.errors import BriefingError, NothingToBuildError, SettingError

NATURAL_WIDTH = 10_000
"""Wider than any table: what is read by another program is never folded."""


def results() -> Console:
    """Standard output."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = NATURAL_WIDTH
    return console


def messages() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def printable(text: str) -> str:
    """The text with each character that could steer a terminal shown as its escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def tell_errors(*sentences: str) -> None:
    """Print each sentence as an error, on a line of its own."""
    for sentence in sentences:
        messages().print(f"Error: {printable(sentence)}", style="red", soft_wrap=True)


@contextmanager
def errors_told() -> Iterator[None]:
    """Turn the program's own errors into sentences and exit codes.

    Raises:
        typer.BadParameter: for a setting that cannot be followed; exits with 2.
        typer.Exit: for all else that a user can mend, with 1.
    """
    try:
        yield
    except SettingError as error:
        raise typer.BadParameter(printable(str(error))) from error
    except NothingToBuildError as error:
        tell_errors(*error.reasons)
        raise typer.Exit(1) from error
    except BriefingError as error:
        tell_errors(*str(error).splitlines())
        raise typer.Exit(1) from error
