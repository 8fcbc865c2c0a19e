"""Step 3: equal sentences are one row, so that copies cost nothing and count once.

Enters: sentences. Leaves: rows, in the order of their first sentences.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Sentence


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of one wording, and the sources that have it."""

    sentences: tuple[Sentence, ...]
    sources: frozenset[str]

    @property
    def wording(self) -> Sentence:
        """The sentence that stands for all of them."""
        return self.sentences[0]


def rows(sentences: Iterable[Sentence]) -> list[Row]:
    """The sentences by their wording."""
    equal: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        equal.setdefault(sentence.text, []).append(sentence)
    return [Row(tuple(same), frozenset(sentence.source for sentence in same)) for same in equal.values()]
