"""Step 5, rendering: the page of `html` laid out on paper.

In: a `Brief` and its template. Out: a PDF/A-3a and PDF/UA-1, the same bytes for
the same brief: its dates are those of the brief and its identifier is made of
its content. Nothing is fetched while it is laid out; the page holds all it shows.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

from briefing.errors import MissingLibraryError, TemplateError
from briefing.model import Brief
from briefing.render.html.page import page
from briefing.render.pdf.attached import Attachment, attached
from briefing.render.pdf.finishing import finish
from briefing.settings import Template

_INSTALL_PANGO = """\
PDF needs the library Pango, which this system lacks. Install it:
  Debian, Ubuntu  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora          dnf install pango harfbuzz
  Alpine          apk add pango harfbuzz-subset
  macOS           brew install pango
Or leave PDF out: --format docx --format json."""

_NOWHERE = "https://template.invalid/"
"""The page's address: a relative name must become a URL before it can be refused."""

_VARIANT = "pdf/a-3a"
_KEPT: dict[str, Any] = {}
"""The last page that was laid out to be counted and was short enough: that of the brief whose PDF is written next."""

_NO_CLOCK = datetime(1970, 1, 1, tzinfo=UTC)
"""Without a date WeasyPrint would take the hour; `finish` puts the brief's in its place."""


def render(brief: Brief, template: Template) -> bytes:
    """The brief as PDF.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: the page names a file that it does not hold.
    """
    return layout(page(brief, template), attached(brief, template))


def pages(brief: Brief, template: Template) -> int:
    """How many pages the PDF of a brief has.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: the page names a file that it does not hold.
    """
    html = page(brief, template)
    laid = _laid_out(html)
    if template.pages and len(laid.pages) <= template.pages:
        _KEPT.clear()
        _KEPT[html] = laid
    return len(laid.pages)


def pages_of(html: str) -> int:
    """How many pages the PDF of a self-contained page has.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: the page names a file that it does not hold.
    """
    return len(_laid_out(html).pages)


def layout(html: str, attachments: Iterable[Attachment] = ()) -> bytes:
    """Lay a self-contained page out as PDF.

    Args:
        html: the page.
        attachments: the files that the PDF carries, in the order of their names.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: the page names a file that it does not hold.
    """
    weasyprint = _weasyprint()
    carried = [_carried(weasyprint, attachment) for attachment in attachments]
    laid = _KEPT.pop(html, None) or _laid_out(html)
    with _told_as_template_errors():
        pdf: bytes = laid.write_pdf(pdf_variant=_VARIANT, attachments=carried, finisher=finish)
    return pdf


def _laid_out(html: str) -> Any:
    """The page as WeasyPrint lays it out; only what it holds itself may be read: no file, no network."""
    weasyprint = _weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    with _told_as_template_errors():
        return weasyprint.HTML(string=html, base_url=_NOWHERE, url_fetcher=fetcher).render(pdf_variant=_VARIANT)


@contextmanager
def _told_as_template_errors() -> Iterator[None]:
    weasyprint = _weasyprint()
    try:
        yield
    except weasyprint.urls.FatalURLFetchingError as error:
        reason = str(error).replace(_NOWHERE, "")
        raise TemplateError(
            f"{reason}: a page holds all it shows. Write {{{{ asset('NAME') }}}} in brief.html."
        ) from error


def _carried(weasyprint: Any, attachment: Attachment) -> Any:
    return weasyprint.Attachment(
        string=attachment.content,
        name=attachment.name,
        description=attachment.description,
        relationship=attachment.relationship,
        created=_NO_CLOCK,
        modified=_NO_CLOCK,
    )


def _weasyprint() -> Any:
    try:
        with _without_compiler() if sys.platform == "linux" and "weasyprint" not in sys.modules else nullcontext():
            import weasyprint
    except OSError as error:
        raise MissingLibraryError(_INSTALL_PANGO) from error
    return weasyprint


@contextmanager
def _without_compiler() -> Iterator[None]:
    """No program is found by its name: Python would ask compiler and linker for each name that a library may have.

    On Linux it asks the system's list of libraries before them, and the loader after them; neither needs `PATH`.
    """
    path = os.environ.get("PATH")
    os.environ["PATH"] = os.devnull
    try:
        yield
    finally:
        if path is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = path
