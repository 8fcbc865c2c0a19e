"""Step 3: which of several wordings a brief quotes, and where it begins.

Enters: the sentences that state one fact. Leaves: the one that tells most and
stands by itself, with its quotation in full. It begins behind a lead-in that
only names the outlet, and behind a connective ("Also,") where a whole sentence
is left. What is left out is left out as a span: the rest stays verbatim. An
attribution to a real speaker and a hedge are never cut.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefing.model import Attribution, Sentence

OUTLET = (
    r"(?:news ?paper|news platform|platform|paper|outlet|publication|medium|correspondents?|reporters?|news agency"
    r"|news ?room|website|magazine)"
)
LEARNS = (
    r"(?:(?:(?:has |have )?(?:gathered|learn(?:ed|t))|observed|recalled|recalls|understands"
    r"|can (?:\w+ly |now )*(?:confirm|report|reveal)) that\s)"
)
REPORTS = r"(?:report(?:ed|s) that\s)"
OWN = rf"(?:[Tt]his|[Oo]ur) {OUTLET}"
NAME = r"(?:The )?(?P<outlet>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
BEFORE = r"(?:already |earlier |first |previously )?reported (?:earlier )?(?:by|in)"
LEAD_INS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[Ii]t (?:can|could|may|must|should|will|would) (?:also )?be (?:noted|recalled|remembered) that\s",
        r"[Ii]t (?:is|was) (?:also )?(?:gathered|noteworthy|recalled|worth noting|worthy of note) that\s",
        r"(?:Recall|Records have it) that\s",
        rf"{OWN} (?:{LEARNS}|{REPORTS})",
        rf"As {BEFORE} {OWN},\s",
        rf"[Aa]ccording to (?:our (?:findings|information)|findings by {OWN}),\s",
        rf"(?:Our (?:checks|findings)|(?:Checks|Findings) by {OWN}) (?:reveal|show)(?:ed|s)? that\s",
        rf"Information (?:available to|reaching) (?:us|{OWN}) (?:has it|indicates|shows) that\s",
        rf"{NAME} (?:{LEARNS}|{REPORTS})",
        rf"As {BEFORE} {NAME},\s",
    )
)
"""What names nobody but the outlet; behind a name that is not the outlet's own a speaker is named, and stays."""
SELF = re.compile(rf"{NAME} {LEARNS}")
JOINT = re.compile(
    r"(?:(?:Accordingly|Additionally|Addressing this|Also|As a result|Besides|Consequently|Furthermore|Hence|However"
    r"|In addition|In response|In turn|Indeed|Likewise|Meanwhile|Moreover|Nevertheless|Nonetheless|On the other hand"
    r"|Similarly|Still|Therefore|Thus), |(?:And|But) (?=(?:a|an|the) |[A-Z]))"
)
"""A connective that joins a sentence to what stood before. Those that say when or whether ("Later,") are none."""
WHOLE = re.compile(r"(?:a|an|the) \w|[A-Z\d“\"]")
"""How what is left may begin: with a name or a figure, or with an article, whose capital is shown in brackets."""

PRONOUN = re.compile(r"[“\"]?(?i:He|She|It|They|This|That|These|Those|Such|His|Her|Its|Their|We|Our|I)\b")
SPEAKER = re.compile(r"[“\"](?:I|My|Our|We)\b")
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
CLAUSE_OF_PRONOUN = re.compile(
    r"(?:After|Although|As|Because|Before|If|Once|Since|Unless|Until|When|While)"
    r" (?:he|she|it|they|this|these|those)\b[^,]*,\s"
)
"""A clause before the main one whose subject the main one has to name."""
BEHIND_ADVERBIAL = re.compile(
    r"(?:At|By|During|For|From|In|On|Since|To|Under|With|Within|Without)\b[^,.;:—–]{3,60}?,? (?:he|she|it|they) [a-z]"
)
"""A subject that points back behind an adverbial at the head: "In the contest before it had stood at 71 percent"."""
WITHIN = re.compile(r"\b(?:these|those|such) (?!who\b|as\b|of\b|in\b|with\b|days\b|weeks\b|months\b|years\b)[a-z]+")
"""What points back from within a sentence."""
ENDED = re.compile(r"[.!?…][”\"'’)\]]*$|[”\"]$")
REPORTED = re.compile(rf"{NAME} (?:reports|reported|can report) that\s")
SHORTEST, LONGEST = 8, 45
"""Words. Shorter sentences seldom stand alone; longer ones tell more than one fact."""
NUMBERS = 0.2
"""What a wording gains that has all the numbers which any has: "won" tells less than "won with 53 percent"."""
QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
IN_FULL = 5
"""Words of a quotation that other wordings should not cut."""
CUT_SHORT = 0.5
"""What a wording loses that has nothing of the quotation which another has in full."""
TOLD = 0.6
"""Least share of the fact's telling words in the wording with the fullest quotation, for the fact to be a quotation."""


def outlets(sentences: Collection[Sentence], publishers: Collection[str]) -> frozenset[str]:
    """The names by which outlets speak of themselves in these sentences, and the publishers.

    A known outlet that "has learned" something is another's source, unless it is the publisher.
    """
    return frozenset({name for sentence in sentences for name in _own_name(sentence)} | set(publishers))


def _own_name(sentence: Sentence) -> Iterator[str]:
    match = SELF.match(sentence.text)
    name = match["outlet"] if match else None
    return (e.text for e in sentence.entities if e.kind == "outlet" and not e.listed and e.text == name)


def without_lead_in(sentence: Sentence, own_names: Collection[str]) -> Sentence:
    """The sentence from behind what only names the outlet or joins it to another, where a whole sentence is left."""
    joint = JOINT.match(sentence.text)
    at = joint.end() if joint else 0
    for pattern in LEAD_INS:
        match = pattern.match(sentence.text, at)
        if match and match.groupdict().get("outlet", "") in {"", *own_names}:
            return replace(_from(sentence, match.end()), attribution=_still(sentence, match.end()))
    return _from(sentence, at) if joint and WHOLE.match(sentence.text, at) else sentence


def _from(sentence: Sentence, start: int) -> Sentence:
    """The sentence from a place in its text on."""
    place = sentence.start + start
    named = tuple(entity for entity in sentence.entities if entity.start >= place)
    left = tuple(_from(clause, max(place - clause.start, 0)) for clause in sentence.clauses if clause.end > place)
    return replace(
        sentence,
        start=place,
        text=sentence.text[start:],
        entities=named,
        phrases=tuple(phrase for phrase in sentence.phrases if phrase in sentence.text[start:]),
        clauses=left if len(left) > 1 or any(clause.clauses for clause in left) else (),
    )


def _still(sentence: Sentence, start: int) -> Attribution | None:
    """Who says it, where what is left names them: "This newspaper understands that the mayor said …"."""
    said, left = sentence.attribution, sentence.text[start:]
    return said if said and said.speaker and said.speaker in left and said.cue in left else None


def stands_alone(sentence: Sentence) -> float:
    """From 0 to 1: how well a reader understands the sentence without what stood before it."""
    words = len(sentence.text.split())
    connective = CONNECTIVE.match(sentence.text)
    subject = sentence.text[connective.end() if connective else 0 :].lstrip(" ,")
    explained = 0.2 if sentence.reference and sentence.reference.start >= sentence.start else 1.0
    score = 1.0
    score -= 0.3 * (connective is not None)
    score -= 0.55 * explained * (PRONOUN.match(subject) is not None and not _speaks_of_oneself(sentence))
    score -= 0.55 * (PRONOUN_SPEAKS.search(sentence.text) is not None)
    score -= 0.55 * _points_ahead(sentence)
    score -= 0.4 * explained * (BEHIND_ADVERBIAL.match(sentence.text) is not None)
    score -= 0.25 * (connective is not None and WITHIN.search(subject) is not None)
    score -= 0.15 * explained * (BACK_REFERENCE.match(subject) is not None)
    score -= 0.3 * sentence.text[0].islower() * (0.8 if WHOLE.match(sentence.text) else 1.0)
    score -= 0.55 * _speaks_for_nobody(sentence)
    score -= 0.3 * (words < SHORTEST)
    score -= 0.3 * (not ENDED.search(sentence.text))
    score -= min(0.5, 0.02 * max(0, words - LONGEST))
    return max(0.0, round(score, 6))


def _points_ahead(sentence: Sentence) -> bool:
    """Whether it begins with a clause about somebody whom its main clause does not name at once: "As they fled, …"."""
    clause = CLAUSE_OF_PRONOUN.match(sentence.text)
    if clause is None:
        return False
    main = sentence.start + clause.end()
    return not any(main <= entity.start <= main + len("the ") for entity in sentence.entities)


def _speaks_of_oneself(sentence: Sentence) -> bool:
    """Whether a quotation begins with the first person, and who that is stands behind it."""
    said = sentence.attribution
    return SPEAKER.match(sentence.text) is not None and said is not None and (said.speaker or "\n") in sentence.text


def _speaks_for_nobody(sentence: Sentence) -> bool:
    """Whether "X reports that" leads in, X being no name that analysis knows: most often the outlet itself."""
    match = REPORTED.match(sentence.text)
    return match is not None and not any(
        entity.start < sentence.start + match.end("outlet") and entity.kind != "outlet" for entity in sentence.entities
    )


def best(sentences: Sequence[Sentence], tells: Sequence[float]) -> int:
    """The index of the wording to quote.

    Args:
        sentences: the wordings, in a fixed order.
        tells: for each, the share of the fact's telling words that it has, 0 to 1.
    """
    cut = _cut(sentences, tells)
    most = max(1, *(len(sentence.quantities) for sentence in sentences))
    quality = [
        told + stands_alone(sentence) + NUMBERS * len(sentence.quantities) / most - short
        for sentence, told, short in zip(sentences, tells, cut, strict=True)
    ]
    return max(range(len(sentences)), key=lambda i: (round(quality[i], 6), -i))


def _cut(sentences: Sequence[Sentence], tells: Sequence[float]) -> list[float]:
    """What each wording loses for what it leaves out of the quotation, where the fact is one."""
    quoted = [_quoted(sentence) for sentence in sentences]
    most = max(quoted)
    if most < IN_FULL or tells[quoted.index(most)] < TOLD:
        return [0.0] * len(sentences)
    return [CUT_SHORT * (1 - words / most) for words in quoted]


def _quoted(sentence: Sentence) -> int:
    """The words that it quotes; what it leaves out of them counts as none."""
    if sentence.attribution is None or sentence.attribution.nature != "quote":
        return 0
    return sum(len(passage.split()) for passage in QUOTATION.findall(sentence.text))
