"""Step 1, reading: the words of page furniture, from `data/furniture.toml`.

A line is looked at as tokens, and a phrase is found through its first token,
so that the size of the vocabulary costs next to nothing.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

Tokens = tuple[str, ...]
Index = dict[str, list[tuple[Tokens, "Furniture"]]]

_QUOTES = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,:]\d+)*|\S")
_ASCII_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*|[0-9]+(?:[.,:][0-9]+)*|\S")
"""The same of ASCII in lower case, which is found in half the time."""
_LABEL_END = frozenset(":|>-–—·")
_SENTENCE_END = frozenset(".!?")


@dataclass(frozen=True, slots=True, eq=False)
class Furniture:
    """A class of furniture, as the head of the data file explains it."""

    reason: str
    only: frozenset[str]
    has_list: bool
    at_edges: bool
    may_be_sentence: bool


@dataclass(frozen=True)
class Vocabulary:
    """All classes, and their phrases by the way in which they are matched."""

    classes: tuple[Furniture, ...]
    whole: Index
    labels: Index
    openings: Index
    appeals: Index
    phrases: Index
    agencies: frozenset[str]

    def lone(self, tokens: Tokens) -> Furniture | None:
        """The class of a line that is one of its phrases, or holds its words only."""
        for phrase, furniture in _at(self.whole, tokens, 0):
            if phrase == tokens:
                return furniture
        words = set[str]()
        for token in tokens:
            if token[0].isalpha():
                if token not in self._only:
                    return None
                words.add(token)
        return next((each for each in self.classes if words and words <= each.only), None)

    def is_row(self, tokens: Tokens, fewest: int) -> bool:
        """Whether a line is so many of its phrases, one behind the other: `Terms of Use Privacy Policy Contact`."""
        if not tokens or not (tokens[0] in self.whole or tokens[0] in self._only):
            return False
        most = [0, *(-1 for _ in tokens)]  # the phrases before each place, where they end there
        for at in range(len(tokens)):
            if most[at] < 0:
                continue
            ends = [at + len(phrase) for phrase, _ in _at(self.whole, tokens, at)]
            ends += [at + 1] if any(tokens[at] in each.only and not each.at_edges for each in self.classes) else []
            for end in ends:
                most[end] = max(most[end], most[at] + 1)
        return most[-1] >= fewest

    def label(self, tokens: Tokens) -> tuple[Tokens, Furniture] | None:
        """The label and class of a line that begins with a label and its colon, bar or dash."""
        for phrase, furniture in _at(self.labels, tokens, 0):
            if _LABEL_END.issuperset(tokens[len(phrase) : len(phrase) + 1] or "."):
                return phrase, furniture
        return None

    def opening(self, tokens: Tokens) -> Furniture | None:
        """The class of a line that begins with one of its openings."""
        found = _at(self.openings, tokens, 0)
        return found[0][1] if found else None

    def inside(self, tokens: Tokens) -> tuple[Tokens, Furniture] | None:
        """The phrase and class of a line that holds a phrase, or an appeal that begins a sentence, unquoted."""
        for at in [at for at, token in enumerate(tokens) if token in self._first]:
            before = tokens[at - 1] if at else "."
            for index in (self.phrases, self.appeals) if before in _SENTENCE_END else (self.phrases,):
                found = _at(index, tokens, at)
                if found and before != "'" and not tokens[:at].count('"') % 2:
                    return found[0]
        return None

    @cached_property
    def _only(self) -> frozenset[str]:
        """The words of all classes that hold some words only; most lines have none of them."""
        return frozenset().union(*(each.only for each in self.classes))

    @cached_property
    def _first(self) -> frozenset[str]:
        """What phrases and appeals begin with."""
        return frozenset(self.phrases) | frozenset(self.appeals)


def tokens_of(text: str) -> Tokens:
    """Split a line as the vocabulary is written, decoration at its ends left out."""
    if text.isascii():
        tokens = _ASCII_TOKEN.findall(text.lower())
    else:
        tokens = _TOKEN.findall(text.translate(_QUOTES).casefold())
    while tokens and not tokens[-1][0].isalnum():
        tokens.pop()
    start = next((at for at, word in enumerate(tokens) if word[0].isalnum() or word in "©@'\""), 0)
    return tuple(["#" if word[0].isdigit() else word for word in tokens[start:]])


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary that ships with the program."""
    table = tomllib.loads((Path(__file__).parent / "data" / "furniture.toml").read_text("utf-8"))
    rows = [(row, _furniture(row)) for row in table["class"]]
    return Vocabulary(
        classes=tuple(furniture for _, furniture in rows),
        whole=_index(rows, "whole"),
        labels=_index(rows, "labels"),
        openings=_index(rows, "openings"),
        appeals=_index(rows, "appeals"),
        phrases=_index(rows, "phrases"),
        agencies=frozenset(table["agencies"]["names"]),
    )


def _furniture(row: dict[str, Any]) -> Furniture:
    flags = (row.get(key, False) for key in ("list", "edges", "sentences"))
    return Furniture(row["reason"], frozenset(row.get("only", ())), *flags)


def _index(rows: Iterable[tuple[dict[str, Any], Furniture]], key: str) -> Index:
    index: Index = {}
    for row, furniture in rows:
        for phrase in row.get(key, ()):
            tokens = tuple(phrase.split(" "))
            index.setdefault(tokens[0], []).append((tokens, furniture))
    return index


def _at(index: Index, tokens: Tokens, at: int) -> Sequence[tuple[Tokens, Furniture]]:
    """The phrases of an index that stand at a place in a line."""
    known = index.get(tokens[at]) if tokens else None
    return [one for one in known if tokens[at : at + len(one[0])] == one[0]] if known else ()
