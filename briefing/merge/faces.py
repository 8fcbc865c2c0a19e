"""Step 3: what keeps two clusters apart, without a look at each pair of their rows.

Enters: rows. Leaves: faces, which grow with the clusters, and whether two of them hold their clusters apart. A fact
that is told often is told with few numbers, dates, actors and places. A check of two sentences goes by these alone,
or cannot hold where these do not differ; so a cluster shows each check one sentence for all that are one to it, and
only where two such may be apart are the rows behind them compared. The work grows with the ways in which a fact is
told, not with the square of the sentences that tell it, and the answer is the one that all pairs would give.
"""

from itertools import product

from briefing.merge.vetoes import CHECKS, Check
from briefing.model import Sentence

BY_COST = sorted(CHECKS, key=lambda check: check.may is not None)
"""Those first that the signs alone decide: the order is nothing to whether one of them holds."""
_Face = tuple[Sentence, list[Sentence]]


class Faces:
    """What a cluster shows to each check: for each sign a sentence that has it, and all that do.

    Args:
        sentence: that of the first row.
    """

    __slots__ = ("shown",)

    def __init__(self, sentence: Sentence) -> None:
        signs = ((check, check.sign(sentence)) for check in CHECKS)
        self.shown = {check: {sign: (check.core(sentence), [sentence])} for check, sign in signs if sign is not None}

    def take(self, other: "Faces") -> None:
        """Show what the other one shows as well."""
        for check, faces in other.shown.items():
            own = self.shown.setdefault(check, {})
            for sign, (face, every) in faces.items():
                own.setdefault(sign, (face, []))[1].extend(every)

    def apart(self, other: "Faces") -> bool:
        """Whether a sentence of the one cluster and a sentence of the other cannot be one fact."""
        return any(
            _keeps_apart(check, ours, theirs)
            for check in BY_COST
            for ours in self.shown.get(check, {}).values()
            for theirs in other.shown.get(check, {}).values()
        )


def _keeps_apart(check: Check, ours: _Face, theirs: _Face) -> bool:
    """Whether a sentence behind the one face is kept apart from a sentence behind the other."""
    if check.may is None:
        return check.holds(ours[0], theirs[0])
    return check.may(ours[0], theirs[0]) and any(check.holds(a, b) for a, b in product(ours[1], theirs[1]))
