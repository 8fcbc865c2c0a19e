"""Step 1, reading: a plain text file → lines. Its layout is judged later."""

from itertools import pairwise

from briefing.sources import clean, front_matter
from briefing.sources.draft import Draft, Line, bounded
from briefing.sources.encoding import decode
from briefing.sources.wrapping import unwrap


def read(data: bytes) -> Draft:
    """Read plain text.

    Raises:
        UnreadableError: the file is not text.
    """
    decoded, notes = decode(data)
    front, body = front_matter.parted(decoded)
    lines, told = laid_out(body)
    return front.before(Draft(lines, notes=(*notes, *told)))


def laid_out(decoded: str) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of a clean text, and a note if they had to be joined."""
    wrapped = bounded(clean.blanks(decoded))
    text = unwrap(wrapped)
    told = ("Its lines were wrapped to a width; they were joined into paragraphs.",) if text != wrapped else ()
    above = ["", *text.split("\n")]
    return tuple(Line(line, gap=not before) for before, line in pairwise(above) if line), told
