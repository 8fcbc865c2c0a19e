"""Step 1, reading: a PDF document → lines, in the order of the work."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.apart import RefusedError
from briefing.sources.draft import Draft, UnreadableError, counted
from briefing.sources.readers.pdf.facts import printed_from, stated
from briefing.sources.readers.pdf.glyphs import page_of
from briefing.sources.readers.pdf.laying import lines_of
from briefing.sources.readers.pdf.shapes import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 3000
"""Pages that are read of one document."""
_LOCKED = 4
"""What pdfium calls a document that asks for a password."""
_FEW_LOST, _MOST_LOST = 0.05, 0.5
"""The parts of its characters without which a document is noted to be faulty, and is not read."""


def answer(data: bytes) -> bytes:
    """The draft of a PDF document as JSON, for the program from which this runs apart.

    Raises:
        RefusedError: there is none; the sentence says why.
    """
    import msgspec

    try:
        return msgspec.json.encode(drafted(data))
    except UnreadableError as error:
        raise RefusedError(str(error)) from error


def drafted(data: bytes) -> Draft:
    """Read a PDF document.

    Raises:
        UnreadableError: it is locked or damaged, or has no text.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(data) as document:
            draft, pages = stated(data, document), list(_pages(document))
            notes = tuple(_notes(document, pages))
    except PdfiumError as error:
        if error.err_code == _LOCKED:
            raise UnreadableError(
                "It is a PDF document that is locked with a password; save it without one."
            ) from error
        raise UnreadableError("It is a PDF document that is damaged; save it again.") from error
    return replace(draft, lines=tuple(lines_of(pages)), address=printed_from(pages), notes=notes)


def _pages(document: "PdfDocument") -> Iterator[Page]:
    """The pages one by one; each is closed before the next is opened, for a page can be large."""
    words = 0
    for number in range(1, min(len(document), MOST_PAGES) + 1):
        page = document[number - 1]
        try:
            made = page_of(page, number)
        finally:
            page.close()
        words = counted((strip.text for strip in made.strips), words)
        yield made


def _notes(document: "PdfDocument", pages: Sequence[Page]) -> Iterator[str]:
    """What reading found wanting, a sentence each.

    Raises:
        UnreadableError: there is too little text to read.
    """
    told = sum(len(strip.text) for page in pages for strip in page.strips)
    lost = sum(page.lost for page in pages)
    if not pages:
        raise UnreadableError("It is a PDF document without pages.")
    if lost > _MOST_LOST * (told + lost):
        raise UnreadableError(
            "It is a PDF document whose fonts do not tell which letters they draw; run text recognition on it first."
        )
    if not told:
        raise UnreadableError(
            "It is a PDF document without a text layer, such as a scan; run text recognition on it first."
        )
    if lost > _FEW_LOST * (told + lost):
        yield f"Its fonts do not tell which letters they draw for {lost:,} of its characters; those are left out."
    bare = [page.number for page in pages if not page.strips]
    if bare:
        yield (
            f"Of its {len(document):,} pages {len(bare):,} have no text, the first of them page {bare[0]:,};"
            " if they are scans, run text recognition on them."
        )
    if len(pages) < len(document):
        yield f"Only its first {len(pages):,} of {len(document):,} pages are read."
