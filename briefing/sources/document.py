"""Step 1, reading: a draft in which all is decided → a `Document`.

The text is the draft's lines, a newline between two, an empty line where the
author left one. From here on it never changes.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from briefing.model import Block, Document, Dropped, Finding, Page, Source
from briefing.sources.draft import Draft, Line
from briefing.sources.pieces import Single

KNOWN = ("title", "author", "publisher", "published", "modified", "address")
"""What a draft may know about its source."""
RUNS_ON = 1000
"""Words without a full stop; step 2 makes no sentence of so many."""
_FEWEST_LETTERS = 2 * RUNS_ON - 1  # of so many words, with the spaces between them
_STOP = re.compile(r"[.!?…][”\"’')\]]*\s")


def make(draft: Draft, piece: Single, in_file: Draft) -> Document:
    """Join the lines and note where each stands; the source's id is still empty.

    Args:
        draft: each of its kept lines has a kind.
        piece: what it was read from.
        in_file: as the reader made it; what it knows stands beside the text, which states the rest.
    """
    text, placed = _placed(draft.lines)
    known = {key: value for key in KNOWN if (value := getattr(draft, key)) is not None}
    found = tuple(
        Finding(key, "metadata" if value == getattr(in_file, key) else "stated") for key, value in known.items()
    )
    digest = sha256(piece.data).hexdigest()
    kind = piece.kind.media_type
    return Document(
        Source("", piece.label, digest, media_type=kind, language=draft.language, found=found, **known),
        text,
        blocks=tuple(
            Block(line.kind, start + line.lead, start + len(line.text) - line.tail)
            for start, line in placed
            if line.kind and not line.reason
        ),
        dropped=tuple(_dropped(placed)),
        notes=(*draft.notes, *_unquotable(draft.lines)),
        pages=tuple(Page(turn.number, start + turn.start) for start, line in placed for turn in line.turns),
    )


def _unquotable(lines: Iterable[Line]) -> Iterator[str]:
    kept = (line.words for line in lines if line.kind and not line.reason and len(line.text) >= _FEWEST_LETTERS)
    longest = max((len(run.split()) for words in kept for run in _STOP.split(words)), default=0)
    if longest >= RUNS_ON:
        yield f"It runs on for {longest:,} words without a full stop; nothing of that can be quoted."


def _placed(lines: tuple[Line, ...]) -> tuple[str, list[tuple[int, Line]]]:
    pieces: list[str] = []
    placed, at = [], 0
    for line in lines:
        parting = "" if not pieces else "\n\n" if line.gap else "\n"
        placed.append((at + len(parting), line))
        pieces.append(parting + line.text)
        at += len(pieces[-1])
    return "".join(pieces), placed


def _dropped(placed: Iterable[tuple[int, Line]]) -> Iterable[Dropped]:
    for start, line in placed:
        if line.reason:
            yield Dropped(start, start + len(line.text), line.reason)
            continue
        if line.lead_reason:
            yield Dropped(start, start + line.lead, line.lead_reason)
        if line.tail_reason:
            yield Dropped(start + len(line.text) - line.tail, start + len(line.text), line.tail_reason)
