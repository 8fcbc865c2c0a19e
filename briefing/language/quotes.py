"""Step 2: who says it. Quotations and reported claims, with speaker and cue.

Enters: a Doc with sentences and entities. Leaves: `sent._.attribution`, a
`model.Attribution` or None. The speaker is the sentence's own words; who "he"
is, this step does not guess.
"""

import re
from collections.abc import Collection, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import speaking, words
from briefing.language.within import Within
from briefing.model import Attribution

QUOTATION = re.compile(r"[“\"«][^”\"»]{12,}[”\"»]")
ACCORDING = re.compile(r"\b[Aa]ccording to ((?:the |a |an )?[^,.;]{2,60})")
HEDGES = re.compile(
    r"\b(reportedly|allegedly|alleged to|is said to|are said to|is believed to|are believed to|rumou?red"
    r"|[Rr]eports have it|[Ii]t (?:is|was) understood that)\b"
)
NEAR = 12
"""Tokens between a person's name and the verb of speech."""
NEAR_CLAUSE = 6
"""Tokens behind a verb of speech among which "that" opens what is said."""
BEHIND_SPEAKER = frozenset({"after", "at", "during", "in", "on", "that", "when"})
LONGEST_SPEAKER = 8
"""Words of the phrase that names who speaks, where it is no person's name."""


@Language.component("attribution", requires=["doc.sents", "doc.ents"], assigns=["span._.attribution"])
def attribution(doc: Doc) -> Doc:
    """Set `sent._.attribution` for every sentence."""
    people = Within(ent for ent in doc.ents if ent.label_ == "person")
    for sentence in doc.sents:
        here = people.inside(sentence)
        sentence._.attribution = _quotation(sentence, here) or _claim(sentence, here)
    return doc


def _quotation(sentence: Span, people: Sequence[Span]) -> Attribution | None:
    match = QUOTATION.search(sentence.text)
    if match is None:
        return None
    quoted = range(sentence.start_char + match.start(), sentence.start_char + match.end())
    outside = [token for token in sentence if token.idx not in quoted]
    cue = next((token for token in outside if token.text in speaking() and not _is_noun(token)), None)
    if cue is not None:
        return Attribution("quote", _speaker(cue, outside, people), cue.text)
    return Attribution("quote", None, "") if len(quoted) > 0.5 * len(sentence.text) else None


def _claim(sentence: Span, people: Sequence[Span]) -> Attribution | None:
    according = ACCORDING.search(sentence.text)
    if according:
        return Attribution("claim", according.group(1), "according to")
    for token in sentence[1:-1]:
        if token.text in speaking() and not _is_noun(token) and (_opens_clause(token) or _is_aside(token)):
            return Attribution("claim", _speaker(token, list(sentence), people), token.text)
    hedge = HEDGES.search(sentence.text)
    return Attribution("claim", None, hedge.group()) if hedge else None


def _opens_clause(cue: Token) -> bool:
    """What is said follows: "said it …", "said on Monday that …"."""
    if cue.nbor(1).lower_ in words("clause"):
        return True
    for token in cue.doc[cue.i + 1 : min(cue.i + NEAR_CLAUSE, cue.sent.end)]:
        if token.is_punct:
            return False
        if token.lower_ == "that":
            return True
    return False


def _is_aside(cue: Token) -> bool:
    """What is said stands before, or around: "…, the ministry said.", "…, said A B."."""
    if cue.text not in words("aside"):
        return False
    sentence = cue.sent
    before = cue.doc[max(sentence.start, cue.i - LONGEST_SPEAKER) : cue.i]
    if before[-1].text == ",":
        return True
    return cue.nbor(1).text in {",", "."} and any(token.text == "," for token in before)


def _is_noun(token: Token) -> bool:
    """After a determiner or a possessive, "claims" and "reports" are no verbs."""
    before = token.nbor(-1) if token.i else token
    return before.text in {"’s", "'s"} or before.lower_ in words("determiner")


def _speaker(cue: Token, outside: list[Token], people: Sequence[Span]) -> str | None:
    """The person named on the speaker's side of the cue, else the short phrase there; None where that is a pronoun."""
    inside = {token.i for token in outside}
    before = _phrase_before(cue, inside)
    near = [ent for ent in people if ent.start in inside and abs(ent.start - cue.i) <= NEAR]
    named = [ent for ent in near if ent.start < cue.i] if before else near
    if named:
        return str(min(named, key=lambda ent: abs(ent.start - cue.i)).text)
    phrase = before or _phrase_behind(cue, inside)
    # A phrase that ends in a function word is no noun phrase: "refused to concede and (said)", "which it (called)".
    is_name = 0 < len(phrase) <= LONGEST_SPEAKER and not phrase[-1].is_stop
    return str(phrase.text) if is_name else None


def _phrase_before(cue: Token, inside: Collection[int]) -> Span:
    """The words up to the cue, without those that only carry the verb: "the ministry (has also) said"."""
    start = end = cue.i
    while start - 1 in inside and not cue.doc[start - 1].is_punct:
        start -= 1
    while end > start and (cue.doc[end - 1].lower_ in words("auxiliary") or cue.doc[end - 1].lower_.endswith("ly")):
        end -= 1
    return cue.doc[start:end]


def _phrase_behind(cue: Token, inside: Collection[int]) -> Span:
    """The words behind the cue: "…, said the ministry (on Monday)"."""
    end = cue.i + 1
    while end in inside and not (cue.doc[end].is_punct or cue.doc[end].lower_ in BEHIND_SPEAKER):
        end += 1
    return cue.doc[cue.i + 1 : end]
