"""Step 3: whether one sentence denies what the other tells.

Enters: two sentences of which one is negated. Leaves: whether what is denied is
told by the other, as a fact of the same time. What comes is no denial of what was
expected, and what is to start again none of what stands still.
"""

import re

from briefing.merge.likeness import LEAST, clauses, telling
from briefing.model import Sentence

DENIED = 0.6
"""The share of what a sentence denies that the other one has to tell."""
DENY = frozenset({"deni", "refut", "reject", "disput"})
"""What denies by its own meaning, by its normal forms; what is denied follows."""
EXPECTING = frozenset({"expect", "forecast", "predict"})
NEGATED = re.compile(
    r"(?:\b(?:never|not)|n[’']t) (?:(?:[a-z]+ly|an?|be|been|have|the|to|yet) )*([a-z]+)", re.IGNORECASE
)
"""What is denied by a word before it."""
NOT_YET = frozenset({"forecast", "future"})
"""What makes a sentence tell of what is to come."""


def of_the_same(left: Sentence, right: Sentence) -> bool:
    """Whether the one denies what the other tells."""
    denying, other = (left, right) if left.negated else (right, left)
    denied, told = _denied(denying), telling(other)
    if _is_to_come(denying) != _is_to_come(other) or not _denies_a_deed_of(denying, other):
        return False
    return len(denied & told) >= max(DENIED * len(denied), LEAST + 1)


def _is_to_come(sentence: Sentence) -> bool:
    return bool(sentence.modality & NOT_YET or (EXPECTING & {*sentence.concepts} and not sentence.negated))


def _denied(sentence: Sentence) -> frozenset[str]:
    """What a sentence denies: what follows the verb that does, or else all of the narrowest clause that denies."""
    if behind := _behind(sentence):
        return telling(sentence).intersection(behind)
    *_, narrowest = (clause for clause in clauses(sentence) if clause.negated)
    return telling(narrowest)


def _denies_a_deed_of(denying: Sentence, other: Sentence) -> bool:
    """Whether what is said not to be done is in the other sentence; true where the words do not tell."""
    if behind := _behind(denying):
        return behind[0] in telling(other)
    negated = NEGATED.search(denying.text)
    if negated is None:
        return True
    deed = negated[1].casefold()
    meant = max((word for word in telling(denying) if deed.startswith(word)), key=len, default=None)
    if meant is not None:
        return meant in telling(other)
    if any(deed.startswith(lemma) for lemma in denying.lemmas):
        # Its meaning goes by another word.
        return not telling(denying).isdisjoint(telling(other).difference(denying.lemmas))
    return deed in other.text.casefold()


def _behind(sentence: Sentence) -> tuple[str, ...]:
    """What follows the verb that denies; nothing where no verb does."""
    at = next((n for n, word in enumerate(sentence.concepts) if word in DENY), None)
    return () if at is None else sentence.concepts[at + 1 :]
