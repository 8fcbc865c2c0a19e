"""Training, step 6: in what order and how often the model sees the samples.

Each round goes through the corpora once, half of it under other names. One to
three sentences that follow one another are learnt together, since the program
reads whole texts. News-like sets come twice; of sentences without any name,
which web text is full of, most are left out.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from training.augment import Augmenter, joined
from training.samples import Sample

TWICE = frozenset({"wikigold", "re3d", "redocred_dev", "crossner_politics_dev", "crossner_politics_train"})
REAL = 0.5
"""The share that is seen as it stands."""
NAMELESS = 0.6
"""The share of what holds no name that is left out of a round."""


class Curriculum:
    """The samples of each round, from one seed."""

    def __init__(self, samples: Sequence[Sample], seed: int) -> None:
        self.samples = samples
        self.dice = random.Random(seed)
        self.augmenter = Augmenter(samples, seed)

    def round(self) -> list[Sample]:
        """The samples of the next round, shuffled."""
        chosen = [self._seen(group) for group in self._groups() for _ in range(self._times(group))]
        self.dice.shuffle(chosen)
        return chosen

    def _groups(self) -> Iterator[Sequence[Sample]]:
        at = 0
        while at < len(self.samples):
            following = self.samples[at : at + self.dice.choice((1, 1, 1, 2, 3))]
            group = next(list(together) for _, together in groupby(following, key=attrgetter("document")))
            yield group
            at += len(group)

    def _times(self, group: Sequence[Sample]) -> int:
        if not any(sample.marks for sample in group) and self.dice.random() < NAMELESS:
            return 0
        return 2 if group[0].corpus in TWICE else 1

    def _seen(self, group: Sequence[Sample]) -> Sample:
        if self.dice.random() < REAL:
            return joined(group)
        return joined([self.augmenter.copy(sample) for sample in group])
