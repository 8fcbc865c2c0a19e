"""The command `briefing compare`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing import pipeline
from briefing.cli import console, options, table

if TYPE_CHECKING:
    from briefing.model import Brief, Change, Changes

KINDS = {
    "changed": "Changed",
    "new": "New",
    "disputed": "Disputed",
    "confirmed": "Confirmed",
    "dropped": "No longer told",
}
LOSSES = {
    "gone": "its source is no longer given",
    "revised": "its source reads otherwise now",
    "apart": "its source is set apart now",
}


def compare(*, old: options.OldBrief, new: options.NewBrief, as_json: options.AsJson = False) -> None:
    """Tell what is new, changed, disputed, confirmed or told no longer since an earlier brief.

    News is what no source of the earlier brief tells. To have it as a section of a brief: briefing build --since OLD.

    Exits with 0 when both are compared, 1 when a file is no brief, and 2 on wrong usage.
    """
    with console.errors_told():
        later = pipeline.load(new)
        found = pipeline.compare(pipeline.load(old), later)
    if as_json:
        console.results().print(json.dumps(asdict(found), ensure_ascii=False, indent=2), soft_wrap=True)
    else:
        _show(found, later)


def _show(found: Changes, new: Brief) -> None:
    table.show(("Source", "Is"), _sources(found))
    table.show(("Since then", "What is told", "Before", "In"), [_row(change, new) for change in found.changes])
    table.show(("Named for the first time", "Kind"), [(actor.name, actor.kind) for actor in found.named])
    for sentence in _summary(found):
        console.results().print(sentence)


def _sources(found: Changes) -> Iterator[table.Row]:
    for what in ("added", "revised", "gone"):
        for path in getattr(found, what):
            yield path, what


def _row(change: Change, new: Brief) -> table.Row:
    paths = {source.id: source.path for source in new.sources}
    told = ", ".join(dict.fromkeys(paths[citation.source] for citation in change.citations))
    before = change.before
    return (
        KINDS[change.kind],
        change.text or LOSSES.get(change.loss or "", ""),
        before.text if before else "",
        told or (before.path if before else ""),
    )


def _summary(found: Changes) -> Iterator[str]:
    since = f"the brief of {found.as_of}" if found.as_of else "the earlier brief"
    if not found.changes and not found.named:
        yield f"Nothing that {since} tells has changed."
    if found.untold:
        yield f"Still in the sources, and not told for want of room: {found.untold} of its sentences."
