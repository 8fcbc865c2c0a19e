"""The command `briefing templates check`."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing.cli import console, options

Sources = Annotated[
    list[Path] | None,
    typer.Option(
        "--sample",
        metavar="PATH",
        help="Sources to try it on, instead of the small sample that comes with the program. Give it once for each.",
    ),
]
WarningsToo = Annotated[bool, typer.Option("--strict", help="Exit with 1 for a warning too.")]


def check(
    *,
    template: options.TemplateOf,
    sources: Sources = None,
    strict: WarningsToo = False,
    no_cache: options.NoCache = False,
    as_json: options.AsJson = False,
) -> None:
    """Find all that is wrong with a template, with its file and line and the way out.

    An error stops a build, or loses something by it; a warning is worth a look.
    Exits with 0 when there is no error, 1 when there is one, 2 on wrong usage.
    """
    from briefing import workshop

    with console.errors_told():
        findings = workshop.check(template, sources or (), cache=not no_cache)
    print_ = console.results().print
    if as_json:
        print_(json.dumps([_data(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            print_(console.printable(_line(finding)), style=_COLOURS[finding.level], soft_wrap=True)
        print_(_sum([finding.level for finding in findings]))
    if any(strict or finding.level == "error" for finding in findings):
        raise typer.Exit(1)


_COLOURS = {"error": "red", "warning": "yellow"}


def _line(finding: Any) -> str:
    """A finding as a line that an editor can jump to."""
    at = f":{finding.line}" if finding.line else f", {finding.place}" if finding.place else ""
    return f"{finding.level}: {_path(finding.file)}{at}: {finding.sentence} [{finding.rule}]"


def _path(file: Path) -> str:
    """The file as it is called from here."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _sum(levels: list[str]) -> str:
    if not levels:
        return "Nothing is wrong with it."
    counts = ((level, levels.count(level)) for level in _COLOURS)
    return ", ".join(f"{number} {level}{'s' if number > 1 else ''}" for level, number in counts if number)


def _data(finding: Any) -> dict[str, Any]:
    return {
        "level": finding.level,
        "rule": finding.rule,
        "file": _path(finding.file),
        "line": finding.line,
        "place": finding.place,
        "sentence": finding.sentence,
    }
