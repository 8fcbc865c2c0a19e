"""Step 3: rows that state the same fact, without chains.

Enters: rows and their scores. Leaves: clusters of row numbers. A being
like B and B like C does not put A with C: two clusters join only where their
rows are alike on average and no pair is held apart (average linkage with
cannot-links; Wagstaff and Cardie 2000). Two rows of one document are held
apart unless they repeat each other: its writer meant two things.
"""

from collections.abc import Sequence

from scipy.sparse import csr_matrix

from briefing.merge.rows import Row
from briefing.merge.vetoes import conflict

SAME = 0.34
"""A pair as alike as this tells the same fact (scores of `similarity.alike`)."""
SAME_DOCUMENT = 0.6
"""Within one document a writer tells two things in like words more often than one thing twice."""
AVERAGE = 0.3
"""How alike the rows of two clusters must be on average before they join."""


def clusters(rows: Sequence[Row], scores: csr_matrix) -> list[list[int]]:
    """The clusters, each sorted, in the order of their first rows; every row is in one."""
    owner = list(range(len(rows)))
    members = {row: [row] for row in owner}
    for left, right in _links(rows, scores):
        a, b = owner[left], owner[right]
        if a != b and _may_join(members[a], members[b], rows, scores):
            members[a] += members.pop(b)
            for row in members[a]:
                owner[row] = a
    return sorted(sorted(cluster) for cluster in members.values())


def _links(rows: Sequence[Row], scores: csr_matrix) -> list[tuple[int, int]]:
    """The pairs that tell the same, most alike first; ties in the order of the rows."""
    pairs = scores.tocoo()
    above = (pairs.row < pairs.col) & (pairs.data >= SAME)
    found = sorted(zip(-pairs.data[above].round(6), pairs.row[above], pairs.col[above], strict=True))
    return [(int(a), int(b)) for score, a, b in found if same(rows[a], rows[b], -float(score))]


def same(left: Row, right: Row, score: float, wanted: float = SAME) -> bool:
    """Whether two wordings as alike as this state the same fact."""
    if left.sources & right.sources:
        wanted = max(wanted, SAME_DOCUMENT)
    return score >= wanted and conflict(left.wording, right.wording) is None


def _may_join(ours: list[int], theirs: list[int], rows: Sequence[Row], scores: csr_matrix) -> bool:
    between = scores[ours][:, theirs].toarray()
    if float(between.mean()) < AVERAGE:
        return False
    pairs = ((rows[a], rows[b], float(between[i, j])) for i, a in enumerate(ours) for j, b in enumerate(theirs))
    return not any(_held_apart(*pair) for pair in pairs)


def _held_apart(left: Row, right: Row, score: float) -> bool:
    shared = left.sources & right.sources
    return (bool(shared) and score < SAME_DOCUMENT) or conflict(left.wording, right.wording) is not None
