"""The command `briefing verify`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli import console, options
from briefing.verification import Report, of_one_brief
from briefing.verification import verify as verified

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE", help="A brief: brief.json, or the PDF, the Word file or the page. Several are of one brief."
    ),
]
Sources = Annotated[
    Path | None,
    typer.Option("--sources", metavar="DIR", help="The folder of its sources. Without it: the texts that it carries."),
]
FAILS = 4
"""The exit code of a brief that does not stand."""


def verify(*, files: Files, sources: Sources = None, as_json: options.AsJson = False) -> None:
    """Check a finished brief against its evidence, as someone who was not there.

    Exits with 0 when all stands, 4 when something does not, 1 when a file is no
    brief, and 2 on wrong usage.
    """
    # A program that saved a document may have left its record out.
    record = next((file for file in files if file.suffix.lower() == ".json"), None)
    with console.errors_told():
        reports = [verified(file, sources, record) for file in files]
    strangers = tuple(of_one_brief(reports))
    print_ = console.results().print
    if as_json:
        data = {"files": [asdict(report) for report in reports], "faults": [asdict(fault) for fault in strangers]}
        print_(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _tell(report)
        for fault in strangers:
            print_(console.printable(f"fault: {fault.sentence}"), style="red", soft_wrap=True)
    if strangers or not all(report.stands for report in reports):
        raise typer.Exit(FAILS)


def _tell(report: Report) -> None:
    print_ = console.results().print
    if report.summary:
        print_(console.printable(f"{report.file}: {report.summary}"), soft_wrap=True)
    for fault in report.faults:
        print_(console.printable(f"fault: {report.file}: {fault.sentence}"), style="red", soft_wrap=True)
    for note in report.notes:
        print_(console.printable(f"note: {report.file}: {note}"), style="yellow", soft_wrap=True)
    number = len(report.faults)
    found = "All stands" if report.stands else f"{number} fault{'s' if number > 1 else ''}"
    print_(console.printable(f"{report.file}: {found}; checked: {', '.join(report.checked)}."), soft_wrap=True)
