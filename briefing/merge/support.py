"""Step 3: who says a statement, all of it or a part, and in which words.

Enters: units, what they are compared by, and for each statement the row that is
quoted with the others of its cluster. Leaves: for each statement its support.
A long sentence tells several facts, of which another source tells one: so the
clauses of the quoted sentence are looked for in the clauses of all others. A
source is cited for the passage that says it, and for no more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.merge.clusters import SAME
from briefing.merge.rivals import is_bound_by
from briefing.merge.rows import Row, Units
from briefing.merge.similarity import Alike
from briefing.merge.vetoes import Conflicts, conflict
from briefing.model import Sentence, Span, Support

SHARED = 0.3
"""Share of the lighter passage's weight that two have in common when they are worth looking at."""
WEIGHT = 1.5
"""Weight of what clauses have in common then, in words as telling as any."""
IN_CLAUSES = 0.55
"""A clause that tells the same as likely as this does; what stands around counts less in its score."""
DETAIL = 0.25
"""Share of a sentence's weight that another may leave out and still say all of it."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The row that a statement quotes, and the other rows of its cluster."""

    row: int
    others: frozenset[int]


class Supporters:
    """What says each unit of the quoted rows.

    Args:
        rows: all rows.
        units: their units.
        alike: how alike they are.
        conflicts: what keeps them apart.
        quoted: the rows that statements quote.
    """

    def __init__(
        self, rows: Sequence[Row], units: Units, alike: Alike, conflicts: Conflicts, quoted: Sequence[Quoted]
    ) -> None:
        self.rows, self.units, self.conflicts = rows, units, conflicts
        self.weights = alike.features.totals
        self.said = self._said(alike, sorted({unit for one in quoted for unit in units.every[one.row]}))

    def _said(self, alike: Alike, asked: Sequence[int]) -> dict[int, dict[int, tuple[float, int]]]:
        """By asked unit and by row: how likely its best unit says the same, and, counted down, which that is."""
        found: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        pairs = alike.within(asked, SHARED, WEIGHT)
        likely = pairs.scores >= IN_CLAUSES
        columns = (pairs.left[likely], pairs.right[likely], pairs.scores[likely].round(6))
        for left, right, score in zip(*(column.tolist() for column in columns), strict=True):
            row, said = self.units.owner[right], (score, -right)
            if said > found[left].get(row, (0.0, 0)) and self._may_say(left, right):
                found[left][row] = said
        return found

    def _may_say(self, left: int, right: int) -> bool:
        ours, theirs = self.units.owner[left], self.units.owner[right]
        if self.rows[ours].sources & self.rows[theirs].sources:
            return False
        # A clause does not say what the passage that it stands in denies, or says of another number.
        levels = {(left, right), (self.units.passage[left], self.units.passage[right])}
        return all(self.conflicts.between(a, b) is None for a, b in levels)

    def support(self, quoted: Quoted) -> tuple[Support, ...]:
        """All that say the quoted row: itself, then what says all of it, then what says a part, the best first."""
        parts = self.units.parts[quoted.row]
        found = [Support(sentence, sentence.span) for sentence in self.rows[quoted.row].sentences]
        known = {one.span.source: {*parts} for one in found}
        entire = {*known}
        for told in _agreeing(self._tellings(quoted), quoted.others):
            for one in self._supports(told):
                # A source that is known to say as much elsewhere need not be cited for less.
                if told.row in quoted.others or not told.parts <= known.get(one.span.source, set()):
                    found.append(one)
                known[one.span.source] = known.get(one.span.source, set()) | told.parts
                if not told.general and self._is_most(known[one.span.source], parts):
                    entire.add(one.span.source)
        ordered = sorted(found, key=lambda one: not one.whole)
        return tuple(replace(one, source_whole=one.span.source in entire) for one in ordered)

    def _tellings(self, quoted: Quoted) -> list["_Telling"]:
        """What the rows tell of the quoted one: those of its cluster first, all of it before a part, the best first."""
        rows = {row for unit in self.units.every[quoted.row] for row in self.said.get(unit, {})} | quoted.others
        told = filter(None, (self._told(quoted, row) for row in rows))
        return sorted(told, key=lambda one: (one.row not in quoted.others, not one.whole, -one.score, one.row))

    def _told(self, quoted: Quoted, row: int) -> "_Telling | None":
        """What a row tells of the quoted one; None if nothing."""
        said = {unit: self.said[unit][row] for unit in self.units.every[quoted.row] if row in self.said.get(unit, {})}
        parts = self.units.parts[quoted.row]
        general = is_bound_by(self.rows[row].wording, self.rows[quoted.row].wording)
        score, unit = said.get(quoted.row, (0.0, -row))
        told = {part for part in parts if part in said}
        if (row in quoted.others or score >= SAME) and (not told or self._is_most(told, parts)):
            return _Telling(row, not general, general, score, {*parts}, self._passages([-unit]))
        if not told:
            return None
        passages = self._passages([-said[part][1] for part in told])
        return _Telling(row, False, general, max(said[part][0] for part in told), told, passages)

    def _passages(self, units: Iterable[int]) -> list[Sentence]:
        return [self.units.sentences[self.units.passage[unit]] for unit in units]

    def _is_most(self, told: Collection[int], parts: Sequence[int]) -> bool:
        """Whether what is left of a sentence is a detail."""
        left = sum(self.weights[part] for part in parts if part not in told)
        return bool(left <= DETAIL * sum(self.weights[part] for part in parts))

    def _supports(self, told: "_Telling") -> Iterator[Support]:
        """The sentences of a row, each with the passage that runs over what they say."""
        wording = self.rows[told.row].wording
        start, end = min(one.start for one in told.passages), max(one.end for one in told.passages)
        for sentence in self.rows[told.row].sentences:
            moved = sentence.start - wording.start
            yield Support(sentence, Span(sentence.source, start + moved, end + moved), told.whole)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a row tells: which parts of the quoted row, and in which of its own passages.

    A row that is only `general` lays down what others are told to do, and so never tells all of it.
    """

    row: int
    whole: bool
    general: bool
    score: float
    parts: set[int]
    passages: list[Sentence]


def _agreeing(tellings: Iterable[_Telling], always: Collection[int]) -> Iterator[_Telling]:
    """Those that do not contradict what a better one tells of the same parts; the rows of a cluster never do."""
    taken: list[_Telling] = []
    for told in tellings:
        others = [passage for one in taken if one.parts & told.parts for passage in one.passages]
        if told.row in always or not any(conflict(mine, other) for mine in told.passages for other in others):
            taken.append(told)
            yield told
