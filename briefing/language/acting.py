"""Step 2: states that act under the name of their people, their forces or their capital.

Enters: a Doc and the names in it. Leaves: "Algerians" of "the Algerians called a
meeting", "French" of "the French would help", "Libyan army" of "the Libyan army
fired", and, where the document names the state as well, "Ankara" of "Ankara
denied it", each with the state's usual name. Who does nothing is none.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import load, speaking, words
from briefing.language.nouns import FINITE, is_finite
from briefing.language.stems import stem

NO_DEEDS = frozenset({"am", "are", "do", "does", "did", "is", "was", "were"})
ACTS = FINITE - NO_DEEDS


def acting(doc: Doc, named: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """The words that stand for a state, each with the state's usual name."""
    for token in doc:
        if token.text[0].isupper() and token.ent_type_ != "state":
            found = _people(token) or _forces(token)
            if found is not None:
                yield found
    yield from _capitals(named)


def _people(token: Token) -> tuple[Span, str] | None:
    """The people of one state, "the Algerians" or "the French", if they act."""
    codes = load().people.get(token.text) or load().demonyms.get(token.text, ())
    opened = len(codes) == 1 and token.i > token.sent.start and token.nbor(-1).lower_ == "the"
    if not opened or not _acts(token.doc, token.i + 1, token.sent.end):
        return None
    return token.doc[token.i : token.i + 1], load().states[codes[0]].names[0]


def _forces(token: Token) -> tuple[Span, str] | None:
    """A state's forces or government in lower case, "Libyan army", if they act."""
    state, end = load().state_of(token.text), token.i + 1
    if not state:
        return None
    while end < token.sent.end and token.doc[end].lower_ in words("state_adjective"):
        end += 1
    if end >= token.sent.end or token.doc[end].text not in words("forces"):
        return None
    return (token.doc[token.i : end + 1], state) if _acts(token.doc, end + 1, token.sent.end) else None


def _capitals(named: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Capitals of states that the document names as well, if they speak or want something."""
    states = {span._.known for span in named if span.label_ == "state"}
    people = {span[-1].text for span in named if span.label_ == "person" and len(span) > 1}
    for span in named:
        known = load().names.get(span.text)
        if known is None or known.kind != "place" or len(known.states) != 1 or span.text in people:
            continue
        state = load().states[known.states[0]].names[0]
        if state in states and _acts(span.doc, span.end, span.sent.end, wills=True):
            yield span, state


def _acts(doc: Doc, at: int, limit: int, *, wills: bool = False) -> bool:
    """Whether the word there is a verb of what somebody does; with `wills`, of speech or will alone."""
    if at >= limit or not doc[at].is_lower:
        return False
    word = doc[at].lower_
    if word in speaking() or word in words("telling") or word in ACTS or stem(word) in _wills():
        return True
    return not wills and (word.endswith("ed") or is_finite(doc[at])) and word not in NO_DEEDS


@cache
def _wills() -> frozenset[str]:
    return frozenset(map(stem, words("act_of_will")))
