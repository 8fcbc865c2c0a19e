"""Step 5, rendering: what a reader is asked, and the answers.

In: a `Brief` and its evidence. Out: the questions, with their letters and gaps: an
event without its date, a key point without a number or a name.
"""

import re
from string import ascii_uppercase

from briefing.model import Brief, Event, Span
from briefing.render.evidence import Evidence
from briefing.render.view import Line, Practice, Question
from briefing.render.wording import human_date, plain
from briefing.render.words import Words


def asked_of(brief: Brief, evidence: Evidence) -> Practice:
    """The questions of a brief, lettered throughout."""
    words = evidence.words
    order, gaps = brief.practice.order, brief.practice.gaps
    names = (_letter(place) for place in range(len(order) + len(gaps)))
    events = (brief.timeline[place] for place in order)
    dates = tuple(
        Question(
            next(names),
            plain(_undated(event, words)),
            _answer(human_date(event.date or "", words), event.citations, evidence),
            evidence.language(event.citations),
        )
        for event in events
    )
    others = tuple(
        Question(
            next(names),
            plain(_without(gap.answer, brief.items[gap.item].text, brief.items[gap.item].spans[0], words)),
            _answer(evidence.text(gap.answer), brief.items[gap.item].citations, evidence, quoted=True),
            evidence.language(brief.items[gap.item].spans),
        )
        for gap in gaps
    )
    return Practice(dates, others)


def _letter(place: int) -> str:
    """From A to Z, then AA, AB and so on."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def _undated(event: Event, words: Words) -> str:
    """What happened, with a gap for the date, and for its year where that stands elsewhere too."""
    text = event.text.replace(event.said, words.gap)
    return re.sub(rf"\b{re.escape((event.date or '')[:4])}\b", words.gap, text) if event.date else text


def _without(answer: Span, text: str, span: Span, words: Words) -> str:
    start, end = answer.start - span.start, answer.end - span.start
    return f"{text[:start]}{words.gap}{text[end:]}"


def _answer(text: str, citations: tuple[Span, ...], evidence: Evidence, *, quoted: bool = False) -> Line:
    language = evidence.language(citations) if quoted else ""
    return Line(text, evidence.cites(citations), pieces=((text, False),), language=language)
