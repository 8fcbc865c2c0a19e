"""Step 2: who a name is, in the sentence's own words.

Enters: a Doc with `doc.ents`. Leaves: `ent._.role`, the span of the words that
stand before a name ("Mali's junta leader, X"; "the regional bloc Y") or after
it in apposition ("X, the leader of the party,").
"""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import demonyms, titles, words
from briefing.language.lemmas import VERB_FORMS

LONGEST_ROLE = 14
"""Words. What is longer is a clause about something else."""
POSSESSIVES = frozenset({"'s", "’s"})
PREPOSITIONS = frozenset({"at", "for", "in", "of", "on", "to"})


@Language.component("roles", requires=["doc.ents"])
def roles(doc: Doc) -> Doc:
    """Set `ent._.role` where the sentence tells it."""
    for ent in doc.ents:
        if ent.label_ in {"person", "organisation", "group"}:
            ent._.role = _after(ent) or _before(ent) or _within(ent)
    return doc


def _nouns(ent: Span) -> frozenset[str]:
    return titles() if ent.label_ == "person" else words("body")


def _before(ent: Span) -> Span | None:
    """The noun phrase that leads up to the name, with or without a comma between."""
    doc, first = ent.doc, ent.sent.start
    end = ent.start - 1 if ent.start > first and doc[ent.start - 1].text == "," else ent.start
    if end <= first or doc[end - 1].lower_.rstrip(".") not in _nouns(ent):
        return None
    start = end - 1
    while start > first and end - start < LONGEST_ROLE and _leads(doc[start - 1]):
        start -= 1
    while start < end and (
        doc[start].lower_ in words("determiner") or doc[start].is_punct or doc[start].text in POSSESSIVES
    ):
        start += 1
    said = any(token.lower_.rstrip(".") not in words("honorific") for token in doc[start:end])
    return doc[start:end] if said else None


def _leads(token: Token) -> bool:
    """A word that can stand in a noun phrase before its noun: no verb, no clause, no other name's list."""
    if token.text in POSSESSIVES | {"-", "’", "'"}:
        return True
    if token.is_punct or token.is_space or token.lower_ in PREPOSITIONS | {"and", "or"}:
        return False
    if token.ent_type_ == "person":
        return token.nbor(1).text in POSSESSIVES
    if token.ent_type_ or token.text in demonyms() or token.lower_ in words("determiner"):
        return True
    if token.lower_ in words("title_adjective") or _is_held(token):
        return True
    return token.is_alpha and not token.is_stop and not _is_verbal(token)


def _is_held(token: Token) -> bool:
    """Behind a hyphen, an article, a possessive or a name, what looks like a verb is an adjective."""
    before = token.nbor(-1) if token.i else token
    held = (
        before.text in POSSESSIVES | {"-"}
        or before.lower_ in words("determiner")
        or before.ent_type_ not in {"", "person"}
        or before.text in demonyms()
    )
    return held and token.is_alpha


def _is_verbal(token: Token) -> bool:
    """A verb or an adverb, as far as its form tells."""
    return token.lower_.endswith(("ly", "ed", "ing")) or token.lower_ in VERB_FORMS


def _within(ent: Span) -> Span | None:
    """The noun right behind a body's name: "the X coalition"."""
    if ent.label_ == "person" or ent.end >= ent.sent.end or ent.doc[ent.end].lower_ not in words("body"):
        return None
    return ent.doc[ent.end : ent.end + 1]


def _after(ent: Span) -> Span | None:
    """The apposition behind the name, up to the comma or full stop that closes it."""
    doc, limit = ent.doc, min(ent.sent.end, ent.end + 3 + LONGEST_ROLE)
    start = ent.end + len(_within(ent) or ())
    if start < limit and doc[start].text == "(":
        start += 3
    if start + 1 >= limit or doc[start].text != ",":
        return None
    start += 1
    opener, possessive = doc[start], doc[start + 1].text in POSSESSIVES
    if (
        opener.lower_ not in words("determiner") | _nouns(ent)
        and not opener.ent_type_
        and opener.text not in demonyms()
        and not possessive
    ):
        return None
    end = next(
        (token.i for token in doc[start:limit] if token.text in {",", ".", ";", "—", "–"} or token.lower_ == "which"),
        None,
    )
    if end is None or not any(token.lower_ in _nouns(ent) for token in doc[start:end]):
        return None
    return doc[start:end]
