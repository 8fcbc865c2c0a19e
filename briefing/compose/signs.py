"""Step 4: the signs of a sentence that a section's cues may name.

Enters: a sentence, or a clause, and the year of the event. Leaves: its signs.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from briefing.model import Sentence
from briefing.settings import Sign

TOLL = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "infected"})
NO_MONEY = frozenset({None, "%", "age", "score"})
LONG_AGO = re.compile(
    r"\b(?:(?:years?|decades?|centur(?:y|ies)|generations?) (?:ago|earlier|before)|last (?:year|century|decade)"
    r"|(?:previous|past|last) \w+ (?:years|decades)|since (?:19|20)\d\d|the (?:19|20)\d0s)\b",
    re.IGNORECASE,
)
"""Times past that have no date of their own."""
TO_COME = re.compile(
    r"\b(?:next (?:day|week|month|year|spring|summer|autumn|fall|winter|decade|season|session|round|step|hours?|days?"
    r"|(?:two|three|four|few|several) \w+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|tomorrow"
    r"|(?:with)?in the (?:coming|next) \w+|by (?:the end of|20\d\d)|later this (?:week|month|year)|yet to)\b"
)

DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|afternoon|evening|night|noon|dawn|dusk|midnight|overnight)\b"
)
"""A day or an hour is told of what has just happened, seldom of what was before."""
CONDITION = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
NOTHING = re.compile(r"\b(?:no|none|nobody|nothing|neither|nor|never|without|hardly)\b", re.IGNORECASE)
EACH = re.compile(r"\b(?:every|each|per)\b", re.IGNORECASE)

Has = Callable[[Sentence], bool]
HAS: Mapping[Sign, Has] = {
    "quote": lambda sentence: re.search(r"[“«\"]", sentence.text) is not None,
    "claim": lambda sentence: sentence.attribution is not None,
    "negation": lambda sentence: sentence.negated or NOTHING.search(sentence.text) is not None,
    "condition": lambda sentence: CONDITION.search(sentence.text) is not None,
    "each": lambda sentence: EACH.search(sentence.text) is not None,
    "day": lambda sentence: DAY.search(sentence.text) is not None,
    "modal": lambda sentence: not sentence.modality.isdisjoint({"obligation", "future", "conditional"}),
    "forecast": lambda sentence: not sentence.modality.isdisjoint({"forecast", "possibility"}),
    "toll": lambda sentence: any(one.state in TOLL for one in sentence.quantities),
    "money": lambda sentence: any(one.unit not in NO_MONEY for one in sentence.quantities),
    "percent": lambda sentence: any(one.unit == "%" for one in sentence.quantities),
    "number": lambda sentence: any(not one.label for one in sentence.quantities),
}
"""The signs that are no tense, modality, date or kind of entity."""


def signs(sentence: Sentence, year: str | None) -> frozenset[str]:
    """The signs of a sentence.

    Args:
        sentence: the sentence or clause.
        year: the year of the event; None if it is not known.
    """
    kinds = {entity.kind for entity in sentence.entities}
    told = {name for name, has in HAS.items() if has(sentence)}
    return frozenset({*told, *kinds, *sentence.tenses, *sentence.modality, *_times(sentence, year)})


def _times(sentence: Sentence, year: str | None) -> Iterator[Sign]:
    years = [mention.date[:4] for mention in sentence.dates if mention.date and year]
    if LONG_AGO.search(sentence.text) or any(one < (year or "") for one in years):
        yield "past-date"
    if TO_COME.search(sentence.text) or any(one > (year or "") for one in years):
        yield "coming-date"
