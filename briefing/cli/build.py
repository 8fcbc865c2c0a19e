"""The command `briefing build`."""

from os import environ
from pathlib import Path
from time import perf_counter

import typer

from briefing import pipeline
from briefing.cli import checks, console, options, report, writing
from briefing.cli.progress import watched
from briefing.settings import load_template


def build(
    *,
    paths: options.Paths,
    template: options.TemplateName = "analyst",
    cue_set: options.CueSetName = None,
    output: options.Output = Path("output"),
    name: options.FileName = "brief",
    formats: options.Formats,
    title: options.Title = None,
    as_of: options.AsOf = None,
    marking: options.Marking = None,
    words: options.Words = None,
    ranker: options.Ranker = None,
    trained: options.Pipeline = None,
    names: options.Names = None,
    concepts: options.Concepts = None,
    encoder: options.Encoder = None,
    review: options.Review = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
    strict: options.Strict = False,
) -> None:
    """Make a brief from sources and write it as PDF, Word file and data.

    Exits with 0 when it is done, 1 when nothing could be built, 2 on wrong
    usage, and with --strict with 3 when the brief lacks something.
    """
    start = perf_counter()
    checks.review(review, formats)
    with console.errors_told(), watched(quiet=quiet) as progress:
        chosen = load_template(template, cue_set)
        brief = pipeline.build(
            paths,
            chosen,
            words=words,
            title=title,
            as_of=as_of,
            marking=marking,
            ranker=ranker,
            pipeline=trained,
            names=names or (),
            concepts=concepts or (),
            encoder=encoder,
            generated=checks.generated(environ.get("SOURCE_DATE_EPOCH")),
            cache=not no_cache,
            progress=progress,
        )
        files, unshown = writing.write(
            brief, output, name=name, formats=formats, template=chosen, review=review, progress=progress
        )
    if not quiet:
        report.show(brief, files, unshown, seconds=perf_counter() - start)
    if strict and (lacks := (*report.lacks(brief), *unshown)):
        console.tell_errors(*lacks)
        raise typer.Exit(3)
