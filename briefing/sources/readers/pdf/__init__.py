"""Step 1, reading: a PDF document → lines.

The characters of each page (`glyphs.py`), without what runs through all pages
(`running.py`), in columns (`columns.py`), as paragraphs (`paragraphs.py`) of whole
words (`hyphens.py`); and what the file says of itself (`facts.py`).

All this happens in a process of its own: a small file can ask for more memory and
time than there is, and a faulty one can end the program that reads it.
"""

from briefing.apart import Apart, Bounds, EndedError, RefusedError
from briefing.sources.draft import Draft, UnreadableError

SECONDS = 120
"""Of processor time that one document may take; one of 1,000 pages takes 30."""
MEMORY = 1_200_000_000
"""Bytes that it may take."""

process = Apart("briefing.sources.readers.pdf.reading", Bounds(SECONDS, MEMORY))
"""The process that reads one document after another."""


def read(data: bytes) -> Draft:
    """Read a PDF document.

    Raises:
        UnreadableError: it is locked or damaged, has no text, or passes a bound.
    """
    import msgspec

    try:
        return msgspec.json.decode(process.ask(data), type=Draft)
    except RefusedError as error:
        raise UnreadableError(str(error)) from error
    except EndedError as error:
        raise UnreadableError(
            "It is a PDF document that cannot be read, or not within bounds of memory and time; print it to a new PDF."
        ) from error
