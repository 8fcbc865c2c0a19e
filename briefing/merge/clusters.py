"""Step 3: rows that state the same fact, without chains.

Enters: rows, their scores and what keeps them apart. Leaves: clusters of row numbers. A being
like B and B like C does not put A with C: two clusters join only where their
rows are alike on average and no pair is held apart (average linkage with
cannot-links; Wagstaff and Cardie 2000). Two rows of one document are held
apart unless they repeat each other: its writer meant two things.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from briefing.merge.faces import Faces
from briefing.merge.rows import Row

SAME = 0.65
"""A pair that tells the same as likely as this does."""
SAME_DOCUMENT = 0.85
"""Within one document a writer tells two things in like words more often than one thing twice."""
AVERAGE = 0.55
"""How alike the rows of two clusters must be on average before they join."""


def clusters(rows: Sequence[Row], scores: csr_matrix) -> list[list[int]]:
    """The clusters, each sorted, in the order of their first rows; every row is in one."""
    joining = _Joining(rows, scores)
    for left, right in _links(scores):
        joining.join(left, right)
    return sorted(sorted(cluster) for cluster in joining.members.values())


def _links(scores: csr_matrix) -> Iterable[tuple[int, int]]:
    """The pairs that tell the same, most alike first; ties in the order of the rows."""
    pairs = scores.tocoo()
    above = (pairs.row < pairs.col) & (pairs.data >= SAME)
    left, right = pairs.row[above], pairs.col[above]
    order = np.lexsort((right, left, -pairs.data[above].round(6)))
    return zip(left[order].tolist(), right[order].tolist(), strict=True)


class _Joining:
    """The clusters as they grow.

    What was held apart once stays apart, however both grow: `_barred` has, for each
    cluster, those that it can never join, so that no two rows are compared again. Two that
    are not alike are looked at anew only when one of them has grown: `_unlike` has how large both were.
    """

    def __init__(self, rows: Sequence[Row], scores: csr_matrix) -> None:
        self.members = {row: [row] for row in range(len(rows))}
        self._sources = [set(row.sources) for row in rows]
        self._faces: dict[int, Faces] = {}
        self._rows, self._scores = rows, scores
        self._owner = np.arange(len(rows))
        self._barred: defaultdict[int, set[int]] = defaultdict(set)
        self._unlike: dict[tuple[int, int], int] = {}

    def join(self, left: int, right: int) -> None:
        """Make the clusters of two rows one, if they may be."""
        a, b = int(self._owner[left]), int(self._owner[right])
        if a == b or b in self._barred[a] or not self._are_alike(a, b):
            return
        if self._are_of_one_document(a, b) or self._face(a).apart(self._face(b)):
            self._barred[a].add(b)
            self._barred[b].add(a)
            return
        self._owner[self.members[b]] = a
        self._sources[a] |= self._sources[b]
        self._faces[a].take(self._faces.pop(b))
        self.members[a] += self.members.pop(b)
        for other in self._barred.pop(b, ()):
            self._barred[other].remove(b)
            self._barred[other].add(a)
            self._barred[a].add(other)

    def _face(self, cluster: int) -> Faces:
        """What a cluster shows; most are of one row that joins no other, and are never asked."""
        if cluster not in self._faces:
            self._faces[cluster] = Faces(self._rows[cluster].wording)
        return self._faces[cluster]

    def _are_alike(self, a: int, b: int) -> bool:
        """Whether the rows of two clusters are alike on average."""
        few, many = sorted((a, b), key=lambda one: (len(self.members[one]), one))
        size = len(self.members[few]) + len(self.members[many])
        if self._unlike.get((few, many)) == size:
            return False
        ends, told = self._scores.indptr, 0.0
        for row in self.members[few]:
            own = slice(ends[row], ends[row + 1])
            told += self._scores.data[own][self._owner[self._scores.indices[own]] == many].sum()
        alike = bool(told >= AVERAGE * len(self.members[a]) * len(self.members[b]))
        if not alike:
            self._unlike[few, many] = size
        return alike

    def _are_of_one_document(self, a: int, b: int) -> bool:
        """Whether a row of the one and a row of the other stand in one document and do not repeat each other."""
        if self._sources[a].isdisjoint(self._sources[b]):
            return False
        return any(
            not self._rows[ours].sources.isdisjoint(self._rows[theirs].sources)
            and self._scores[ours, theirs] < SAME_DOCUMENT
            for ours in self.members[a]
            for theirs in self.members[b]
        )
