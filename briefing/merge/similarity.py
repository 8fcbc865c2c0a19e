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
from collections.abc import Iterable, Sequence
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
BLOCK = 100_000
"""Pairs that are multiplied at once, so that memory does not grow with their number."""
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

    `words` is binary, `weights` weighs each of its columns, `totals` is the weight
    of each unit, `ngrams` has tf-idf rows of unit length, and so has `figures`, but
    that a figure which no other sentence has weighs 1. `vectors` are those of an
    encoder, if there is one. The first `count` units are whole sentences, `before` and `behind` are the
    neighbours of these, and `owner` says which of them a unit is or belongs to.
    """

    words: csr_matrix
    weights: np.ndarray
    totals: np.ndarray
    ngrams: csr_matrix
    figures: csr_matrix
    vectors: np.ndarray | None
    before: tuple[int | None, ...]
    behind: tuple[int | None, ...]
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
    # Each word is taken apart once, however often it is told.
    grams = (told @ _counts([_ngrams(word) for word in vocabulary])[0]).sorted_indices()
    figures, _ = _counts([_figures(unit) for unit in units.sentences])
    weights = _idf(words[:count]) * np.array([NAME if word in names else 1.0 for word in vocabulary])
    return Features(
        words=words,
        weights=weights,
        totals=words @ weights,
        ngrams=_unit(grams.multiply(_idf(grams[:count])).tocsr()),
        figures=csr_matrix(figures.multiply(np.sqrt(_idf(figures[:count]) / (log((1 + count) / 2) + EVERYWHERE)))),
        vectors=encode([unit.text for unit in units.sentences]) if encode else None,
        before=units.before,
        behind=units.behind,
        owner=np.array(units.owner, dtype=int),
    )


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


def _idf(counts: csr_matrix) -> np.ndarray:
    """The inverse frequency of the columns."""
    frequency = np.asarray((counts > 0).sum(axis=0)).ravel()
    return np.asarray(np.log((1 + counts.shape[0]) / (1 + frequency)) + EVERYWHERE)


def _unit(matrix: csr_matrix) -> csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    norms[norms == 0] = 1
    return csr_matrix(matrix.multiply(1 / norms[:, None]))


def alike(found: Features) -> "Alike":
    """What is known of each pair of sentences worth looking at."""
    every = np.arange(found.count)
    left, right, shared = _sharing(found, every, every)
    enough = (left < right) & (shared >= LEAST * np.minimum(found.totals[left], found.totals[right]))
    left, right = left[enough], right[enough]
    lexical = _lexical(found, left, right)
    context = _context(_symmetric(lexical[:, 0], left, right, found.count), found)
    scores = _judged(np.column_stack([lexical, _at(context, left, right)]))
    return Alike(found, context, _symmetric(scores, left, right, found.count))


@dataclass(frozen=True, slots=True)
class Alike:
    """How likely sentences tell the same, `scores`, and how alike what stands around them is, `context`."""

    features: Features
    context: csr_matrix
    scores: csr_matrix

    def within(self, asked: Sequence[int], least: float, weight: float = 0) -> "Pairs":
        """The units that may say what the asked ones say.

        Args:
            asked: units.
            least: the share of the lighter one's weight that both have in common.
            weight: of what a clause has in common with another, in words as telling as any.
        """
        found = self.features
        left, right, shared = _sharing(found, np.array(asked, dtype=int), np.arange(found.words.shape[0]))
        rows = (left < found.count) & (right < found.count)
        enough = shared >= least * np.minimum(found.totals[left], found.totals[right])
        heavy = shared >= weight * (log((1 + found.count) / 2) + EVERYWHERE)
        enough &= rows | heavy | (shared >= ALL * found.totals[left])
        enough &= found.owner[left] != found.owner[right]
        left, right, rows = left[enough], right[enough], rows[enough]
        # What stands around two sentences may be about other clauses of theirs.
        context = _at(self.context, found.owner[left], found.owner[right]) * np.where(rows, 1, AROUND_CLAUSES)
        signs = np.column_stack([_lexical(found, left, right), context])
        return Pairs(left, right, signs, _judged(signs))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of units: the signs that they are judged by, a row for each, and how likely they tell the same."""

    left: np.ndarray
    right: np.ndarray
    signs: np.ndarray
    scores: np.ndarray


def _sharing(found: Features, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pairs of units that share words which not everything has, and the weight of those."""
    telling = np.asarray(found.words[: found.count].sum(axis=0)).ravel() <= FREQUENT
    words = found.words[:, telling]
    shared = (words[left].multiply(found.weights[telling]).tocsr() @ words[right].T).tocoo()
    return left[shared.row], right[shared.col], shared.data


def _lexical(found: Features, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The signs that the words of unit left[k] and unit right[k] give, in columns, a row for each k."""
    common = _common(found, left, right)
    jaccard = common / np.maximum(found.totals[left] + found.totals[right] - common, LIGHTEST)
    figures = np.minimum(_rowwise(found.figures, found.figures, left, right), 1)
    ngrams = _rowwise(found.ngrams, found.ngrams, left, right)
    likeness = (1 - IN_NGRAMS) * jaccard + IN_NGRAMS * ngrams
    if found.vectors is not None:
        likeness = (likeness + np.maximum(_cosines(found.vectors, left, right), 0)) / 2
    return np.column_stack([likeness, figures])


def _cosines(vectors: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The product of row left[k] and row right[k], for each k."""
    blocks = [slice(at, at + BLOCK) for at in range(0, len(left), BLOCK)]
    parts = [np.einsum("ij,ij->i", vectors[left[block]], vectors[right[block]]) for block in blocks]
    return np.concatenate(parts) if parts else np.zeros(0)


def _common(found: Features, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weight of the words that unit left[k] and unit right[k] have in common, for each k."""
    return _rowwise(found.words.multiply(found.weights).tocsr(), found.words, left, right)


def _judged(signs: np.ndarray) -> np.ndarray:
    """The probability that pairs with these signs tell the same."""
    coefficients = np.array([COEFFICIENTS[sign] for sign in SIGNS])
    return np.asarray(expit(signs @ coefficients + COEFFICIENTS["intercept"]))


def _context(likeness: csr_matrix, found: Features) -> csr_matrix:
    """How alike the sentences before two are, and those behind them, together."""
    back, on = _leading(found.before), _leading(found.behind)
    return csr_matrix(back @ likeness @ back.T + on @ likeness @ on.T)


def _leading(neighbours: Sequence[int | None]) -> csr_matrix:
    """A matrix that leads from each sentence to its neighbour."""
    pairs = [(row, neighbour) for row, neighbour in enumerate(neighbours) if neighbour is not None]
    rows, columns = [row for row, _ in pairs], [neighbour for _, neighbour in pairs]
    return csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(len(neighbours), len(neighbours)))


def _symmetric(values: np.ndarray, left: np.ndarray, right: np.ndarray, size: int) -> csr_matrix:
    half = csr_matrix((values, (left, right)), shape=(size, size))
    return csr_matrix(half + half.T)


def _at(matrix: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The values of a matrix at these places."""
    return np.asarray(matrix[left, right]).ravel() if len(left) else np.zeros(0)


def _rowwise(ours: csr_matrix, theirs: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The product of row left[k] of the one matrix with row right[k] of the other, for each k."""
    parts = [
        np.asarray(ours[left[at : at + BLOCK]].multiply(theirs[right[at : at + BLOCK]]).sum(axis=1)).ravel()
        for at in range(0, len(left), BLOCK)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)
