"""Step 3: what keeps two sentences apart, however alike their words are.

Enters: two sentences, or two clauses. Leaves: in what they cannot both be one
fact, if in anything. Two sentences that give different numbers for one thing,
different dates, places or actors, or of which one denies, tell different facts
or disagree; either way they are no support for each other. What may be the same
said otherwise is no veto: rounding, "about", a month and a day of it, a date that
only recalls something earlier.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefing.merge import purposes, stances
from briefing.merge.days import at_two_times, days, other_dates
from briefing.merge.rivals import (
    acting,
    alike_but_for,
    elsewhere,
    only_acting,
    only_placed,
    other_actors,
    other_places,
    placed,
)
from briefing.model import Quantity, Sentence

Conflict = Literal["number", "date", "denial", "actor", "place", "stance", "purpose", "other"]
Holds = Callable[[Sentence, Sentence], bool]

MOST = 40
"""Numbers of a sentence; one that has more is a table."""
REMEMBERED = 1 << 19
"""Pairs whose conflicts are kept; of a large collection all of them would take gigabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A reason to keep two sentences apart, and what `faces` need so as not to look at each pair of many.

    `sign` is what it goes by, None where that keeps a sentence apart from no other. `may` is the same for all
    sentences that have these signs, holds for two of them wherever `holds` does, and sees no more of a sentence than
    its `core`; None where `holds` itself is the same for all of them.
    """

    kind: Conflict
    holds: Holds
    sign: Callable[[Sentence], Hashable | None]
    may: Holds | None = None
    core: Callable[[Sentence], Sentence] = lambda sentence: sentence


def conflict(left: Sentence, right: Sentence) -> Conflict | None:
    """What keeps two sentences apart, if anything does.

    Returns:
        Wherein they contradict each other; `"other"` where they tell of two things or of two events.
    """
    for check in CHECKS:
        if check.holds(left, right):
            return check.kind
    return None


class Conflicts:
    """What keeps two of these sentences apart, by their numbers; each pair is looked at once, as far as is remembered.

    Args:
        sentences: sentences and clauses.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._between = lru_cache(maxsize=REMEMBERED)(self._conflict)

    def between(self, left: int, right: int) -> Conflict | None:
        """What keeps two of them apart, if anything does."""
        return self._between(left, right) if left < right else self._between(right, left)

    def _conflict(self, left: int, right: int) -> Conflict | None:
        return conflict(self._sentences[left], self._sentences[right])


def _other_things(left: Sentence, right: Sentence) -> bool:
    """Whether they tell of two things of a kind, or give other numbers of another time or place."""
    if not left.quantities or not right.quantities:
        return False
    if _of_two_things(left.quantities, right.quantities):
        return True
    return _other_numbers(left, right) and (at_two_times(left, right) or elsewhere(left, right))


def _other_numbers(left: Sentence, right: Sentence) -> bool:
    return bool(left.quantities and right.quantities) and any(contradictions(left.quantities, right.quantities))


def numbers(sentence: Sentence) -> Hashable | None:
    """The numbers of a sentence, wherever they stand; None where it has none."""
    return tuple((one.low, one.value, one.high, thing(one)) for one in sentence.quantities) or None


def _told_in_other_numbers(left: Sentence, right: Sentence) -> bool:
    """Whether numbers keep two sentences apart, for whatever reason."""
    return _of_two_things(left.quantities, right.quantities) or _other_numbers(left, right)


def denies(left: Sentence, right: Sentence) -> bool:
    """Whether one of them denies what it tells."""
    return left.negated != right.negated


# --- numbers -----------------------------------------------------------------


def agree(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two numbers may be one, rounded or told less exactly."""
    return ours.low <= theirs.value <= ours.high or theirs.low <= ours.value <= theirs.high


def thing(quantity: Quantity) -> Hashable:
    """What a number counts; numbers of one thing can contradict each other."""
    return quantity.counted, quantity.state, quantity.unit, quantity.label


def _kind(quantity: Quantity) -> Hashable:
    """What a number is of: the kind of label, the unit, or that it tells what became of people; None if nothing."""
    if quantity.label:
        return quantity.counted, "label"
    return quantity.unit or ("state" if quantity.state else None)


def contradictions(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The numbers of one thing of which no number of the other sentence agrees, in pairs."""
    for mine, others in _common(ours, theirs, thing):
        first = mine[0]
        if first.unit and not first.counted:
            # "53 percent" of something that is not told may be any share that the other sentence tells.
            mine, others = ([one for one in side if one.unit == first.unit] for side in (ours, theirs))  # noqa: PLW2901
        if not first.label and not any(agree(a, b) for a in mine for b in others):
            yield first, others[0]


def _of_two_things(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether numbers tell of two things of a kind: stages 13 and 14, the killed and the injured, revenue and loss."""
    return any(
        _kind(mine[0]) is not None and not any(_is_common(a, b) for a in mine for b in others)
        for mine, others in _common(ours, theirs, _kind)
    )


def _common(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], key: Callable[[Quantity], Hashable]
) -> Iterator[tuple[list[Quantity], list[Quantity]]]:
    """The numbers that are alike in something, of both sides; a table of numbers is not compared."""
    if max(len(ours), len(theirs)) <= MOST:
        for shared in dict.fromkeys(map(key, ours)):
            others = [one for one in theirs if key(one) == shared]
            if others:
                yield [one for one in ours if key(one) == shared], others


def _is_common(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two numbers of a kind show that two sentences tell of one thing of that kind."""
    agreed = ours.state == theirs.state and agree(ours, theirs)
    return agreed or (thing(ours) == thing(theirs) and not ours.label)


# --- stances -------------------------------------------------------------------


def stance(sentence: Sentence) -> Hashable | None:
    """The stances that a sentence takes; None where it takes none, or denies them."""
    return None if sentence.negated else stances.taken(sentence) or None


def other_stance(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences that are otherwise alike take opposed stances."""
    if left.negated or right.negated or not stances.opposed(left, right):
        return False
    return alike_but_for((), left, right)


CHECKS = (
    Check("other", _other_things, numbers, _told_in_other_numbers),
    Check("number", _other_numbers, numbers),
    Check("date", other_dates, days),
    Check("denial", denies, lambda sentence: sentence.negated),
    Check("actor", other_actors, acting, other_actors, only_acting),
    Check("place", elsewhere, placed, other_places, only_placed),
    Check("stance", other_stance, stance, stances.opposed),
    Check("purpose", purposes.other, purposes.stated_act),
    Check("other", stances.another_standing, stances.standing),
)
