"""Step 4: who was part of the main point, when it was, and where.

Enters: the statements, the main point first, and the actors. Leaves: what its wordings
say to each question, in the sources' own words; nothing where they do not say it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import Actor, Answer, DateMention, Entity, Essential, Sentence, Span, Statement, one_for_each_source

MOST = 5
"""Answers to one question; more are a list and no answer."""
NEXT = 5
"""Statements behind the main point whose places count where it names none and they tell of the same day."""
ROLE = 8
"""Words of a role that a reader takes in beside a name."""
IN = re.compile(
    r"\b(?:(?:across|around|at|in|inside|near|off|outside|throughout)(?: (?:all|most|parts) of)?"
    r"|(?:capital|city|district|island|port|province|region|suburb|town|valley|village) of)(?: the)? $",
    re.IGNORECASE,
)
"""What stands before the name of a place where something happens."""
PEOPLE = "people"
"""What a number of people counts, in its normal form."""
NOUN = re.compile(r" \w+")
ANY = re.compile("")
STANDING = re.compile(r"(?:an?|the) |[A-Z]")
"""How a role begins that reads well behind the name of a body."""


def essentials(ranked: Sequence[Statement], actors: Sequence[Actor]) -> tuple[Essential, ...]:
    """What is said of the main point, a question each.

    Args:
        ranked: the statements, the main point first.
        actors: those who act in all that is told.
    """
    main = _wordings(ranked[:1])
    who, when = _who(main, actors), _when(main)
    days = {answer.date for answer in when if answer.date}
    same_day = [one for one in _wordings(ranked[1 : 1 + NEXT]) if days & {mention.date for mention in _dates(one)}]
    where = _where(main) or _where(main, ANY) or _where(same_day)
    return Essential("who", who), Essential("when", when, differing=len(when) > 1), Essential("where", where)


@dataclass(frozen=True, slots=True)
class _Named:
    """A few words of a source, and what makes others the same."""

    key: str
    span: Span
    text: str


def _wordings(statements: Iterable[Statement]) -> list[Sentence]:
    """Those that tell all of it before the others, the one that is quoted first."""
    return [one.sentence for statement in statements for one in statement.support]


def _answers(named: Iterable[_Named]) -> tuple[Answer, ...]:
    """An answer for each key, in the first words for it."""
    groups: dict[str, list[_Named]] = {}
    for one in named:
        groups.setdefault(one.key, []).append(one)
    return tuple(
        Answer(group[0].text, (group[0].span,), one_for_each_source(one.span for one in group))
        for group in [*groups.values()][:MOST]
    )


def _who(wordings: Sequence[Sentence], actors: Sequence[Actor]) -> tuple[Answer, ...]:
    """The actors whom the wordings name."""
    rows = {form: actor for actor in reversed(actors) for form in (actor.name, *actor.aliases)}
    named = [
        _Named(rows[entity.text].name, Span(one.source, entity.start, entity.end), entity.text)
        for one in wordings
        for entity in one.entities
        if entity.text in rows and one.start <= entity.start
    ]
    return tuple(_with_role(answer, rows[answer.text]) for answer in _answers(named)) or _answers(_people(wordings))


def _people(wordings: Iterable[Sentence]) -> Iterator[_Named]:
    """How many people the wordings tell of, where they name nobody: "at least nine people"."""
    for one in wordings:
        for number in one.quantities:
            noun = NOUN.match(one.text, number.end - one.start)
            if number.counted == PEOPLE and noun and one.start <= number.start:
                span = Span(one.source, number.start, one.start + noun.end())
                yield _Named(str(number.value), span, one.text[span.start - one.start : noun.end()])


def _with_role(answer: Answer, actor: Actor) -> Answer:
    role = actor.role
    if role is None or len(role.text.split()) > ROLE or not (actor.kind == "person" or STANDING.match(role.text)):
        return answer
    return replace(answer, role=role)


def _when(wordings: Iterable[Sentence]) -> tuple[Answer, ...]:
    """The dates that the wordings give, each as precise as one of them has it; as it is said where none is known."""
    said = [(one, mention) for one in wordings for mention in [*_dates(one)][:1]]
    days = sorted({mention.date for _, mention in said if mention.date}, key=lambda day: (-len(day), day))
    best = {day: next(fuller for fuller in days if fuller.startswith(day)) for day in days}
    known = [pair for pair in said if pair[1].date] or said
    named = sorted(known, key=lambda pair: -len(pair[1].date or ""))
    answers = _answers(
        _Named(best.get(mention.date or "", mention.said.casefold()), _span(one, mention), mention.said)
        for one, mention in named
    )
    dates = {_span(one, mention): mention.date for one, mention in said}
    return tuple(replace(answer, date=dates[answer.spans[0]]) for answer in answers)


def _dates(sentence: Sentence) -> Iterator[DateMention]:
    """The date of what its verbs tell before one by the way."""
    told = [happening.date for happening in sentence.happenings if happening.weight != "named"]
    yield from (mention for mention in (*told, *sentence.dates) if sentence.start <= mention.start)


def _span(sentence: Sentence, mention: DateMention) -> Span:
    return Span(sentence.source, mention.start, mention.end)


def _where(wordings: Iterable[Sentence], before: re.Pattern[str] = IN) -> tuple[Answer, ...]:
    """The places that the wordings name behind such words; a state acts, unless something happens in it."""
    kinds = {"place", "state"} if before is IN else {"place"}
    named = list[_Named]()
    for sentence in wordings:
        for first, last in _runs(sentence):
            text = sentence.text[first.start - sentence.start : last.end - sentence.start]
            if last.kind in kinds and before.search(sentence.text[: first.start - sentence.start]):
                known = next((one.key for one in named if _is_part(one.key, last.name)), last.name)
                named.append(_Named(known, Span(sentence.source, first.start, last.end), text))
    return _answers(named)


def _runs(sentence: Sentence) -> Iterator[tuple[Entity, Entity]]:
    """The first and the last of the names that stand side by side as one: "the West African | Sahel"."""
    names = [entity for entity in sentence.entities if entity.start >= sentence.start]
    for n, last in enumerate(names):
        if n + 1 < len(names) and names[n + 1].start == last.end + 1:
            continue
        first = n
        while first and names[first].start == names[first - 1].end + 1:
            first -= 1
        yield names[first], last


def _is_part(one: str, other: str) -> bool:
    """Whether one name is the other without its last words: "Kestrin", "Kestrin province"."""
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")
