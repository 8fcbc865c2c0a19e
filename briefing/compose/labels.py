"""Step 4: the few words before a sentence that tell a reader what it is about.

Enters: statements in the order of the brief. Leaves: a label for each, taken
from the source: the author's own label, else the noun phrase of the sentence
that is most its own, the one that other statements share least.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from briefing.model import Statement

LONGEST = 5
"""Words."""
LATER = 0.05
"""What each place further back in the sentence costs a phrase: the main clause comes first."""
TIMES = frozenset({
    "day", "days", "decade", "decades", "month", "months", "past", "time", "times", "week", "weeks", "year", "years",
})  # fmt: skip


def labels(chosen: Sequence[Statement], everything: Iterable[Statement]) -> list[str | None]:
    """A label for each statement, none twice; None where the sentence has no phrase left."""
    told = Counter(word for statement in everything for word in set(_words(" ".join(statement.representative.phrases))))
    taken: set[str] = set()
    found = []
    for statement in chosen:
        label = next((phrase for phrase in _candidates(statement, told) if phrase.casefold() not in taken), None)
        taken.add((label or "").casefold())
        found.append(label[:1].upper() + label[1:] if label else None)
    return found


def _candidates(statement: Statement, told: Counter[str]) -> list[str]:
    """The author's label, then the phrases from the most telling one down."""
    sentence = statement.representative
    own = [sentence.label] if sentence.label and len(sentence.label.split()) <= LONGEST else []
    shared = Counter(word for s in statement.sentences for word in set(_words(" ".join(s.phrases))))
    names = {entity.text for entity in sentence.entities if entity.kind in {"state", "person"}}
    phrases = [phrase for phrase in sentence.phrases if phrase not in names and _is_label(phrase)]
    weights = {phrase: _tells(phrase, shared, told) / (1 + LATER * place) for place, phrase in enumerate(phrases)}
    return own + sorted(phrases, key=lambda phrase: -round(weights[phrase], 6))


def _is_label(phrase: str) -> bool:
    words = _words(phrase)
    return 0 < len(words) <= LONGEST and words[-1] not in TIMES


def _tells(phrase: str, shared: Counter[str], told: Counter[str]) -> float:
    """What other wordings of the fact share tells more, what other facts have less; a thing more than a name."""
    words = _words(phrase)
    weight = sum(log(1 + shared[word]) / log(2 + told[word]) for word in words)
    thing = any(word[0].islower() for word in phrase.split()[-1:])
    return weight * (0.7 if len(words) == 1 else 1.0) * (1.3 if thing else 1.0)


def _words(text: str) -> list[str]:
    return [word for word in text.casefold().replace("-", " ").split() if word[0].isalnum()]
