"""The command `briefing inspect`."""

from pathlib import Path
from typing import Annotated

import typer

from briefing import pipeline
from briefing.cli import console, inspect_data, inspect_tables, options, projects, writing
from briefing.cli.progress import watched

Sentences = Annotated[bool, typer.Option("--sentences", help="Show each sentence, and what is read in it.")]
WithDropped = Annotated[bool, typer.Option("--dropped", help="Show each passage that was left out, with its place.")]
OneSource = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID|NAME", help="Show this source alone: S2, or its name. Give it once for each."),
]


def inspect(
    *,
    paths: options.AnySources = None,
    sentences: Sentences = False,
    dropped: WithDropped = False,
    source: OneSource = None,
    as_json: options.AsJson = False,
    as_of: options.AsOf = None,
    trained: options.Pipeline = None,
    names: options.Names = None,
    concepts: options.Concepts = None,
    encoder: options.Encoder = None,
    no_cache: options.NoCache = False,
    workers: options.Workers = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what a build reads of its sources: how each is known, what is left out and why, which sentences there are.

    Exits with 0 when it is done, 1 when nothing could be read, and 2 on wrong usage.
    """
    with console.errors_told(), watched(quiet=quiet) as progress:
        given, project = projects.found(paths)
        found = pipeline.inspect(
            given,
            sentences=sentences,
            as_of=as_of,
            pipeline=trained,
            names=names or (),
            concepts=concepts or (),
            encoder=encoder,
            project=project,
            without=writing.of_earlier_builds(Path("output"), "brief"),
            cache=not no_cache,
            workers=workers or pipeline.available(),
            progress=progress,
        ).of(source or ())
    if as_json:
        typer.echo(inspect_data.written(found), nl=False)
    else:
        inspect_tables.show(found, dropped=dropped)
