"""Verification: what a document shows, in one form for all formats.

Out of pages and Word files: `Shown`, their paragraphs in order, with the numbers of the sources that are cited where
they stand. Of a PDF, which knows no paragraphs, its pages, with the numbers among the words.
"""

import re
from dataclasses import dataclass

_GAPS = re.compile(r"[\s\u2060\u00ad]+")
_BETWEEN = re.compile(r"[,\s\u2060]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and the numbers of the sources that are cited behind them, as they are set: “3”, or “(3)” for a part."""

    words: str
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a heading or the cell of a table; in a PDF a page."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words, with the numbers among them in brackets."""
        told = (f"{piece.words}[{', '.join(piece.numbers)}]" if piece.numbers else piece.words for piece in self.pieces)
        return " ".join("".join(told).replace("\u2060", "").split())

    @property
    def stream(self) -> str:
        """Its words and numbers without what sets them apart, which is the same in all formats."""
        return squeezed("".join(piece.words + ",".join(piece.numbers) for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a document shows."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def stream(self) -> str:
        """All of it, without spaces."""
        return "".join(paragraph.stream for paragraph in self.paragraphs)


class Scribe:
    """Takes down what a document shows, as a walk through its markup meets it."""

    def __init__(self) -> None:
        self._paragraphs: list[Paragraph] = []
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._numbers: list[str] = []

    def say(self, words: str) -> None:
        """Take down words; commas between two numbers are none."""
        if self._numbers:
            if _BETWEEN.fullmatch(words):
                return
            self._close_piece()
        self._words.append(words)

    def cite(self, number: str) -> None:
        """Take down the number of a source."""
        self._numbers.append(number.strip())

    def close(self) -> None:
        """End a paragraph."""
        self._close_piece()
        if any(piece.numbers or piece.words.strip("\u2060 \n\t\r") for piece in self._pieces):
            self._paragraphs.append(Paragraph(tuple(self._pieces)))
        self._pieces = []

    def shown(self) -> Shown:
        """All that was taken down."""
        self.close()
        return Shown(tuple(self._paragraphs))

    def _close_piece(self) -> None:
        if self._words or self._numbers:
            self._pieces.append(Piece("".join(self._words), tuple(self._numbers)))
        self._words, self._numbers = [], []


def squeezed(text: str) -> str:
    """The text without spaces, and without what only joins or divides words."""
    return _GAPS.sub("", text)
