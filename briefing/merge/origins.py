"""Step 3: which sources are independent of one another.

Enters: documents, their sentences, and the facts that each sentence tells.
Leaves: an origin for each source. Copies of one story share an origin, however
many outlets print it, and a re-worded copy betrays itself by telling the same
facts in the same order.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from briefing.model import Document, Sentence

SHINGLE = 5
"""Words in a row; five in a row are seldom shared by chance (Broder 1997)."""
SHARED_SHINGLES = 0.15
"""Share of the shorter document's shingles that makes it a copy."""
ALIGNED = 0.6
"""Share of the shorter document's sentences that the other tells in the same order."""
FEWEST = 3
"""Sentences in a row; one or two in the same order show nothing."""

Facts = Mapping[str, Sequence[frozenset[int]]]
"""For each source, the facts that each of its sentences tells, in the order of the text."""


def origins(documents: Sequence[Document], sentences: Sequence[Sentence], facts: Facts) -> dict[str, str]:
    """The origin of each source, by source id: `"O1"`, `"O2"`, … in the order of the documents."""
    ids = [document.source.id for document in documents]
    leader = _equal(documents)
    for a, b in (*_copies(ids, sentences), *_retold(ids, facts)):
        _unite(leader, a, b)
    names = {first: f"O{n}" for n, first in enumerate(dict.fromkeys(leader.values()), start=1)}
    return {source: names[first] for source, first in leader.items()}


def _equal(documents: Sequence[Document]) -> dict[str, str]:
    """For each source the first one that is the same byte for byte."""
    first: dict[str, str] = {}
    return {document.source.id: first.setdefault(document.source.sha256, document.source.id) for document in documents}


def _unite(leader: dict[str, str], a: str, b: str) -> None:
    keep, give = leader[a], leader[b]
    if keep == give:
        return
    for source, first in leader.items():
        if first == give:
            leader[source] = keep


def _copies(ids: Sequence[str], sentences: Sequence[Sentence]) -> Iterator[tuple[str, str]]:
    """The pairs of which one has much of the other's very words."""
    words: dict[str, list[str]] = {source: [] for source in ids}
    for sentence in sentences:
        words[sentence.source] += [word.strip("“”\"',.;:()").casefold() for word in sentence.text.split()]
    shingles = {source: _shingles(own) for source, own in words.items()}
    for a, b, shared in _sharing(ids, shingles):
        if shared >= SHARED_SHINGLES * min(len(shingles[a]), len(shingles[b])):
            yield a, b


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _retold(ids: Sequence[str], facts: Facts) -> Iterator[tuple[str, str]]:
    """The pairs of which one tells most of the other's sentences in the same order."""
    told = {source: frozenset[int]().union(*facts.get(source, ())) for source in ids}
    for a, b, shared in _sharing(ids, told):
        wanted = max(FEWEST, ALIGNED * min(len(facts[a]), len(facts[b])))
        if shared >= wanted and _longest_common_subsequence(facts[a], facts[b]) >= wanted:
            yield a, b


def _sharing(ids: Sequence[str], marks: Mapping[str, Collection[Hashable]]) -> Iterator[tuple[str, str, int]]:
    """The pairs of sources that have marks in common, and how many."""
    columns: dict[Hashable, int] = {}
    at = [(row, columns.setdefault(mark, len(columns))) for row, source in enumerate(ids) for mark in marks[source]]
    places = ([row for row, _ in at], [column for _, column in at])
    matrix = csr_matrix((np.ones(len(at), dtype=int), places), shape=(len(ids), len(columns)))
    shared = (matrix @ matrix.T).tocoo()
    for row, column, count in sorted(zip(shared.row.tolist(), shared.col.tolist(), shared.data.tolist(), strict=True)):
        if row < column:
            yield ids[row], ids[column], count


def _longest_common_subsequence(ours: Sequence[frozenset[int]], theirs: Sequence[frozenset[int]]) -> int:
    """How many sentences stand in both texts in the same order, two being equal where they share a fact."""
    row = [0] * (len(theirs) + 1)
    for mine in ours:
        above = row
        row = [0]
        for at, other in enumerate(theirs):
            row.append(above[at] + 1 if mine & other else max(above[at + 1], row[at]))
    return row[-1]
