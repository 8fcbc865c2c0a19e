"""Step 1, reading: what a line looks like, whatever its words are."""

import re
from functools import lru_cache

BULLET = re.compile(r"(?:[-–*+•‣▪◦·●○■□➢➤✓✔►▶]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
"""A list marker at the start of a line, with the space after it."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s*\([^()]{1,60}\)|\[\w{1,3}\])*$")
_ACRONYM_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
_SMALL_WORDS = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "de", "del", "des", "du", "for", "from", "in", "into", "la",
    "le", "nor", "of", "off", "on", "or", "over", "per", "the", "to", "up", "via", "vs", "with",
})  # fmt: skip


def ends_like_sentence(text: str) -> bool:
    """Whether the line ends with a full stop or its kin, quotation marks and a source note aside."""
    tail = text[-100:]
    # What ends with an acronym has a full stop before its last letter, as next to no line has.
    return bool(_SENTENCE_END.search(tail)) and not ("." in tail[-4:-2] and _ACRONYM_END.search(tail))


@lru_cache(maxsize=1024)  # every pass asks it of the same lines
def is_sentence(text: str) -> bool:
    """Whether the line ends like a sentence and has enough words in lower case to be one."""
    return ends_like_sentence(text) and _has_words(text[:600])


def _has_words(text: str) -> bool:
    """Whether at least two words begin in lower case."""
    lower = (word for word in text.split() if word[0].islower())
    return next(lower, None) is not None and next(lower, None) is not None


def is_title_case(text: str) -> bool:
    """Whether most words that a headline would capitalise are capitalised."""
    strong = [word for word in re.findall(r"[^\W_][\w’'-]*", text[:600]) if word.lower() not in _SMALL_WORDS]
    capital = sum(not word[0].islower() for word in strong)
    return bool(strong) and capital >= 0.75 * len(strong)
