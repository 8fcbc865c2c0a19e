"""The command `briefing build`."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from os import environ
from pathlib import Path
from time import perf_counter

import typer

from briefing import pipeline
from briefing.cli import checks, console, options, projects, report, writing
from briefing.cli.progress import watched


def build(
    *,
    paths: options.AnySources = None,
    template: options.TemplateName = None,
    cue_set: options.CueSetName = None,
    output: options.Output = Path("output"),
    name: options.FileName = "brief",
    formats: options.Formats = None,
    title: options.Title = None,
    as_of: options.AsOf = None,
    marking: options.Marking = None,
    embargo: options.Embargo = None,
    since: options.Since = None,
    until: options.Until = None,
    topic: options.Topic = None,
    limit: options.Limit = None,
    index: options.Index = None,
    words: options.Words = None,
    ranker: options.Ranker = None,
    trained: options.Pipeline = None,
    names: options.Names = None,
    concepts: options.Concepts = None,
    encoder: options.Encoder = None,
    review: options.Review = False,
    no_cache: options.NoCache = False,
    workers: options.Workers = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
    strict: options.Strict = False,
) -> None:
    """Make a brief from sources and write it as PDF, Word file and data.

    What no option says is taken from the briefing.toml of the folder that is given, or of this one
    where none is.

    Exits with 0 when it is done, 1 when nothing could be built, 2 on wrong
    usage, and with --strict with 3 when the brief lacks something.
    """
    from briefing.model import Bounds
    from briefing.pipeline.wanted import LIMIT, Wanted

    start = perf_counter()
    checks.on_a_topic(topic, limit=limit, index=index)
    checks.one_place(cluster, workers)
    with (
        console.errors_told(),
        watched(quiet=quiet) as progress,
        _machines(cluster, trained) as executor,
        _index(index, is_kept=not (topic and no_cache)) as file,
    ):
        given, project = projects.found(paths)
        formats = formats or checks.formats(project.formats) or [*options.FORMATS_OF_A_BUILD]
        checks.review(review, formats)
        first_day, before = checks.since(since)
        chosen = pipeline.choose_template(template, cue_set, project)
        brief = pipeline.build(
            given,
            chosen,
            words=words,
            title=title,
            as_of=as_of,
            marking=marking,
            embargo=embargo,
            since=pipeline.load(before) if before else None,
            ranker=ranker,
            pipeline=trained,
            names=names or (),
            concepts=concepts or (),
            encoder=encoder,
            project=project,
            without=writing.of_earlier_builds(output, name),
            generated=checks.generated(environ.get("SOURCE_DATE_EPOCH")),
            wanted=Wanted(topic, Bounds(first_day, until), limit or LIMIT, file),
            cache=not no_cache,
            executor=executor,
            workers=workers or pipeline.available(),
            progress=progress,
        )
        if executor:  # rendering has no use for it
            executor.shutdown()
        files, unshown = writing.write(
            brief, output, name=name, formats=formats, template=chosen, review=review, progress=progress
        )
    unshown = (*unshown, *report.pages(brief, chosen.pages))
    if not quiet:
        report.show(brief, files, unshown, seconds=perf_counter() - start)
    if strict and (lacks := (*report.lacks(brief), *unshown)):
        console.tell_errors(*lacks)
        raise typer.Exit(3)


def _machines(address: str | None, trained: str | None) -> AbstractContextManager[Executor | None]:
    """Where documents are read and analysed; None for here."""
    if address is None:
        return nullcontext()
    from briefing.pipeline.cluster import Cluster

    return Cluster(address, trained)


@contextmanager
def _index(named: Path | None, *, is_kept: bool) -> Iterator[Path | None]:
    """The file that a user has named for the index, if any; else one that goes with the build if none is to be kept."""
    if named or is_kept:
        yield named
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="briefing-") as folder:
        yield Path(folder) / "index"
