"""Step 2: which words say who someone is, for roles before and behind a name.

Enters: tokens. Leaves: whether they name an office, a trade or a kind of body,
and whether they can stand in a noun phrase before one.
"""

from spacy.tokens import Token

from briefing.language.gazetteer import demonyms, titles, words
from briefing.language.grammar import AUXILIARIES
from briefing.language.runs import POSSESSIVE_MARKS, POSSESSIVES
from briefing.language.stems import VERB_FORMS

PREPOSITIONS = frozenset({"at", "for", "from", "in", "like", "of", "on", "to", "unlike", "with"})
FINITE = AUXILIARIES - {"be", "been", "being"}
NOT_FINITE = frozenset({"born", "built", "held", "known", "led", "left", "made", "read", "set", "shot", "taught"})
"""Forms of verbs that are as often participles: "a party led by …"."""
ACTORS = frozenset({"group", "organisation", "person"})
LEAST_AGENT = 5
"""Letters of a word whose ending tells that it names one who does something."""


def says_who(token: Token, kind: str) -> bool:
    """Whether a word names an office, a trade or a kind of body, such as the kind of name beside it can have.

    A word inside another name does not.
    """
    word = token.lower_.rstrip(".")
    if token.ent_type_ in ACTORS or token.is_stop:
        return False
    if kind != "person":
        return word in words("body") or word in words("body_kind") or word.endswith("maker")
    is_name = token.text[0].isupper() and not token.is_sent_start and not token.text.isupper()
    return word in titles() or word in words("occupation") or (not is_name and _is_agent(word))


def _is_agent(word: str) -> bool:
    if len(word) < LEAST_AGENT or word in words("no_agent") or word in words("calendar"):
        return False
    return word.endswith(tuple(words("agent_ending")))


def is_finite(token: Token) -> bool:
    """A verb that makes a clause, as far as its form tells."""
    lower = token.lower_
    if lower in FINITE or lower in words("speech"):
        return True
    return lower in VERB_FORMS and token.is_lower and not lower.endswith("n") and lower not in NOT_FINITE


def leads(token: Token) -> bool:
    """A word that can stand in a noun phrase before its noun: no verb, no clause, no other name's list."""
    if token.ent_type_ == "person":
        return token.nbor(1).text in POSSESSIVES
    if token.ent_type_ or token.text in demonyms() or token.text in POSSESSIVE_MARKS:
        return True
    if token.text == "-":
        return token.i > 0 and not token.nbor(-1).whitespace_
    if token.lower_ in PREPOSITIONS | {"and", "or"}:
        return False
    return _is_adjective(token) or (token.is_alpha and not token.is_stop and (_is_held(token) or not _is_verbal(token)))


def _is_adjective(token: Token) -> bool:
    """A word before a title that looks like a verb, a number or a function word, and is none."""
    acted = token.lower_.endswith("ed") and token.i > 0 and token.nbor(-1).ent_type_ in ACTORS
    counted = token.lower_ in words("rank_adjective") or (token.like_num and token.nbor(1).text == "-")
    return counted or (token.lower_ in words("title_adjective") and not acted)


def _is_held(token: Token) -> bool:
    """Behind a hyphen, an article, a possessive or a name, what looks like a verb is an adjective."""
    before = token.nbor(-1) if token.i else token
    named = before.ent_type_ not in {"", "person"} or before.text in demonyms()
    opened = before.text in POSSESSIVES | {"-"} or before.lower_ in words("determiner")
    return opened or (named and not token.lower_.endswith("ed"))


def _is_verbal(token: Token) -> bool:
    """A verb or an adverb, as far as its form tells."""
    acts = token.lower_.endswith(("ate", "ify", "ise", "ize")) and token.is_lower and token.nbor(1).text[0].isupper()
    return acts or token.lower_.endswith(("ly", "ed", "ing")) or token.lower_ in VERB_FORMS
