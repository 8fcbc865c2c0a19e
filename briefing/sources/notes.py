"""Step 1, reading: what the operator says of a source goes before what it states itself.

In: a document, and the operator's note. Out: the document with both; a note for
the reader says what the source does not say so itself.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Document
from briefing.settings import SourceNote

_NAMES = {"title": "title", "publisher": "publisher", "published": "date of publication"}


def noted(document: Document, note: SourceNote | None) -> Document:
    """The document with what the operator says of it.

    Args:
        document: as it was read.
        note: what the operator says; None if nothing.
    """
    if note is None:
        return document
    given = {key: value for key in _NAMES if (value := getattr(note, key)) is not None}
    source = replace(document.source, **given, reliability=note.reliability)
    return replace(document, source=source, notes=(*document.notes, *_told(document, given)))


def _told(document: Document, given: dict[str, str]) -> Iterator[str]:
    """What is not the source's own word, a sentence for each."""
    for key, value in given.items():
        stated = getattr(document.source, key)
        if stated is None:
            yield f"Its {_NAMES[key]} is given by the operator; it states none."
        elif stated != value:
            yield f"Its {_NAMES[key]} is given by the operator; it states “{stated}”."
