"""Step 3: who is central to the event, and who is named in passing.

Enters: the mentions of each actor. Leaves: the actors in order. A mention
counts by where it stands, since news tells the main thing first, twice where
its name does something or opens the sentence, and once however many sources
copy the sentence. Of one source further mentions count less and less, so that
who is named by many stands above whom one source keeps naming.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, sqrt

from briefing.model import Entity, Sentence

Mention = tuple[Sentence, Entity]
LEAST, FADES = 0.2, 3
"""What a mention counts far down in a source, and after how many sentences it has fallen by two thirds."""


def in_order(actors: Iterable[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """The mentions of each actor, those of the most central actor first; the name breaks ties."""
    return sorted(actors, key=lambda mentions: (-round(_weight(mentions), 9), mentions[0][1].name))


def _weight(mentions: Sequence[Mention]) -> float:
    weights: defaultdict[str, float] = defaultdict(float)
    told: set[tuple[str, str]] = set()
    for sentence, entity in mentions:
        if (sentence.text, entity.text) not in told:
            told.add((sentence.text, entity.text))
            weights[sentence.source] += _position(sentence) * (1 + _does(sentence, entity))
    return sum(map(sqrt, weights.values()))


def _position(sentence: Sentence) -> float:
    return LEAST + (1 - LEAST) * exp(-sentence.order / FADES)


def _does(sentence: Sentence, entity: Entity) -> bool:
    """Whether the name is one that does something there, or whom the sentence is about."""
    return entity.start == sentence.start or any(entity.start in deed.agents for deed in sentence.deeds)
