"""Step 4: which statements go where, under the length of the brief.

Enters: statements in the order of their importance, each with its section.
Leaves: the statements of each section. Nothing is told twice: a statement is
passed over once most of its telling words are told. What is passed over once stays
so while a section is filled, so the turn of a statement, which costs most, is looked
for only once it is next (lazy greedy selection; Minoux 1978).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
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
        self._taken: set[int] = set()
        self._length = {id(statement): statement.length for statement in statements}
        frequency = Counter(word for s in statements for word in set(s.representative.concepts))
        self.weights = {word: 1 + log(len(statements) / count) for word, count in frequency.items()}

    def lift(
        self,
        spec: SectionSpec,
        statements: Sequence[Statement],
        preferred: Callable[[int], bool],
        stays: Callable[[int], bool],
    ) -> None:
        """Fill a section with the best of the whole brief: the main point, then what is important and well founded.

        Args:
            spec: the section.
            statements: all candidates, the most important first.
            preferred: whether the one at a place in `statements` goes before the rest.
            stays: whether it stays where it belongs.
        """

        def place(n: int) -> int:
            founded = statements[n].origins(self.origin_of) >= SEVERAL
            return n * (1 if preferred(n) else BEHIND) * (1 if founded else BEHIND)

        for statement in statements[:1]:
            self.take(spec, statement, KEY_NEWS)
        for n in self.in_turn(statements, range(len(statements)), place, KEY_NEWS):
            if self.is_full(spec):
                break
            if n and not stays(n):
                self.take(spec, statements[n], KEY_NEWS)

    def in_turn(
        self, statements: Sequence[Statement], soonest: Iterable[float], turn: Callable[[int], float], news: float
    ) -> Iterator[int]:
        """The places of the statements that could be taken when their turn comes, in that order.

        Args:
            statements: the candidates.
            soonest: a turn for each of them than which its own is not sooner.
            turn: the turn of the one at a place; those of one turn come in their order.
            news: as for `take`.
        """
        waiting = [(at, n, False) for n, at in enumerate(soonest)]
        heapify(waiting)
        while waiting:
            at, n, known = heappop(waiting)
            if self._fits(statements[n], news):
                now = at if known else turn(n)
                if now > at:
                    heappush(waiting, (now, n, True))
                else:
                    yield n

    def is_full(self, spec: SectionSpec) -> bool:
        """Whether a section has as many statements as it may have."""
        return spec.items is not None and len(self.taken.get(spec.id, ())) >= spec.items

    def take(self, spec: SectionSpec, statement: Statement, news: float = NEWS) -> None:
        """Take one statement into a section if it fits there and tells something new.

        Args:
            spec: the section.
            statement: the statement.
            news: the least share of its telling words that the brief has not told yet.
        """
        own = self.taken.setdefault(spec.id, [])
        over = spec.words is not None and sum(other.length for other in own) + statement.length > spec.words
        if not self.is_full(spec) and not over and self._fits(statement, news):
            own.append(statement)
            self._taken.add(id(statement))
            self.left -= statement.length
            self.told.update(statement.representative.concepts)

    def _fits(self, statement: Statement, news: float) -> bool:
        fits = self._length[id(statement)] <= self.left and id(statement) not in self._taken
        return fits and self._is_new(statement, news)

    def _is_new(self, statement: Statement, share: float) -> bool:
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


def in_order(spec: SectionSpec, statements: Sequence[Statement], rank: Mapping[int, int]) -> list[Statement]:
    """A section's statements as it wants them: the most important first, or the earliest first.

    Args:
        spec: the section.
        statements: those it has.
        rank: the place of each of them in the order of importance, by its identity.
    """
    if spec.lift_from or spec.shape == "quotes":
        return list(statements)
    by_importance = sorted(statements, key=lambda statement: rank[id(statement)])
    return sorted(by_importance, key=_earliest) if spec.order == "time" else by_importance


def _earliest(statement: Statement) -> str:
    """The earliest date told; what has none comes last."""
    return min((m.date for s in statement.sentences for m in s.dates if m.date), default="9999")
