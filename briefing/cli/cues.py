"""The command `briefing cues`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import pipeline, settings
from briefing.cli import console, options, table
from briefing.cli.progress import watched

if TYPE_CHECKING:
    from briefing.settings import CueSet

HEAD = ("Cue set", "For", "Sections")


def list_cue_sets(
    *, paths: options.AnyPaths = None, workers: options.Workers = None, quiet: options.Quiet = False
) -> None:
    """List the cue sets that --cue-set names and, given sources, how well each fits them, the best first."""
    with console.errors_told():
        if not paths:
            return table.show(HEAD, [_row(settings.load_cue_set(name)) for name in settings.shipped_cue_sets()])
        with watched(quiet=quiet) as progress:
            fits = pipeline.fitting(paths, workers=workers or pipeline.available(), progress=progress)
    table.show((*HEAD, "Fits"), [(*_row(one), f"{fit:.0%}") for one, fit in fits])
    return None


def _row(cue_set: CueSet) -> table.Row:
    return cue_set.name, cue_set.about, ", ".join(section.heading for section in cue_set.sections)
