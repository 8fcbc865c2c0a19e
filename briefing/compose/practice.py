"""Step 4: what a reader may practise: events to be dated, and key points with a gap.

Enters: a brief, and what merging found. Leaves: the dated events in
another order than that of time, and words of key points that are left out: a number,
else the last name. Only what is certain is asked: nothing that the sources dispute,
and no word that stands elsewhere in its sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256

from briefing.compose.differences import NAMING
from briefing.model import Brief, Disagreement, Event, Gap, Item, Merged, Practice, Sentence, Span
from briefing.settings import SectionSpec

GAPS = 6
"""The most gaps where the template does not say."""
SHORTEST = 8
"""Words of a sentence that tells enough without the one that is left out, and needs no word in brackets."""
SEVERAL = 3
"""Events that can stand in an order that says nothing."""


def practice(brief: Brief, merged: Merged, sections: Sequence[SectionSpec]) -> Practice:
    """What the brief asks, if the template has a place for it.

    Args:
        brief: the brief, filled.
        merged: what merging found: disagreements for which the brief has no room count too.
        sections: those of the template.
    """
    limit = next((spec.items or GAPS for spec in sections if spec.shape == "practice"), 0)
    if not limit:
        return Practice()
    in_reading_order = ((section.id, item) for section in brief.sections for item in section.items)
    lifted = {spec.id for spec in sections if spec.lift_from}
    items = [(n, item) for n, (section, item) in enumerate(in_reading_order) if section in lifted]
    return Practice(_shuffled(brief.timeline, merged), tuple(_gaps(items, merged))[:limit])


def _shuffled(timeline: Sequence[Event], merged: Merged) -> tuple[int, ...]:
    """The places of the events whose date is sure, as their texts hash: not in the order of time, nor against it."""
    versions = _versions(one for one in merged.disagreements if one.kind == "date")
    dated = [n for n, event in enumerate(timeline) if event.date and not _overlap(event.citations, versions)]
    order = sorted(dated, key=lambda place: sha256(timeline[place].text.encode()).digest())
    if len(order) >= SEVERAL and order in (dated, dated[::-1]):
        return (*order[1:], order[0])
    return tuple(order)


def _gaps(items: Iterable[tuple[int, Item]], merged: Merged) -> Iterator[Gap]:
    """A gap for each item that has words to ask for, none of them asked for twice, or spelled in two ways."""
    sentences = {one.sentence.span: one.sentence for statement in merged.statements for one in statement.support}
    versions = _versions(one for one in merged.disagreements if one.kind not in NAMING)
    asked = {version.text for one in merged.disagreements for version in one.versions}
    for place, item in items:
        sentence = sentences.get(item.spans[0])
        short = item.clarified or len(item.text.split()) < SHORTEST
        if sentence and not short and not _overlap(item.citations, versions):
            gap = next((one for one in _answers(sentence) if _is_certain(one, sentence, asked)), None)
            if gap:
                asked.add(_words(gap, sentence))
                yield Gap(place, gap)


def _answers(sentence: Sentence) -> Iterator[Span]:
    """What could be left out, the best first: numbers in figures, then names from the last to the first."""
    for quantity in sentence.quantities:
        span = Span(sentence.source, quantity.start, quantity.end)
        if not quantity.label and any(map(str.isdecimal, _words(span, sentence))):
            yield span
    for entity in reversed(sentence.entities):
        if entity.kind != "outlet":
            yield Span(sentence.source, entity.start, entity.end)


def _is_certain(answer: Span, sentence: Sentence, asked: AbstractSet[str]) -> bool:
    """Whether it is asked for the first time, and nothing else in the sentence gives it away: no acronym of it, too."""
    words, text = re.escape(_words(answer, sentence)), sentence.text
    given = len(re.findall(words, text, re.IGNORECASE)) > 1 or re.search(rf"{words} \(|\({words}\)", text)
    return not given and _words(answer, sentence) not in asked


def _words(span: Span, sentence: Sentence) -> str:
    return sentence.text[span.start - sentence.start : span.end - sentence.start]


def _versions(differing: Iterable[Disagreement]) -> Mapping[str, Sequence[Span]]:
    """Where the sources tell the versions of disagreements, by source."""
    told: defaultdict[str, list[Span]] = defaultdict(list)
    for span in (span for one in differing for version in one.versions for span in version.citations):
        told[span.source].append(span)
    return told


def _overlap(spans: Iterable[Span], others: Mapping[str, Sequence[Span]]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in spans for other in others.get(one.source, ()))
