"""Laws of reading that hold whatever the bytes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import NothingToBuildError
from briefing.model import Document
from briefing.sources import blocks, clean, document, furniture, metadata, read
from briefing.sources.credits import take_credits
from briefing.sources.draft import MOST_WORDS
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Single
from briefing.sources.readers import text as plain
from briefing.sources.wrapping import unwrap

MARKERS = re.compile(r"\s*(?:[-–*+•‣▪◦·●○■□➢➤✓✔►▶]|\(?\d{1,9}[.)]|\(?[a-z]\))?\s*")
PIECES = st.sampled_from(
    [
        "Ministers Sign the River Treaty",
        "The two states signed a treaty on the river on Tuesday, officials said.",
        "and the farmers of both states keep their wells",
        "- Joint review: Each dam is reviewed.",
        "1. Disputes go to a court.",
        "- Advertisement -",
        "Published: 3 May 2022",
        "GENEVA, May 3 (Reuters) - The treaty was signed.",
        "Les deux États ont signé mardi un traité sur le fleuve, a déclaré le ministre.",
        "It was signed on Friday. Read more",
        "# Heading",
        "Home | World | Sport",
        "\u200b\u202e\ufeff",
        "",
    ]
)
SUFFIXES = (".md", ".txt")
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=12).map("\n".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws")


def made(folder: Path, name: str, data: bytes) -> Document | None:
    """The document of these bytes, or None where they are skipped with a reason."""
    (folder / name).write_bytes(data)
    try:
        return read([folder / name]).documents[0]
    except NothingToBuildError:
        return None


class DescribeAnyBytes:
    @given(data=st.binary(max_size=300), suffix=st.sampled_from(SUFFIXES))
    def it_reads_them_or_says_why_not(self, folder: Path, data: bytes, suffix: str) -> None:
        (folder / f"a{suffix}").write_bytes(data)
        (folder / "b.txt").write_text("The treaty was signed.")
        reading = read([folder])
        assert all(document.blocks for document in reading.documents)
        assert all(skipped.reason.endswith(".") for skipped in reading.skipped)
        assert len(reading.documents) + len(reading.skipped) == len(list(folder.iterdir()))


class DescribeDocuments:
    @given(text=TEXTS, suffix=st.sampled_from(SUFFIXES))
    def it_accounts_for_every_character(self, folder: Path, text: str, suffix: str) -> None:
        if not (source := made(folder, f"a{suffix}", text.encode("utf-8", "ignore"))):
            return
        spans = sorted((one.start, one.end) for one in (*source.blocks, *source.dropped))
        ends = [0, *(end for _, end in spans)]
        starts = [*(start for start, _ in spans), len(source.text)]
        for end, start in zip(ends, starts, strict=True):
            assert end <= start
            assert MARKERS.fullmatch(source.text[end:start])

    @given(text=TEXTS, suffix=st.sampled_from(SUFFIXES))
    def it_orders_blocks_that_hold_clean_text(self, folder: Path, text: str, suffix: str) -> None:
        if not (source := made(folder, f"a{suffix}", text.encode("utf-8", "ignore"))):
            return
        assert list(source.blocks) == sorted(source.blocks, key=lambda block: block.start)
        for block in source.blocks:
            words = source.text[block.start : block.end]
            assert words
            assert words.strip() == words == clean.line(words)


class DescribeCleaning:
    @given(text=st.text(st.characters(), max_size=200))
    def it_changes_nothing_twice(self, text: str) -> None:
        cleaned = clean.blanks(clean.characters(text))
        assert clean.blanks(clean.characters(cleaned)) == cleaned

    @given(text=TEXTS)
    def it_unwraps_nothing_twice(self, text: str) -> None:
        unwrapped = unwrap(clean.blanks(clean.characters(text)))
        assert unwrap(clean.blanks(clean.characters(unwrapped))) == unwrapped

    @pytest.mark.parametrize(
        ("given_text", "cleaned"),
        [
            ("a\u00a0b\u2003c\td", "a b c d"),
            ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
            ("\u202eevil\u2066 \u200btext\ufeff", "evil text"),
            ("cafe\u0301", "café"),
            ("a\x00\x1b[b\ud800c\ufdd0\ue000", "a[bc"),
            ("one\n\n\n\ntwo", "one\n\ntwo"),
        ],
    )
    def it_removes_what_nobody_sees(self, given_text: str, cleaned: str) -> None:
        assert clean.blanks(clean.characters(given_text)) == cleaned


class DescribeLargeFiles:
    """Each is far too large for anything that is quadratic to come to an end."""

    SIZE = 5_000_000

    @pytest.mark.parametrize(
        "unit",
        ["The treaty was signed. ", "(", "\u0301\u0323", "é ", "A "],
    )
    def it_reads_one_very_long_line(self, folder: Path, unit: str) -> None:
        words = len(unit.split()) if unit.endswith(" ") else 0
        times = MOST_WORDS // words - 4 if words else self.SIZE // len(unit.encode())
        data = ("The treaty was signed. " + unit * times).encode()
        long = made(folder, "long.txt", data)
        assert long
        assert long.text.startswith("The treaty was signed.")

    @pytest.mark.parametrize("line", ["- North", "Read more", "The treaty was signed."])
    def it_reads_very_many_lines(self, line: str) -> None:
        draft = plain.read((f"{line}\n" * 20_000 + "The end came on Tuesday, they said.").encode())
        draft = metadata.take_names(take_credits(furniture.drop(metadata.take_dates(draft))))
        assert document.make(blocks.lay_out(draft), Single("a", b"", KINDS["text"]), draft).text.count("\n") == 20_000
