"""Step 5, rendering: the page of a template tried on a brief, for those who make templates.

In: a brief and its template. Out: the style that the page has, what its fonts and the
layout of its PDF pass over, and how many pages that has. A stranger's page is made in a
process of its own, as for every document.
"""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from briefing.errors import MissingLibraryError
from briefing.model import Brief
from briefing.render.html import missing_glyphs
from briefing.render.html.page import page
from briefing.render.pdf.layout import pages_of
from briefing.render.strangers.page import guarded
from briefing.settings import Template

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_IGNORED = re.compile(r"Ignored `(.*)` at \d+:\d+, (.*)\.", re.DOTALL)
_OF_A_SCREEN = "the property does not apply for the print media"


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it.

    `style` is all of the page's, `missing` are sentences on missing glyphs, `ignored` is each declaration
    that the PDF passes over, with the reason. It has no `pages` where this system can lay out none.
    """

    style: str
    missing: tuple[str, ...]
    ignored: tuple[tuple[str, str], ...]
    pages: int


def tried(brief: Brief, template: Template) -> Tried:
    """Make the page for the screen and for paper.

    Raises:
        TemplateError: the page cannot be made, or would run or fetch something.
    """
    with _ignored() as ignored:
        try:
            pages = pages_of(page(brief, template))
        except MissingLibraryError:
            pages = 0
    html = guarded(page(brief, template, screen=True), template)
    return Tried("".join(_STYLE.findall(html)), missing_glyphs(brief, template), tuple(dict.fromkeys(ignored)), pages)


def to_bytes(made: Tried) -> bytes:
    """The same for another process."""
    return json.dumps(asdict(made)).encode()


def from_bytes(data: bytes) -> Tried:
    """What another process has tried."""
    told = json.loads(data)
    return Tried(told["style"], tuple(told["missing"]), tuple(map(tuple, told["ignored"])), told["pages"])


@contextmanager
def _ignored() -> Iterator[list[tuple[str, str]]]:
    """Gather what WeasyPrint tells its log that it passes over."""
    found: list[tuple[str, str]] = []

    class Gathering(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            match = _IGNORED.fullmatch(record.getMessage())
            if match and match[2] != _OF_A_SCREEN:
                found.append((match[1], match[2]))

    handler, logger = Gathering(), logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
