"""How long step 5 takes: `python benchmarks/measure_rendering.py [FOLDER]`.

Builds a brief from a folder, the samples if none is named, and a long one that
tells all of its sentences and events many times over. Prints for both the
seconds of processor time of each format, for a PDF those a page too, and what
part of them is the layout engine's own. The first of all files pays for the
libraries that are loaded, as in a build; “warm” is the same once more.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

import pypdfium2

import briefing
from briefing.model import Brief
from briefing.render import FORMATS, missing_glyphs, render
from briefing.render.html.page import page
from briefing.render.pdf.attached import attached
from briefing.render.pdf.layout import layout
from briefing.settings import Template, load_template

SAMPLES = Path(__file__).parents[1] / "seeds"
TIMES = 25
"""How often the long brief tells what the other tells once."""
Result = TypeVar("Result")


def timed(call: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds of processor time that a call takes, and what it returns."""
    start = process_time()
    result = call()
    return process_time() - start, result


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    template = load_template("analyst")
    brief = briefing.build(folder)
    for made, runs in ((brief, ("first", "warm")), (long(brief), ("warm",))):
        print(f"{folder.name}: {len(made.items)} sentences, {len(made.timeline)} events")
        for when in runs:
            told(when, made, template)
        paper(made, template)


def long(brief: Brief) -> Brief:
    """The brief many times over."""
    sections = tuple(replace(section, items=section.items * TIMES) for section in brief.sections)
    return replace(brief, sections=sections, timeline=brief.timeline * TIMES)


def told(when: str, brief: Brief, template: Template) -> None:
    """The time and the size of each format, and of the search for missing glyphs."""
    spent = 0.0
    for name in FORMATS:
        seconds, content = timed(lambda name=name: render(brief, name, template))  # type: ignore[misc]
        spent += seconds
        pages = f", {len(pypdfium2.PdfDocument(content))} pages" if name == "pdf" else ""
        print(f"  {when} {name:5} {seconds:5.2f} s {len(content):9,} bytes{pages}")
    seconds, _ = timed(lambda: missing_glyphs(brief, template))
    print(f"  {when} glyphs {seconds:4.2f} s\n  {when} all   {spent + seconds:5.2f} s")


def paper(brief: Brief, template: Template) -> None:
    """What a PDF's time goes into: the page, the engine, and what is ours in its file."""
    making, html = timed(lambda: page(brief, template))
    carrying, carried = timed(lambda: attached(brief, template))
    whole, made = timed(lambda: layout(html, carried))
    bare, _ = timed(lambda: engine(html))
    pages = len(pypdfium2.PdfDocument(made))
    print(f"  pdf: page {making:.2f} s, attachments {carrying:.2f} s, layout {whole:.2f} s, {pages} pages")
    print(f"  pdf: {(making + carrying + whole) / pages:.2f} s a page, of which {bare / pages:.2f} s the engine's")


def engine(html: str) -> bytes:
    """The page as the engine lays it out by itself, tagged as ours is."""
    import weasyprint

    made: bytes = weasyprint.HTML(string=html).write_pdf(pdf_tags=True)
    return made


if __name__ == "__main__":
    main()
