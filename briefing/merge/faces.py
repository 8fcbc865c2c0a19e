"""Step 3: what keeps two clusters apart, without a look at each pair of their rows.

Enters: rows. Leaves: faces, which grow with the clusters, and whether two of them hold their clusters apart. A fact
that is told often is told with few numbers, dates, actors and places. A check of two sentences goes by these alone,
or cannot hold where these do not differ; so a cluster shows each check one sentence for all that are one to it, and
only where two such may be apart are the rows behind them compared. The work grows with the ways in which a fact is
told, not with the square of the sentences that tell it, and the answer is the one that all pairs would give.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import product

from briefing.merge import days, purposes, rivals, stances, vetoes
from briefing.model import Sentence

Holds = Callable[[Sentence, Sentence], bool]


_Face = tuple[Sentence, list[Sentence]]


@dataclass(frozen=True, slots=True, eq=False)
class _Check:
    """A reason to keep two sentences apart.

    `sign` is what it goes by, None where that keeps a sentence apart from no other. `may` holds for two sentences
    wherever `holds` does, and is the same for all that have these signs; without `holds` it tells all. It sees no
    more of a sentence than its `core`.
    """

    sign: Callable[[Sentence], Hashable | None]
    may: Holds
    holds: Holds | None = None
    core: Callable[[Sentence], Sentence] = lambda sentence: sentence

    def keeps_apart(self, ours: "_Face", theirs: "_Face") -> bool:
        """Whether a sentence behind the one face is kept apart from a sentence behind the other."""
        if not self.may(ours[0], theirs[0]):
            return False
        return self.holds is None or any(self.holds(a, b) for a, b in product(ours[1], theirs[1]))


_CHECKS = (
    _Check(lambda sentence: sentence.negated, vetoes.denies),
    _Check(stances.standing, stances.another_standing),
    _Check(vetoes.numbers, vetoes.told_in_other_numbers),
    _Check(days.days, days.other_dates),
    _Check(rivals.acting, rivals.other_actors, rivals.other_actors, rivals.only_acting),
    _Check(rivals.placed, rivals.other_places, rivals.elsewhere, rivals.only_placed),
    _Check(vetoes.stance, stances.opposed, vetoes.other_stance),
    _Check(purposes.stated_act, purposes.other),
)
"""Those of `vetoes.conflict`, the cheapest first: the order is nothing to whether one of them holds."""


class Faces:
    """What a cluster shows to each check: for each sign a sentence that has it, and all that do.

    Args:
        sentence: that of the first row.
    """

    __slots__ = ("shown",)

    def __init__(self, sentence: Sentence) -> None:
        signs = ((check, check.sign(sentence)) for check in _CHECKS)
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
            check.keeps_apart(ours, theirs)
            for check in _CHECKS
            for ours in self.shown.get(check, {}).values()
            for theirs in other.shown.get(check, {}).values()
        )
