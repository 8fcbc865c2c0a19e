"""Each reader ends in a document or in a sentence, whatever is done to a file of its kind."""

import re
from collections.abc import Iterable

import pytest
from fuzz_laws import read_all
from fuzz_samples import FUZZED, parts_of, repacked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Document
from briefing.sources.kinds import KINDS
from briefing.sources.readers.pdf.laying import lines_of
from briefing.sources.readers.pdf.shapes import Page, Strip

EXAMPLES = 40
IN_A_PROCESS = 8
"""Examples of a kind that is read in a process of its own, which takes a while to start."""
EXTREMES = (b"0", b"-1", b"65536", b"2147483648", b"-9223372036854775809", b"9" * 400, b"1e999", b"")
MOST = 40_000  # bytes; a file may double, and double again

Edit = tuple[str, float, float, bytes]
"""What is done, where it begins and ends as parts of the whole, and the bytes that it takes."""


def edits(kind: str) -> st.SearchStrategy[list[Edit]]:
    """What may happen to a file on its way."""
    others = st.sampled_from([sample[:3000] for other in FUZZED.values() for sample in other.samples()])
    content = st.one_of(st.sampled_from(FUZZED[kind].pieces), st.sampled_from(EXTREMES), st.binary(max_size=8), others)
    deeds = st.sampled_from(["write", "insert", "cut", "double", "number", "flip"])
    return st.lists(st.tuples(deeds, st.floats(0, 1), st.floats(0, 1), content), min_size=1, max_size=6)


def edited(data: bytes, made: list[Edit]) -> bytes:
    for deed, first, second, content in made:
        start, end = sorted(int(part * len(data)) for part in (first, second))
        if deed == "insert":
            data = data[:start] + content + data[start:]
        elif deed == "write":
            data = data[:start] + content + data[start + len(content) :]
        elif deed == "cut":
            data = data[:start] + data[end:]
        elif deed == "double":
            data = data[:end] + data[start:end] + data[end:]
        elif deed == "number":
            data = data[:start] + re.sub(rb"\d+", lambda _, to=content: to, data[start:], count=1)
        elif data:
            at = min(start, len(data) - 1)
            data = data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]
    return data[:MOST]


@st.composite
def damaged(draw: st.DrawFn, kind: str) -> bytes:
    """A file of a kind that has been changed; of an archive as often what lies in it."""
    whole = draw(st.sampled_from(FUZZED[kind].samples()))
    parts = list(parts_of(whole).items())
    if not parts or draw(st.booleans()):
        return edited(whole, draw(edits(kind)))
    at = draw(st.integers(0, len(parts) - 1))
    parts[at] = parts[at][0], edited(parts[at][1], draw(edits(kind)))
    return repacked(parts)


@st.composite
def composed(draw: st.DrawFn, kind: str) -> bytes:
    """A file of a kind whose content is made of its pieces in any order."""
    pieces = st.one_of(st.sampled_from(FUZZED[kind].pieces), st.sampled_from(FUZZED["text"].pieces))
    return FUZZED[kind].frame(b"".join(draw(st.lists(pieces, max_size=30))))


def fuzzed(kind: str) -> settings:
    """Few examples of what takes long; any example may grow, and none is looked for the fastest."""
    return settings(
        max_examples=IN_A_PROCESS if kind == "pdf" else EXAMPLES,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@pytest.mark.parametrize("kind", KINDS)
class DescribeAReader:
    def it_reads_what_it_is_fuzzed_with(self, kind: str) -> None:
        for sample in FUZZED[kind].samples()[:1]:
            assert any(isinstance(one, Document) for one in read_all(FUZZED[kind].name, sample))

    def it_ends_in_a_document_or_a_sentence_where_a_file_is_damaged(self, kind: str) -> None:
        @fuzzed(kind)
        @given(data=damaged(kind))
        def hold(data: bytes) -> None:
            assert read_all(FUZZED[kind].name, data)

        hold()

    def it_ends_in_a_document_or_a_sentence_whatever_a_file_is_made_of(self, kind: str) -> None:
        @fuzzed(kind)
        @given(data=composed(kind))
        def hold(data: bytes) -> None:
            assert read_all(FUZZED[kind].name, data)

        hold()


PLACES = st.floats(-50, 700) | st.sampled_from([0.0, 72.0, 300.0, -3.4e38, 3.4e38])
SIZES = st.sampled_from([9.0, 10.0, 24.0, 0.1, 3.4e38])
SAID = st.sampled_from(
    ["The dam was closed on Tues-", "day, they said.", "3", "Page 3 of 9", "•", "a b c", "¹", ". . . . . 9"]
)
STRIPS = st.builds(
    lambda text, left, width, base, size, bold, drawn: Strip(text, left, left + width, base, size, bold, drawn),
    SAID, PLACES, st.floats(0, 300), PLACES, SIZES, st.booleans(), st.integers(0, 50),
)  # fmt: skip


@st.composite
def laid_out(draw: st.DrawFn) -> list[Page]:
    """Pages on which text stands anywhere, some of it on two pages at one place."""
    shared = draw(st.lists(STRIPS, max_size=3))
    strips = draw(st.lists(st.lists(STRIPS, max_size=12), max_size=5))
    return [Page(number, 0.0, 800.0, (*shared, *one)) for number, one in enumerate(strips, 1)]


class DescribeThePagesOfAPdf:
    @given(pages=laid_out())
    def it_loses_none_of_their_words(self, pages: list[Page]) -> None:
        def letters(texts: Iterable[str]) -> list[str]:
            return sorted(letter for text in texts for letter in text if letter.isalnum())

        lines = list(lines_of(pages))
        assert letters(line.text for line in lines) == letters(strip.text for page in pages for strip in page.strips)
        turns = [turn.number for line in lines for turn in line.turns]
        assert {*turns} == {page.number for page in pages if page.strips}
