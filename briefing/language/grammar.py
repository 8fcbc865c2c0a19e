"""Step 2: the words that hold a sentence together, and what the form of a word tells of it.

Enters: `data/words.toml` and `data/irregular.toml`. Leaves: classes of words, and whether a word can be a verb. There
is no tagger: whoever reads a sentence begins with these and goes by the neighbours.
"""

from functools import lru_cache

from briefing.language.gazetteer import words
from briefing.language.stems import IRREGULAR, VERB_FORMS

BEING = words("being")
AUXILIARIES = BEING | words("modal", "helping")
MODALS = words("modal") | {"did", "do", "does"}
"""Behind these a verb stands in its base form."""
LINKING = words("linking")
JOINTS = words("joint")
PREPOSITIONS = words("preposition", "preposition_too")
CONJUNCTIONS = words("conjunction", "preposition_too")
RELATIVES = words("relative")
DETERMINERS = words("determiner", "quantifier")
PARTICIPLES = {form for forms in IRREGULAR["verbs"].values() for form in forms[1:]} | {"beaten", "been", "shown"}
"""Irregular forms that are participles alone."""
BASES = words("verb", "doing") | frozenset(IRREGULAR["verbs"])


@lru_cache(maxsize=1 << 14)
def is_past(word: str) -> bool:
    """Whether a word in lower case is the past form of a verb, or its participle, as far as its form tells."""
    if word in words("no_past"):
        return False
    return word in VERB_FORMS or word in words("past_too") or (word.endswith("ed") and len(word) > len("red"))


@lru_cache(maxsize=1 << 14)
def is_base(word: str) -> bool:
    """Whether a word is a verb's base or its form in "-s"."""
    return word in BASES or any(word.endswith(s) and word.removesuffix(s) in BASES for s in ("s", "es"))


@lru_cache(maxsize=1 << 14)
def is_adverb(word: str) -> bool:
    """Whether a word is an adverb, listed or in "-ly"."""
    listed = words("adverb", "time_adverb")
    return word in listed or (word.endswith("ly") and word not in words("ly_noun"))
