"""Step 4: what happened when, each event once, in order, in the words of the clause that tells it.

Enters: statements. Leaves: events with ISO dates as precise as a source says them. What several sentences tell to
have happened at dates that do not contradict one another is one event: the best wording is quoted, and all are cited.
What nothing resolves is kept as said, after the dated ones.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, product

from briefing.calendar_names import MONTHS, WEEKDAYS
from briefing.compose.clarity import Shown, opens_alone, shown
from briefing.model import Citation, Event, Happening, Sentence, Statement, one_for_each_source

SAME, SAME_DAY = 0.5, 0.3
"""Share of the shorter wording's concepts that two have in common which tell the same event; and of the same day."""
HANDY = range(5, 26)
"""Words of an event that a reader takes in at a glance."""
BACK = {"told": 0, "said": 8, "named": 16}
"""Places by which an event stands back whose date belongs to no verb that tells it."""
UNRESOLVED = 20
"""The same, for one that nothing resolves."""
AGAIN = 5
"""The same, for each event of the same date before it: one full day is no timeline."""
FIRST = 8
"""Events, the most important, of which another day is looked for."""
SEVERAL = 2
"""Concepts at least that two wordings of one event have in common, where they have so many."""
YEAR = re.compile(r"\b[12]\d{3}\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A wording of an event: the place of its statement, the sentence, what it tells, and how that is shown."""

    place: int
    statement: Statement
    sentence: Sentence
    whole: bool
    happening: Happening
    seen: Shown

    @property
    def date(self) -> str | None:
        """Its ISO date."""
        return self.happening.date.date

    @property
    def citation(self) -> Citation:
        """Its passage, from the first of its words to the last."""
        spans = self.seen.spans
        return Citation(spans[0].source, spans[0].start, spans[-1].end)

    @property
    def faults(self) -> tuple[object, ...]:
        """What speaks against quoting it, the worst first."""
        return (
            -len(self.date or ""),
            not _is_clear(self),
            BACK[self.happening.weight],
            len(self.seen.verbatim.split()) not in HANDY,
            self.place,
            self.citation,
        )


_Group = list[_Told]
"""The wordings of one event."""


def timeline(statements: Sequence[Statement], words: int, limit: int | None) -> tuple[tuple[Event, ...], int]:
    """The events, earliest first, then those that only say when; and how many more found no room.

    Args:
        statements: candidates, the most important first; so are the events that are taken.
        words: the length of all events together.
        limit: how many events at most; None for all that fit.
    """
    groups = _by_importance(_groups(_wordings(statements)))
    fitting: list[Event] = []
    for event in map(_event, groups):
        length = len(event.verbatim.split())
        if length <= words and (limit is None or len(fitting) < limit):
            fitting.append(event)
            words -= length
    return tuple(sorted(fitting, key=lambda event: event.date or "9999")), len(groups) - len(fitting)


def _wordings(statements: Sequence[Statement]) -> Iterator[_Told]:
    """All that tell a happening in words that can be shown."""
    for place, statement in enumerate(statements):
        for support in statement.support:
            for happening in support.sentence.happenings:
                seen = shown(support.sentence, happening.spans)
                if seen and happening.date.said in seen.text:
                    yield _Told(place, statement, support.sentence, support.whole, happening, seen)


# --- one event ------------------------------------------------------------------------------------


def _groups(wordings: Iterable[_Told]) -> list[_Group]:
    """The wordings of each event."""
    groups: list[_Group] = []
    known = _Known()
    for told in sorted(wordings, key=lambda told: told.faults):
        group = known.group_of(told)
        if group is None:
            groups.append(group := [])
        group.append(told)
        known.add(told, group)
    return [group for group in groups if _is_clear(group[0])]


class _Known:
    """The wordings met so far, those with the most precise dates first, so that few are compared with another one.

    They are found by their passage, by their statement, and by a date that another's is part of together with a
    concept; of the wordings of one statement and date only the first is.
    """

    def __init__(self) -> None:
        self._by_passage: dict[Citation, _Group] = {}
        self._by_statement: defaultdict[int, list[tuple[_Told, _Group]]] = defaultdict(list)
        self._by_concept: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._compared: list[tuple[_Told, _Group]] = []

    def group_of(self, told: _Told) -> _Group | None:
        """The wordings of the same event; None if it is the first of them."""
        return self._by_passage.get(told.citation) or self._of_statement(told) or self._alike(told)

    def add(self, told: _Told, group: _Group) -> None:
        """Take a wording for known, as one of its group."""
        self._by_passage.setdefault(told.citation, group)
        if self._of_statement(told) is group:
            return
        if told.whole:
            self._by_statement[told.place].append((told, group))
        day = told.date or ""
        for when, concept in product({day[:0], day[:4], day[:7], day}, set(told.happening.concepts)):
            self._by_concept[when, concept].append(len(self._compared))
        self._compared.append((told, group))

    def _of_statement(self, told: _Told) -> _Group | None:
        others = self._by_statement[told.place] if told.whole else []
        return next((group for other, group in others if _may_be_one(told, other)), None)

    def _alike(self, told: _Told) -> _Group | None:
        """The group of the wording that shares the most concepts with it, of those that share enough."""
        concepts = set(told.happening.concepts)
        day, least = told.date or "", min(SEVERAL, len(concepts))
        shared = Counter(chain.from_iterable(self._by_concept.get((day, concept), ()) for concept in concepts))
        for count, n in sorted((-count, n) for n, count in shared.items() if count >= least):
            other, group = self._compared[n]
            if _is_same(told, other, -count):
                return group
        return None


def _is_same(one: _Told, other: _Told, shared: int) -> bool:
    """Whether two wordings with so many concepts in common tell one event."""
    fewest = min(len(set(told.happening.concepts)) for told in (one, other))
    same_day = one.date == other.date and len(one.date or "") == len("2023-09-16")
    return shared >= max(min(SEVERAL, fewest), (SAME_DAY if same_day else SAME) * fewest) and _may_be_one(one, other)


def _may_be_one(one: _Told, other: _Told) -> bool:
    """Whether nothing speaks against one event: one sentence tells two things at two dates, and the dates agree."""
    return one.sentence.span != other.sentence.span and _agree(one, other)


def _agree(one: _Told, other: _Told) -> bool:
    """Whether both dates may be one: the one is part of the other, or nothing that was said speaks against it."""
    if one.date and other.date:
        return one.date.startswith(other.date) or other.date.startswith(one.date)
    if one.date or other.date:
        said, known = (other, str(one.date)) if one.date else (one, str(other.date))
        return _may_be(said.happening.date.said.lower(), known)
    return one.happening.date.said.lower() == other.happening.date.said.lower()


def _may_be(said: str, known: str) -> bool:
    """Whether a date that was only said may be a known one: its weekday, month and year are that one's."""
    years = YEAR.findall(said)
    if years and known[:4] not in years:
        return False
    weekdays = [n for n, name in enumerate(WEEKDAYS) if name.lower() in said]
    months = [n for n, name in enumerate(MONTHS, start=1) if re.search(rf"\b{name.lower()}\b", said)]
    if weekdays and len(known) == len("2023-09-16") and date.fromisoformat(known).weekday() not in weekdays:
        return False
    if months and len(known) == len("2023"):
        return bool(years)
    return not months or int(known[5:7]) in months


def _is_clear(told: _Told) -> bool:
    """Whether a reader knows who did it."""
    pointing = told.happening.pronoun
    meant = told.sentence.reference
    return opens_alone(told.seen) and (pointing is None or (meant is not None and meant.start == pointing))


# --- which events ---------------------------------------------------------------------------------


def _by_importance(groups: Iterable[_Group]) -> list[_Group]:
    """The events, the most important first: by their statements, but not all of one day."""
    ranked = sorted(groups, key=lambda group: (_turn(group), group[0].citation))
    before = Counter[str]()
    turns: list[tuple[int, int]] = []
    for n, group in enumerate(ranked):
        day = group[0].date or group[0].happening.date.said
        rivals = (turns[m][0] for m in range(min(n, FIRST)) if _contradict(group[0], ranked[m][0]))
        turns.append((min([_turn(group) + AGAIN * before[day], *rivals]), n))
        before[day] += 1
    return [ranked[n] for _, n in sorted(turns)]


def _turn(group: _Group) -> int:
    best = group[0]
    return min(told.place for told in group) + BACK[best.happening.weight] + (0 if best.date else UNRESOLVED)


def _contradict(one: _Told, other: _Told) -> bool:
    """Whether two wordings give one event two days, so that a reader should see both."""
    if not (one.date and other.date) or len(one.date) != len(other.date) or _agree(one, other):
        return False
    ours, theirs = set(one.happening.concepts), set(other.happening.concepts)
    return len(ours & theirs) >= max(SEVERAL, SAME * min(len(ours), len(theirs)))


def _event(group: _Group) -> Event:
    """The event in the words of the best wording; every source that tells it is cited."""
    best = group[0]
    stating = (one.citation for one in best.statement.support if one.whole)
    return Event(
        date=best.date,
        said=best.happening.date.said,
        text=best.seen.text,
        spans=best.seen.spans,
        citations=one_for_each_source((best.citation, *stating, *(told.citation for told in group[1:]))),
        clarified=best.seen.clarified,
    )
