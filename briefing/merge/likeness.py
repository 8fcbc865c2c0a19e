"""Step 3: whether two sentences tell one fact but for the one thing in which they differ.

Enters: two sentences. Leaves: which telling words they have in common, numbers,
times and what differs left out. The probability that two sentences tell the same
is no measure for that: a differing number or name is itself a sign against it.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache

from briefing.model import Sentence

LEAST = 2
"""Words that two sentences on one thing have in common besides that in which they differ."""
MOST, HALF = 0.6, 0.4
"""The share of the shorter one's words that tells one fact, however unlikely it is else; and where it is likely."""
SAID = frozenset({"accord", "say"})
"""What only tells that somebody tells it, by its normal forms."""
TIMES = frozenset({
    "afternoon", "april", "august", "day", "decemb", "evening", "februari", "friday", "hour", "januari", "juli", "june",
    "march", "may", "midnight", "monday", "month", "morn", "night", "novemb", "octob", "saturday", "septemb", "sunday",
    "thursday", "today", "tomorrow", "tonight", "tuesday", "wednesday", "week", "year", "yesterday",
})  # fmt: skip
"""What only tells when, or for how long."""
SIZES = frozenset({"billion", "hundr", "million", "percent", "thousand", "trillion"})
EMPTY = TIMES | SIZES | SAID


def telling(sentence: Sentence, besides: Collection[str] = ()) -> frozenset[str]:
    """What the words of a sentence mean, without numbers, times and these."""
    return _telling(sentence.concepts).difference(besides)


@lru_cache(maxsize=1 << 18)
def _telling(concepts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in concepts if not word[0].isdigit() and word not in EMPTY)


def told_alike(left: Sentence, right: Sentence, besides: Collection[str] = (), *, is_alike: bool) -> bool:
    """Whether two sentences share enough to be of one fact.

    Args:
        left: a sentence.
        right: another one.
        besides: what does not count.
        is_alike: whether they are likely to tell the same anyway, so that fewer words are enough.
    """
    ours, theirs = telling(left, besides), telling(right, besides)
    shared, shorter = len(ours & theirs), min(len(ours), len(theirs))
    return shared >= LEAST + (not is_alike) and shared >= (HALF if is_alike else MOST) * shorter


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence and all clauses in it."""
    yield sentence
    for clause in sentence.clauses:
        yield from clauses(clause)
