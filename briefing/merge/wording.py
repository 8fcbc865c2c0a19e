"""Step 3: which of several wordings a brief quotes.

Enters: the sentences that state one fact. Leaves: the one that tells most and
stands by itself, without a lead-in that only names the outlet. What is left
out is left out as a span: the rest stays verbatim. An attribution to a real
speaker is never cut.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefing.model import Sentence

OUTLET = (
    r"(?:news ?paper|news platform|platform|outlet|publication|medium|correspondent|reporter|news agency"
    r"|website|magazine)"
)
LEARNS = r"(?:understands|gathered|learnt|learned|has learnt|has learned|has gathered|recalls|recalled)"
NAME = r"(?:[A-Z][\w.&’'-]*\s){1,4}"
LEAD_INS = tuple(
    re.compile(pattern)
    for pattern in (
        r"It (?:could|can|will|would|should|may|must) (?:also )?be (?:recalled|noted|remembered) that\s",
        r"It (?:is|was) (?:gathered|recalled|worth noting|noteworthy) that\s",
        r"(?:Recall|Records have it) that\s",
        rf"(?:This|Our) {OUTLET} (?:{LEARNS}|reports|reported|can report|observed) that\s",
        rf"(?P<outlet>{NAME}){LEARNS} that\s",
    )
)
PRESS = re.compile(
    r"\b(?:Chronicle|Courier|Gazette|Herald|Journal|Magazine|Media|News|Newspaper|Online|Post|Press|Radio|Telegraph"
    r"|Television|Times|Tribune|TV|Weekly)$|^(?:The )?(?:Daily|Radio)\b",
    re.IGNORECASE,
)
"""How an outlet's name ends or begins; another name before "recalled that" says who recalls it."""
REPORTS = re.compile(rf"(?P<outlet>{NAME})(?:reports|reported|can report) that\s")
"""Cut only where the text shows elsewhere that the name is the outlet's own; else it is a real speaker's."""

PRONOUN = re.compile(r"[“\"]?(?i:He|She|It|They|This|That|These|Those|Such|His|Her|Its|Their|We|Our|I)\b")
PRONOUN_SPEAKS = re.compile(r"[”\"],? (?:he|she|they|it) (?:said|says|told|wrote|[a-z]+ed)\b")
CONNECTIVE = re.compile(
    r"(?:But|And|Or|So|Yet|Also|Then|However|Therefore|Thus|Hence|Instead|Indeed|Nevertheless|Nonetheless|Additionally|Moreover"
    r"|Furthermore|Besides|Meanwhile|Similarly|Likewise|Still|Historically|Accordingly|Consequently|Otherwise|Earlier|Later|Afterwards"
    r"|In response|In addition|In turn|As a result|Since then|At the same time|On the other hand|Addressing this"
    r"|(?:Despite|Amid|After|Before|Following|Given|With) (?:this|that|these|those))\b"
)
BACK_REFERENCE = re.compile(
    r"(?i:The|These|Those|This|That|Such) (?:two|three|four|five|latter|former|other|same|said|bloc|group|accord|pact"
    r"|deal|agreement|country|countries|nation|nations|states|company|party|parties|move|decision|statement|clause)\b"
)
ENDED = re.compile(r"[.!?…][”\"'’)\]]*$|[”\"]$")
SHORTEST, LONGEST = 8, 45
"""Words. Shorter sentences seldom stand alone; longer ones tell more than one fact."""


def outlets(sentences: Collection[Sentence], publishers: Collection[str]) -> frozenset[str]:
    """The names by which outlets speak of themselves in these sentences, and the publishers."""
    leads = (pattern.match(sentence.text) for sentence in sentences for pattern in LEAD_INS)
    names = {match["outlet"].strip() for match in leads if match and "outlet" in match.groupdict()}
    named = {name for name in names if PRESS.search(name)}
    known = {entity.text for sentence in sentences for entity in sentence.entities if entity.kind != "outlet"}
    return frozenset((named - known) | set(publishers))


def without_lead_in(sentence: Sentence, own_names: Collection[str]) -> Sentence:
    """The sentence from behind a lead-in that only names the outlet."""
    for pattern in (*LEAD_INS, REPORTS):
        match = pattern.match(sentence.text)
        if match and match.groupdict().get("outlet", "").strip() in {"", *own_names}:
            start = match.end()
            return replace(sentence, start=sentence.start + start, text=sentence.text[start:], attribution=None)
    return sentence


def stands_alone(sentence: Sentence) -> float:
    """From 0 to 1: how well a reader understands the sentence without what stood before it."""
    words = len(sentence.text.split())
    connective = CONNECTIVE.match(sentence.text)
    subject = sentence.text[connective.end() if connective else 0 :].lstrip(" ,")
    score = 1.0
    score -= 0.3 * (connective is not None)
    score -= 0.55 * bool(PRONOUN.match(subject) or PRONOUN_SPEAKS.search(sentence.text))
    score -= 0.15 * bool(BACK_REFERENCE.match(subject))
    score -= 0.3 * sentence.text[0].islower()
    score -= 0.55 * _speaks_for_nobody(sentence)
    score -= 0.3 * (words < SHORTEST)
    score -= 0.3 * (not ENDED.search(sentence.text))
    score -= min(0.5, 0.02 * max(0, words - LONGEST))
    return max(0.0, round(score, 6))


def _speaks_for_nobody(sentence: Sentence) -> bool:
    """Whether "X reports that" leads in, X being no name that analysis knows: most often the outlet itself."""
    match = REPORTS.match(sentence.text)
    return match is not None and not any(
        entity.start < sentence.start + match.end("outlet") and entity.kind != "outlet" for entity in sentence.entities
    )


def best(sentences: Sequence[Sentence], tells: Sequence[float]) -> int:
    """The index of the wording to quote.

    Args:
        sentences: the wordings, in a fixed order.
        tells: for each, the share of the fact's telling words that it has, 0 to 1.
    """
    quality = [told + stands_alone(sentence) for sentence, told in zip(sentences, tells, strict=True)]
    return max(range(len(sentences)), key=lambda i: (round(quality[i], 6), -i))
