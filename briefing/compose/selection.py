"""Step 4: which statements go where, under the length of the brief.

Enters: statements in the order of their importance, each with its section.
Leaves: the statements of each section. Nothing is told twice: a statement is
passed over once most of its telling words are told.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import log

from briefing.model import Statement
from briefing.settings import SectionSpec

CLEAREST = 0.5
"""Least clarity of an item; below it a reader asks who "he" is."""
KEY_NEWS = 0.5
"""Least share of a key point's telling words that the brief has not told yet."""
NEWS = 0.36
"""The same, for every other statement."""
LESS_NEWS = 0.28
"""The same, for what may fill the length that is left."""
SEVERAL = 2
"""Independent origins that make a statement well founded."""
BEHIND = 3
"""How many times as far back a statement goes in the queue for key points where it is not well founded, and again
where it is of another section than those that key points are lifted from."""


class Selection:
    """Takes statements one by one while they fit."""

    def __init__(self, words: int, statements: Sequence[Statement], origin_of: Mapping[str, str]) -> None:
        """Begin with nothing taken.

        Args:
            words: the length of all items together.
            statements: all candidates, which tell how telling a word is.
            origin_of: the origin of each source, by source id.
        """
        self.left = words
        self.origin_of = origin_of
        self.taken: dict[str, list[Statement]] = {}
        self.told: set[str] = set()
        frequency = Counter(word for s in statements for word in set(s.representative.concepts))
        self.weights = {word: 1 + log(len(statements) / count) for word, count in frequency.items()}

    def lift(
        self, spec: SectionSpec, statements: Sequence[Statement], preferred: Collection[int], left: Collection[int]
    ) -> None:
        """Fill a section with the best of the whole brief: the main point, then what is important and well founded.

        Args:
            spec: the section.
            statements: all candidates, the most important first.
            preferred: the places in `statements` of those that go before the rest.
            left: the places of those that stay where they belong.
        """

        def place(n: int) -> int:
            founded = statements[n].origins(self.origin_of) >= SEVERAL
            return n * (1 if n in preferred else BEHIND) * (1 if founded else BEHIND)

        order = sorted(range(1, len(statements)), key=place)
        for n in ([0] if statements else []) + order:
            if n not in left:
                self.take(spec, statements[n], KEY_NEWS)

    def take(self, spec: SectionSpec, statement: Statement, news: float = NEWS) -> None:
        """Take one statement into a section if it fits there and tells something new.

        Args:
            spec: the section.
            statement: the statement.
            news: the least share of its telling words that the brief has not told yet.
        """
        own = self.taken.setdefault(spec.id, [])
        full = spec.items is not None and len(own) >= spec.items
        over = spec.words is not None and sum(other.length for other in own) + statement.length > spec.words
        if not (full or over or statement.length > self.left) and self._is_new(statement, news):
            own.append(statement)
            self.left -= statement.length
            self.told.update(statement.representative.concepts)

    def _is_new(self, statement: Statement, share: float) -> bool:
        if any(statement in own for own in self.taken.values()):
            return False
        weights = {word: self.weights[word] for word in statement.representative.concepts}
        news = sum(weight for word, weight in weights.items() if word not in self.told)
        return news >= share * sum(weights.values())


def usable(statement: Statement) -> bool:
    """Whether a reader understands the wording by itself."""
    return statement.clarity >= CLEAREST


def told_once(statements: Sequence[Statement]) -> list[Statement]:
    """The statements but for those that another tells in full among other things; of two equal ones the first."""
    places = {statement.representative.span: n for n, statement in enumerate(statements)}
    fuller = [
        {places[span] for one in statement.support[1:] if one.whole and (span := one.sentence.span) in places}
        for statement in statements
    ]
    return [
        statement
        for n, statement in enumerate(statements)
        if not any(n not in fuller[other] or other < n for other in fuller[n])
    ]


def in_order(spec: SectionSpec, statements: Sequence[Statement], ranked: Sequence[Statement]) -> list[Statement]:
    """A section's statements as it wants them: the most important first, or the earliest first."""
    if spec.lift_from or spec.shape == "quotes":
        return list(statements)
    by_importance = sorted(statements, key=ranked.index)
    return sorted(by_importance, key=_earliest) if spec.order == "time" else by_importance


def _earliest(statement: Statement) -> str:
    """The earliest date told; what has none comes last."""
    return min((m.date for s in statement.sentences for m in s.dates if m.date), default="9999")
