"""Step 2: which words of a sentence are nouns and which are verbs, as far as rules see it.

Enters: a sentence in tokens with its names and dates. Leaves: a letter for each
token. The form of a word, what stands before it and what follows decide; a word
that can be both ("fight", "talks") is a verb where its clause has no other.
"""

import re
from collections.abc import Callable, Iterable

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span

from briefing.language.gazetteer import speaking, words
from briefing.language.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    JOINTS,
    LINKING,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_base,
    is_past,
)
from briefing.language.runs import POSSESSIVES

NOUN, VERB, AUXILIARY, DETERMINER, NUMBER, PREPOSITION, TO, AND = "NVXDQPTC"
ADVERB, DATE, OTHER, STOP, OPENER, OF, OWNS = "AZRSWOG"
"""Nouns and their adjectives are one kind; OPENER opens a clause, OWNS is the "'s" of an owner."""

OPENERS = (CONJUNCTIONS - PREPOSITIONS) | RELATIVES | {"how", "so", "than", "that", "why"}
ALWAYS = {
    word: kind
    for kind, listed in (
        (PREPOSITION, PREPOSITIONS), (DETERMINER, DETERMINERS), (OPENER, OPENERS), (AND, JOINTS), (OF, {"of"}),
        (TO, {"to"}), (AUXILIARY, AUXILIARIES | LINKING | {"having", "n't", "n’t"}), (OWNS, POSSESSIVES),
    )
    for word in listed
}  # fmt: skip
"""What a word is wherever it stands, or nearly."""
PARTICLES = frozenset({"down", "off", "out", "up"})
"""Prepositions that belong to a verb before them: "set up a fund"."""
TAKES_TO = frozenset({
    "access", "according", "aid", "answer", "approach", "assistance", "blow", "challenge", "close", "contrary",
    "damage", "due", "end", "exports", "help", "loans", "opposition", "owing", "production", "reaction", "response",
    "return", "solution", "support", "thanks", "threat", "up", "visit",
})  # fmt: skip
"""Words behind which "to" leads to a thing: "a threat to shipping"."""
BEFORE_GERUND = frozenset({
    "avoid", "avoided", "began", "begin", "begun", "consider", "considered", "continue", "continued", "keep", "kept",
    "risk", "risked", "start", "started", "stop", "stopped",
})  # fmt: skip
"""Verbs that a gerund follows: "stopped making cars"."""
GOVERNED = DETERMINERS | PREPOSITIONS | {"to", "him", "it", "them"}
"""What a verb at the head of a clause governs."""
HYPHENS = frozenset({"-", "‑"})
MARKS = frozenset("$€£'’")
"""What a word may begin with, beside letters and figures."""
YEAR = re.compile(r"(?:19|20)\d\d")
END = "."
"""What follows the last word."""


def tagged(sentence: Span, named: Iterable[Span], dated: Iterable[Span]) -> str:
    """A letter for each token of the sentence."""
    known = {at - sentence.start: NOUN for span in named for at in range(span.start, span.end)}
    known |= {at - sentence.start: DATE for span in dated for at in range(span.start, span.end)}
    return _Tagger(sentence).tagged(known)


class _Tagger:
    """Goes through the words once; what it has found of a sentence tells of what comes."""

    def __init__(self, sentence: Span) -> None:
        self.tokens = list(sentence)
        self.words = [token.lower_ for token in self.tokens]
        self.found = ""

    def tagged(self, known: dict[int, str]) -> str:
        for n in range(len(self.tokens)):
            self.found += known.get(n) or self._tag(n)
        return self.found

    def _tag(self, n: int) -> str:
        if self._is_joined(n) or self._is_joined(n + 1):
            return NOUN
        return self._closed(n) or self._open(n)

    def _is_joined(self, n: int) -> bool:
        """Whether a token is a hyphen within a word, or the part behind it."""
        at = n if self.words[n : n + 1] and self.words[n] in HYPHENS else n - 1
        if not 0 < at < len(self.words) or self.words[at] not in HYPHENS:
            return False
        return not (self.tokens[at - 1].whitespace_ or self.tokens[at].whitespace_)

    # --- words that have a kind by themselves ------------------------------------------------------

    def _closed(self, n: int) -> str:
        """The kind of a word that has one by itself; empty where it takes its neighbours to tell."""
        word, before = self.words[n], self.found[-1:]
        if kind := ALWAYS.get(word):
            return self._in_place(word, kind, before)
        if word in {"'", "’"} and before == NOUN and not self.tokens[n - 1].whitespace_:
            return OWNS
        if not (word[0].isalnum() or word[0] in MARKS):
            return STOP
        return self._counted(n, before) or self._adverb(word)

    def _in_place(self, word: str, kind: str, before: str) -> str:
        """What a word is nearly always, but for a few places."""
        if word in PARTICLES and before == VERB:
            return ADVERB
        return DETERMINER if word == "that" and before == PREPOSITION else kind

    def _counted(self, n: int, before: str) -> str:
        """A year, a day or a month, a number."""
        word, token = self.words[n], self.tokens[n]
        if word == "first":
            return NOUN if before in {DETERMINER, OWNS} else ADVERB
        if YEAR.fullmatch(word) and before in {OF, PREPOSITION}:
            return DATE
        if token.like_num or word[0] in "$€£":
            return NUMBER
        return DATE if word in words("calendar") and token.text[0].isupper() else ""

    def _adverb(self, word: str) -> str:
        if is_adverb(word):
            return ADVERB
        return OTHER if word in STOP_WORDS and not (is_base(word) or is_past(word)) else ""

    # --- nouns and verbs ---------------------------------------------------------------------------

    def _open(self, n: int) -> str:
        """Noun or verb, by what stands before."""
        if self.tokens[n].text[0].isupper() and n:
            return NOUN
        is_verb = _BEHIND.get(self._last(), _Tagger.acts_behind_stop)(self, n)
        return VERB if is_verb else NOUN

    def _last(self) -> str:
        """The kind of the word before, adverbs looked past."""
        return self.found.rstrip(ADVERB)[-1:] or STOP

    def acts_behind_noun(self, n: int) -> bool:
        word, following = self.words[n], self._next(n)
        if is_past(word) or word.endswith("ed") or word in speaking():
            return True
        if word.endswith("ing"):
            return word not in words("gerund") or following in DETERMINERS
        # "The two not only face …": an adverb stands before a verb.
        if self.found[-1] == ADVERB and is_base(word):
            return True
        governs = following in DETERMINERS and word not in words("empty_noun")
        if governs and (word.endswith("s") or is_base(word)):
            return True
        return is_base(word) and not (self._has_verb() or self._is_verb_ahead(n) or self._is_fronted())

    def _is_fronted(self) -> bool:
        """Whether the noun phrase hangs on a preposition that opens the clause: "In a bold move to …"."""
        return re.fullmatch(f"{PREPOSITION}[{DETERMINER}{NUMBER}{ADVERB}{NOUN}{OF}]*", self._clause()) is not None

    def acts_behind_opening(self, n: int) -> bool:
        """Behind "the" or "in": a noun, but for a gerund of what follows."""
        gerund = self.words[n].endswith("ing") and self.words[n] not in words("gerund")
        return gerund and self.found[-1] in {PREPOSITION, OF} and self._next(n) not in {"of", END}

    def acts_behind_auxiliary(self, n: int) -> bool:
        word = self.words[n]
        carrier = next((one for one in reversed(self.words[:n]) if ALWAYS.get(one) == AUXILIARY), "")
        return carrier in MODALS or is_past(word) or word.endswith(("ed", "ing"))

    def acts_behind_to(self, n: int) -> bool:
        word, governor = self.words[n], self.words[n - 2] if n > 1 else ""
        plural = word.endswith("s") and not word.endswith("ss")
        return not plural and (governor not in TAKES_TO or self._next(n) in DETERMINERS)

    def acts_behind_verb(self, n: int) -> bool:
        word, following = self.words[n], self._next(n)
        modifies = following.isalpha() and following not in STOP_WORDS and not following.endswith("ly")
        if word.endswith("ed"):
            return not modifies
        governed = self.words[n - 1] in BEFORE_GERUND or not modifies
        return word.endswith("ing") and word not in words("gerund") and governed

    def acts_behind_stop(self, n: int) -> bool:
        """At the head of a clause, or behind a pronoun."""
        word = self.words[n]
        if self._last() in {OTHER, OPENER}:
            return is_past(word) or is_base(word) or word in speaking()
        if (word.endswith("ing") and word not in words("gerund")) or (n and word in speaking()):
            return True
        if n and word.endswith("s") and is_base(word) and self._is_object(n + 1):
            return True
        return is_past(word) and (self._next(n) in GOVERNED or self._is_object(n + 1))

    def acts_behind_joint(self, n: int) -> bool:
        """Behind "and" comes what stood before it."""
        word, kinds = self.words[n], self.found.replace(ADVERB, "")
        if is_past(word) and (not word.endswith("ed") or self._next(n) in GOVERNED):
            return True
        if kinds[-3:-1] == TO + VERB:
            return True
        goes_on = kinds[-2:-1] == VERB or (self._has_verb() and self._is_object(n + 1))
        return goes_on and is_base(word)

    # --- around a word -----------------------------------------------------------------------------

    def _next(self, n: int) -> str:
        return self.words[n + 1] if n + 1 < len(self.words) else END

    def _is_object(self, n: int) -> bool:
        """Whether an object begins: with an article or a number."""
        return n < len(self.words) and (self.words[n] in DETERMINERS or self.tokens[n].like_num)

    def _has_verb(self) -> bool:
        """Whether the clause has its verb already."""
        return not {VERB, AUXILIARY}.isdisjoint(self._clause())

    def _clause(self) -> str:
        """The kinds of the words before, as far as they are of the same clause."""
        return re.split(f"[{STOP}{OPENER}]", self.found)[-1]

    def _is_verb_ahead(self, n: int) -> bool:
        """Whether a verb that is nothing else comes before the clause ends."""
        for word in self.words[n + 1 :]:
            if word in OPENERS or not (word[0].isalnum() or word[0] in MARKS | HYPHENS):
                return False
            if ALWAYS.get(word) == AUXILIARY or is_past(word) or word in speaking():
                return True
        return False


_BEHIND: dict[str, Callable[[_Tagger, int], bool]] = {
    **dict.fromkeys((NOUN, DATE), _Tagger.acts_behind_noun),
    **dict.fromkeys((DETERMINER, NUMBER, OF, OWNS, PREPOSITION), _Tagger.acts_behind_opening),
    AUXILIARY: _Tagger.acts_behind_auxiliary,
    TO: _Tagger.acts_behind_to,
    VERB: _Tagger.acts_behind_verb,
    AND: _Tagger.acts_behind_joint,
}
