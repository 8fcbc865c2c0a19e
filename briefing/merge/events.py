"""Step 3: whether the documents are about one event.

Enters: documents and their sentences. Leaves: the documents and sentences of
each event. Two groups of documents are two events only where next to nothing
but everyday words is in both: a topic that goes on for years, told by articles
that are far from one another, still comes back to its own names and things. So
do two events of one kind with the same actors a year apart: they stay together,
and their dates and numbers keep their statements apart.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from briefing.model import Document, Sentence

Collection = tuple[list[Document], list[Sentence]]

APART = 0.07
"""Cosine of two groups' telling words, from which they may be about one event. Set for precision: of collections on one
topic 1 in 100 is taken apart, of those on two unrelated topics 89 in 100."""
NEAR = 0.3
"""Cosine of two documents that surely are about one event."""
FEW = 100
"""Documents that are looked at one by one; among more, those near each other are taken together first."""
MOST_TOLD = 10
"""Words of a document that lead to its nearest ones."""
LEAST = 25
"""Telling words; fewer do not show that a group is about something else."""


def events(documents: Sequence[Document], sentences: Sequence[Sentence]) -> list[Collection]:
    """The documents and sentences of each event, in the order of their first documents.

    A group too small to tell goes to the event that it is nearest to.
    """
    if len(documents) < 2:
        return [(list(documents), list(sentences))]
    vectors = _vectors([document.source.id for document in documents], sentences)
    of = {document.source.id: label for document, label in zip(documents, _events(vectors), strict=True)}
    found: dict[int, Collection] = {}
    for document in documents:
        found.setdefault(of[document.source.id], ([], []))[0].append(document)
    for sentence in sentences:
        found[of[sentence.source]][1].append(sentence)
    return list(found.values())


def _vectors(sources: Sequence[str], sentences: Sequence[Sentence]) -> csr_matrix:
    """The telling words of each source, of unit length. A name counts beside its words: it tells more."""
    counts: dict[str, Counter[str]] = {source: Counter() for source in sources}
    for sentence in sentences:
        names = (entity.name.casefold() for entity in sentence.entities if entity.kind != "outlet")
        counts[sentence.source].update(word for word in (*sentence.lemmas, *names) if _is_telling(word))
    columns = {word: n for n, word in enumerate(dict.fromkeys(word for own in counts.values() for word in own))}
    places = [(row, columns[word], count) for row, own in enumerate(counts.values()) for word, count in own.items()]
    at, column, count = np.array(places, dtype=float).reshape(-1, 3).T
    return _unit(csr_matrix((1 + np.log(count), (at, column)), shape=(len(sources), max(len(columns), 1))))


def _is_telling(word: str) -> bool:
    return word not in _everyday() and not word[:1].isdigit()


@cache
def _everyday() -> frozenset[str]:
    lines = Path(__file__).with_name("data").joinpath("everyday.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _unit(vectors: csr_matrix) -> csr_matrix:
    lengths = _norms(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    return csr_matrix(vectors.multiply(1 / lengths[:, None]))


def _norms(squares: np.ndarray) -> np.ndarray:
    """The lengths; 1 for what has none and is like nothing."""
    return np.sqrt(np.where(squares > 0, squares, 1.0))


def _events(vectors: csr_matrix) -> np.ndarray:
    """The label of each document's event."""
    near = _near(vectors) if vectors.shape[0] > FEW else np.arange(vectors.shape[0])
    labels = _joined(vectors, near)
    sums = _sums(vectors, labels)
    large = np.flatnonzero(np.diff(sums.indptr) >= LEAST)
    if len(large) < 2:
        return np.zeros_like(labels)
    likeness = (sums @ _unit(sums[large]).T).toarray().round(6)
    sizes = np.bincount(labels)[large]
    home = np.array([large[np.lexsort((sizes, own))[-1]] for own in likeness])
    home[large] = large
    events: np.ndarray = home[labels]
    return events


def _near(vectors: csr_matrix) -> np.ndarray:
    """The label of each document's group, linked by pairs that are near for sure.

    Only neighbours among those that have a word among their most told are looked at, so
    that the cost grows with the documents; what this leaves apart, `_joined` brings together.
    """
    holders: dict[int, list[int]] = {}
    for at in range(vectors.shape[0]):
        own = vectors[at]
        for column in own.indices[np.lexsort((own.indices, -own.data))[:MOST_TOLD]].tolist():
            holders.setdefault(column, []).append(at)
    pairs = sorted({pair for own in holders.values() for pair in pairwise(own)})
    left, right = np.array(pairs, dtype=int).reshape(-1, 2).T
    cosines = np.asarray(vectors[left].multiply(vectors[right]).sum(axis=1)).ravel()
    near = cosines >= NEAR
    links = coo_matrix((np.ones(near.sum()), (left[near], right[near])), shape=(vectors.shape[0], vectors.shape[0]))
    labels: np.ndarray = connected_components(links, directed=False)[1]
    return labels


def _sums(vectors: csr_matrix, labels: np.ndarray) -> csr_matrix:
    """The sum of each label's vectors."""
    size = len(labels)
    members = csr_matrix((np.ones(size), (labels, np.arange(size))), shape=(int(labels.max()) + 1, size))
    return csr_matrix(members @ vectors)


def _joined(vectors: csr_matrix, labels: np.ndarray) -> np.ndarray:
    """The labels after the most alike two groups have been joined, again and again, until all are apart."""
    sums = _sums(vectors, labels)
    products = (sums @ sums.T).toarray()
    gone = np.zeros(len(products), dtype=bool)
    barred = np.zeros(products.shape, dtype=bool)
    while True:
        lengths = _norms(products.diagonal())
        cosines = (products / lengths[:, None] / lengths).round(9)
        cosines[barred | gone | gone[:, None]] = -1
        np.fill_diagonal(cosines, -1)
        keep, give = divmod(int(cosines.argmax()), len(products))
        if cosines[keep, give] < APART:
            return labels
        if not _tied(vectors, labels == keep, labels == give):
            barred[keep, give] = barred[give, keep] = True
            continue
        products[keep] += products[give]
        products[:, keep] += products[:, give]
        labels = np.where(labels == give, keep, labels)
        barred[keep] = barred[:, keep] = False
        gone[give] = True


def _tied(vectors: csr_matrix, ours: np.ndarray, theirs: np.ndarray) -> bool:
    """Whether two groups are about one event without the article that ties them most, which may tell of two."""
    if min(ours.sum(), theirs.sum()) < 2:
        return True
    left, right = vectors[ours], vectors[theirs]
    return min(_without_nearest(left, right), _without_nearest(right, left)) >= APART


def _without_nearest(ours: csr_matrix, theirs: csr_matrix) -> float:
    """The cosine of two groups without that of ours which is most like theirs; of two, either may be that one."""
    if ours.shape[0] < 3:
        return 1.0
    other = np.asarray(theirs.sum(axis=0)).ravel()
    rest = np.asarray(ours.sum(axis=0)).ravel() - ours[int((ours @ other).round(9).argmax())].toarray().ravel()
    return float(rest @ other) / float(np.linalg.norm(rest) * np.linalg.norm(other) or 1.0)
