"""Step 2: the noun phrases of a sentence, as far as rules see them.

Enters: a sentence. Leaves: runs of words between function words, verbs and
punctuation (after RAKE; Rose, Engel, Cramer and Cowley 2010). A pipeline with a
parser puts its noun chunks in their place.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from briefing.language.gazetteer import words
from briefing.language.stems import VERB_FORMS
from briefing.language.tokens import written

LONGEST = 5
"""Words of a phrase."""
PREPOSITIONS = frozenset({"against", "at", "between", "by", "for", "from", "in", "of", "on", "over", "with"})
BEFORE_VERB = words("modal") | {"not", "that", "to", "which", "who"}


def noun_phrases(sentence: Span, names: Iterable[Span]) -> tuple[str, ...]:
    """The phrases, in order, without repetition; a name of several words is one."""
    doc = sentence.doc
    found = [(run[0].i, written(doc[run[0].i : run[-1].i + 1])) for run in _runs(sentence) if _is_phrase(run)]
    found += [(ent.start, ent.text) for ent in names if len(ent) > 1]
    return tuple(dict.fromkeys(text for _, text in sorted(found)))


def _runs(sentence: Span) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence:
        if _belongs(token) or (run and (_joins(token) or _ends_phrase(token))):
            run.append(token)
        elif run:
            yield _trimmed(run)
            run = []
    if run:
        yield _trimmed(run)


def _belongs(token: Token) -> bool:
    return (
        token.is_alpha and not token.is_stop and not _is_verb(token) and token.lower_ not in words("calendar", "adverb")
    )


def _joins(token: Token) -> bool:
    """A hyphen within a word."""
    return token.text in {"-", "‑"} and not token.whitespace_ and not token.nbor(-1).whitespace_


def _ends_phrase(token: Token) -> bool:
    """A word that may be a verb is a noun where a preposition or a stop follows: "an attack on", "a joint force."."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in words("verb") and (following.is_punct or following.lower_ in PREPOSITIONS)


def _is_verb(token: Token) -> bool:
    if token.text[0].isupper() and not token.is_sent_start:
        return False
    if token.i and token.nbor(-1).lower_ in BEFORE_VERB:
        return True
    lower = token.lower_
    return (
        lower in words("verb")
        or lower in words("speech")
        or lower in VERB_FORMS
        or lower.endswith(("ed", "ly", "ing"))
        or lower.rstrip("s") in words("verb")
    )


def _trimmed(run: list[Token]) -> list[Token]:
    while run and not run[-1].is_alpha:
        run = run[:-1]
    return run


def _is_phrase(run: list[Token]) -> bool:
    alphabetic = [token for token in run if token.is_alpha]
    if not 0 < len(alphabetic) <= LONGEST:
        return False
    return len(alphabetic) > 1 or len(alphabetic[0]) > 3 or alphabetic[0].text[0].isupper()
