"""The command `briefing templates preview`."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter

from briefing import pipeline, settings
from briefing.cli import console, options, report, watching
from briefing.cli.progress import watched
from briefing.errors import BriefingError

WAITING = "Waiting for changes; Ctrl-C ends it."


def preview(
    *,
    template: options.TemplateGiven,
    output: options.PreviewOutput = Path("preview"),
    sources: options.PreviewSources = None,
    page: options.Page = None,
    watch: options.Watch = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Try a template: render a sample brief as PDF, and each page as a picture.

    Exits with 0 when it is done, 1 when nothing could be written, and 2 on wrong
    usage or a template that cannot be followed. With --watch it tells what is wrong and goes on.
    """
    given = sources or settings.sample_sources()
    render = partial(_render, template, output, given, page, cache=not no_cache, quiet=quiet)
    with console.errors_told():
        if not watch:
            return render()
        try:
            for _ in watching.changes(template, output, Event()):
                _tell(render)
        except KeyboardInterrupt:
            console.messages().print("Stopped.")
    return None


def _tell(render: Callable[[], None]) -> None:
    """Render, or say what is wrong, and wait for what comes."""
    try:
        render()
    except BriefingError as error:
        console.tell_errors(*str(error).splitlines())
    console.messages().print(WAITING)


def _render(template: str, output: Path, given: Sequence[Path], page: int | None, *, cache: bool, quiet: bool) -> None:
    from briefing.render import pictures, write

    start = perf_counter()
    with watched(quiet=quiet) as progress:
        chosen = settings.load_template(template)
        brief = pipeline.build(given, chosen, cache=cache, progress=progress)
        progress("Rendering", "pdf")
        pdf = pipeline.render(brief, "pdf", chosen)
        progress("Rendering", "png")
        pages = {f"preview-{number}.png": picture for number, picture in pictures(pdf, page).items()}
        files = write({"preview.pdf": pdf, **pages}, output)
        _remove_others(output, files)
        unshown = pipeline.missing_glyphs(brief, chosen)
    if not quiet:
        report.written(files, (*report.empty(brief), *unshown, f"Done in {perf_counter() - start:.1f} s."))


def _remove_others(folder: Path, files: Sequence[Path]) -> None:
    """Remove the pages of an earlier, longer preview."""
    for old in {*folder.glob("preview-*.png")} - {*files}:
        if old.stem.removeprefix("preview-").isdecimal():
            old.unlink(missing_ok=True)
