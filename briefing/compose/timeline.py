"""Step 4: dated events in order, each once, with the words as they stood.

Enters: statements. Leaves: events with ISO dates as precise as a source says
them. A statement is one event; its date is the first that no better-founded
event has. What nothing resolves is kept as said, after the dated ones.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from briefing.compose.clarity import shown
from briefing.compose.items import citations
from briefing.model import DateMention, Event, Sentence, Span, Statement

CALENDRICAL = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""What makes an unresolved date worth keeping: "on Saturday" alone tells a later reader nothing."""
AGAIN = 0.3
"""Share of a wording's lemmas, its date left out, that makes it the same event as an earlier one of the same date."""
ENOUGH = 18
"""Words; a longer sentence is cut behind the clause that holds the date."""
FRONTED = re.compile(r"(?:On|In|At|By|Since|After|Before|During|As|While|When|If|Following|Despite|[“\"])\b")
"""A sentence that begins with its adverbial has its main clause behind the next comma."""
CUT = re.compile(
    r",? (?:which|who|where|while|but|after|before|following|including|amid|leading to|as well as)\b|[,;:—–] "
)


def timeline(statements: Sequence[Statement], words: int, limit: int | None) -> tuple[Event, ...]:
    """The events, earliest first, then those that only say when; the first statements' where not all fit.

    Args:
        statements: candidates, the most important first.
        words: the length of all events together.
        limit: how many events at most; None for all that fit.
    """
    fitting: list[Event] = []
    for event in (*_events(statements, _dated), *_events(statements, _only_said)):
        length = len(event.verbatim.split())
        if length <= words and (limit is None or len(fitting) < limit):
            fitting.append(event)
            words -= length
    return tuple(sorted(fitting, key=lambda event: event.date or "9999"))


Told = tuple[Sentence, DateMention]


def _events(statements: Sequence[Statement], choose: Callable[[list[Told], set[str]], Told | None]) -> Iterator[Event]:
    """An event for each statement of which a wording with a date is chosen; none is told twice."""
    words: dict[str, set[str]] = {}
    quoted: set[Span] = set()
    for statement in statements:
        told = [(s, mention) for s in statement.sentences if s.span not in quoted for mention in s.dates]
        chosen = choose(told, set(words))
        if chosen is None:
            continue
        sentence, mention = chosen
        before = words.setdefault(mention.date or mention.said, set())
        own = set(sentence.lemmas) - set(mention.said.lower().split())
        if len(before & own) <= AGAIN * len(own):
            before |= own
            quoted |= {s.span for s in statement.sentences}
            yield _event(statement, sentence, mention)


def _dated(told: list[Told], taken: set[str]) -> Told | None:
    """The wording with the date that no event has yet, the most precise one."""
    dated = [(sentence, mention) for sentence, mention in told if mention.date]
    return max(dated, key=lambda pair: (pair[1].date not in taken, len(str(pair[1].date))), default=None)


def _only_said(told: list[Told], _taken: set[str]) -> Told | None:
    """The first wording with a calendar date, where no wording's date is resolved."""
    if any(mention.date for _, mention in told):
        return None
    return next((pair for pair in told if CALENDRICAL.search(pair[1].said)), None)


def _event(statement: Statement, sentence: Sentence, mention: DateMention) -> Event:
    end = _end(sentence, mention)
    seen = shown(sentence, end)
    return Event(
        date=mention.date,
        said=mention.said,
        text=seen.text,
        spans=seen.spans,
        citations=citations(statement, first=Span(sentence.source, sentence.start, end)),
        clarified=seen.clarified,
    )


def _end(sentence: Sentence, mention: DateMention) -> int:
    """Where the event's wording ends: behind the clause that ends with the date, where the sentence goes on."""
    before = sentence.text[: mention.start - sentence.start].split()
    if len(sentence.text.split()) <= ENOUGH or len(before) < ENOUGH // 3 or FRONTED.match(sentence.text):
        return sentence.end
    cut = CUT.search(sentence.text, mention.end - sentence.start)
    return sentence.start + cut.start() if cut else sentence.end
