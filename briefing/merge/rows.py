"""Step 3: equal sentences are one row, so that copies cost nothing and count once.

Enters: sentences. Leaves: rows, in the order of their first sentences, and the
units that are compared: the rows' wordings, and behind them all their clauses.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Sentence

AS_FULL = 0.6
"""Share of a source's sentences from which on another one is as full: a copy may lack some, or have some more."""


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of one wording, those first that know best when it was, and the sources that have it."""

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
    return [
        Row(tuple(sorted(same, key=_undated)), frozenset(sentence.source for sentence in same))
        for same in equal.values()
    ]


def _undated(sentence: Sentence) -> int:
    """How many of its dates nothing resolves: "on Tuesday", in a source that does not say when it was published."""
    return sum(mention.date is None for mention in sentence.dates)


@dataclass(frozen=True, slots=True)
class Units:
    """What is compared. Unit n is row n as long as there are rows; the rest are clauses.

    Of each unit `owner` is the row, and `passage` is the unit to cite for what it says: the main clause that it is or
    hangs on. Of each row `parts` are the units that it consists of, `every` are all of its units, and `before` and
    `behind` are the rows that stand beside it, if they are known for sure.
    """

    sentences: tuple[Sentence, ...]
    owner: tuple[int, ...]
    passage: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]
    every: tuple[tuple[int, ...], ...]
    before: tuple[int | None, ...]
    behind: tuple[int | None, ...]


def units(found: Sequence[Row]) -> Units:
    """The units of the rows."""
    sentences = [row.wording for row in found]
    owner, passage = [*range(len(found))], [*range(len(found))]
    every, parts = [], []
    for n, row in enumerate(found):
        own, leaves = [n], []
        for clause in row.wording.clauses:
            main = len(sentences) if len(row.wording.clauses) > 1 else n
            for unit in ((clause,) if main != n else ()) + clause.clauses:
                own.append(len(sentences))
                owner.append(n)
                passage.append(main)
                sentences.append(unit)
            leaves += own[-len(clause.clauses) :] if clause.clauses else [main]
        every.append(tuple(own))
        parts.append(tuple(leaves or own))
    before, behind = (_beside(found, step) for step in (-1, 1))
    return Units(tuple(sentences), tuple(owner), tuple(passage), tuple(parts), tuple(every), before, behind)


def _beside(found: Sequence[Row], step: int) -> tuple[int | None, ...]:
    """The neighbour of each row in the fullest of its sources; none where several are as full and differ.

    So no copy adds anything, whatever the order of its sentences.
    """
    row_at = {(one.source, one.order): n for n, row in enumerate(found) for one in row.sentences}
    length = Counter(source for source, _ in row_at)
    beside = []
    for row in found:
        full = AS_FULL * max(length[source] for source in row.sources)
        there = {row_at.get((one.source, one.order + step)) for one in row.sentences if length[one.source] >= full}
        beside.append(there.pop() if len(there) == 1 else None)
    return tuple(beside)
