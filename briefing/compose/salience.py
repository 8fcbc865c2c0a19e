"""Step 4: which statements matter most, in one order for the whole brief.

Enters: statements. Leaves: their indices, best first. One by one the statement
is taken that brings those chosen nearest the centroid of the collection
(centroid-based greedy selection; Gholipour Ghalandari 2017). Words count without
idf, and by their place in the source: news tells first what matters most.
"""

from collections import Counter
from collections.abc import Sequence
from math import exp, sqrt
from typing import Any

import numpy as np

from briefing.model import Sentence, Statement

Numbers = np.ndarray[tuple[int], np.dtype[Any]]

LEAD = 0.3
"""Weight of the mean place in the source of the chosen words, beside a cosine."""
SHORTEST, LONGEST = 12, 60
"""Words of a statement that is taken gladly; others come after these."""
WIDEST = 500
"""Statements that are weighed against those chosen; the rest follow by their own worth."""


def rank(statements: Sequence[Statement]) -> list[int]:
    """The indices of the statements in the order in which to take them."""
    centroid = _centroid(statements)
    alone = [_worth(statement, centroid) for statement in statements]
    order = sorted(range(len(statements)), key=lambda n: (not _is_handy(statements[n]), -round(alone[n], 9), n))
    first = [statements[n] for n in order[:WIDEST]]
    return [order[n] for n in _greedy(first, centroid)] + order[WIDEST:]


def lead(order: int) -> float:
    """How much a sentence's place in its source promises: 1 for the first, 0.2 far down."""
    return 0.2 + 0.8 * exp(-order / 3)


def _centroid(statements: Sequence[Statement]) -> dict[str, float]:
    """What the whole collection says: its words, each as often as it is told near the head of a source."""
    sentences = {(s.source, s.order): s for statement in statements for s in statement.sentences}
    told: Counter[str] = Counter()
    for _, sentence in sorted(sentences.items()):
        for word in _words(sentence):
            told[word] += lead(sentence.order)  # type: ignore[assignment]  # a Counter sums floats as well
    norm = sqrt(sum(value * value for value in told.values())) or 1.0
    return {word: value / norm for word, value in told.items()}


def _words(sentence: Sentence) -> list[str]:
    """The lemmas, names word by word: here a long name matters as much as it takes room."""
    return [word for lemma in sentence.lemmas for word in lemma.split()]


def _worth(statement: Statement, centroid: dict[str, float]) -> float:
    counts = Counter(_words(statement.representative))
    norm = sqrt(sum(count * count for count in counts.values())) or 1.0
    return sum(count * centroid[word] for word, count in counts.items()) / norm + LEAD * _lead(statement)


def _lead(statement: Statement) -> float:
    return max(lead(sentence.order) for sentence in statement.sentences)


def _is_handy(statement: Statement) -> bool:
    return SHORTEST <= statement.length <= LONGEST


def _greedy(statements: Sequence[Statement], centroid: dict[str, float]) -> list[int]:
    """The order in which the statements bring those chosen nearest the centroid."""
    told = [_words(statement.representative) for statement in statements]
    vocabulary = sorted({word for words in told for word in words})
    rows, columns, counts = _counted(told, vocabulary)

    def weighed(vector: Numbers) -> Numbers:
        """Each statement's words by a weight for each."""
        return np.bincount(rows, counts * vector[columns], len(statements))

    central = weighed(np.array([centroid[word] for word in vocabulary]))
    squares = np.bincount(rows, counts * counts, len(statements))
    lengths = np.array([float(statement.length) for statement in statements])
    places = lengths * np.array([_lead(statement) for statement in statements])
    handy = np.array([_is_handy(statement) for statement in statements])
    together, square, chosen = np.zeros(len(vocabulary)), 0.0, list[int]()
    left = np.ones(len(statements), dtype=bool)
    while left.any():
        taken = np.array(chosen, dtype=int)
        grown = squares + 2 * weighed(together) + square
        values = (central + central[taken].sum()) / np.sqrt(np.maximum(grown, 1e-9))
        values += LEAD * (places + places[taken].sum()) / np.maximum(lengths + lengths[taken].sum(), 1)
        values[~left | ((left & handy).any() & ~handy)] = -np.inf
        best = int(np.argmax(values.round(9)))
        together[columns[rows == best]] += counts[rows == best]
        square = float(grown[best])
        left[best] = False
        chosen.append(best)
    return chosen


def _counted(texts: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> tuple[Numbers, Numbers, Numbers]:
    """A sparse matrix of how often each text has each word: the rows, the columns and the counts of what is not 0."""
    column = {word: n for n, word in enumerate(vocabulary)}
    at = [(n, column[word], count) for n, row in enumerate(texts) for word, count in sorted(Counter(row).items())]
    rows, columns = (np.array([one[part] for one in at], dtype=int) for part in (0, 1))
    return rows, columns, np.array([count for _, _, count in at], dtype=float)
