"""The commands `briefing index` and `briefing search`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import console, options, projects, table, writing
from briefing.cli.progress import watched
from briefing.cli.report import NOT_STATED, chosen

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager


def index(
    *,
    paths: options.AnySources = None,
    file: options.Index = None,
    workers: options.Workers = None,
    quiet: options.Quiet = False,
) -> None:
    """Make the full-text index of an archive, or bring it up to date: only what has changed is read.

    Exits with 0 when it is done, 1 when it holds no source or could not be written, and 2 on wrong usage.
    """
    from briefing.pipeline import archiving

    with console.errors_told(), watched(quiet=quiet) as progress, _processes(workers) as executor:
        given, project = projects.found(paths)
        done = archiving.index(
            given, file=file, project=project, without=_briefs(), executor=executor, progress=progress
        )
        if not done.documents:
            raise archiving.empty(done)
    if quiet:
        return
    table.show(("Sources", "Not in the index, because"), [(f"{number:,}", reason) for reason, number in done.reasons])
    if done.was_damaged:
        console.results().print("The index that was there could not be used, and was made anew.")
    files = "1 file was" if done.read == 1 else f"{done.read:,} files were"
    console.results().print(
        f"{done.documents:,} sources are indexed; {files} read, {done.gone:,} had gone. The index is {done.file}."
    )


def search(
    topic: options.TopicGiven,
    paths: options.AnySources = None,
    *,
    since: options.FirstDay = None,
    until: options.Until = None,
    limit: options.Listed = options.LISTED,
    file: options.Index = None,
    workers: options.Workers = None,
    quiet: options.Quiet = False,
) -> None:
    """List what of an archive bears on a topic, the best first; its index is brought up to date before.

    Exits with 0 when it is done, 1 when nothing bears on the topic, and 2 on wrong usage.
    """
    from briefing.model import Bounds
    from briefing.pipeline import archiving
    from briefing.pipeline.wanted import Wanted

    with console.errors_told(), watched(quiet=quiet) as progress, _processes(workers) as executor:
        given, project = projects.found(paths)
        wanted = Wanted(topic, Bounds(since, until), limit, file)
        found = archiving.find(given, wanted, project=project, without=_briefs(), executor=executor, progress=progress)
    hits = found.hits.best
    table.show(
        ("Source", "Published", "Publisher", "Title"),
        [(hit.label, *(value or NOT_STATED for value in (hit.published, hit.publisher, hit.title))) for hit in hits],
    )
    console.results().print(chosen(found.selection, "listed"))


def _processes(workers: int | None) -> AbstractContextManager[Executor | None]:
    from briefing.pipeline.cores import available
    from briefing.pipeline.gathering import workplace

    return workplace(None, workers or available())


def _briefs() -> tuple[Path, ...]:
    return writing.of_earlier_builds(Path("output"), "brief")
