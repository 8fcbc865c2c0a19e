"""Step 2: how certain a sentence is of what it tells: hedges, modality, denial.

Enters: a sentence's text. Leaves: the hedges in its own words, the modalities of
its verbs, and whether the main clause, or what somebody is said to have said in
it, is denied. A denial in a relative or adverbial clause denies something else.
"""

import re
from functools import cache

from briefing.language.gazetteer import words
from briefing.language.grammar import AUXILIARIES
from briefing.model import Modality

HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|alleged to"
    r"|(?:is|are|was|were) (?:said|believed|thought|understood|alleged|reported|rumou?red) to"
    r"|[Rr]eports have it|[Ii]t (?:is|was) (?:alleged|believed|rumou?red|thought|understood) that)\b",
)
"""Hedges that put what is told in the mouths of others."""
DOUBT = re.compile(
    r"\b(?:alleged|suspected|purported|apparently|seemingly|presumably|ostensibly|unconfirmed|unverified|appears? to"
    r"|seems? to|(?:(?:could|can)(?: ?not|n[’']t) |not )(?:\w+ ){0,3}(?:verified|confirmed))\b",
    re.IGNORECASE,
)
VERB = r"(?!of\b|has\b|have had\b|is\b|was\b|were\b|to\b|and\b|or\b|in\b|on\b|for\b|that\b|at\b|by\b)(?=[a-z])"
"""What follows a modal verb and no noun: "the will of the people", "its might has faded"."""
MODALITIES: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (
        "obligation",
        re.compile(
            r"\b(?:shall|(?<!\ba )must|should|ought to|(?:has|have|had) to"
            r"|(?:is|are|was|were|be) (?:required|obliged|obligated|bound) to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "future",
        re.compile(
            rf"(?<!political )(?<!free )\b(?:will (?:not\b|{VERB})|won[’']t\b|[’']ll\b"
            r"|(?:is|are) (?:about|going|planned|scheduled|slated) to\b"
            r"|(?:is|are) to (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|blame\b|date\b)[a-z])"
        ),
    ),
    (
        "possibility",
        re.compile(
            rf"\b(?:(?:may|might) (?:not\b|{VERB})|could (?!not\b)|perhaps\b|possibly\b|[Ii]t is possible that\b)"
        ),
    ),
    (
        "forecast",
        re.compile(
            r"\b(?:(?:is|are|be) (?:due|expected|forecast|(?:un)?likely|poised|projected|set) to\b"
            r"|(?:is|are) forecast\b|will (?:likely|probably)\b|[Ii]t is (?:un)?likely that\b|risks? \w+ing\b)"
        ),
    ),
    ("conditional", re.compile(r"\bwould\b", re.IGNORECASE)),
)
SIGNS: dict[Modality, tuple[str, ...]] = {
    "obligation": (
        "shall", "must", "should", "ought", "has to", "have to", "had to", "required", "obliged", "obligated", "bound",
    ),
    "future": (
        "will", "won't", "won’t", "'ll", "’ll", "about", "going", "planned", "scheduled", "slated", "is to", "are to",
    ),
    "possibility": ("may", "might", "could", "perhaps", "possibl"),
    "forecast": ("due", "expected", "forecast", "likely", "poised", "projected", "set to", "probably", "risk"),
    "conditional": ("would",),
}  # fmt: skip
"""Without one of these no pattern of a modality matches; to look for them takes a tenth of the time."""
WORD = re.compile(r"n[’']t\b|[^\W\d_]+?(?=n[’']t\b)|[^\W\d_]+|[,;:()“”\"—–.]")
DENIERS = frozenset({"n't", "cannot", "never", "neither", "no", "nobody", "none", "nor", "not"})
DENYING = frozenset({"deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing"})
FAILING = frozenset({"decline", "declined", "declines", "fail", "failed", "fails", "unable"})
"""Words that deny the infinitive behind them."""
REJECTING = frozenset({"dismissed", "rejected", "rejects"})
DENIED = frozenset({"accusations", "allegations", "charges", "claims", "reports", "suggestions"})
UNDONE = re.compile(r"un(?!der|ited\b|ified\b)\w+(?:ed|en|id)")
LEFT_UNDONE = frozenset({"go", "goes", "gone", "left", "remain", "remained", "remains", "went"})
"""Verbs that deny with a prefix: "remains unrecognised", "went unpaid"."""
EMPTY = frozenset({
    "doubt", "earlier", "far", "fewer", "just", "later", "least", "less", "long", "matter", "merely", "more", "only",
    "simply", "sooner",
})  # fmt: skip
"""What "not" and "no" stand before without denying the verb."""
CONTRASTS = frozenset({"", ",", "and", "but", "or", "with", "—", "–"})
"""What stands before a "not" or "no" that denies a phrase alone: "postponed, not cancelled", "whether or not"."""
ADVERBIAL = frozenset({"after", "as", "because", "before", "even", "lest", "once", "since", "than", "until"})
RELATIVE = frozenset({"although", "if", "though", "unless", "when", "where", "whereas", "while"}) | {
    "who", "whom", "whose", "which",
}  # fmt: skip
_DENIALS = DENIERS | DENYING | FAILING | REJECTING | LEFT_UNDONE
NEAR_VERB = 6
"""Words between a verb of speech and "that"."""


def hedges(text: str) -> tuple[str, ...]:
    """The words with which a sentence doubts what it tells, in order."""
    found = sorted({(match.start(), match.end()) for rule in (HEARSAY, DOUBT) for match in rule.finditer(text)})
    outer = [(start, end) for n, (start, end) in enumerate(found) if n == 0 or start >= found[n - 1][1]]
    return tuple(text[start:end] for start, end in outer)


def modality(text: str) -> frozenset[Modality]:
    """What the verbs of a sentence make of what it tells: a duty, something to come, or something that may be."""
    lower = text.casefold()
    likely = (pair for pair in MODALITIES if any(sign in lower for sign in SIGNS[pair[0]]))
    return frozenset(kind for kind, pattern in likely if pattern.search(text))


def is_negated(text: str) -> bool:
    """Whether the sentence denies what its main clause, or what somebody says in it, would tell."""
    told = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    if _DENIALS.isdisjoint(told):
        return False
    aside, spoken, verbs = False, -NEAR_VERB, 0
    for at, word in enumerate(told):
        if not word[0].isalpha():
            aside = False
        elif word in _reporting():
            spoken = at
        elif _opens_aside(told, at, spoken):
            aside, verbs = True, 0
        elif word in AUXILIARIES and told[at - 1] not in AUXILIARIES:
            # "The rain that had been expected did not come": the second verb is the main clause's.
            verbs += 1
            aside = aside and (verbs == 1 or spoken >= 0)
        if not aside and _denies(told, at):
            return True
    return False


@cache
def _reporting() -> frozenset[str]:
    return words("speech", "reporting", "telling") - DENYING


def _opens_aside(told: list[str], at: int, spoken: int) -> bool:
    """Whether a clause begins that is not the main one nor tells what somebody says."""
    word = told[at]
    if word == "that":
        return at - spoken > NEAR_VERB and at > 0 and told[at - 1] not in DENYING
    if word in ADVERBIAL:
        return at > 0 or "," in told
    return word in RELATIVE


def _denies(told: list[str], at: int) -> bool:
    """Whether a word denies the verb of its clause."""
    word, following = told[at], told[at + 1] if at + 1 < len(told) else ""
    before = told[at - 1] if at else ""
    if word in {"no", "not"}:
        return (
            following not in EMPTY and following not in {".", ","} and (before not in CONTRASTS or _leads(word, before))
        )
    if word in FAILING:
        return following == "to"
    if word in REJECTING:
        return bool(DENIED & set(told[at + 1 : at + 4]))
    if word in LEFT_UNDONE:
        return UNDONE.fullmatch(following) is not None
    return word in DENIERS or word in DENYING


def _leads(word: str, before: str) -> bool:
    """Whether "no" opens a clause: "No troops were sent", "…, but no one died"."""
    return word == "no" and before not in {"or", "with"}
