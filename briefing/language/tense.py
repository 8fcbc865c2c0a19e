"""Step 2: the tenses in which a sentence tells.

Enters: a sentence's text. Leaves: the tenses of its finite verbs, as far as their
forms show them. What is to come is no tense here but a modality. A participle
behind an article or a preposition ("the damaged dam", "by elected members") is
no verb, nor is what a modal verb or "to" carries ("must have left").
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.language.gazetteer import words
from briefing.language.stems import VERB_FORMS
from briefing.model import Tense

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|[,;:.]")
HAVE: dict[str, tuple[Tense, Tense]] = {
    "had": ("past-perfect", "past"),
    "has": ("present-perfect", "present"),
    "have": ("present-perfect", "present"),
}
"""The tense with a participle behind it, and alone."""
BE: dict[str, Tense] = {
    "is": "present", "are": "present", "does": "present", "do": "present", "was": "past", "were": "past", "did": "past",
}  # fmt: skip
CARRYING = words("modal") | {"to"}
BETWEEN = frozenset({"all", "already", "also", "always", "both", "even", "ever", "first", "just", "long", "never"}) | {
    "not", "now", "often", "once", "only", "previously", "since", "so", "still", "then", "twice", "yet",
}  # fmt: skip
"""Words that may stand between a verb and its participle; so may those in "-ly"."""
BEFORE_NAMES = frozenset({"a", "an", "the", "this", "these", "that", "those", "its", "his", "her", "their", "our"}) | {
    "and", "as", "at", "be", "been", "being", "by", "for", "from", "had", "has", "have", "in", "is", "are", "was",
    "were", "of", "on", "or", "some", "to", "two", "with", "no", "not", "if", "once", "unless",
    "when", "than", "should",
}  # fmt: skip
"""Before a form in "-ed" they make it a participle."""


def tenses(text: str) -> frozenset[Tense]:
    """The tenses of a sentence's verbs."""
    found = WORD.findall(text.replace("’", "'"))
    lower = [word.lower() for word in found]
    verbal = [at for at, word in enumerate(lower) if _may_be_verb(word)]
    return frozenset(tense for at in verbal if (tense := _tense(lower, at, found[at])))


@lru_cache(maxsize=1 << 14)
def _may_be_verb(word: str) -> bool:
    """Whether a word can have a tense, wherever it stands."""
    return word in HAVE or word in BE or _is_participle(word) or _is_present(word)


def _tense(lower: Sequence[str], at: int, word: str) -> Tense | None:
    before = lower[at - 1] if at else ""
    if before in CARRYING:
        return None
    if lower[at] in HAVE:
        perfect, alone = HAVE[lower[at]]
        return perfect if _is_participle(_behind(lower, at)) else alone
    if lower[at] in BE:
        return BE[lower[at]]
    if not word.islower() or before in BEFORE_NAMES:
        return None
    if _is_participle(lower[at]):
        return None if HAVE.keys() & set(lower[max(0, at - 3) : at]) else "past"
    return "present" if _is_present(lower[at]) else None


def _behind(lower: Sequence[str], at: int) -> str:
    """The first word behind that is no adverb."""
    return next((word for word in lower[at + 1 : at + 4] if word not in BETWEEN and not word.endswith("ly")), "")


def _is_present(word: str) -> bool:
    return word.endswith("s") and word.rstrip("s") in words("verb", "speech")


def _is_participle(word: str) -> bool:
    return word in VERB_FORMS or word == "been" or (len(word) > 4 and word.endswith("ed"))
