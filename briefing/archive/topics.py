"""A topic as a person types it → what the index is asked.

Words stand in any order, and in any of their forms, since the index keeps stems; what stands in quotation marks
stands so. Function words are asked for within quotation marks alone: nearly every text has them.
"""

import re
from dataclasses import dataclass

from briefing.errors import SettingError

MOST_WORDS = 64
"""Words of a topic; more are a text, and no topic."""
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "how", "in", "into", "is", "it", "its", "no", "not", "of", "on", "or", "our", "she", "so", "that", "the",
    "their", "them", "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "will",
    "with", "you", "your",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """What is looked for: `parts` are words, and phrases as their words with a space between two."""

    said: str
    parts: tuple[str, ...]

    @property
    def all(self) -> str:
        """What asks for sources that have all parts, as FTS5 reads it."""
        return " AND ".join(map(_quoted, self.parts))

    @property
    def any(self) -> str:
        """What asks for sources that have one part or more."""
        return " OR ".join(map(_quoted, self.parts))


def topic_of(said: str) -> Topic:
    """Read a topic.

    Raises:
        SettingError: there is no word in it, or too many.
    """
    phrases = [" ".join(_WORD.findall(phrase)) for phrase in _QUOTED.findall(said)]
    words = _WORD.findall(_QUOTED.sub(" ", said))
    telling = [word for word in words if word.casefold() not in _FUNCTION_WORDS] or words
    parts = tuple(dict.fromkeys(part for part in (*phrases, *telling) if part))
    if not parts:
        raise SettingError(f"The topic “{said}” has no word to look for. Name what the sources tell of.")
    if len(parts) > MOST_WORDS:
        raise SettingError(f"The topic has {len(parts)} words, and {MOST_WORDS} are the most. Name fewer.")
    return Topic(said, parts)


def _quoted(part: str) -> str:
    return f'"{part}"'
