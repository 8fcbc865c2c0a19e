"""Training, step 1: what every corpus is brought to.

A sample is running text with marks. Corpora disagree on what they annotate, so
a mark can also say that a passage is unclear: nothing is learnt or scored there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

UNCLEAR = "-"
"""The label of a passage whose annotation says nothing in our labels."""
LABELS = ("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC")
CLOSING = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "’", "”", "…", "'s", "’s", "n't", "n’t", "''"})
OPENING = frozenset({"(", "[", "{", "$", "£", "€", "#", "“", "‘", "``"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a sample's text and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence with its marks, in order and apart from one another, and where it comes from."""

    text: str
    marks: tuple[Mark, ...]
    corpus: str
    document: str

    def words_of(self, mark: Mark) -> str:
        """The passage that a mark stands for."""
        return self.text[mark.start : mark.end]


def spaced(words: Sequence[str], after: Sequence[bool]) -> tuple[str, list[tuple[int, int]]]:
    """The text of words with or without a space after each, and where each word stands."""
    text, places = "", []
    for word, space in zip(words, after, strict=True):
        places.append((len(text), len(text) + len(word)))
        text += word + " " * space
    return text.rstrip(), places


def spaces_between(words: Sequence[str]) -> list[bool]:
    """Whether a space follows each word, for corpora that do not say: as English is printed."""
    after, is_open = [], False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == '"':
            is_open = not is_open
        glued = word in OPENING or (word == '"' and is_open) or (following == '"' and is_open) or following in CLOSING
        after.append(not glued and bool(following))
    return after


def overlap(one: Mark, other: Mark) -> bool:
    """Whether two marks share a letter."""
    return one.start < other.end and other.start < one.end


def apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in order; of those that overlap the longest, and of those equally long the clear one, stays."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.label == UNCLEAR, mark.start)):
        if not any(overlap(mark, other) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.start))
