"""Step 1, reading: what a document's own prose tells of its other lines.

Enters: the lines of a document. Leaves: whether one is prose in a language, by its
function words, and whether another is made of words that stand in such prose, as
a headline mostly is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_FUNCTION_WORDS = {
    "en": frozenset({
        "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he", "his", "in",
        "is", "it", "its", "not", "of", "on", "or", "said", "she", "that", "the", "their", "they", "this", "to", "was",
        "were", "which", "who", "will", "with",
    }),
}  # fmt: skip
_SHARE = 0.2  # of all words; English prose has above 0.3, a text in another language below 0.1
_ENOUGH_WORDS = 8
_LESSER_WORDS = {
    "en": frozenset({
        "about", "after", "against", "all", "also", "among", "any", "because", "before", "being", "between", "both",
        "but", "can", "could", "did", "do", "does", "during", "each", "even", "every", "few", "how", "if", "into",
        "just", "may", "more", "most", "much", "must", "no", "now", "off", "once", "only", "other", "our", "out",
        "over", "since", "so", "some", "still", "such", "than", "them", "then", "there", "these", "those", "through",
        "too", "under", "until", "up", "we", "what", "when", "where", "while", "why", "within", "without", "would",
        "you",
    }),
}  # fmt: skip
"""Those that other languages have too, or that are too rare to tell prose by."""
_FEWEST = 3
_LONG = 4
"""Letters; shorter words stand within names too, as “de”, “la” and “van der” do, and make up other languages."""

_WORD = re.compile(r"[^\W\d_]+")


def reads_as(language: str, text: str) -> bool:
    """Whether the language's own function words are as frequent as in its prose."""
    words = text.casefold().split()
    known = _FUNCTION_WORDS.get(language, frozenset())
    return len(words) >= _ENOUGH_WORDS and sum(map(known.__contains__, words)) >= _SHARE * len(words)


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a document's prose in one language: those in lower case, and its names."""

    words: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, language: str, texts: Iterable[str]) -> "Prose":
        """What those of the texts that are prose in the language are made of."""
        found = {word for text in texts if reads_as(language, text) for word in _WORD.findall(text)}
        small = {word for word in found if word.islower() and len(word) >= _LONG}
        function = _FUNCTION_WORDS.get(language, frozenset()) | _LESSER_WORDS.get(language, frozenset())
        names = (word for word in found if not word.islower() and word.lower() not in small | function)
        return cls(function | small, frozenset(names))

    def has(self, text: str) -> bool:
        """Whether half of the words stand in it, apart from names, which every language shares."""
        words = [word for word in _WORD.findall(text) if word not in self.names]
        unknown = [word for word in words if word.casefold() not in self.words]
        known = len(words) - len(unknown)
        # A word with an accent that the prose lacks is seldom of the same language.
        return known >= _FEWEST and known >= len(unknown) and all(map(str.isascii, unknown))
