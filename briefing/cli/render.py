"""The command `briefing render`."""

from pathlib import Path

from briefing import pipeline
from briefing.cli import checks, console, options, report, writing
from briefing.cli.progress import watched


def render(
    *,
    file: options.BriefFile,
    template: options.OwnTemplateName = None,
    output: options.Output = Path("output"),
    name: options.FileName = "brief",
    formats: options.PaperFormats = None,
    review: options.Review = False,
    quiet: options.Quiet = False,
) -> None:
    """Write a brief again from its brief.json, without the sources.

    Exits with 0 when it is done, 1 when the file is no brief or nothing could
    be written, and 2 on wrong usage.
    """
    formats = formats or [*options.FORMATS_ON_PAPER]
    checks.review(review, formats)
    with console.errors_told(), watched(quiet=quiet) as progress:
        brief = pipeline.load(file)
        files, unshown = writing.write(
            brief, output, name=name, formats=formats, template=template, review=review, progress=progress
        )
    if not quiet:
        report.written(files, unshown)
