"""Step 4: which sentences of two briefs tell the same.

Enters: what two briefs tell. Leaves: pairs, each sentence in one at most, the surest
first: those at a common passage of a source, then those of the same words, then those alike
but for a few words, such as a number that has risen.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.compose.told import Told

WORD = re.compile(r"\d[\d.,]*\d|\w+")
ALIKE = 0.75
"""Share of the words of two sentences that they have in common, for both to tell of one thing."""
LEAST = 4
"""Words that they have in common at least."""
SURE = 2.0
"""More than any likeness: what stands at one place of one source is the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of two sentences in what their briefs tell; `sure` ones say the same."""

    old: int
    new: int
    sure: bool


def pairs(
    old: Sequence[Told], new: Sequence[Told], common: Sequence[Collection[int]], fresh: Collection[int]
) -> list[Pair]:
    """The pairs, in the order of the new brief.

    Args:
        old: what the earlier brief tells.
        new: what the new brief tells.
        common: for each sentence of the new brief, the places of those of the earlier one at a common passage.
        fresh: the places of those that no earlier source tells; only they may be alike but for a few words.
    """
    likely = sorted(_likely(old, new, common, fresh), key=lambda one: (-one[0], one[2], one[1]))
    olds, news, found = set[int](), set[int](), list[Pair]()
    for likeness, here, there in likely:
        if here not in olds and there not in news:
            olds.add(here)
            news.add(there)
            found.append(Pair(here, there, sure=likeness >= 1))
    return sorted(found, key=lambda pair: pair.new)


def _likely(
    old: Sequence[Told], new: Sequence[Told], common: Sequence[Collection[int]], fresh: Collection[int]
) -> Iterator[tuple[float, int, int]]:
    """All pairs that could be, with how likely they are."""
    counted = [Counter(_words(one.text)) for one in old]
    for there, one in enumerate(new):
        words = Counter(_words(one.text))
        for here, other in enumerate(counted):
            likeness = _likeness(words, other)
            if here in common[there]:
                yield SURE + likeness, here, there
            elif likeness >= 1 or (likeness >= ALIKE and there in fresh):
                yield likeness, here, there


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of their words that two sentences have in common; 1 where they are the same."""
    shared = (one & other).total()
    if one == other:
        return 1.0
    return 2 * shared / (one.total() + other.total()) if shared >= LEAST else 0.0


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
