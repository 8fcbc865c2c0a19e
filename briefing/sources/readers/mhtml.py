"""Step 1, reading: a page saved as one file of parts, as browsers and mail programs do (RFC 2557) → lines.

The parts are the page and what it shows; the page is the one that `Content-Location`
or `start` names, or else the first that is HTML. The date in the header is that of
saving, and so says nothing of the page.
"""

from email.message import EmailMessage
from email.policy import default

from briefing.sources.draft import Draft, UnreadableError
from briefing.sources.readers.html import read_page


def read(data: bytes) -> Draft:
    """Read a saved page.

    Raises:
        UnreadableError: it holds no page, or the page shows no text.
    """
    from email import message_from_bytes

    saved = message_from_bytes(data, policy=default)
    if (page := _page(saved)) is None:
        raise UnreadableError("It is a saved web page without the page itself; save it again.")
    address = saved.get("Snapshot-Content-Location") or page.get("Content-Location")
    content = page.get_payload(decode=True)
    return read_page(content if isinstance(content, bytes) else b"", page.get_content_charset(), address)


def _page(saved: EmailMessage) -> EmailMessage | None:
    """The part that is the page."""
    parts = [part for part in saved.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    root, start = saved.get("Snapshot-Content-Location"), saved.get_param("start")
    named = (part for part in parts if root and part.get("Content-Location") == root)
    started = (part for part in parts if start and part.get("Content-ID") == start)
    return next(named, None) or next(started, None) or next(iter(parts), None)
