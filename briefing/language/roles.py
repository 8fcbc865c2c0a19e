"""Step 2: who a name is, in the sentence's own words.

Enters: a Doc with `doc.ents`. Leaves: `ent._.role`, the span of the words that
stand before a name ("Mali's junta leader, X"; "the regional bloc Y") or behind
it ("X, the leader of the party,"; "X is the head of …"). Where a name has both,
an office goes before what else someone is.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language.appositions import apposition, end_of_name
from briefing.language.definitions import appointment, definition
from briefing.language.gazetteer import words
from briefing.language.nouns import PREPOSITIONS, is_finite, leads, says_who
from briefing.language.runs import POSSESSIVES

LONGEST_ROLE = 14
"""Tokens before a name. What is longer is a clause about something else."""
KINDS = frozenset({"person", "organisation", "group"})


@Language.component("roles", requires=["doc.ents"])
def roles(doc: Doc) -> Doc:
    """Set `ent._.role` where the sentence tells it."""
    for ent in doc.ents:
        if ent.label_ in KINDS:
            before = _before(ent)
            # In "the leader, X, signed the pact" the name is what stands in commas, and behind them the clause goes on.
            behind = None if before and doc[_honoured(ent) - 1].text == "," else apposition(ent)
            chosen = before if before and behind and _is_office(before, behind) else behind or before
            ent._.role = chosen or definition(ent) or appointment(ent) or _within(ent)
    return doc


def _is_office(before: Span, behind: Span) -> bool:
    """Whether the words before the name tell more: a title that is no rank, and behind the name "a …" or a clause."""
    is_rank = all(token.lower_.rstrip(".") in words("short_title") for token in before)
    return not is_rank and (behind[0].lower_ in {"a", "an", "one"} or behind[0].lower_.endswith("s"))


def _before(ent: Span) -> Span | None:
    """The noun phrase that leads up to the name, with or without a comma between."""
    doc, first = ent.doc, ent.sent.start
    start = _honoured(ent)
    comma = start > first and doc[start - 1].text == ","
    end = start - 1 if comma else start
    if end <= first:
        return None
    head = end - 1
    if not says_who(doc[head], ent.label_) and not (ent.label_ == "person" and doc[head].lower_ in words("kin")):
        head = _governing(ent, end) if comma and ent.label_ == "person" else -1
    if head < first:
        return None
    start = head
    while start > first and end - start < LONGEST_ROLE and leads(doc[start - 1]):
        start -= 1
    while start < head and (doc[start].is_punct or doc[start].text in POSSESSIVES):
        start += 1
    # "Still a teenager, X …" and "as mayor, X …" tell of a time, not who X is.
    opener = doc[start - 1] if comma and start > first else None
    passing = opener is not None and opener.lower_ in {"a", "an", "as"} and (start - 1 > first or opener.lower_ == "as")
    said = any(token.lower_.rstrip(".") not in words("honorific") for token in doc[start:end])
    kin = doc[head].lower_ in words("kin") and not any(token.text in POSSESSIVES for token in doc[start:head])
    return doc[start:end] if said and not passing and not kin else None


def _honoured(ent: Span) -> int:
    """Where the name begins with the titles before it that tell nothing: "Dr", "Sir"."""
    start = ent.start
    while start > ent.sent.start and ent.doc[start - 1].lower_.rstrip(".") in words("honorific"):
        start -= 1
    return start


def _governing(ent: Span, end: int) -> int:
    """The head of a phrase that goes on behind it: "the governor of the province, A B,"; -1 if there is none."""
    doc, first = ent.doc, max(ent.sent.start, end - LONGEST_ROLE)
    closed = ent.end < len(doc) and (doc[ent.end].is_punct or ent.end == ent.sent.end)
    for at in range(end - 1, first - 1, -1) if closed else ():
        token = doc[at]
        verbal = is_finite(token) or token.lower_.endswith("ed")
        if (token.is_punct and token.text != "-") or verbal or _leads_up(token):
            return -1
        if at + 1 < end and says_who(token, ent.label_) and doc[at + 1].lower_ in PREPOSITIONS:
            return at
    return -1


def _leads_up(token: Token) -> bool:
    """Whether another person's name ends there that the phrase is not about: "the lawyer for A B" is."""
    if token.ent_type_ != "person":
        return False
    at = token.i
    while at and token.doc[at].ent_type_ == "person":
        at -= 1
    return token.doc[at].lower_ not in {"for", "of", "to"}


def _within(ent: Span) -> Span | None:
    """The noun right behind a body's name: "the X coalition"."""
    end = end_of_name(ent)
    return ent.doc[ent.end : end] if end > ent.end else None
