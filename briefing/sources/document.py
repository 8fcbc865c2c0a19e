"""Step 1, reading: a draft in which all is decided → a `Document`.

The text is the draft's lines, a newline between two, an empty line where the
author left one. From here on it never changes.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.model import Block, Document, Dropped, Source
from briefing.sources.draft import Draft, Line

RUNS_ON = 1000
"""Words without a full stop; step 2 makes no sentence of so many."""
_STOP = re.compile(r"[.!?…][”\"’')\]]*\s")


def make(draft: Draft, path: str, sha256: str) -> Document:
    """Join the lines and note where each stands; the source's id is still empty.

    Args:
        draft: each of its kept lines has a kind.
        path: how the brief names the file.
        sha256: the checksum of the file's bytes.
    """
    text, placed = _placed(draft.lines)
    return Document(
        Source("", path, sha256, draft.title, draft.publisher, draft.published, draft.language),
        text,
        blocks=tuple(
            Block(line.kind, start + line.lead, start + len(line.text) - line.tail)
            for start, line in placed
            if line.kind and not line.reason
        ),
        dropped=tuple(_dropped(placed)),
        notes=(*draft.notes, *_unquotable(draft.lines)),
    )


def _unquotable(lines: Iterable[Line]) -> Iterator[str]:
    kept = (line.words for line in lines if line.kind and not line.reason)
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
