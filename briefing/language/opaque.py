"""Step 2: subjects that only point back: a pronoun, "the bloc", "these three countries".

Enters: a sentence. Leaves: the `Head` that it begins with behind a lead-in or a
connective, or None where it begins with words that say what they mean.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.language.gazetteer import titles, words
from briefing.language.nouns import FINITE
from briefing.language.stems import VERB_FORMS, stem
from briefing.model import Sentence

Pointer = Literal["he", "she", "it", "they", "several", "country", "text", "body", "person"]

LED_IN = re.compile(
    r"(?:(?:Accordingly|Additionally|Also|As a result|At the same time|Consequently|Earlier|Furthermore|However"
    r"|In addition|In response|In turn|Instead|Later|Meanwhile|Moreover|Nevertheless|Nonetheless|Similarly|Since then"
    r"|Still|Then|Therefore|Thus), (?:also )?|(?:And|But|So|Then|Yet) )?"
    r"(?:(?:It (?:is|was|(?:can|could|may|must|should|will|would) (?:also )?be) \w+|Recall|Records have it"
    r"|(?:[\w.&’'-]+ ){1,5}(?:gathered|learned|learnt|recalls|reports|understands)) that )?"
)
PRONOUN = re.compile(r"(he|his|she|her|it|its|they|their)(?= [a-z])", re.IGNORECASE)
POINTERS: dict[str, Pointer] = {
    "he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it", "they": "they", "their": "they",
}  # fmt: skip
POSSESSIVES = frozenset({"his", "her", "its", "their"})
DEFINITE = re.compile(
    r"(?i:the|this|these|those)(?: (?P<count>two|three|four|five|six|seven))?(?: (?:former|regional))?"
    r" (?P<noun>[a-z]+)(?= (?P<verb>[a-z]+))"
)
COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
SEVERAL_PEOPLE = frozenset({"candidates", "leaders", "men", "ministers", "presidents", "rivals", "suspects", "women"})
SEVERAL_BODIES = frozenset({"bodies", "companies", "firms", "groups", "organisations", "organizations", "unions"})
ADVERBS = frozenset({"also", "already", "however", "later", "never", "not", "now", "once", "then", "too"})
OBJECT = re.compile(r" (?:\d|(?:a|an|each|in|it|no|one|on|the|their|to|with)\b)")
"""What stands behind a verb in the plural, "employ | 9,000", and seldom behind a noun."""
OPENING = FINITE | ADVERBS | VERB_FORMS | words("speech", "reporting", "verb")
"""What a predicate begins with."""
CARRYING = FINITE | ADVERBS | {"be", "been", "being"}
BEING = re.compile(r" (?:\w+ )?(?:is|was|be|been|being) (?:(?:also|later|now|not|still|then|\w+ly) )*(\w+)(.*)")
CLAUSE = re.compile(r"\b(?:how|that|whether|who|why)\b")
CLAUSE_WITHIN = 40
"""Characters behind "it is said" within which a clause tells what "it" stands for."""


@dataclass(frozen=True, slots=True)
class Head:
    """Words that point back: where they stand in the document, how they point, and the words behind them.

    `noun` is the noun of a definite, `count` how many things it says there are; `owns` tells a possessive.
    """

    start: int
    end: int
    pointer: Pointer
    behind: str
    noun: str = ""
    count: int = 1
    owns: bool = False

    @property
    def verb(self) -> str:
        """What the subject does, in its normal form; empty for a possessive."""
        following = (word.lower() for word in re.findall(r"[\w’']+", self.behind) if word.islower())
        return "" if self.owns else stem(next((word for word in following if word not in CARRYING), ""))


def head(sentence: Sentence) -> Head | None:
    """The subject at the head of a sentence, if it only points back."""
    match = LED_IN.match(sentence.text)
    at = match.end() if match else 0
    found = PRONOUN.match(sentence.text, at)
    if found:
        pronoun = found[1].lower()
        start, end = sentence.start + found.start(), sentence.start + found.end()
        return Head(start, end, POINTERS[pronoun], sentence.text[found.end() :], owns=pronoun in POSSESSIVES)
    found = DEFINITE.match(sentence.text, at)
    pointer = _points(found) if found else None
    if found is None or pointer is None:
        return None
    start, end = sentence.start + found.start(), sentence.start + found.end()
    count = COUNTED.get((found["count"] or "").lower(), 1)
    return Head(start, end, pointer, sentence.text[found.end() :], found["noun"].lower(), count)


def _points(found: re.Match[str]) -> Pointer | None:
    """How a definite points back; None where it says more than that, or where no verb follows it."""
    noun = found["noun"]
    following = found.string[found.end("verb") :]
    if not is_verb(found["verb"], following) and not (found["count"] and OBJECT.match(following)):
        return None
    if found["count"]:
        return "several" if noun in words("country") | SEVERAL_PEOPLE | SEVERAL_BODIES | {"sides"} else None
    if noun in {"country", "nation"}:
        return "country"
    if text_family(noun):
        return "text"
    if noun in words("body", "organisation", "firm"):
        return "body"
    return "person" if noun in titles() else None


def text_family(noun: str) -> frozenset[str]:
    """The words that may stand for the same text as a noun does; empty if it names no text."""
    kinds = (words(kind) for kind in ("accord", "statute", "judgment", "paper"))
    return next((kind for kind in kinds if noun in kind), frozenset())


def is_verb(word: str, behind: str) -> bool:
    """Whether a word in lower case begins what a subject does, as far as its form and the next word tell."""
    if word in OPENING or word.endswith("ed"):
        return True
    following = re.match(r" ([\w’'-]+)", behind)
    second = following[1].lower() if following else ""
    return word.endswith("s") and second not in FINITE and not second.endswith("ed")


def does(pointing: Head, kind: str, *, only: bool = False) -> bool:
    """Whether the subject does what a list of verbs says, and with `only` no other list as well."""
    kinds = {name for name in ("text_verb", "act_of_will", "impersonal") if pointing.verb in _stems(name)}
    return kind in kinds and (not only or len(kinds) == 1)


@cache
def _stems(kind: str) -> frozenset[str]:
    """The normal forms of a list of verbs; who speaks acts of his own will."""
    spoken = words("speech", "reporting", "telling") if kind == "act_of_will" else frozenset()
    return frozenset(stem(word) for word in words(kind) | spoken)


def is_impersonal(pointing: Head) -> bool:
    """Whether "it" may mean nothing, or all that was told: "it is clear that", "it was the first time"."""
    if pointing.owns:
        return False
    being = BEING.match(pointing.behind)
    if being is None:
        return does(pointing, "impersonal")
    acted = being[1].endswith(("ed", "ing")) or being[1] in VERB_FORMS
    return not acted or CLAUSE.search(being[2][:CLAUSE_WITHIN]) is not None or stem(being[1]) in _stems("impersonal")
