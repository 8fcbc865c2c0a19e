"""Step 1, reading: a page that Safari saved, which is a property list, binary or XML → lines."""

from plistlib import InvalidFileException, loads
from typing import Any
from xml.parsers.expat import ExpatError

from briefing.sources.draft import Draft, UnreadableError
from briefing.sources.readers.html import read_page


def read(data: bytes) -> Draft:
    """Read a saved page.

    Raises:
        UnreadableError: it is damaged, or the page shows no text.
    """
    page = _page(data)
    content, charset, address = (page.get(f"WebResource{key}") for key in ("Data", "TextEncodingName", "URL"))
    if not isinstance(content, bytes) or "html" not in str(page.get("WebResourceMIMEType", "html")):
        raise UnreadableError("It is a web archive whose main part is no web page.")
    return read_page(
        content, charset if isinstance(charset, str) else None, address if isinstance(address, str) else None
    )


def _page(data: bytes) -> dict[str, Any]:
    try:
        archive = loads(data)
    except (InvalidFileException, ExpatError, ValueError, KeyError, OverflowError) as error:
        raise UnreadableError("It is a web archive, and damaged.") from error
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(page, dict):
        raise UnreadableError("It is a web archive without its page.")
    return page
