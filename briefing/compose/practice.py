"""Step 4: what a reader may practise: events to be dated, and key points with a gap.

Enters: a brief, and the statements. Leaves: the dated events in
another order than that of time, and words of key points that are left out: a number,
else the last name. Only what is certain is asked: nothing that the sources dispute,
and no word that stands elsewhere in its sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256

from briefing.model import Brief, Gap, Item, Practice, Sentence, Span, Statement
from briefing.settings import SectionSpec

GAPS = 6
"""The most gaps where the template does not say."""
SHORTEST = 8
"""Words of a sentence that tell enough without the one that is left out."""
SEVERAL = 3
"""Events that can stand in an order that says nothing."""


def practice(brief: Brief, statements: Iterable[Statement], sections: Sequence[SectionSpec]) -> Practice:
    """What the brief asks, if the template has a place for it.

    Args:
        brief: the brief, filled.
        statements: what its items tell.
        sections: those of the template.
    """
    lifted = {spec.id for spec in sections if spec.lift_from}
    limit = next((spec.items or GAPS for spec in sections if spec.shape == "practice"), 0)
    if not limit:
        return Practice()
    sentences = {one.sentence.span: one.sentence for statement in statements for one in statement.support}
    in_reading_order = ((section.id, item) for section in brief.sections for item in section.items)
    items = [(n, item) for n, (section, item) in enumerate(in_reading_order) if section in lifted]
    contested = {version.text for one in brief.disagreements for version in one.versions}
    return Practice(_shuffled(brief), tuple(_gaps(items, sentences, contested))[:limit])


def _shuffled(brief: Brief) -> tuple[int, ...]:
    """The places of the events whose date is sure, as their texts hash: not in the order of time, nor against it."""
    versions = [span for one in brief.disagreements if one.kind == "date" for v in one.versions for span in v.citations]
    dated = [
        place
        for place, event in enumerate(brief.timeline)
        if event.date and not any(_overlap(span, other) for span in event.citations for other in versions)
    ]
    order = sorted(dated, key=lambda place: sha256(brief.timeline[place].text.encode()).digest())
    if len(order) >= SEVERAL and (order in (dated, dated[::-1])):
        order = [*order[1:], order[0]]
    return tuple(order)


def _gaps(
    items: Iterable[tuple[int, Item]], sentences: Mapping[Span, Sentence], contested: AbstractSet[str]
) -> Iterator[Gap]:
    """A gap for each item that has words to ask for, none of them asked for twice, or spelled in two ways."""
    asked = set(contested)
    for place, item in items:
        sentence = sentences.get(item.spans[0])
        if sentence is None or item.disputed or item.clarified or len(item.text.split()) < SHORTEST:
            continue
        for span in _answers(sentence):
            words = sentence.text[span.start - sentence.start : span.end - sentence.start]
            if words not in asked and _is_certain(words, sentence.text):
                asked.add(words)
                yield Gap(place, span)
                break


def _answers(sentence: Sentence) -> Iterator[Span]:
    """What could be left out, the best first: numbers in figures, then names from the last to the first."""
    for quantity in sentence.quantities:
        words = sentence.text[quantity.start - sentence.start : quantity.end - sentence.start]
        if not quantity.label and any(map(str.isdecimal, words)):
            yield Span(sentence.source, quantity.start, quantity.end)
    for entity in reversed(sentence.entities):
        if entity.kind != "outlet":
            yield Span(sentence.source, entity.start, entity.end)


def _is_certain(words: str, text: str) -> bool:
    """Whether nothing else in the sentence gives the answer away: neither the words again nor an acronym of them."""
    return len(re.findall(re.escape(words), text, re.IGNORECASE)) == 1 and not re.search(
        rf"{re.escape(words)} \(|\({re.escape(words)}\)", text
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end
