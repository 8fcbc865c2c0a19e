"""Step 3: which sources are independent of one another.

Enters: documents and, for each pair, what their sentences share. Leaves: an
origin for each source. Copies of one story share an origin, however many
outlets print it, and a re-worded copy betrays itself by telling the same facts
in the same order.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

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
    shingles = {document.source.id: _shingles(document, sentences) for document in documents}
    leader = {document.source.id: document.source.id for document in documents}
    for left, right in combinations(documents, 2):
        a, b = left.source, right.source
        copied = a.sha256 == b.sha256 or _is_copy(shingles[a.id], shingles[b.id])
        if copied or _is_retold(facts.get(a.id, ()), facts.get(b.id, ())):
            _unite(leader, a.id, b.id)
    names = {first: f"O{n}" for n, first in enumerate(dict.fromkeys(leader.values()), start=1)}
    return {source: names[first] for source, first in leader.items()}


def _unite(leader: dict[str, str], a: str, b: str) -> None:
    keep, give = leader[a], leader[b]
    for source, first in leader.items():
        if first == give:
            leader[source] = keep


def _shingles(document: Document, sentences: Sequence[Sentence]) -> frozenset[tuple[str, ...]]:
    own = [sentence for sentence in sentences if sentence.source == document.source.id]
    words = [word.strip("“”\"',.;:()").casefold() for sentence in own for word in sentence.text.split()]
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _is_copy(ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(ours), len(theirs))
    return shorter > 0 and len(ours & theirs) / shorter >= SHARED_SHINGLES


def _is_retold(ours: Sequence[frozenset[int]], theirs: Sequence[frozenset[int]]) -> bool:
    """Whether most of the shorter document's sentences stand in the other in the same order."""
    shorter = min(len(ours), len(theirs))
    common = _longest_common_subsequence(ours, theirs)
    return common >= FEWEST and common / shorter >= ALIGNED


def _longest_common_subsequence(ours: Sequence[frozenset[int]], theirs: Sequence[frozenset[int]]) -> int:
    row = [0] * (len(theirs) + 1)
    for mine in ours:
        above = row
        row = [0]
        for at, other in enumerate(theirs):
            row.append(above[at] + 1 if mine & other else max(above[at + 1], row[at]))
    return row[-1]
