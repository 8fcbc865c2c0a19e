"""Step 3: how much of their very words documents have in common.

Enters: the sentences of each source. Leaves: the pairs of sources that share
runs of five words (Broder 1997), and the share of the shorter one that this is.
Quotations are left out: whoever heard them has the same words without copying.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise

from briefing.model import Sentence

SHINGLE = 5
"""Words in a row; five in a row are seldom shared by chance."""
MANY = 32
"""Sources. A run of words that more of them have brings only neighbours among them to a comparison: copies of one
text still hang together, and the cost does not grow with the square of their number."""
WORD_BITS = 24
QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")


class Shingles:
    """The shingles of all sources, and the sources of each.

    Args:
        told: the sentences of each source.
    """

    def __init__(self, told: Mapping[str, Sequence[Sentence]]) -> None:
        numbers: dict[str, int] = {}
        self._sources = list(told)
        every = [_shingles(sentences, numbers) for sentences in told.values()]
        self._sizes = [len(own) for own in every]
        spread = Counter(chain.from_iterable(every))
        self._holders: dict[int, list[int]] = {shingle: [] for shingle, count in spread.items() if count > 1}
        for at, own in enumerate(every):
            for shingle in own & self._holders.keys():
                self._holders[shingle].append(at)
        self._frequent = [frozenset(shingle for shingle in own if spread[shingle] > MANY) for own in every]

    def shared(self, least: float, apart: Callable[[str, str], bool]) -> Iterator[tuple[str, str, float]]:
        """The pairs that share as much, most first: the shorter source, the other one, and the share of the shorter.

        Args:
            least: the share from which a pair is of interest.
            apart: whether a pair still is, asked before the pair is compared and again before it is told.
        """
        found = []
        for (a, b), rare in self._candidates().items():
            short, other = (b, a) if self._sizes[b] < self._sizes[a] else (a, b)
            ours, theirs, wanted = self._frequent[a], self._frequent[b], least * self._sizes[short]
            if rare + min(len(ours), len(theirs)) >= wanted and apart(self._sources[a], self._sources[b]):
                share = (rare + len(ours & theirs)) / self._sizes[short]
                if share >= least:
                    found.append((-share, short, other))
        for share, short, other in sorted(found):
            if apart(self._sources[short], self._sources[other]):
                yield self._sources[short], self._sources[other], -share

    def _candidates(self) -> Counter[tuple[int, int]]:
        """The pairs that may share much, and how many shingles they share that few sources have."""
        some = (holders for holders in self._holders.values() if len(holders) <= MANY)
        shared = Counter(chain.from_iterable(combinations(holders, 2) for holders in some))
        for holders in self._holders.values():
            if len(holders) > MANY:
                shared.update(dict.fromkeys(pairwise(holders), 0))
        return shared


def _shingles(sentences: Sequence[Sentence], numbers: dict[str, int]) -> frozenset[int]:
    """The runs of words, each as one number in which every word has its place.

    They end with their sentence, so that the order of sentences changes nothing.
    """
    found = set[int]()
    for sentence in sentences:
        run = 0
        for at, word in enumerate(_own_words(sentence), start=1):
            run = (run << WORD_BITS | numbers.setdefault(word, len(numbers))) & ((1 << WORD_BITS * SHINGLE) - 1)
            if at >= SHINGLE:
                found.add(run)
    return frozenset(found)


def _own_words(sentence: Sentence) -> list[str]:
    """The words outside of quotation marks; none where the sentence stands within a longer quotation."""
    outside = QUOTED.sub(" ", sentence.text)
    if outside == sentence.text and sentence.attribution and sentence.attribution.nature == "quote":
        return []
    return WORD.findall(outside.casefold())
