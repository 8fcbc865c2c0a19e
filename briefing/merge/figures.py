"""Step 3: how many, as the sources put it: the people killed or displaced, the houses destroyed, the damage in money.

Enters: rows, and what they tell differently. Leaves: figures: what is counted,
and each number that is given for it, word for word. Numbers of earlier events and
numbers that only may be are none; which of them are right is not judged.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.merge.counts import GUESSES, Counts
from briefing.merge.natures import nature, speaker
from briefing.merge.rows import Row
from briefing.model import Count, Disagreement, Figure, Quantity, Sentence, Span, one_for_each_source

STATES = (
    "killed", "injured", "missing", "displaced", "evacuated", "rescued", "infected", "arrested", "kidnapped", "freed",
    "dismissed", "destroyed", "damaged",
)  # fmt: skip
"""What became of those who are counted, in the order in which a reader asks."""
MONEY = frozenset({"cost", "damag", "loss"})
"""What is counted in money, by its stem."""
SUMS = frozenset({"%", "age", "score"})
"""Units that are no money."""
AGE = re.compile(r"\b(?:boy|girl|man|pensioner|woman) of $")
_DAMAGES = {
    "destroyed": r"demolish|destroy|flatten|gutt|raz|ruin|wreck|(?:burn|sweep|swept|wash)(?:ed|t|ing)? (?:away|down)",
    "damaged": r"damag|flood|inundat|submerg",
}
_VERB = "|".join(f"(?P<{state}>{stems})" for state, stems in _DAMAGES.items())
DAMAGED_BEHIND = re.compile(
    rf" (?:(?:are|been|had|has|have|lie|lay|were|was|badly|completely|either|partly|totally) )+(?:{_VERB})",
    re.IGNORECASE,
)
DAMAGED_BEFORE = re.compile(
    rf"\b(?:{_VERB})(?:e?d|ing|e?s)?(?: or [a-z]+ed)?(?: (?:all|another|the))* $", re.IGNORECASE
)
"""What became of things, behind their number and before it."""
OTHERS = r"(?: (?:additional|all|further|its|more|of|other|the|their)\b)*"
WHOLE = r" (?:out )?of [^.,;:“”]{1,30}?"
"""Between a part and what it is a part of: "88 of the 400 men"."""
PEOPLE = re.compile(rf"{OTHERS} (?:bodies|individuals|lives|others|people|persons|victims)\b")
"""Words behind a number for whoever it is."""
MOST = 90
"""Characters of a clause before a number that stands there without what it counts: "The death toll has risen to 83"."""
PLACES = frozenset({"place", "state"})
WHERE = re.compile(
    r"(?: (?!(?:after|and|as|because|before|but|by|from|or|since|that|when|which|while|who)\b)[a-z-]+){0,5}"
    r" (?:across|along|around|at|in|near|throughout)(?: [a-z]+){0,4} "
)
"""Words between what is counted and the name of the place where."""
JOINT = re.compile(r"[ ,;:–—]*(?:(?:and|but|or) )?")
AND = re.compile(r",? and (?:the )?|, (?:the )?")
WHERE_FIRST = re.compile(r"(?:Across|Along|Around|At|In|Near|Throughout) [^.,;:“”]{2,60}, $")
"""Words before a number that say where, from the beginning of the sentence."""

_Place = tuple[int, int, str]
"""Where a name begins and ends in its sentence, and the name."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of a sentence: what it counts, what became of that, and where the words stand that say so.

    `places` are named in these words as where it was.
    """

    row: Row
    quantity: Quantity
    state: str
    start: int
    end: int
    places: frozenset[str]

    @property
    def counted(self) -> Hashable:
        """What a row of a table is about."""
        return self.quantity.counted, self.state

    @property
    def number(self) -> Hashable:
        """What makes two numbers one: value and bounds, and the place that the words name."""
        one = self.quantity
        return one.value, one.low, one.high, self.places

    @property
    def about(self) -> str:
        """What is counted, in the source's own words but for what became of it."""
        told = self.quantity.about
        return told if self.quantity.state or self.quantity.unit else f"{told} {self.state}"


def figures(
    rows: Sequence[Row], differing: Iterable[Disagreement], published: Mapping[str, str | None]
) -> tuple[Figure, ...]:
    """What the sources count, the killed first; of one kind what most sources count.

    Args:
        rows: the wordings of the collection.
        differing: what they tell differently: only of numbers that are known for one thing is one the latest.
        published: when each source was published, by its id.
    """
    counts = Counts(rows)
    found: dict[Hashable, list[_Told]] = {}
    for row in rows:
        for told in _numbers(row, counts):
            found.setdefault(told.counted, []).append(told)
    ordered = sorted(found.values(), key=lambda told: (_place(told[0].state), -_sources(told)))
    latest = {
        (one.about, span)
        for one in differing
        for version in one.versions
        if version.latest and one.kind == "number"
        for span in version.citations
    }
    return tuple(Figure(told[0].about, tuple(_in_time(_counts(told, latest), published))) for told in ordered)


def _place(state: str) -> int:
    return STATES.index(state) if state in STATES else len(STATES)


def _sources(told: Sequence[_Told]) -> int:
    return len({source for one in told for source in one.row.sources})


def _numbers(row: Row, counts: Counts) -> Iterator[_Told]:
    """The numbers of a sentence that tell of the event itself, and not of what may be."""
    sentence = row.wording
    for one in sentence.quantities:
        part = _part(sentence, one.start)
        state = _state(one, sentence)
        if state and not (part.modality & GUESSES or part.negated or any(map(counts.earlier, (part, sentence)))):
            yield _told(row, one, state, part)


def _part(sentence: Sentence, at: int) -> Sentence:
    """The smallest clause that holds a place."""
    inner = next((clause for clause in sentence.clauses if clause.start <= at < clause.end), None)
    return _part(inner, at) if inner else sentence


def _state(one: Quantity, sentence: Sentence) -> str | None:
    """What became of what is counted, "damage" of a sum that tells its worth; None where that is not told."""
    before, behind = sentence.text[: one.start - sentence.start], sentence.text[_noun_end(one, sentence) :]
    if one.label or one.unit in SUMS or AGE.search(before):
        return None
    if one.state or one.unit:
        return one.state or ("damage" if one.counted in MONEY else None)
    verb = DAMAGED_BEHIND.match(behind) or DAMAGED_BEFORE.search(before)
    return verb.lastgroup if verb and one.counted != "people" else None


def _told(row: Row, one: Quantity, state: str, part: Sentence) -> _Told:
    """The number with what it counts and the place that is told beside it; a bare one with its clause before it."""
    sentence = row.wording
    text, at = sentence.text, sentence.start
    start, end = one.start - at, _noun_end(one, sentence)
    named = sorted((e.start - at, e.end - at, e.name) for e in sentence.entities if e.kind in PLACES)
    behind = _beside(text, end, named)
    before = [place for place in named if place[1] <= start] if WHERE_FIRST.fullmatch(text, 0, start) else []
    is_bare = one.end - at == end and not one.unit and not behind and one.start - part.start <= MOST
    first = 0 if before else _opening(one, part, sentence) if is_bare else start
    last = behind[-1][1] if behind else end
    return _Told(row, one, state, at + first, at + last, frozenset(name for *_, name in before + behind))


def _opening(one: Quantity, part: Sentence, sentence: Sentence) -> int:
    """Where the words of a clause begin that lead to a number, behind those of the number before it."""
    ends = [_noun_end(other, sentence) for other in part.quantities if other.end <= one.start]
    start = max([part.start - sentence.start, *ends])
    joint = JOINT.match(sentence.text, start)
    return joint.end() if joint else start


def _beside(text: str, end: int, named: Sequence[_Place]) -> list[_Place]:
    """The places that are told behind what is counted: the first, and those joined with it."""
    found: list[_Place] = []
    for start, last, name in named:
        if AND.fullmatch(text, found[-1][1], start) if found else start > end and WHERE.fullmatch(text, end, start):
            found.append((start, last, name))
    return found


def _noun_end(one: Quantity, sentence: Sentence) -> int:
    """Where the words end that say what is counted, within the sentence."""
    end = one.end - sentence.start
    said = one.about.removesuffix(f" {one.state}")
    noun = re.compile(rf"(?:{OTHERS}|{WHOLE})[ -]{re.escape(said)}\b")
    found = (not one.unit and said and noun.match(sentence.text, end)) or PEOPLE.match(sentence.text, end)
    return found.end() if found else end


def _in_time(counts: Sequence[Count], published: Mapping[str, str | None]) -> Sequence[Count]:
    """The numbers in the order in which they were last published, where all sources tell when.

    None is the latest where another was published after it, though it may be of another thing.
    """
    days = [max(published[span.source] or "" for span in count.citations) for count in counts]
    told = [replace(one, latest=one.latest and day == max(days)) for one, day in zip(counts, days, strict=True)]
    return [told[n] for n in sorted(range(len(days)), key=lambda n: (days[n], n))] if all(days) else told


def _counts(told: Sequence[_Told], latest: Collection[tuple[str, Span]]) -> list[Count]:
    """Each number once, in the words of the first source that gives it."""
    same: dict[Hashable, list[_Told]] = {}
    for one in told:
        same.setdefault(one.number, []).append(one)
    return [_count(number, latest) for number in same.values()]


def _count(told: Sequence[_Told], latest: Collection[tuple[str, Span]]) -> Count:
    first = told[0].row.wording
    span = Span(first.source, told[0].start, told[0].end)
    cited = one_for_each_source(sentence.span for one in told for sentence in one.row.sentences)
    text = first.text[span.start - first.start : span.end - first.start]
    last = any((one.quantity.about, span) in latest for one in told for span in cited)
    return Count(text, (span,), cited, nature(first), speaker(first), latest=last)
