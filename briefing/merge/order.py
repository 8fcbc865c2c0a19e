"""Step 3: which documents tell the same facts in the same order.

Enters: the sentences of each source, and the facts that each tells. Leaves: the
pairs of sources of which one tells much of the other's facts in its order, by
their longest common subsequence. Pairs are found through the rarest sentences
of the shorter one (prefix filtering; Chaudhuri, Ganti and Kaushik 2006), which
loses none, and the subsequence is counted bit by bit (Hyyrö 2004).

Order tells something only where it could be otherwise. The items of two lists
and the provisions of an agreement stand in the order of the thing itself; in two
texts that both give them so, they are one match together.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from briefing.model import Document, Sentence

FEWEST = 4
"""Sentences in a row. Four stand in one order by chance once in 24 times, three once in six."""
IN_ORDER = 0.75
"""Share of the sentences with a fact in common that must be in order; of a few in any order, many are in some."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A source: the facts of its sentences, where each stands, and which sentences are in a given order, as bits."""

    facts: tuple[frozenset[int], ...]
    places: Mapping[int, int]
    given: int


class Order:
    """The facts of all sources in their order, and the sources of each.

    Args:
        documents: the documents.
        told: the sentences of each source.
        facts: the facts of each of these sentences.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        told: Mapping[str, Sequence[Sentence]],
        facts: Mapping[str, Sequence[Collection[int]]],
    ) -> None:
        self._sources = [document.source.id for document in documents]
        self._told = [
            _told(document, told[source], facts.get(source, ()))
            for source, document in zip(self._sources, documents, strict=True)
        ]
        self._holders: dict[int, list[int]] = {}
        for at, own in enumerate(self._told):
            for fact in own.places:
                self._holders.setdefault(fact, []).append(at)

    def shared(self, least: float, apart: Callable[[str, str], bool]) -> Iterator[tuple[str, str, float]]:
        """The pairs that share as much: the shorter source, the other one, and the share of the shorter's sentences.

        Args:
            least: the share from which a pair is of interest.
            apart: whether a pair still is, asked just before it is compared.
        """
        for short, other in self._candidates(least):
            if apart(self._sources[short], self._sources[other]):
                share = _in_order(self._told[short], self._told[other], least)
                if share:
                    yield self._sources[short], self._sources[other], share

    def _candidates(self, least: float) -> Iterator[tuple[int, int]]:
        """The pairs that may share as much.

        Of n sentences w of which are wanted, k at least are among any n - w + k: among the rarest, too.
        """
        for short, own in enumerate(self._told):
            wanted = max(FEWEST, ceil(least * (len(own.facts) - own.given.bit_count()))) - 1
            sure = (wanted + 1) // 2
            rarest = sorted(own.facts, key=self._spread)[: len(own.facts) - wanted + sure]
            found = Counter(chain.from_iterable(map(self._who_tells, rarest)))
            for other in sorted(other for other, count in found.items() if count >= sure):
                if (len(self._told[other].facts), other) > (len(own.facts), short):
                    yield short, other

    def _who_tells(self, facts: frozenset[int]) -> Collection[int]:
        """The sources that tell one of the facts."""
        if len(facts) == 1:
            return self._holders[next(iter(facts))]
        return {holder for fact in facts for holder in self._holders[fact]}

    def _spread(self, facts: frozenset[int]) -> int:
        return sum(len(self._holders[fact]) for fact in facts)


def _told(document: Document, sentences: Sequence[Sentence], facts: Sequence[Collection[int]]) -> _Told:
    bullets = [block for block in document.blocks if block.kind == "bullet"]
    places: dict[int, int] = {}
    given = 0
    for at, (sentence, own) in enumerate(zip(sentences, facts, strict=True)):
        for fact in own:
            places[fact] = places.get(fact, 0) | 1 << at
        listed = any(block.start <= sentence.start < block.end for block in bullets)
        given |= (listed or "obligation" in sentence.modality) << at
    return _Told(tuple(map(frozenset, facts)), places, given)


def _in_order(short: _Told, other: _Told, least: float) -> float:
    """The share of the shorter one's sentences that the other tells in the same order; 0 where it is less."""
    matches, listed = [], 0
    for at, facts in enumerate(short.facts):
        match = 0
        for fact in facts:
            match |= other.places.get(fact, 0)
        if match & other.given and short.given >> at & 1:
            match &= ~other.given
            listed += not match
        matches.append(match)
    length = len(matches) - max(0, listed - 1)
    shared = sum(map(bool, matches)) + bool(listed)
    wanted = max(FEWEST, IN_ORDER * shared, least * length)
    if shared < wanted:
        return 0.0
    aligned = _longest_common_subsequence(matches, len(other.facts)) + bool(listed)
    return aligned / length if aligned >= wanted else 0.0


def _longest_common_subsequence(matches: Sequence[int], length: int) -> int:
    """How many elements stand in two sequences in the same order.

    Args:
        matches: for each element of the one, the places of its like in the other, as bits.
        length: of the other.
    """
    places = (1 << length) - 1
    free = places
    for match in matches:
        free = (free + (free & match) | free & ~match) & places
    return length - free.bit_count()
