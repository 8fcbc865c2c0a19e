"""Training, step 5: what words can be, for the names model to read: `word_features` keeps it with the weights.

A word has a number whose bits say what it can be: a first name (1), a surname
(2), a city (4), a word of a longer place name (8), of a state's name (16), a
people (32), a word common in lower case (64).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from briefing.language.features import COMMON, spelling
from training import names
from training.policy import peoples
from training.samples import Sample

FREQUENT = 3
"""How often a word stands in lower case in the corpora to be common."""


def lexicon(samples: Iterable[Sample]) -> dict[str, int]:
    """Each word's number, by its spelling."""
    found: defaultdict[str, int] = defaultdict(int)
    for bit, listed in _listed():
        for name in listed:
            found[spelling(name)] |= bit
    for word in _common(samples):
        found[word] |= COMMON
    return dict(sorted(found.items()))


def _listed() -> Iterable[tuple[int, Iterable[str]]]:
    yield 1, (word for culture in names.cultures() for name in culture.first for word in name.split())
    yield (
        2,
        (
            word
            for culture in names.cultures()
            for name in culture.last
            for word in re.split(r"[\s-]", name)
            if len(word) > 1
        ),
    )
    yield 4, (city for city in names.cities() if " " not in city)
    yield 8, (word for city in names.cities() if " " in city for word in city.split() if len(word) > 3)
    yield 16, (word for state, _ in names.states() for word in state.split() if len(word) > 3 or word.isupper())
    yield 32, peoples()


def _common(samples: Iterable[Sample]) -> Iterable[str]:
    counted = Counter(word for sample in samples for word in re.findall(r"\b[a-z]{2,}\b", sample.text))
    return (word for word, count in sorted(counted.items()) if count >= FREQUENT)
