"""Verification: how words differ from other words, told word by word.

In: two texts. Out: `Change`, where they differ, and what is told of it: the words before and now, a number or a denial
first of all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_DENIALS = frozenset({"cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without"})
_LONGEST = 80
"""Characters that are quoted."""


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in the place of a passage: the offsets in the text before, and the words there and now."""

    start: int
    end: int
    before: str
    now: str


def changes(ours: str, found: str, compared: Callable[[str], str] = str) -> list[Change]:
    """Where two texts differ, word by word; `compared` gives of a word what is to be the same."""
    if ours == found:
        return []
    before, now = _words(ours), _words(found)
    offsets = [0]
    for word in before:
        offsets.append(offsets[-1] + len(word))
    matcher = SequenceMatcher(None, [*map(compared, before)], [*map(compared, now)], autojunk=False)
    return [
        Change(offsets[i], offsets[j], "".join(before[i:j]), "".join(now[m:n]))
        for tag, i, j, m, n in matcher.get_opcodes()
        if tag != "equal"
    ]


def _words(text: str) -> list[str]:
    """The words of a text with the spaces behind them."""
    return re.findall(r"\S+\s*|\s+", text)


def told(change: Change) -> str:
    """A change in words."""
    before, now = (" ".join(text.split()) for text in (change.before, change.now))
    if not now:
        return f"“{short(before)}” is gone"
    return f"“{short(before)}” is now “{short(now)}”" if before else f"“{short(now)}” was put in"


def alarms(found: Sequence[Change]) -> Iterator[str]:
    """What turns the meaning of a sentence at once: another number, a denial."""
    for change in found:
        before, now = change.before.split(), change.now.split()
        numbers = [
            [bare for word in words if _is_number(bare := word.strip(".,;:!?()[]“”\"'"))] for words in (before, now)
        ]
        if numbers[0] != numbers[1]:
            was, is_ = (" ".join(words) or "none" for words in numbers)
            yield f"A number was changed: {was} → {is_}."
        if _denies(before) != _denies(now):
            yield "A denial was taken out." if _denies(before) else "A denial was put in."


def _is_number(word: str) -> bool:
    from briefing.language.numerals import NUMBERS

    return any(letter.isdigit() for letter in word) or word.casefold() in NUMBERS


def _denies(words: Sequence[str]) -> bool:
    plain = [word.strip(".,;:!?“”\"'()").casefold().replace("’", "'") for word in words]
    return any(word in _DENIALS or word.endswith("n't") for word in plain)


def short(text: str) -> str:
    """A text that is not too long to be quoted."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
