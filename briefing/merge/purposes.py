"""Step 3: what for. Two sentences that state another purpose for the same act.

Enters: two sentences. Leaves: whether the act is told alike and the
purposes, "to …", "aimed at …", "with the aim of …", have no word in common. Purposes
in words of one stem are taken for one.
"""

import re
from functools import lru_cache

from briefing.model import Sentence

PURPOSE = re.compile(
    r"\b(?:(?:in order|so as|in a bid|in an effort|in an attempt|designed|intended|meant) to|aim(?:ed|ing) (?:at|to)"
    r"|with the (?:aim|goal|intention|objective|purpose) of"
    r"|(?<!going )(?<!have )(?<!has )(?<!had )(?<!able )(?<!due )(?<!set )(?<!ed )to(?= [a-z]+ [a-z]))"
    r" (?!(?:a|an|be|have|her|his|its|the|their|them)\b)(?P<purpose>[a-z][^,.;:“”\"]*)"
)
STATED = re.compile(
    r"\b(?:in order to|so as to|in a bid to|in an effort to|in an attempt to|(?:designed|intended|meant) to"
    r"|aim(?:ed|ing) (?:at|to)|with the (?:aim|goal|intention|objective|purpose) of) (?P<purpose>[^.;:“”\"]*)"
    r"|^(?:In order to|To) (?P<first>[a-z][^,.;:]*),"
)
"""What nothing but a purpose follows, at the head of a sentence as well."""
SAME_STATED = 0.65
"""The share of the shorter act's words, where both purposes are stated so, from which on the act is the same."""
ALIKE = 1 / 3
"""The share of the shorter purpose's words from which on the two may be one."""
FEW = 3
"""Words of an act that tell it."""
LITTLE = frozenset({
    "again", "also", "and", "for", "from", "had", "has", "have", "into", "not", "out", "said", "says", "that", "the",
    "their", "they", "this", "was", "were", "which", "who", "will", "with",
})  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 5
"""Letters by which words are compared: "terrorism" is "terrorists"."""
SAME_ACT = 0.7
"""The Jaccard index of the words before the purposes from which on the act is the same."""
LEAST = 2
"""Words of a purpose that can be compared."""


def stated(sentence: Sentence) -> bool:
    """Whether a sentence states a purpose."""
    return any(parts(sentence.text)[1] for parts in (_purpose, _stated))


def stated_act(sentence: Sentence) -> tuple[frozenset[str], frozenset[str]] | None:
    """An act and a purpose of it that can be compared with others; None where a sentence does not tell both."""
    act, purpose = _purpose(sentence.text)
    return (act, purpose) if act and len(purpose) >= LEAST else None


def other(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences tell one act and another purpose of it."""
    (act, purpose), (their_act, their_purpose) = _purpose(left.text), _purpose(right.text)
    if min(len(purpose), len(their_purpose)) < LEAST or not act or purpose & their_purpose:
        return False
    return len(act & their_act) >= SAME_ACT * len(act | their_act)


def another(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences tell much of one act and purposes of it that have little in common."""
    if other(left, right):
        return True
    (act, purpose), (their_act, their_purpose) = _stated(left.text), _stated(right.text)
    if min(len(purpose), len(their_purpose)) < LEAST or min(len(act), len(their_act)) < FEW:
        return False
    if len(purpose & their_purpose) >= ALIKE * min(len(purpose), len(their_purpose)):
        return False
    return len(act & their_act) >= max(SAME_STATED * min(len(act), len(their_act)), FEW)


@lru_cache(maxsize=1 << 18)
def _purpose(text: str) -> tuple[frozenset[str], frozenset[str]]:
    return _parts(PURPOSE.search(text), text)


@lru_cache(maxsize=1 << 18)
def _stated(text: str) -> tuple[frozenset[str], frozenset[str]]:
    return _parts(STATED.search(text), text)


def _parts(match: re.Match[str] | None, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the act and those of its purpose, which may come first; nothing where none is stated."""
    if match is None:
        return frozenset(), frozenset()
    first = match.groupdict().get("first")
    act = text[match.end() :] if first else text[: match.start()]
    return _words(act), _words(first or match["purpose"])


def _words(text: str) -> frozenset[str]:
    words = (word.casefold() for word in WORD.findall(text))
    return frozenset(word[:STEM] for word in words if word not in LITTLE)
