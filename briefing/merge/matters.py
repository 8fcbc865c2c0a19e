"""Step 3: which rows tell one fact in several ways, and in what they differ.

Enters: rows, their clusters, their scores and what keeps them apart. Leaves: matters, each with the rows
that show the difference. Sentences that are alike but for a number, a date, an
actor, a purpose, a stance or a denial are the same fact told twice, in two ways;
what shares a statement or both of its numbers is one matter, however many pairs
show it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from briefing.merge import denials, purposes, stances
from briefing.merge.counts import Counts, of_their_own
from briefing.merge.days import other_dates
from briefing.merge.likeness import LEAST, clauses, told_alike
from briefing.merge.rivals import rivals, without_names
from briefing.merge.rows import Row
from briefing.merge.vetoes import Conflict, Conflicts, contradictions, denies, thing
from briefing.model import Quantity, Sentence

ALIKE = 0.45
"""How alike two sentences must be for a difference between them to be about the same thing."""
RELATED, ACTING = 0.1, 0.3
"""How alike where more than words tells it: what became of those who are counted, an act with its purpose; a deed."""
SAME_DEED = 0.7
"""The Jaccard index of the words, names aside, from which on another actor is a disagreement and not another deed."""


@dataclass(slots=True, eq=False)
class Matter:
    """One thing that is told in several ways: in what kind of way, of which number, and the rows that show it.

    What has a mark in common is one matter.
    """

    kind: str
    counted: Quantity | None
    rows: set[int]
    clusters: set[int]
    marks: set[Hashable]

    def take(self, earlier: "Matter") -> None:
        """Make the other one a part of this."""
        self.rows |= earlier.rows
        self.clusters |= earlier.clusters
        self.marks |= earlier.marks

    def differ(self, left: Sentence, right: Sentence) -> bool:
        """Whether two sentences tell it in two ways."""
        if self.counted is None:
            return _DIFFER[self.kind](left, right)
        return any(thing(self.counted) == thing(one) for one, _ in contradictions(left.quantities, right.quantities))


_DIFFER: Mapping[str, Callable[[Sentence, Sentence], bool]] = {
    "date": other_dates,
    "denial": denies,
    "actor": rivals,
    "stance": stances.opposed,
    "purpose": purposes.another,
}


def matters(
    rows: Sequence[Row], clusters: Sequence[Sequence[int]], scores: csr_matrix, conflicts: Conflicts
) -> list[Matter]:
    """What is told differently, each thing once: what shares a cluster, or both of its numbers, is one matter."""
    owner = np.empty(len(rows), dtype=int)
    for n, cluster in enumerate(clusters):
        owner[cluster] = n
    of: dict[Hashable, Matter] = {}
    counts = Counts(rows)
    for a, b, score in _worth_comparing(rows, owner, scores):
        if rows[a].sources & rows[b].sources:
            continue
        told = rows[a].wording, rows[b].wording
        own = {int(owner[a]), int(owner[b])}
        # Nothing keeps two rows of one cluster apart, else they were not in it.
        conflict = None if len(own) == 1 else conflicts.between(a, b)
        for kind, ours, theirs in _differences(*told, conflict, counts, is_alike=score >= ALIKE):
            matter = (kind, ours and thing(ours))
            marks: set[Hashable] = {(matter, cluster) for cluster in own}
            if ours and theirs:
                marks.add((matter, frozenset({ours.value, theirs.value})))
            joined = Matter(kind, ours, {a, b}, own, marks)
            for earlier in {of[mark] for mark in marks if mark in of}:
                joined.take(earlier)
            of |= dict.fromkeys(joined.marks, joined)
    return sorted(set(of.values()), key=lambda matter: (sorted(matter.rows), matter.kind, _counted(matter)))


def _worth_comparing(rows: Sequence[Row], owner: np.ndarray, scores: csr_matrix) -> list[tuple[int, int, float]]:
    """The pairs that may differ in one thing: those much alike, and others where more than words may tell it."""
    purposeful, acting, dated = (
        np.array([sign(row.wording) for row in rows], dtype=bool) for sign in (purposes.stated, _has_agent, _is_dated)
    )
    pairs = scores.tocoo()
    once = pairs.row < pairs.col
    # The rows of one cluster differ in nothing but a purpose, and they are most of all pairs.
    once &= (owner[pairs.row] != owner[pairs.col]) | (purposeful[pairs.row] & purposeful[pairs.col])
    left, right, data = pairs.row[once], pairs.col[once], pairs.data[once]
    close = (data >= ALIKE) | (acting[left] & acting[right] & (data >= ACTING))
    for signed in (purposeful, dated):
        close |= signed[left] & signed[right] & (data >= RELATED)
    close |= _share(_marked(_things, rows), left, right) & (data >= RELATED)
    close |= _share(_marked(of_their_own, rows), left, right)
    return sorted(zip(left[close].tolist(), right[close].tolist(), data[close].tolist(), strict=True))


def _marked(marks: Callable[[Sentence], Iterable[Hashable]], rows: Sequence[Row]) -> csr_matrix:
    """A matrix that tells which row has which marks."""
    number: dict[Hashable, int] = {}
    found = [(n, number.setdefault(mark, len(number))) for n, row in enumerate(rows) for mark in {*marks(row.wording)}]
    at = ([n for n, _ in found], [mark for _, mark in found])
    return csr_matrix((np.ones(len(found)), at), shape=(len(rows), len(number) or 1))


def _share(marked: csr_matrix, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Whether row left[k] has a mark in common with row right[k], for each k."""
    return np.asarray(marked[left].multiply(marked[right]).sum(axis=1)).ravel() > 0


def _things(sentence: Sentence) -> Iterable[Hashable]:
    return map(thing, sentence.quantities)


def _is_dated(sentence: Sentence) -> bool:
    return bool(sentence.dates)


def _has_agent(sentence: Sentence) -> bool:
    return any(deed.agents for deed in sentence.deeds)


def _counted(matter: Matter) -> tuple[int, int]:
    return (matter.counted.start, matter.counted.end) if matter.counted else (0, 0)


def _differences(
    ours: Sentence, theirs: Sentence, kind: Conflict | None, counts: Counts, *, is_alike: bool
) -> Iterator[tuple[str, Quantity | None, Quantity | None]]:
    """In what two sentences tell one fact differently, and the numbers where it is in these."""
    if kind == "number":
        for one, other in contradictions(ours.quantities, theirs.quantities):
            if counts.the_same(one, ours, theirs, is_alike=is_alike):
                yield kind, one, other
    elif kind is not None and _of_one_fact(kind, ours, theirs, is_alike=is_alike):
        yield kind, None, None
    elif kind is None and purposes.another(ours, theirs):
        yield "purpose", None, None


def _of_one_fact(kind: str, left: Sentence, right: Sentence, *, is_alike: bool) -> bool:
    """Whether the difference is in what both tell, and not in something else that one of them tells besides."""
    if kind == "actor":
        return rivals(left, right) and _do_the_same(left, right)
    if kind == "denial":
        return is_alike and denials.of_the_same(left, right)
    if kind == "date":
        if stances.at_other_stages(left, right):
            return False
        return any(told_alike(a, b, is_alike=is_alike) for a, b in _clauses_apart(left, right))
    return kind == "purpose" or (is_alike and kind in _DIFFER)


def _clauses_apart(left: Sentence, right: Sentence) -> Iterator[tuple[Sentence, Sentence]]:
    """The clauses of two sentences that give two dates, and the sentences themselves."""
    return ((a, b) for a in clauses(left) for b in clauses(right) if other_dates(a, b))


def _do_the_same(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences tell one deed of two actors, and nothing else in which they differ."""
    ours, theirs = (without_names(one, (*left.entities, *right.entities)) for one in (left, right))
    return len(ours & theirs) >= max(SAME_DEED * len(ours | theirs), LEAST)
