"""Step 1, reading: a plain text file → lines. Its layout is judged later."""

from itertools import pairwise

from briefing.sources import clean, front_matter
from briefing.sources.draft import Draft, Line
from briefing.sources.encoding import decode
from briefing.sources.wrapping import unwrap


def read(data: bytes) -> Draft:
    """Read plain text.

    Raises:
        UnreadableError: the file is not text.
    """
    decoded, notes = decode(data)
    front, body = front_matter.parted(decoded)
    wrapped = clean.blanks(body)
    text = unwrap(wrapped)
    if text != wrapped:
        notes += ("Its lines were wrapped to a width; they were joined into paragraphs.",)
    above = ["", *text.split("\n")]
    return front.before(
        Draft(tuple(Line(line, gap=not before) for before, line in pairwise(above) if line), notes=notes)
    )
