"""Bytes of all kinds, and what the reader is told about them."""

import codecs
from hashlib import sha256

import pytest
from reading_notation import ReadText

from briefing.errors import NothingToBuildError

SENTENCE = "The minister – Ana Kovač’s successor – said: “We won’t cede the café.”"
WESTERN = "The café’s owner said: “We won’t leave.” Prices rose by £5 in a year, the ministry says."
NOISE = b"".join(sha256(bytes([number])).digest() for number in range(100))


class DescribeEncodings:
    @pytest.mark.parametrize(
        "data",
        [
            SENTENCE.encode("utf-8"),
            codecs.BOM_UTF8 + SENTENCE.encode("utf-8"),
            SENTENCE.encode("utf-16"),
            codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
            SENTENCE.encode("utf-32"),
        ],
        ids=["UTF-8", "UTF-8 with mark", "UTF-16", "UTF-16 big-endian", "UTF-32"],
    )
    def it_reads_declared_encodings_without_a_note(self, document: ReadText, data: bytes) -> None:
        made = document(data)
        assert (made.text, made.notes) == (SENTENCE, ())

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def it_knows_utf_16_without_a_mark(self, document: ReadText, encoding: str) -> None:
        made = document(SENTENCE.encode(encoding))
        assert made.text == SENTENCE
        assert made.notes == (f"The encoding was not declared; it reads as {encoding.upper()}.",)

    def it_knows_windows_1252(self, document: ReadText) -> None:
        made = document(WESTERN.encode("cp1252"))
        assert made.text == WESTERN
        assert made.notes == ("The encoding was not declared; it reads as Windows-1252.",)

    def it_tells_when_bytes_are_lost(self, document: ReadText) -> None:
        made = document(codecs.BOM_UTF8 + b"The treaty was sig\xffned on Tuesday.")
        assert "\ufffd" in made.text
        assert made.notes == ("UTF-8 does not explain all of its bytes; “\ufffd” stands for those.",)

    def it_tells_when_unseen_characters_are_removed(self, document: ReadText) -> None:
        made = document("The trea\u200bty was signed\u202e on Tuesday.")
        assert made.text == "The treaty was signed on Tuesday."
        assert made.notes == ("Control or invisible characters were removed: 2.",)


class DescribeBinaryFiles:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"\x89PNG\r\n\x1a\n", "It is a picture"),
            (b"PK\x03\x04\x14\x00", "It is a zip archive"),
            (NOISE, "It is a binary file, not text"),
            (b"\x7fELF\x02\x01\x01" + bytes(60), "It is a binary file, not text"),
        ],
        ids=["picture", "zip", "noise", "program"],
    )
    def it_refuses_them_with_the_reason(self, document: ReadText, data: bytes, reason: str) -> None:
        with pytest.raises(NothingToBuildError, match=reason):
            document(data)
