"""Step 2: what stands behind a name in commas, dashes or brackets and says who it is.

Enters: a name in a Doc. Leaves: "the leader of the party" of "X, 54, the leader
of the party,"; "leads the party" of "X, who leads the party,"; "Labour" of
"X (Labour)". A phrase that is not closed within a few words is none.
"""

from spacy.tokens import Span, Token

from briefing.language.bodies import BODIES
from briefing.language.gazetteer import demonyms, words
from briefing.language.nouns import PREPOSITIONS, is_finite, says_who
from briefing.language.runs import POSSESSIVES
from briefing.language.stems import VERB_FORMS

LONGEST = 16
"""Tokens behind a name. What is longer is a clause about something else."""
CLOSED_BY = {
    ",": frozenset(",.;—–:)"),
    "—": frozenset("—–.;"),
    "–": frozenset("—–.;"),
    "-": frozenset("-"),
    "(": frozenset(")"),
}
ARTICLES = frozenset({"a", "an", "one", "the"})
POINTING = frozenset({"her", "him", "it", "them", "there", "this", "us"})
"""What a role ends in that says nothing without the sentence before: "chairs it"."""
MARKS_AT_END = 3
"""Marks that may end a sentence: a stop, a quotation mark, a bracket; another stop is an abbreviation's."""
LONGEST_AGE = 3
"""Figures of an age."""


def apposition(ent: Span) -> Span | None:
    """The words behind the name that say who it is."""
    doc, at = ent.doc, _behind_acronym(ent, end_of_name(ent))
    at = _behind_age(ent, at)
    if at + 1 >= ent.sent.end or doc[at].text not in CLOSED_BY:
        return None
    phrase = _closed(ent, at)
    if phrase is None:
        return None
    if doc[at].text == "(":
        return _bracketed(ent, phrase)
    phrase = _related(phrase)
    return _clause(phrase) if phrase[0].lower_ in {"which", "who"} else _noun_phrase(ent, phrase)


def end_of_name(ent: Span) -> int:
    """The index behind the name and the noun that belongs to it: "the X coalition"."""
    doc = ent.doc
    is_body = ent.label_ != "person" and ent.end < ent.sent.end and doc[ent.end].lower_ in words("body_behind")
    return ent.end + 1 if is_body else ent.end


def _behind_acronym(ent: Span, at: int) -> int:
    """The index behind "(RC)", which says nothing of what a body is."""
    doc = ent.doc
    bracketed = ent.label_ != "person" and at + 3 < ent.sent.end and doc[at].text == "(" and doc[at + 2].text == ")"
    return at + 3 if bracketed else at


def _behind_age(ent: Span, at: int) -> int:
    """The index behind ", 54" where more follows."""
    doc = ent.doc
    aged = at + 2 < ent.sent.end and doc[at].text == "," and doc[at + 1].is_digit and len(doc[at + 1]) <= LONGEST_AGE
    return at + 2 if aged and doc[at + 2].text == "," else at


def _closed(ent: Span, opened: int) -> Span | None:
    """The words from behind a mark to the one that closes it."""
    doc, closing, depth = ent.doc, CLOSED_BY[ent.doc[opened].text], 0
    sentence_end = ent.sent.end
    for at in range(opened + 1, min(sentence_end, opened + 1 + LONGEST)):
        text = doc[at].text
        ends = depth == 0 and text in closing and (text != "." or at >= sentence_end - MARKS_AT_END)
        if ends:
            return doc[opened + 1 : at] if at > opened + 1 else None
        depth += (text == "(") - (text == ")")
    return None


def _bracketed(ent: Span, phrase: Span) -> Span | None:
    """A party or an office in brackets behind a person's name; no age, no dates, no side of a picture."""
    if ent.label_ != "person" or not all(token.is_alpha or token.text in {"-", ".", "'", "’"} for token in phrase):
        return None
    is_party = all(token.ent_type_ in BODIES for token in phrase)
    is_party = is_party or (len(phrase) == 1 and phrase[0].lower_ in words("party"))
    return phrase if is_party or any(says_who(token, ent.label_) for token in phrase) else None


def _related(phrase: Span) -> Span:
    """The phrase without what it says of who somebody is not: "and no relation", "who is not related to …"."""
    for token in phrase[1:-1]:
        following = {other.lower_ for other in phrase.doc[token.i + 1 : min(token.i + 4, phrase.end)]}
        if token.lower_ in {"and", "but", "who"} and following & {"no", "not", "unrelated"}:
            return phrase.doc[phrase.start : token.i]
    return phrase


def _clause(phrase: Span) -> Span | None:
    """A relative clause that says who someone is, without "who": "leads the party", "founded the company"."""
    if len(phrase) < 3 or phrase[-1].lower_ in POINTING:
        return None
    verb, following = phrase[1], phrase[2]
    if verb.lower_ == "is" and following.lower_ in ARTICLES:
        return phrase[2:]
    owns = verb.lower_ == "has" and (following.like_num or following.lower_ in ARTICLES)
    return phrase[1:] if owns or verb.lower_ in words("defining_verb") or _is_lasting(verb) else None


def _is_lasting(verb: Token) -> bool:
    """A verb in the present tense, which tells what is always so: "runs the dams"; no verb of speech."""
    word = verb.lower_
    passing = word in words("passing_verb") or word in words("speech") or word in words("reporting")
    passing = passing or word in words("telling") or word in words("act_of_speech")
    return verb.is_alpha and word.endswith("s") and not passing


def _noun_phrase(ent: Span, phrase: Span) -> Span | None:
    """A phrase that opens as a noun phrase does, has no verb, and names an office, a trade or a kind of body."""
    start = 1 if phrase[0].lower_ == "now" and len(phrase) > 1 else 0
    phrase = phrase[start:]
    if not _opens(ent, phrase) or _is_of_another(phrase):
        return None
    head = _head(phrase)
    if (
        any(is_finite(token) for token in head)
        or any(token.lower_ in words("speech") for token in phrase)
        or any(token.lower_ in words("interval") for token in head[-1:])
    ):
        return None
    if any(says_who(token, ent.label_) for token in head):
        return phrase
    is_person = ent.label_ != "person" and any(says_who(token, "person") for token in head)
    return phrase if _is_aside(phrase) and not is_person else None


def _is_aside(phrase: Span) -> bool:
    """Whether it is "a …" or "one of …" between two commas, whatever its noun: "a mother of three"."""
    closing = phrase.doc[phrase.end]
    whole = len(phrase) > 2 and closing.text != "." and not any(map(is_finite, phrase))
    return whole and phrase[0].lower_ in {"a", "an", "one"}


def _opens(ent: Span, phrase: Span) -> bool:
    """An article, an office without one, or whose it is: "leader of …", "Kenya's envoy", "French envoy"."""
    first = phrase[0]
    if first.like_num and first.lower_ != "one":
        return False
    possessive = any(token.text in POSSESSIVES for token in phrase[1:4])
    opens = first.lower_ in words("determiner", "title_adjective") | ARTICLES or says_who(first, ent.label_)
    trade = any(says_who(token, ent.label_) for token in phrase[1:3]) and not first.is_stop
    named = first.text in demonyms() or first.ent_type_ not in {"", "person"}
    return bool(opens or named or trade or (possessive and not first.is_stop))


def _is_of_another(phrase: Span) -> bool:
    """Whether another person's name follows its title there: "A B, President C D,", not "A B, an aide of C D,"."""
    named = [token.i for token in phrase if token.ent_type_ == "person"]
    if not named or phrase.doc[named[-1] + 1].text in POSSESSIVES:
        return False
    at = named[0] - 1
    while at > phrase.start and says_who(phrase.doc[at], "person"):
        at -= 1
    return phrase.doc[at].lower_ not in PREPOSITIONS


def _head(phrase: Span) -> Span:
    """The phrase up to its noun: before a preposition, a participle's clause or a relative one."""
    for token in phrase[1:]:
        if token.lower_ in PREPOSITIONS | words("clause_opener") or _opens_participle(token):
            return phrase.doc[phrase.start : token.i]
    return phrase


def _opens_participle(token: Token) -> bool:
    """A participle with what belongs to it: "a joint force | backed by France"."""
    participle = token.lower_.endswith(("ed", "ing")) or token.lower_ in VERB_FORMS
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return participle and following.is_stop
