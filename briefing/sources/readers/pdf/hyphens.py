"""Step 1, reading: the rows of a paragraph → its text, words that were parted at line ends whole again.

Whether a hyphen at the end of a line is the word's own is told by the rest of the
document: by how it writes the word where no line ends in it. Where the program that made
the document has a sign of its own for the words that it parts, all other hyphens are theirs.
"""

import re
from collections.abc import Iterable, Sequence

_SOFT = "\u2010"
"""The hyphen that programs put at the end of a line, and that nobody types."""
_PARTED = re.compile(r"([^\W\d_]+(?:[-’'][^\W\d_]+)*)[-\u2010]$")
_BEGUN = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OWN = frozenset({
    "eighty", "fifty", "forty", "half", "ninety", "non", "self", "seventy", "sixty", "thirty", "twenty", "vice", "well",
})  # fmt: skip
"""First parts of words that are written with a hyphen more often than not."""
_OFTEN = frozenset({
    "all", "anti", "co", "counter", "cross", "double", "eight", "ex", "far", "five", "four", "full", "hard", "high",
    "ill", "large", "late", "left", "long", "low", "medium", "mid", "multi", "near", "nine", "one", "part", "post",
    "pre", "pro", "quasi", "re", "right", "second", "semi", "seven", "short", "single", "six", "small", "so", "ten",
    "third", "three", "two", "wide",
})  # fmt: skip
"""The same, where the second part is a word by itself."""
_NEVER = frozenset({"fore", "in", "inter", "mis", "out", "over", "sub", "super", "trans", "un", "under", "up", "with"})
"""Words that are first parts of words written as one."""

_SHORT = 3
"""Letters of a word that may as well be a part of one."""


class Words:
    """The words of a document, as they are written within lines.

    Args:
        texts: its lines.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._known: set[str] = set()
        self._tells = False
        for text in texts:
            self._tells |= text.endswith(_SOFT)
            self._known.update(_WORD.findall(_PARTED.sub("", text).casefold()))

    def joined(self, rows: Sequence[str]) -> tuple[str, list[int]]:
        """The text of rows, and where each row begins in it."""
        text, starts = "", []
        for row in rows:
            text = self._before(text, row)
            starts.append(len(text))
            text += row
        return text, starts

    def _before(self, text: str, row: str) -> str:
        """The text as it stands before the next row: with a space, or without a hyphen or with it."""
        parted, begun = _PARTED.search(text), _BEGUN.match(row)
        if text.endswith(_SOFT) and begun and not parted:
            return text[:-1]
        if not (parted and begun):
            dash = text.endswith(("—", "/")) or bool(re.search(r"\w[-–]$", text))
            return text if dash or not text else f"{text} "
        is_own = not text.endswith(_SOFT) and self._is_own(parted[1].casefold(), begun[0])
        return text if is_own else text[:-1]

    def _is_own(self, first: str, second: str) -> bool:
        if self._tells or not second.islower():
            return True
        if f"{first}-{second}" in self._known:
            return True
        if first + second in self._known:
            return False
        last, is_word = first.rpartition("-")[2], second in self._known
        if last in _OWN or (last in _OFTEN and is_word):
            return True
        are_words = is_word and last in self._known and last not in _NEVER
        return are_words and min(len(last), len(second)) > _SHORT
