"""Step 2: the clauses of a sentence, as far as rules see them.

Enters: a sentence in tokens with their lemmas, and the passages that no cut may
part. Leaves: its clauses in order; together they are the sentence. A long sentence
tells several facts, of which another source tells one, so merging compares clauses.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from spacy.tokens import Span, Token

from briefing.language.gazetteer import speaking, words
from briefing.language.grammar import AUXILIARIES, CONJUNCTIONS, JOINTS, RELATIVES
from briefing.language.stems import VERB_FORMS

TELLING = 3
"""Words of weight that a clause has at least; one with fewer belongs to its neighbour."""
PAUSES = frozenset({",", "…", "..."})
NEAR = 4
"""Words before "that" among which the verb is that reports."""
BREAKS = frozenset({";", "—", "–", "--"})
OPENERS = frozenset({"(", "“", "‘", "-", "‑"})
CLOSERS = frozenset({"”", '"', "’"})
MAIN, HANGING = True, False
"""What a clause is: one that can be cited by itself, or one that hangs on another."""
JOINING = JOINTS | {"so", "then"}
OPENING = CONJUNCTIONS - {"as"} | RELATIVES | {"despite", "even", "following"}
"""Words that open a clause wherever they stand."""
PARTED = JOINING | {"even", "ever", "of", "to"}
"""Words before one of these that belong to the clause it opens, or make it open none."""
BEHIND_COMMA = OPENING | frozenset({
    "adding", "amid", "as", "blaming", "citing", "due", "except", "having", "including", "leaving", "meaning", "thanks",
    "until", "with", "without",
})  # fmt: skip
"""Words that open one behind a comma."""
PHRASES = (
    ("aimed", "at"), ("as", "well", "as"), ("in", "case", "of"), ("in", "order", "to"), ("in", "the", "case", "of"),
    ("in", "the", "event"), ("in", "which"), ("on", "condition", "that"), ("so", "that"), ("with", "the", "aim"),
)  # fmt: skip
PHRASED = frozenset(phrase[0] for phrase in PHRASES)
LONGEST_PHRASE = max(map(len, PHRASES))
OPENING_ANYWHERE = JOINING | OPENING | PHRASED
BEFORE_ANY = BREAKS | CLOSERS | PAUSES | {":", "that"}
"""No rule holds of a token that is none of the first and stands behind none of the second."""
GOVERNED = words("determiner") | {
    "about", "against", "all", "as", "at", "back", "by", "down", "for", "from", "in", "into", "it", "more", "off", "on",
    "out", "over", "some", "them", "to", "up", "with",
}  # fmt: skip
"""What a verb goes on with."""


def clauses(sentence: Span, whole: Iterable[Span]) -> list[list[Span]]:
    """The main clauses, each as the list of its own words and of the clauses that hang on it.

    Args:
        sentence: the sentence, whose tokens have lemmas.
        whole: names and dates within it, in which nothing is cut.
    """
    doc = sentence.doc
    kept = {at for span in whole for at in range(span.start + 1, span.end)}
    edges, main = [sentence.start], {sentence.start}
    for token in sentence[1:]:
        opened = None if token.i in kept else _opens(token, edges[-1], sentence)
        if opened is not None:
            edges.append(token.i)
        if opened is MAIN:
            main.add(token.i)
    parts = _joined([doc[start:end] for start, end in pairwise([*edges, sentence.end])])
    starts = [n for n, part in enumerate(parts) if part.start in main]
    return [parts[first:last] for first, last in pairwise([*starts, len(parts)])]


def _joined(parts: Iterable[Span]) -> list[Span]:
    """The parts, each too short one together with the one before, the first with the next."""
    found: list[Span] = []
    for part in parts:
        if found and min(_telling(part), _telling(found[-1])) < TELLING:
            found[-1] = part.doc[found[-1].start : part.end]
        else:
            found.append(part)
    return found


def _telling(part: Span) -> int:
    return sum(1 for token in part if not token.is_stop and (token.is_alpha or token.like_num))


def _opens(token: Token, start: int, sentence: Span) -> bool | None:
    """Which clause begins with a token, if any, where the one before it begins at `start`: MAIN or HANGING."""
    before = token.nbor(-1)
    if (token.lower_ not in OPENING_ANYWHERE and before.lower_ not in BEFORE_ANY) or token.is_punct:
        return None
    if before.text in OPENERS:
        return None
    clause = sentence.doc[start : token.i]
    return next((kind for kind, rule in RULES if rule(token, clause, sentence)), None)


def _stands_behind_a_break(token: Token, _clause: Span, _sentence: Span) -> bool:
    return token.nbor(-1).text in BREAKS


def _is_joined(token: Token, clause: Span, sentence: Span) -> bool:
    """Whether "and" joins a second predicate, or behind a comma a second clause."""
    if token.lower_ not in JOINING:
        return False
    if token.nbor(-1).text in PAUSES:
        return (clause.start > sentence.start or _has_verb(clause)) and _joins(token, sentence)
    return _has_verb(clause) and _is_verb(_next(token, sentence), sentence)


def _is_said(token: Token, clause: Span, sentence: Span) -> bool:
    """Whether what somebody says begins, or behind a quotation who says it."""
    before = token.nbor(-1)
    if before.text in CLOSERS and clause[-2:].text[0] in ",?!.…":
        return any(following.lower_ in speaking() for following in sentence.doc[token.i : sentence.end])
    if before.lower_ == "that" and before.i > sentence.start:
        return before.nbor(-1).lower_ in {",", "and", "but"} or _reports(clause[:-1])
    return before.text == ":" and bool(before.whitespace_)


def _reports(clause: Span) -> bool:
    """Whether a verb that reports stands near the end: "reported on Friday (that)"."""
    return any(token.lower_ in words("speech", "reporting", "telling") for token in clause[-NEAR:])


def _hangs(token: Token, clause: Span, sentence: Span) -> bool:
    """Whether a relative or an adverbial clause begins, or the main one goes on behind it."""
    before, word = token.nbor(-1), token.lower_
    if before.text in PAUSES:
        # "which are ruled by juntas, came together": the main clause goes on.
        goes_on = clause[0].lower_ in OPENING and _is_verb(token, sentence)
        return goes_on or word in BEHIND_COMMA or _is_phrase(token) or _is_participle(token)
    opens = word in OPENING and before.lower_ not in PARTED
    return (opens or _is_phrase(token)) and token.i + 1 < sentence.end and not token.nbor(1).like_num


RULES: tuple[tuple[bool, Callable[[Token, Span, Span], bool]], ...] = (
    (MAIN, _stands_behind_a_break),
    (HANGING, _is_said),
    (MAIN, _is_joined),
    (HANGING, _hangs),
)


def _has_verb(clause: Span) -> bool:
    return any(_is_verb(token, clause) for token in clause)


def _is_phrase(token: Token) -> bool:
    if token.lower_ not in PHRASED:
        return False
    ahead = tuple(following.lower_ for following in token.doc[token.i : token.i + LONGEST_PHRASE])
    return any(ahead[: len(phrase)] == phrase for phrase in PHRASES)


def _is_participle(token: Token) -> bool:
    """Whether "-ing" behind a comma begins a clause without a subject."""
    return token.lower_.endswith("ing") and len(token) > 5 and token.text[0].islower()


def _joins(token: Token, sentence: Span) -> bool:
    """Whether "and" behind a comma opens a clause: a verb comes before the next comma."""
    for following in sentence.doc[token.i + 1 : sentence.end]:
        if following.text in {",", ";"}:
            return False
        if _is_verb(following, sentence):
            return True
    return False


def _next(token: Token, sentence: Span) -> Token | None:
    """The token behind one, adverbs looked past."""
    for following in sentence.doc[token.i + 1 : sentence.end]:
        if not (following.lower_.endswith("ly") or following.lower_ in words("adverb")):
            return following
    return None


def _is_verb(token: Token | None, sentence: Span) -> bool:
    """Whether a word is a finite verb, as far as its form and the next word tell."""
    if token is None:
        return False
    word = token.lower_
    if word in AUXILIARIES or word in VERB_FORMS:
        return True
    if not token.text[0].islower() or token.i + 1 >= sentence.end:
        return False
    following = token.nbor(1)
    goes_on = following.lower_ in GOVERNED or following.text[0].isupper() or following.like_num
    return goes_on and (
        word.endswith("ed") or word in speaking() or word in words("verb") or word[:-1] in words("verb")
    )
