"""Step 5, rendering: the page of `html` laid out on paper.

In: a `Brief` and its template. Out: a tagged PDF, the same bytes for the same
brief: its dates are those of the brief and its identifier is made of the page.
Nothing is fetched while it is laid out; the page holds all it shows.
"""

from hashlib import sha256
from typing import Any

from briefing.errors import MissingLibraryError, TemplateError
from briefing.model import Brief
from briefing.render.html.page import page
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


def render(brief: Brief, template: Template) -> bytes:
    """The brief as PDF.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: the page names a file that it does not hold.
    """
    return layout(page(brief, template))


def layout(html: str) -> bytes:
    """Lay a self-contained page out as PDF.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: the page names a file that it does not hold.
    """
    weasyprint = _weasyprint()
    # Only what the page holds itself may be read: no file, no network.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    identifier = sha256(html.encode()).hexdigest()[:32].encode()
    try:
        document = weasyprint.HTML(string=html, base_url=_NOWHERE, url_fetcher=fetcher)
        pdf: bytes = document.write_pdf(pdf_tags=True, pdf_identifier=identifier)
    except weasyprint.urls.FatalURLFetchingError as error:
        reason = str(error).replace(_NOWHERE, "")
        raise TemplateError(
            f"{reason}: a page holds all it shows. Write {{{{ asset('NAME') }}}} in brief.html."
        ) from error
    return pdf


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise MissingLibraryError(_INSTALL_PANGO) from error
    return weasyprint
