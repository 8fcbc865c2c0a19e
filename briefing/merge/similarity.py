"""Step 3: how alike two sentences are, in what they say.

Enters: sentences. Leaves: a sparse matrix of scores, from 0 to 1.25, for the pairs
worth looking at. Everything is a sparse product, so that the cost grows with
the pairs that share telling words, not with the square of the sentences.

The score is the mean of three lexical ones that hold up within one event, where
every sentence is on the topic: the Jaccard index and the cosine of stems, both
weighted by how telling a stem is in this collection, and the cosine of character
n-grams within words (3 to 5). Where two sources tell a story in the same order,
alike neighbours lend a pair some of their likeness.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from briefing.model import Sentence

NGRAMS = (3, 4, 5)
FREQUENT = 200
"""Rows; a stem that more have than this does not make two of them worth comparing."""
LEAST = 0.1
"""Share of the lighter row's weight that two rows must have in common to be compared."""
BLOCK = 100_000
"""Pairs that are multiplied at once, so that memory does not grow with their number."""
EVERYWHERE = 0.5
"""Weight of a stem that every sentence has, so that equal sentences are alike in the smallest collection."""
CONTEXT = 0.2
"""Share of the more alike pair of neighbours that a pair is lent."""
MOST_LENT = 0.25
"""Share of its own score that a pair is lent at most: context supports a likeness, it does not make one."""


@dataclass(frozen=True, slots=True)
class Features:
    """What sentences are compared by; row i is sentence i.

    `stems` is binary, `weighted` and `ngrams` are tf-idf rows of unit length,
    `idf` weighs each column of `stems`, `sources` says whose sentence a row is.
    """

    stems: csr_matrix
    weighted: csr_matrix
    ngrams: csr_matrix
    idf: np.ndarray
    sources: tuple[str, ...]


def features(sentences: Sequence[Sentence]) -> Features:
    """Compare sentences by their stems and by the character n-grams of their words."""
    stems, idf = _counts([set(sentence.lemmas) for sentence in sentences])
    grams, gram_idf = _counts([_ngrams(sentence.lemmas) for sentence in sentences])
    return Features(
        stems=stems,
        weighted=_unit(stems.multiply(idf).tocsr()),
        ngrams=_unit(grams.multiply(gram_idf).tocsr()),
        idf=idf,
        sources=tuple(sentence.source for sentence in sentences),
    )


def _ngrams(words: Iterable[str]) -> list[str]:
    padded = [f" {word} " for word in words]
    return [word[at : at + n] for word in padded for n in NGRAMS for at in range(len(word) - n + 1)]


def _counts(rows: Sequence[Iterable[str]]) -> tuple[csr_matrix, np.ndarray]:
    """A matrix of counts, and the inverse document frequency of its columns."""
    vocabulary: dict[str, int] = {}
    data, columns, ends = [], [], [0]
    for row in rows:
        for term, count in sorted(Counter(row).items()):
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
            data.append(count)
        ends.append(len(columns))
    matrix = csr_matrix((data, columns, ends), shape=(len(rows), max(len(vocabulary), 1)), dtype=np.float64)
    frequency = np.asarray((matrix > 0).sum(axis=0)).ravel()
    return matrix, np.log((1 + len(rows)) / (1 + frequency)) + EVERYWHERE


def _unit(matrix: csr_matrix) -> csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    norms[norms == 0] = 1
    return csr_matrix(matrix.multiply(1 / norms[:, None]))


def alike(found: Features) -> csr_matrix:
    """The score of each pair worth looking at; symmetric, zero on the diagonal."""
    weights = found.stems.multiply(found.idf).tocsr()
    totals = np.asarray(weights.sum(axis=1)).ravel()
    left, right = _pairs(found.stems, weights, totals)
    common = _rowwise(weights, found.stems, left, right)
    jaccard = common / (totals[left] + totals[right] - common)
    cosine = _rowwise(found.weighted, found.weighted, left, right)
    ngrams = _rowwise(found.ngrams, found.ngrams, left, right)
    scores = csr_matrix(((jaccard + cosine + ngrams) / 3, (left, right)), shape=(len(totals), len(totals)))
    return _in_context(csr_matrix(scores + scores.T), found.sources)


def _pairs(stems: csr_matrix, weights: csr_matrix, totals: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pairs of rows that share enough stems which not everything has."""
    telling = np.asarray(stems.sum(axis=0)).ravel() <= FREQUENT
    shared = (weights[:, telling] @ stems[:, telling].T).tocoo()
    enough = shared.data >= LEAST * np.minimum(totals[shared.row], totals[shared.col])
    keep = enough & (shared.row < shared.col)
    return shared.row[keep], shared.col[keep]


def _in_context(scores: csr_matrix, sources: Sequence[str]) -> csr_matrix:
    """The scores with what the pairs before and behind lend; only pairs that have a score are lent any."""
    back, on = _step(-1, sources), _step(1, sources)
    lent = (back @ scores @ back.T).maximum(on @ scores @ on.T)
    return csr_matrix(scores + (CONTEXT * lent).minimum(MOST_LENT * scores))


def _step(step: int, sources: Sequence[str]) -> csr_matrix:
    """A matrix that leads from each sentence to its neighbour in the same source."""
    size = len(sources)
    pairs = [(row, row + step) for row in range(size) if 0 <= row + step < size and sources[row] == sources[row + step]]
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    return csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(size, size))


def covered(found: Features, scores: csr_matrix) -> csr_matrix:
    """How much of row i's telling words row j has: 1 where j says all of i, in i's words.

    Args:
        found: what the rows are compared by.
        scores: the pairs to look at, those of `alike`.
    """
    weights = found.stems.multiply(found.idf).tocsr()
    totals = np.maximum(np.asarray(weights.sum(axis=1)).ravel(), EVERYWHERE)
    pairs = scores.tocoo()
    shares = _rowwise(weights, found.stems, pairs.row, pairs.col) / totals[pairs.row]
    return csr_matrix((shares, (pairs.row, pairs.col)), shape=scores.shape)


def _rowwise(ours: csr_matrix, theirs: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The product of row left[k] of the one matrix with row right[k] of the other, for each k."""
    parts = [
        np.asarray(ours[left[at : at + BLOCK]].multiply(theirs[right[at : at + BLOCK]]).sum(axis=1)).ravel()
        for at in range(0, len(left), BLOCK)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)
