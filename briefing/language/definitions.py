"""Step 2: sentences that say who someone is.

Enters: a name in a Doc. Leaves: "the head of the party" of "X is the head of the
party", "chairman" of "X was appointed as chairman". What is denied or supposed
says nothing.
"""

from spacy.tokens import Doc, Span

from briefing.language.appositions import ARTICLES, LONGEST
from briefing.language.gazetteer import words
from briefing.language.nouns import PREPOSITIONS, is_finite, says_who

BEING = frozenset({"is", "remains"})
MADE = frozenset({"be", "been", "being", "was", "were"})
SUPPOSED = frozenset({"if", "unless", "whether"})
"""What makes a clause no statement, before the name."""
OPENING = frozenset({"a", "an", "as", "be", "of", "office", "position", "post", "the", "to"})
"""What stands between the verb and the office: "elected to the office of …"."""
LASTING = frozenset({"for", "of", "to"})
"""Prepositions that belong to an office: "ambassador to the UN"; behind others an appointment tells when and how."""


def definition(ent: Span) -> Span | None:
    """The complement of "X is the …", up to the end of its clause."""
    doc, at = ent.doc, _behind_alias(ent)
    if at + 2 >= ent.sent.end or doc[at].lower_ not in BEING or doc[at + 1].lower_ not in ARTICLES or _is_supposed(ent):
        return None
    end = _clause_end(doc, at + 1, ent.sent.end)
    head = next((i for i in range(at + 2, end) if doc[i].lower_ in PREPOSITIONS), end)
    named = any(says_who(token, ent.label_) for token in doc[at + 2 : head])
    return doc[at + 1 : end] if named and end - at <= LONGEST else None


def _behind_alias(ent: Span) -> int:
    """The index behind "X, known as Y,"."""
    doc, at = ent.doc, ent.end
    if at + 3 < ent.sent.end and doc[at].text == "," and doc[at + 1].lower_ in {"also", "better", "known"}:
        closing = next((i for i in range(at + 1, min(at + LONGEST, ent.sent.end)) if doc[i].text == ","), None)
        return at if closing is None else closing + 1
    return at


def _is_supposed(ent: Span) -> bool:
    return any(ent.doc[at].lower_ in SUPPOSED for at in range(max(ent.sent.start, ent.start - 4), ent.start))


def _clause_end(doc: Doc, start: int, limit: int) -> int:
    """Where the clause ends: at a mark, a conjunction with a verb behind it, or another clause."""
    for at in range(start, limit):
        token = doc[at]
        closes = token.is_punct and token.text not in {"-", "'", "’"}
        joins = token.lower_ in {"and", "or"} and at + 1 < limit and is_finite(doc[at + 1])
        if closes or joins or (token.lower_ in words("clause_opener") - {"for", "that", "which", "who"}):
            return at
    return limit


def appointment(ent: Span) -> Span | None:
    """The office in which "X was appointed", or "they named X"."""
    doc, first = ent.doc, ent.sent.start
    if _is_supposed(ent):
        return None
    if ent.start > first and doc[ent.start - 1].lower_ in words("appointing"):
        return _office(ent, ent.end)
    at = ent.end
    while at < ent.sent.end and at - ent.end < 3 and doc[at].lower_ in MADE | {"has", "had", "have"}:
        at += 1
    made = at > ent.end and at < ent.sent.end and doc[at - 1].lower_ in MADE and doc[at].lower_ in words("appointing")
    return _office(ent, at + 1) if made else None


def _office(ent: Span, start: int) -> Span | None:
    """The office named there, without "as" and without when and how."""
    doc, limit = ent.doc, min(ent.sent.end, start + LONGEST)
    while start < limit and doc[start].lower_ in OPENING:
        start += 1
    end = next((i for i in range(start, limit) if _ends_office(doc, i)), None)
    if end is None or not any(says_who(token, ent.label_) for token in doc[start:end]):
        return None
    return doc[start:end]


def _ends_office(doc: Doc, at: int) -> bool:
    token = doc[at]
    mark = token.is_punct and token.text not in {"-", "'", "’"}
    adverbial = token.lower_ in (PREPOSITIONS - LASTING) | {"after", "and", "before", "by", "last", "since", "this"}
    return mark or adverbial or token.lower_ in words("calendar", "clause_opener") - {"for"} or is_finite(token)
