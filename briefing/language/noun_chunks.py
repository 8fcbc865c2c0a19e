"""Step 2: noun phrases, and what hangs on them.

Enters: the tokens of a sentence with the kind of each. Leaves: where its noun
phrases begin and end, alone, joined by "and", and with the phrases behind them
that belong to them ("a memorandum on joint government"). No "of" is cut off.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from briefing.language import tags
from briefing.language.grammar import BEING, LINKING
from briefing.language.tokens import written

LONGEST = 5
"""Words of a phrase with all that hangs on it."""
HANGING = frozenset({"against", "between", "for", "from", "in", "into", "of", "on", "over", "since", "to", "with"})
"""Prepositions by which a noun phrase hangs on the one before."""
COPULAR = BEING | LINKING | {
    "go", "goes", "keep", "kept", "stand", "stands", "stay", "stayed", "stays", "stood", "very", "went",
}  # fmt: skip
"""Words behind which a word alone only says how something is."""
ADJECTIVE = re.compile(r"\w+(?:able|ful|ible|ive|less|ous)")
LEADING = frozenset({"additional", "certain", "current", "latter", "other", "own", "same", "such", "various", "whole"})
"""Adjectives with which no phrase begins."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase by its tokens: where its article or number begins, where its nouns begin, and its end."""

    first: int
    nouns: int
    end: int


class Chunks:
    """The noun phrases of a sentence.

    Args:
        sentence: the sentence.
        kinds: a letter for each of its tokens.
    """

    def __init__(self, sentence: Span, kinds: str) -> None:
        self.tokens, self.kinds = list(sentence), kinds
        self._start, self._text = sentence.start_char, written(sentence)
        self.all = [chunk for chunk in self._found() if not self._is_adjective(chunk)]
        self._starting = {chunk.first: chunk for chunk in self.all}

    def text(self, start: int, end: int) -> str:
        """The words from one token up to another."""
        last = self.tokens[end - 1]
        return self._text[self.tokens[start].idx - self._start : last.idx + len(last) - self._start]

    def length(self, start: int, end: int) -> int:
        """How many words these are."""
        return len(self.text(start, end).split())

    def whole(self, chunk: Chunk) -> Iterator[Chunk]:
        """The phrase in each length in which nothing of it is cut off."""
        ends = [chunk.end]
        joined = self._joined(chunk)
        if joined:
            ends.append(joined.end)
        for end in list(ends):
            ends += self._extended(end)
        for end in dict.fromkeys(ends):
            if self.length(chunk.nouns, end) <= LONGEST and not self._is_cut(chunk, end):
                yield Chunk(chunk.first, chunk.nouns, end)

    def starts(self, chunk: Chunk, left: Collection[int]) -> Iterator[int]:
        """Where the words of a phrase may begin: behind its article, with the number of one noun; behind its owner.

        Args:
            chunk: the phrase.
            left: tokens that it may not begin with.
        """
        start = chunk.nouns
        while start < chunk.end - 1 and (self.tokens[start].lower_ in LEADING or start in left):
            start += 1
        alone = start == chunk.nouns and self.kinds[start : start + 2] != tags.NOUN * 2
        yield self._number_of(start) if alone else start
        owner = self.kinds.find(tags.OWNS, start, chunk.end)
        if 0 <= owner < chunk.end - 1:
            owned = owner + 1
            yield owned + 1 if self.tokens[owned].lower_ in LEADING and owned + 1 < chunk.end else owned

    def _found(self) -> Iterator[Chunk]:
        at = 0
        while at < len(self.kinds):
            first = at
            while at < len(self.kinds) and self.kinds[at] in tags.DETERMINER + tags.NUMBER + tags.ADVERB:
                at += 1
            nouns = at
            while at < len(self.kinds) and self._goes_on(at, nouns):
                at += 1
            if at > nouns:
                yield Chunk(first, nouns, at)
            at = max(at, first + 1)

    def _goes_on(self, at: int, nouns: int) -> bool:
        """Whether a phrase goes on: with a noun, an owner's "'s", or a measure, "magnitude 6.1 earthquake"."""
        kind = self.kinds[at]
        if kind == tags.NOUN:
            return True
        measured = kind == tags.NUMBER and "." in self.tokens[at].text and self.kinds[at - 1] == tags.NOUN
        return at > nouns and self.kinds[at + 1 : at + 2] == tags.NOUN and (kind == tags.OWNS or measured)

    def _is_adjective(self, chunk: Chunk) -> bool:
        """Whether it is a word alone that only says how something is."""
        if chunk.end - chunk.nouns > 1:
            return False
        word, before = self.tokens[chunk.nouns].lower_, chunk.nouns - 1
        while before > 0 and self.kinds[before] == tags.ADVERB:
            before -= 1
        behind = before >= 0 and self.tokens[before].lower_ in COPULAR
        has_article = chunk.first < chunk.nouns
        return behind or (word.endswith("est") if has_article else ADJECTIVE.fullmatch(word) is not None)

    def _joined(self, chunk: Chunk) -> Chunk | None:
        """The phrase that "and" joins to this one, if it has no article and no verb of its own."""
        other = self._starting.get(chunk.end + 1) if self.kinds[chunk.end : chunk.end + 1] == tags.AND else None
        return other if other and other.first == other.nouns and not self.acts(other) else None

    def acts(self, chunk: Chunk) -> bool:
        """Whether a verb follows at once."""
        return self.kinds[chunk.end :].lstrip(tags.ADVERB)[:1] in tuple(tags.VERB + tags.AUXILIARY)

    def _extended(self, end: int) -> Iterator[int]:
        """Where it ends with one, two, … phrases that hang on it."""
        while end + 1 < len(self.tokens) and self.tokens[end].lower_ in HANGING:
            following = self._starting.get(end + 1)
            if following is None or self.tokens[end].lower_ == "since":
                yield from self._dated_or_counted(end + 1)
                return
            end = following.end
            yield end

    def _dated_or_counted(self, at: int) -> Iterator[int]:
        """The end of a year, or of a sum that counts nothing: "an accord of 1961", "a bid of $63"."""
        if self.kinds[at] == tags.DATE and tags.YEAR.fullmatch(self.tokens[at].text):
            yield at + 1
        counted = re.match(f"{tags.NUMBER}+", self.kinds[at:])
        if counted and self.kinds[at - 1] == tags.OF and self.kinds[at + counted.end() :][:1] != tags.NOUN:
            yield at + counted.end()

    def _is_cut(self, chunk: Chunk, end: int) -> bool:
        """Whether an "of" goes on behind the end, a list in it, or what a word alone is for: "the right to".

        The first of two joined words may be an adjective: "military and economic ties".
        """
        following, beyond = self.kinds[end : end + 1], self.kinds[end + 1 : end + 2]
        listed = following == tags.AND and end > chunk.end and tags.AND not in self.kinds[chunk.end : end]
        joined = self._joined(chunk) if end == chunk.end else None
        adjective = end - chunk.nouns == 1 and joined is not None and joined.end - joined.nouns > 1
        purpose = following == tags.TO and beyond == tags.VERB and self.length(chunk.nouns, end) == 1
        return adjective or purpose or listed or (following == tags.OF and beyond != tags.DATE)

    def _number_of(self, start: int) -> int:
        """Where the number before a noun begins."""
        while start > 0 and self.kinds[start - 1] == tags.NUMBER:
            start -= 1
        return start
