"""Step 3: how likely two sentences or clauses tell the same.

Enters: units. Leaves: a probability for each pair worth looking at. Everything is
a sparse product, so that the cost grows with the pairs that share telling words,
not with the square of the sentences.

A pair is judged by a logistic regression over three signs: how alike the words
are, whether both give the same number, and how alike the words of the sentences
before and behind them are, since two sources that tell one story tell it in one
order. The coefficients are in `data/same.toml`; `docs/quality.md` tells how they are
learned.

Words are alike by the Jaccard index of their concepts, each weighted by how telling
it is in this collection, and by the cosine of these concepts' character n-grams (3
to 5), which know variants. In the first a name counts little: within one event
the same names stand in sentences about other things; in the second it counts as much
as it is long.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import expit

from briefing.merge.encoder import Encode
from briefing.merge.rows import Units
from briefing.model import Sentence

SIGNS = ("likeness", "figures", "context")
COEFFICIENTS = tomllib.loads((Path(__file__).parent / "data" / "same.toml").read_text("utf-8"))
NGRAMS = (3, 4, 5)
FREQUENT = 200
"""Rows; a word that more have than this does not make two of them worth comparing."""
LEAST = 0.1
"""Share of the lighter row's weight that two rows must have in common to be compared."""
UNITS = 500
"""Units whose pairs are looked for at once, so that memory does not grow with all that share a word."""
BLOCK = 2_000
"""Pairs that are multiplied at once: their rows fit into a processor's cache."""
PAIRS = 200_000
"""Pairs that are judged at once."""
NOBODY = -1
"""The neighbour of a sentence that has none."""
IN_NGRAMS = 0.7
"""Share of the n-grams in the likeness of words; the concepts have the rest."""
NAME = 0.3
"""What a name counts beside another word that is as telling."""
ALL = 0.75
"""Share of a clause's weight that another has which says all of it, however light it is."""
AROUND_CLAUSES = 0.5
"""What the context of two sentences counts for their clauses, of which it may be about others."""
EVERYWHERE = 0.5
"""Weight of a word that every sentence has, so that equal sentences are alike in the smallest collection."""
LIGHTEST = NAME * EVERYWHERE
"""The weight of the lightest word: no unit that has any weighs less."""


@dataclass(frozen=True, slots=True)
class Features:
    """What units are compared by; row i of a matrix is unit i.

    `words` is binary, `weights` weighs each of its columns, as in `weighted`, `totals` is the weight
    of each unit, `ngrams` has tf-idf rows of unit length, and so has `figures`, but
    that a figure which no other sentence has weighs 1. `vectors` are those of an
    encoder, if there is one. The first `count` units are whole sentences, `before` and `behind` are the
    neighbours of these, or `NOBODY`, and `owner` says which of them a unit is or belongs to.
    """

    words: csr_matrix
    weights: np.ndarray
    weighted: csr_matrix
    totals: np.ndarray
    ngrams: csr_matrix
    figures: csr_matrix
    vectors: np.ndarray | None
    before: np.ndarray
    behind: np.ndarray
    owner: np.ndarray

    @property
    def count(self) -> int:
        """The whole sentences among the units."""
        return len(self.before)


def features(units: Units, encode: Encode | None = None) -> Features:
    """What the units have to be compared by; how telling a word is, the whole sentences show."""
    count = len(units.parts)
    names = {entity.name.casefold() for unit in units.sentences for entity in unit.entities}
    meant = [_meant(unit, units.sentences[owner]) for unit, owner in zip(units.sentences, units.owner, strict=True)]
    told, vocabulary = _counts(meant)
    words = (told > 0).astype(np.float64)
    figures, _ = _counts([_figures(unit) for unit in units.sentences])
    weights = _idf(words, count) * np.array([NAME if word in names else 1.0 for word in vocabulary])
    return Features(
        words=words,
        weights=weights,
        weighted=words.multiply(weights).tocsr(),
        totals=words @ weights,
        ngrams=_weighted_ngrams(told, vocabulary, count),
        figures=csr_matrix(figures.multiply(np.sqrt(_idf(figures, count) / (log((1 + count) / 2) + EVERYWHERE)))),
        vectors=encode([unit.text for unit in units.sentences]) if encode else None,
        before=_neighbours(units.before),
        behind=_neighbours(units.behind),
        owner=np.array(units.owner, dtype=int),
    )


def _neighbours(rows: Iterable[int | None]) -> np.ndarray:
    return np.array([NOBODY if row is None else row for row in rows], dtype=int)


def _meant(unit: Sentence, sentence: Sentence) -> tuple[str, ...]:
    """What the words of a unit mean, and what the subject means that only points back."""
    reference = sentence.reference
    pointing = reference is not None and unit.start <= reference.start < unit.end
    return unit.concepts + (reference.lemmas if reference and pointing else ())


def _figures(unit: Sentence) -> set[str]:
    """The numbers of a unit; a date tells little, since much happens on one day."""
    return {f"{quantity.value:g}" for quantity in unit.quantities}


def _ngrams(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[at : at + n] for n in NGRAMS for at in range(len(padded) - n + 1)]


def _counts(rows: Iterable[Iterable[str]]) -> tuple[csr_matrix, list[str]]:
    """How often each row has each term, and the terms."""
    vocabulary: dict[str, int] = {}
    data, columns, ends = [], [], [0]
    for row in rows:
        for term, count in sorted(Counter(row).items()):
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
            data.append(count)
        ends.append(len(columns))
    return csr_matrix((data, columns, ends), shape=(len(ends) - 1, len(vocabulary)), dtype=np.float64), [*vocabulary]


def _weighted_ngrams(told: csr_matrix, vocabulary: Sequence[str], count: int) -> csr_matrix:
    """The n-grams of the units. They are most of what merging holds, so they are weighed where they are."""
    # Each word is taken apart once, however often it is told.
    grams = csr_matrix(told @ _counts([_ngrams(word) for word in vocabulary])[0])
    grams.sort_indices()
    idf, ends, every = _idf(grams, count), grams.indptr, np.arange(grams.shape[0])
    for rows in _blocks(len(every), BLOCK):
        first, *_, last = ends[rows.start : rows.stop + 1]
        grams.data[first:last] *= idf[grams.indices[first:last]]
        own = every[rows]
        norms = np.sqrt(_rowwise(grams, grams, own, own))
        norms[norms == 0] = 1
        grams.data[first:last] *= np.repeat(1 / norms, np.diff(ends[rows.start : rows.stop + 1]))
    return grams


def _idf(counts: csr_matrix, rows: int) -> np.ndarray:
    """The inverse frequency of the columns in the first rows."""
    frequency = np.bincount(counts.indices[: counts.indptr[rows]], minlength=counts.shape[1])
    return np.asarray(np.log((1 + rows) / (1 + frequency)) + EVERYWHERE)


def alike(found: Features) -> "Alike":
    """What is known of each pair of sentences worth looking at."""
    likeness = _likeness_of_all(found)
    scores = likeness.copy()
    left = np.repeat(np.arange(found.count), np.diff(likeness.indptr))
    for block in _blocks(likeness.nnz, PAIRS):
        ours, theirs = left[block], likeness.indices[block]
        signs = (likeness.data[block], _same_figures(found, ours, theirs), _context(found, likeness, ours, theirs))
        scores.data[block] = _judged(np.column_stack(signs))
    return Alike(found, likeness, csr_matrix(scores + scores.T))


def _likeness_of_all(found: Features) -> csr_matrix:
    """How alike the words of sentences are, once for each pair, that of the lower number in its row."""
    left, right, values = [np.zeros(0, int)], [np.zeros(0, int)], [np.zeros(0)]
    for ours, theirs, shared in _sharing(found, np.arange(found.count), found.count):
        enough = (ours < theirs) & (shared >= LEAST * np.minimum(found.totals[ours], found.totals[theirs]))
        left.append(ours[enough])
        right.append(theirs[enough].astype(np.int32))
        values.append(_likeness(found, left[-1], right[-1]))
    ends = np.cumsum(np.bincount(np.concatenate(left) + 1, minlength=found.count + 1))
    return csr_matrix((np.concatenate(values), np.concatenate(right), ends), shape=(found.count, found.count))


@dataclass(frozen=True, slots=True)
class Alike:
    """How likely sentences tell the same, `scores`, and how alike their words are, `likeness`, each pair once."""

    features: Features
    likeness: csr_matrix
    scores: csr_matrix

    def within(self, asked: Sequence[int], least: float, weight: float = 0) -> "Pairs":
        """The units that may say what the asked ones say.

        Args:
            asked: units.
            least: the share of the lighter one's weight that both have in common.
            weight: of what a clause has in common with another, in words as telling as any.
        """
        found = self.features
        parts = [self._enough(*shared, least, weight) for shared in _sharing(found, np.array(asked, dtype=int))]
        left, right, signs = (np.concatenate(column) for column in zip(_NO_PAIRS, *parts, strict=True))
        return Pairs(left, right, signs, _judged(signs))

    def _enough(
        self, left: np.ndarray, right: np.ndarray, shared: np.ndarray, least: float, weight: float
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Those of these pairs that have enough in common, and their signs."""
        found = self.features
        rows = (left < found.count) & (right < found.count)
        enough = shared >= least * np.minimum(found.totals[left], found.totals[right])
        heavy = shared >= weight * (log((1 + found.count) / 2) + EVERYWHERE)
        enough &= rows | heavy | (shared >= ALL * found.totals[left])
        enough &= found.owner[left] != found.owner[right]
        left, right, rows = left[enough], right[enough], rows[enough]
        # What stands around two sentences may be about other clauses of theirs.
        around = _context(found, self.likeness, found.owner[left], found.owner[right])
        context = around * np.where(rows, 1, AROUND_CLAUSES)
        return left, right, np.column_stack([_likeness(found, left, right), _same_figures(found, left, right), context])


_NO_PAIRS = np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros((0, len(SIGNS)))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of units: the signs that they are judged by, a row for each, and how likely they tell the same."""

    left: np.ndarray
    right: np.ndarray
    signs: np.ndarray
    scores: np.ndarray


def _sharing(
    found: Features, asked: np.ndarray, others: int | None = None
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """The pairs of asked units and others that share words which not everything has, and the weight of those.

    They come in blocks of asked units, so that only one block's pairs are held at once.
    """
    telling = np.asarray(found.words[: found.count].sum(axis=0)).ravel() <= FREQUENT
    holders = found.words[:others, telling].T.tocsr()
    weighted = found.weighted[:, telling]
    for block in _blocks(len(asked), UNITS):
        shared = (weighted[asked[block]] @ holders).sorted_indices().tocoo()
        yield asked[block][shared.row], shared.col, shared.data


def _blocks(length: int, size: int) -> Iterator[slice]:
    return (slice(at, at + size) for at in range(0, length, size))


def _likeness(found: Features, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """How alike the words of unit left[k] and unit right[k] are, for each k."""
    common = _rowwise(found.weighted, found.words, left, right)
    jaccard = common / np.maximum(found.totals[left] + found.totals[right] - common, LIGHTEST)
    likeness = (1 - IN_NGRAMS) * jaccard + IN_NGRAMS * _rowwise(found.ngrams, found.ngrams, left, right)
    if found.vectors is not None:
        likeness = (likeness + np.maximum(_cosines(found.vectors, left, right), 0)) / 2
    return np.asarray(likeness)


def _same_figures(found: Features, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Whether unit left[k] and unit right[k] give the same number, for each k."""
    return np.asarray(np.minimum(_rowwise(found.figures, found.figures, left, right), 1))


def _cosines(vectors: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The product of row left[k] and row right[k], for each k."""
    parts = (np.einsum("ij,ij->i", vectors[left[at]], vectors[right[at]]) for at in _blocks(len(left), BLOCK))
    return np.concatenate([np.zeros(0), *parts])


def _judged(signs: np.ndarray) -> np.ndarray:
    """The probability that pairs with these signs tell the same."""
    coefficients = np.array([COEFFICIENTS[sign] for sign in SIGNS])
    return np.asarray(expit(signs @ coefficients + COEFFICIENTS["intercept"]))


def _context(found: Features, likeness: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """How alike the sentences before left[k] and right[k] are, and those behind them, together."""
    return sum((_at(likeness, side[left], side[right]) for side in (found.before, found.behind)), np.zeros(len(left)))


def _at(likeness: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """How alike these sentences are; 0 where there is none."""
    values = np.zeros(len(left))
    first, last = np.minimum(left, right), np.maximum(left, right)
    known = first != NOBODY
    if known.any():
        values[known] = np.asarray(likeness[first[known], last[known]]).ravel()
    return values


def _rowwise(ours: csr_matrix, theirs: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The product of row left[k] of the one matrix with row right[k] of the other, for each k."""
    parts = (
        np.asarray(ours[left[at]].multiply(theirs[right[at]]).sum(axis=1)).ravel() for at in _blocks(len(left), BLOCK)
    )
    return np.concatenate([np.zeros(0), *parts])
