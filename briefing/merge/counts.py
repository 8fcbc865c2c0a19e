"""Step 3: whether two sentences that give two numbers count one thing at one event.

Enters: rows, and of a pair of them the numbers that contradict each other. Leaves:
whether that is a disagreement. "1,200 jobs" and "900 jobs" may be two cuts and
40,000 households two states of a repair, so more than the counted thing has to
be the same: what became of people and where, most of the other words, or that no
source has a second number for it. Numbers of an earlier year are of another event.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from statistics import median_low

from briefing.merge.days import of_years_before, other_dates, told_months
from briefing.merge.likeness import told_alike
from briefing.merge.rows import Row
from briefing.merge.stances import opposed
from briefing.merge.vetoes import agree, thing
from briefing.model import Quantity, Sentence

GUESSES = frozenset({"conditional", "forecast", "possibility"})
"""What makes a number one that may be: "the toll could reach 100"."""
BACK = 2
"""Months before the time that most sentences tell of, from which on a sentence tells of an earlier event."""
NOUN = 3
"""Letters of what can be counted; what is shorter is a pronoun."""


class Counts:
    """What a collection counts.

    Args:
        rows: the wordings of the collection.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        wordings = [row.wording for row in rows]
        months = sorted(month for one in wordings for month in told_months(one))
        self.usual = median_low(months) if months else None
        self.repeated = self._repeated(one for one in wordings if not self.earlier(one))

    def _repeated(self, wordings: Iterable[Sentence]) -> set[Hashable]:
        """The things of which one source gives two numbers, so that another number need not be meant for the same."""
        given: defaultdict[tuple[Hashable, str], list[Quantity]] = defaultdict(list)
        for one in wordings:
            for quantity in one.quantities:
                given[thing(quantity), one.source].append(quantity)
        return {
            counted for (counted, _), numbers in given.items() if not all(agree(numbers[0], one) for one in numbers)
        }

    def the_same(self, counted: Quantity, left: Sentence, right: Sentence, *, is_alike: bool) -> bool:
        """Whether two sentences count one thing at one event, and neither of them alone guesses what may come."""
        guessed = bool(left.modality & GUESSES)
        if guessed != bool(right.modality & GUESSES) or self.earlier(left) != self.earlier(right):
            return False
        if counted.state and _of_one_event(left, right):
            return True
        if not _of_one_owner(left, right):
            return False
        if thing(counted) not in self.repeated and _speaks_for_itself(counted, left):
            return not opposed(left, right) and not other_dates(left, right)
        names = {one.name.casefold() for one in (*left.entities, *right.entities)}
        return told_alike(left, right, {counted.counted, *names}, is_alike=is_alike)

    def earlier(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a time long before the one that the others tell of."""
        if of_years_before(sentence):
            return True
        months = told_months(sentence)
        return self.usual is not None and bool(months) and max(months) <= self.usual - BACK


def of_their_own(sentence: Sentence) -> list[Hashable]:
    """What a sentence counts that needs few other words to be known for one thing."""
    return [thing(one) for one in sentence.quantities if one.state or _speaks_for_itself(one, sentence)]


def _speaks_for_itself(counted: Quantity, sentence: Sentence) -> bool:
    """Whether a number tells of what it is: the turnout in percent, the killed, the jobs that may go."""
    return len(counted.counted) >= NOUN and bool(counted.state or counted.unit == "%" or sentence.modality & GUESSES)


def _of_one_owner(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences do not name other ones each, whose numbers these may be."""
    ours, theirs = ({entity.name for entity in one.entities} for one in (left, right))
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _of_one_event(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences on what became of people name something in common, and no two days."""
    return bool(_proper(left) & _proper(right)) and not other_dates(left, right)


def _proper(sentence: Sentence) -> set[str]:
    return {entity.name for entity in sentence.entities} | {one for one in sentence.phrases if one[0].isupper()}
