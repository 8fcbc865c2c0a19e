"""Step 2: the lemmas of a text, by stems where that is enough.

Enters: what spaCy's tokenizer and stop words make of words that are no plain
ones; it can be kept, and then spaCy is loaded only for a text that it does not
tell, such as a word with an apostrophe. Leaves: the same lemmas that spaCy gives.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Irregular:
    """What no stem tells: the words without weight, in lower case, and the lemmas of texts that are no plain word."""

    weightless: frozenset[str]
    lemmas: Mapping[str, Lemmas]


class Lemmatizer:
    """Gives the lemmas of a text, and remembers those that it had to ask for.

    Args:
        irregular: what is known from the start.
        ask: gives the lemmas of any other text.
    """

    def __init__(self, irregular: Irregular, ask: Callable[[str], Lemmas]) -> None:
        from briefing.language.stems import stem

        self.given, self._ask, self._stem = irregular, ask, stem
        self._lemmas = dict(irregular.lemmas)

    def __call__(self, text: str) -> Lemmas:
        """The normal forms of a text's words, function words left out."""
        if text in self._lemmas:
            return self._lemmas[text]
        if text.isalpha() or (text.isascii() and text.isdecimal()):
            low = text.lower()
            return () if low in self.given.weightless else (self._stem(low),)
        self._lemmas[text] = self._ask(text)
        return self._lemmas[text]

    @property
    def known(self) -> Irregular:
        """All that it knows by now; equal to what it was given if it had to ask for nothing."""
        return Irregular(self.given.weightless, dict(self._lemmas))
