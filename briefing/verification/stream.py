"""Verification: the words of a text one by one, as an editor's program may have set them.

In: what a document shows, or a text. Out: `Stream`: its words, alike whatever quotation marks, dashes and spaces a word
processor has put there, with the numbers that are cited between them.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.verification.shown import Paragraph

_WORD = re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:['’‘]\w+)*|\S")
_INVISIBLE = re.compile("[\u00ad\u2060\u200b-\u200f\ufeff]")
_ALIKE = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`", "'"), **dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)
"""What word processors put in the place of one another while somebody types."""
ENDS = frozenset(".!?…")
CLOSES, OPENS = frozenset("\"')]}"), frozenset("\"'([{")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark: how it compares with others, and where it stands in which paragraph."""

    same: str
    paragraph: int
    start: int
    end: int


class Stream:
    """The words of paragraphs, one after the other.

    `words` and `same` are the words and how they compare; `cites` holds the numbers that stand before a word, by its
    place; those at the end of a paragraph stand behind its last word, and so before the next paragraph's first.
    `bare` are the numbers that stand in a paragraph without words.

    Args:
        paragraphs: what a document shows.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.texts: list[str] = []
        self.words: list[Word] = []
        self.bare: list[tuple[str, ...]] = []
        cites: dict[int, tuple[str, ...]] = {}
        for number, paragraph in enumerate(paragraphs):
            begun, text = len(self.words), ""
            for piece in paragraph.pieces:
                told = tidy(piece.words)
                self.words += (_word(found, number, len(text)) for found in _WORD.finditer(told))
                text += told
                if piece.numbers and len(self.words) > begun:
                    cites[len(self.words)] = (*cites.get(len(self.words), ()), *piece.numbers)
            self.texts.append(text)
            if len(self.words) == begun:
                self.bare += (piece.numbers for piece in paragraph.pieces if piece.numbers)
        self.cites: Mapping[int, tuple[str, ...]] = cites
        self.same = tuple(word.same for word in self.words)

    def told(self, start: int, end: int) -> str:
        """The words between two places as they stand there."""
        if start >= end:
            return ""
        first, last = self.words[start], self.words[end - 1]
        if first.paragraph == last.paragraph:
            return " ".join(self.texts[first.paragraph][first.start : last.end].split())
        edge = next(n for n in range(start, end) if self.words[n].paragraph != first.paragraph)
        return f"{self.told(start, edge)} {self.told(edge, end)}"

    def begins(self, place: int) -> bool:
        """Whether a paragraph begins or ends here."""
        edge = place in {0, len(self.words)}
        return edge or self.words[place - 1].paragraph != self.words[place].paragraph

    def is_set_apart(self, place: int) -> bool:
        """Whether a paragraph begins or ends here, or a tab stands before the word."""
        if self.begins(place):
            return True
        before, word = self.words[place - 1], self.words[place]
        return "\t" in self.texts[word.paragraph][before.end : word.start]


def tidy(text: str) -> str:
    """A text without what nobody sees, its letters and dots in one form."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("...", "…")


def same_words(text: str) -> tuple[str, ...]:
    """How the words of a text compare with others."""
    return tuple(_compared(found[0]) for found in _WORD.finditer(tidy(text)))


def places_in(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with the offsets that they have in it as it stands."""
    return [(_compared(tidy(found[0])), found.start(), found.end()) for found in _WORD.finditer(text)]


def _word(found: re.Match[str], paragraph: int, before: int) -> Word:
    return Word(_compared(found[0]), paragraph, before + found.start(), before + found.end())


def _compared(word: str) -> str:
    return word.translate(_ALIKE)
