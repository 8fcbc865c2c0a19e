"""Step 4: the few words before a sentence that tell a reader what it is about.

Enters: statements in the order of the brief. Leaves: a label for each, taken
from the source: the author's own label, else the topic of the sentence that says
most, or none. A topic says much where the main verb is about it, where other
wordings of the fact share its words, and where other facts do not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, prod, sqrt

from briefing.model import Entity, Part, Sentence, Statement, Topic

LONGEST = 5
"""Words."""
PARTS: Mapping[Part, float] = {"object": 1.0, "subject": 0.75, "adjunct": 0.5}
"""What a topic is worth by its part in the sentence."""
HANGING = 0.5
"""What it is worth in a clause that hangs on another."""
SOMEONE: Mapping[Part, float] = {"object": 0.7, "subject": 0.3, "adjunct": 0.75}
"""What it is worth where it says who, by its part: a sentence tells what they do."""
NAME = 0.8
"""What it is worth where it is a name and nothing else."""
LENGTHS = {1: 0.5, 5: 0.9}
"""What it is worth by its words, where not all."""
LATER = 0.03
"""What each topic before it costs: what matters most comes first."""
LEAST = 0.1
"""Worth of a topic below which no label is better."""
GENERIC = frozenset({
    "background", "conclusion", "context", "details", "event", "facts", "introduction", "key points", "note", "notes",
    "overview", "summary", "update",
})  # fmt: skip
"""Labels of an author that tell nothing of the sentence."""
SMALL = frozenset({"a", "an", "and", "between", "for", "from", "in", "of", "on", "or", "over", "the", "to", "with"})
"""Words of a topic that say nothing of it."""


def labels(chosen: Sequence[Statement], everything: Iterable[Statement]) -> list[str | None]:
    """A label for each statement, none twice; None where the sentence has nothing good left."""
    told = Counter(word for statement in everything for word in _telling(statement.representative))
    taken: set[str] = set()
    found = []
    for statement in chosen:
        label = next((text for text in _candidates(statement, told) if text.casefold() not in taken), None)
        taken.add((label or "").casefold())
        found.append(label[:1].upper() + label[1:] if label else None)
    return found


def _candidates(statement: Statement, told: Counter[str]) -> Iterator[str]:
    """The author's label, then the topics from the best one down."""
    sentence = statement.representative
    own = sentence.label
    if own and len(own.split()) <= LONGEST and own.casefold() not in GENERIC:
        yield own
    shared = Counter(word for one in statement.sentences for word in _telling(one))
    topics = [topic for topic in sentence.topics if sentence.start <= topic.start and topic.end <= sentence.end]
    worth = {topic: _worth(topic, sentence, shared, told) - LATER * n for n, topic in enumerate(topics)}
    best = sorted(topics, key=lambda topic: (-round(worth[topic], 6), topic.start))
    yield from (topic.text for topic in best if worth[topic] >= LEAST)


def _worth(topic: Topic, sentence: Sentence, shared: Counter[str], told: Counter[str]) -> float:
    words = _words(topic.text)
    telling = sum(log(1 + shared[word]) / log(2 + told[word]) for word in words) / max(len(words), 1)
    weights = (
        PARTS[topic.part],
        1 if topic.main else HANGING,
        SOMEONE[topic.part] if topic.someone else 1,
        NAME if any(_is(topic, entity) for entity in sentence.entities) else 1,
        LENGTHS.get(len(words), 1.0),
    )
    return prod(weights) * sqrt(telling)


def _is(topic: Topic, entity: Entity) -> bool:
    return (topic.start, topic.end) == (entity.start, entity.end)


def _telling(sentence: Sentence) -> set[str]:
    """The words of a sentence's topics."""
    return {word for topic in sentence.topics for word in _words(topic.text)}


def _words(text: str) -> list[str]:
    return [word for word in text.casefold().replace("-", " ").split() if word[0].isalnum() and word not in SMALL]
