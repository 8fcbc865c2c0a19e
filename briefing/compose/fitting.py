"""Step 4: which kind of event the sources tell of.

Enters: statements and cue sets. Leaves: the sets with how well each fits, the best
first. Every statement is a vote, shared among the kinds whose words it has, by how
many of them; what is told first in a source and by more sources weighs more.
"""

from collections import Counter
from collections.abc import Sequence
from math import exp

from briefing.compose.cues import Lemmatize, Lexicon
from briefing.model import Statement
from briefing.settings import CueSet

LEAD = 5
"""Sentences at the head of a source within which the event is told; further down it is told more seldom."""
ELSE = 0.2
"""How well a set without words of its own fits: where no kind has this share of what is told, none is meant."""


CLEARLY = 2
"""How many times as well another set must fit before it is worth a word."""


def better_set(
    statements: Sequence[Statement], own: str | None, sets: Sequence[CueSet], lemmatize: Lemmatize
) -> str | None:
    """The name of the set that fits clearly better than a template's own; None if none does.

    Args:
        statements: what the sources say.
        own: the name of the template's set.
        sets: the sets to choose from; without the template's own, no other is better.
        lemmatize: as for `fitting`.
    """
    if own not in {one.name for one in sets}:
        return None
    fits = {one.name: fit for one, fit in fitting(statements, sets, lemmatize)}
    best = next(iter(fits))
    return best if fits[best] > CLEARLY * fits[own] else None


def fitting(
    statements: Sequence[Statement], sets: Sequence[CueSet], lemmatize: Lemmatize
) -> list[tuple[CueSet, float]]:
    """The cue sets, the best first, with the share of what is told that speaks for each.

    Args:
        statements: what the sources say.
        sets: the sets to choose from.
        lemmatize: the lemmas of a text, as analysis gives those of a sentence.
    """
    lexicon = Lexicon(lemmatize)
    words = {one.name: {lexicon.add(word) for word in one.words} for one in sets}
    votes, told = Counter[str](), 0.0
    for statement in statements:
        weight = sum(1 + 3 * exp(-one.sentence.order / LEAD) for one in statement.support)
        found = lexicon.found(statement.representative.text)
        speaking = {name: len(found & of_set) for name, of_set in words.items()}
        told += weight
        for name, number in speaking.items():
            votes[name] += weight * number / max(1, sum(speaking.values()))  # type: ignore[assignment]
    fits = [(one, votes[one.name] / (told or 1) if one.words else ELSE) for one in sets]
    return sorted(fits, key=lambda fit: -fit[1])
