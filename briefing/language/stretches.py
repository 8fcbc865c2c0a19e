"""Step 2: a sentence in stretches: runs of words between commas, and where a clause opens or goes on.

Enters: the units of a sentence. Leaves: stretches in order, each with what opens it and where its verb stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.language.date_tense import PLANNED
from briefing.language.gazetteer import speaking
from briefing.language.units import FINITE, Unit

GROUP = FINITE | {"B"}
"""What a group of verbs is made of: "had also been"."""
ASIDE = re.compile("P?D(?=V)")
"""A date within a group: "had, in 2012, launched"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units in a row, from `first` to before `last`.

    Attributes:
        first: its first unit, its opener not among them.
        last: behind its last unit.
        opener: the kind of the unit that opens a clause, "" where it only goes on or begins.
        word: that unit in lower case.
        verb: where its group of verbs begins; None if it has none.
        behind: where that group ends.
        stop: whether the clause before it had ended: a semicolon, a dash, a quotation mark.
    """

    first: int
    last: int
    opener: str = ""
    word: str = ""
    verb: int | None = None
    behind: int = 0
    stop: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a predicate without a subject of its own."""
        return self.verb == self.first


def stretches(units: Sequence[Unit]) -> list[Stretch]:
    """The stretches of a sentence."""
    return _Cutter(units).cut()


class _Cutter:
    """Goes through the units once, looking a few ahead."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.kinds = "".join(unit.kind for unit in units)
        self.found: list[Stretch] = []

    def cut(self) -> list[Stretch]:
        at, n, opener, stop = 0, 0, "", False
        while n < len(self.units):
            kind = self.kinds[n]
            if kind in "MXQ":
                self._add(at, n, opener, stop=stop)
                at, opener, stop = n + 1, "", kind != "M"
            elif self._opens(n, at):
                self._add(at, n, opener, stop=stop)
                at, opener, stop = (*self._opened(n), False)
            n += 1
        self._add(at, n, opener, stop=stop)
        return self.found

    def _opened(self, n: int) -> tuple[int, str]:
        """Where a stretch begins that a unit opens, and its opener."""
        kind = self.kinds[n]
        if kind == "U" and self.kinds[n - 1] not in "WCE":
            return n + 1, ""  # "Kestrin Water says it raised": the subject is that of "says"
        return (n + 1 if kind in "RTOK" else n), (kind if kind in "RTOKGvU" else "")

    def _add(self, at: int, end: int, opener: str, *, stop: bool) -> None:
        if at < end:
            word = self.units[at - 1].lower if opener and opener not in "GvU" else ""
            verb = next((n for n in range(at, end) if self.kinds[n] in FINITE), None)
            first = self._over_adverbs(at, end)
            start = at if verb == first else verb
            behind = self._group_end(verb, end) if verb is not None else end
            self.found.append(Stretch(at, end, opener, word, start, behind, stop))

    def _over_adverbs(self, at: int, end: int) -> int:
        while at < end and self.kinds[at] == "B":
            at += 1
        return at

    def _group_end(self, verb: int, end: int) -> int:
        """Where a group of verbs ends; an infinitive belongs to it where its verb is one of what is planned."""
        n = verb
        while n < end and (self.kinds[n] in GROUP or self.units[n].lower in PLANNED):
            n += 1
        aside = ASIDE.match(self.kinds, n)
        if aside and self.kinds[n - 1] in "AH":
            return self._group_end(aside.end(), end)
        if n < end and self.kinds[n - 1] == "H":
            n += 1  # "will sell"
        return n

    def _opens(self, n: int, at: int) -> bool:
        """Whether a stretch begins with a unit, `at` being where the one before it began."""
        if n == at and self.kinds[n] not in "RTOKGv":
            return False
        match self.kinds[n]:
            case "T":
                return self._that_opens(n, at)
            case "O":
                return self._leads_clause(n + 1) or self.kinds[n + 1 : n + 2] == "G"
            case "K":
                return self._joins(n, at)
            case "G" | "v":
                return n > 0 and self.kinds[n - 1] == "M"
            case kind:
                return kind == "R" or (kind in FINITE | set("dECUW") and self._goes_on(n, at))

    def _that_opens(self, n: int, at: int) -> bool:
        before = self.kinds[n - 1] if n > at else "X"
        return before in "VS" or (before in "WCENGDU" and self._leads_clause(n + 1))

    def _leads_clause(self, n: int) -> bool:
        """Whether a verb of its own follows before the next comma or opener."""
        for kind in self.kinds[n:]:
            if kind in "MXQROK":
                return False
            if kind in FINITE:
                return True
        return False

    def _joins(self, n: int, at: int) -> bool:
        """Whether a joint opens a predicate, or a clause with a subject of its own."""
        following = self._over_adverbs(n + 1, len(self.kinds))
        if self.kinds[following : following + 1] in FINITE and following < len(self.kinds):
            return True
        if self._shares_auxiliary(n, at):
            return False
        has_verb = any(kind in FINITE for kind in self.kinds[at:n]) or self.kinds[n - 1 : n] == "M"
        return has_verb and (self._leads_clause(n + 1) or self._gaps(n, at))

    def _shares_auxiliary(self, n: int, at: int) -> bool:
        """Whether a participle behind the joint has the auxiliary before it: "two were killed and five injured"."""
        verb = next((m for m in range(n + 1, len(self.kinds)) if self.kinds[m] in FINITE), None)
        return (
            verb is not None and "A" in self.kinds[at:n] and re.match("V(?![dNECWABHt])", self.kinds[verb:]) is not None
        )

    def _gaps(self, n: int, at: int) -> bool:
        """Whether a verb is left out behind the joint: "won the vote in 2012 and the run-off in 2015"."""
        end = next((m for m in range(n + 1, len(self.kinds)) if self.kinds[m] in "MXQROK"), len(self.kinds))
        own = self.kinds[n + 1 : end]
        return own[:1] in {"d", "E", "C", "W"} and "D" in own[2:] and "D" in self.kinds[at:n]

    def _goes_on(self, n: int, at: int) -> bool:
        """Whether the main clause goes on with a second verb, or what somebody says begins without "that"."""
        before = self.kinds[at:n]
        verbs = [m for m, kind in enumerate(before, at) if kind in FINITE]
        if not verbs:
            return False
        behind = self._group_end(verbs[-1], n)
        if self.kinds[n] in FINITE:
            return before[-1] not in "tMBAH" and behind < n and self._group_end(verbs[0], n) < n
        if self.kinds[n] == "U" and before[-1] in "WCE":
            return self._leads_clause(n)
        says = self.units[verbs[-1]].lower in speaking() and behind >= n - 2
        return says and before[-1] in FINITE | {"D"} and self._leads_clause(n)
