"""What holds of whatever is read, whatever its bytes: the laws that fuzzers look for a breach of."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.model import Document, Skipped
from briefing.sources import clean
from briefing.sources.pieces import Piece, Single, pieces
from briefing.sources.reading import read_piece

MARKERS = re.compile(r"\s*(?:[-–*+•‣▪◦·●○■□➢➤✓✔►▶]|\(?\d{1,9}[.)]|\(?[a-z]\))?\s*")
"""What may stand outside of all that is used and all that is dropped."""
FAILED = re.compile(r"that cannot be read(?:: (?!RecursionError)|, or not within bounds)")
"""How a reader is reported that raised what nobody had thought of."""
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def read_all(name: str, data: bytes) -> list[Document | Skipped]:
    """What becomes of a file and of all that it holds, each held to the laws."""
    made = [one if isinstance(one, Skipped) else _read(one) for one in pieces(Piece(name, data))]
    for one in made:
        if isinstance(one, Skipped):
            assert re.fullmatch(r"[^\n]+\.", one.reason), one
            assert not FAILED.search(one.reason), one
            assert clean.line(one.path) == one.path
        else:
            hold(one)
    return made


def _read(piece: Single) -> Document | Skipped:
    return read_piece(piece, "en")


def hold(document: Document) -> None:
    """Hold a document to the laws."""
    assert document.blocks
    spans = sorted((one.start, one.end) for one in (*document.blocks, *document.dropped))
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(document.text)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start, (document.text[start:end], spans)
        assert MARKERS.fullmatch(document.text[end:start]), document.text[end:start]
    assert list(document.blocks) == sorted(document.blocks, key=lambda block: block.start)
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert words
        assert words == clean.line(words)
    assert clean.characters(document.text) == document.text
    _hold_pages(document)
    for told in _told(document):
        assert told
        assert clean.line(told) == told
    for date in (document.source.published, document.source.modified):
        assert date is None or DATE.fullmatch(date), date


def _hold_pages(document: Document) -> None:
    starts = [page.start for page in document.pages]
    numbers = [page.number for page in document.pages]
    assert starts == sorted(starts)
    assert all(one != following for one, following in pairwise(numbers))  # a foot may stand behind the next page
    assert all(0 <= start <= len(document.text) for start in starts)
    assert not starts or starts[0] == 0


def _told(document: Document) -> Iterator[str]:
    source = document.source
    known = (source.path, source.title, source.publisher, source.author, source.address, source.language)
    yield from (one for one in (*known, *document.notes) if one is not None)
    yield from (one.reason for one in document.dropped)
