"""Step 2: the names that the shipped pipeline recognises, from its scores.

Enters: Docs in sentences. Leaves: where names stand, and their labels; the same as from spaCy's own parser, which asks
for the scores token by token. Where no name is open, the scores of a token depend on nothing before it, so those of all
tokens are worked out at once; then those of the names that begin, all a token further at a time.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START  # type: ignore[import-not-found]
from spacy.tokens import Doc

Place = tuple[int, int, int]
"""Where a name begins and ends, and its label."""
NOWHERE = -1
"""The token that a state without one looks at."""


class Decoder:
    """Recognises names as spaCy's `ner` does.

    Args:
        ner: spaCy's component, which looks at three tokens: this one, the name's first, and the one before.
    """

    def __init__(self, ner: Any) -> None:
        self._tok2vec, self._lower, self._upper = ner.model.layers
        self._bias = self._lower.get_param("b")
        actions = [ner.moves.get_class_name(n).partition("-") for n in range(ner.moves.n_moves)]
        self._labels = [ner.vocab.strings.add(label) if label else 0 for _, _, label in actions]
        self._begins = np.array([move == "B" for move, _, _ in actions])
        self._alone = np.array([move == "U" and bool(label) for move, _, label in actions])
        self._outside = np.array([move == "O" for move, _, _ in actions])
        at = {(move, label): n for n, (move, _, label) in enumerate(actions)}
        self._inside = np.array([at.get(("I", label), 0) for _, _, label in actions])
        self._last = np.array([at.get(("L", label), 0) for _, _, label in actions])

    def __call__(self, docs: Sequence[Doc]) -> list[list[Place]]:
        """The names of each Doc."""
        edges = [0, *accumulate(map(len, docs))]
        starts, spaces = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs]).T == 1
        goes_on = ~np.append(starts[1:], True)
        goes_on[np.array(edges[1:]) - 1] = False
        names = self._found(self._lower.predict(self._tok2vec.predict(docs)), goes_on, ~spaces)
        cuts = np.searchsorted([start for start, _, _ in names], edges)
        return [
            [(start - offset, end - offset, label) for start, end, label in names[first:last]]
            for offset, (first, last) in zip(edges, pairwise(cuts), strict=False)
        ]

    def _found(self, seen: Any, goes_on: Any, is_word: Any) -> list[Place]:
        """The names, from what the model sees of each token, whether its sentence goes on, and whether it is a word."""
        nowhere = np.full(len(is_word), NOWHERE)
        scores = self._scores(seen, np.arange(len(is_word)), nowhere, nowhere)
        may = np.outer(is_word & goes_on, self._begins) | np.outer(is_word, self._alone) | self._outside
        actions = np.where(may, scores, -np.inf).argmax(axis=1)
        starts = np.flatnonzero(~self._outside[actions])
        ends = self._ends(seen, goes_on, starts, actions[starts])
        names, done = list[Place](), 0
        for start, end, action in zip(starts.tolist(), ends.tolist(), actions[starts].tolist(), strict=True):
            if start >= done:
                names.append((start, end, self._labels[action]))
                done = end
        return names

    def _ends(self, seen: Any, goes_on: Any, starts: Any, actions: Any) -> Any:
        """Where names end that begin with these actions."""
        ends = starts + 1
        open_ = np.flatnonzero(self._begins[actions])
        while len(open_):
            at, action = ends[open_], actions[open_]
            ends[open_] += 1
            scores, row = self._scores(seen, at, starts[open_], at - 1), np.arange(len(at))
            further = scores[row, self._inside[action]] >= scores[row, self._last[action]]
            open_ = open_[goes_on[at] & further]
        return ends

    def _scores(self, seen: Any, at: Any, first: Any, before: Any) -> Any:
        """The scores of all actions where a state looks at three tokens, added up in the order of spaCy's parser."""
        pieces = seen[at + 1, 0] + seen[first + 1, 1] + seen[before + 1, 2] + self._bias
        return self._upper.predict(np.maximum.reduce(np.moveaxis(pieces, -1, 0)))
