"""Step 2: which words of a sentence are nouns and which are verbs, as far as rules see it.

Enters: a sentence in tokens with its names and dates. Leaves: a letter for each
token. There is no tagger: the form of a word, what stands before it and what
follows decide; a word that can be both ("fight", "talks") is a verb where its
clause has no other.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Span, Token

from briefing.language.gazetteer import speaking, words
from briefing.language.lemmas import IRREGULAR, VERB_FORMS

NOUN, VERB, AUXILIARY, DETERMINER, NUMBER, PREPOSITION, TO, AND = "NVXDQPTC"
ADVERB, DATE, OTHER, STOP, OPENER, OF, OWNS = "AZRSWOG"
"""Nouns and their adjectives are one kind; OPENER opens a clause, OWNS is the "'s" of an owner."""

BEING = frozenset({
    "am", "are", "be", "became", "become", "becomes", "been", "being", "is", "remain", "remained", "remains", "seem",
    "seemed", "seems", "was", "were",
})  # fmt: skip
AUXILIARIES = BEING | frozenset({
    "ca", "can", "could", "did", "do", "does", "had", "has", "have", "having", "may", "might", "must", "shall",
    "should", "will", "wo", "would",
})  # fmt: skip
MODALS = AUXILIARIES - BEING - {"had", "has", "have", "having"}
DETERMINERS = words("determiner") | frozenset({
    "all", "another", "any", "both", "each", "either", "every", "few", "fewer", "least", "less", "many", "more", "most",
    "much", "my", "neither", "no", "several", "some", "such", "what", "your", "our",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "about", "above", "across", "against", "ahead", "along", "amid", "among", "around", "as", "at", "behind", "below",
    "beside", "between", "beyond", "by", "despite", "down", "during", "except", "for", "from", "in", "inside", "into",
    "like", "near", "nearly", "off", "on", "onto", "out", "outside", "over", "per", "through", "throughout", "toward",
    "towards", "under", "up", "upon", "via", "with", "within", "without", "after", "before", "until", "since",
})  # fmt: skip
ADVERBS = frozenset({
    "abroad", "again", "ago", "alive", "alone", "already", "apart", "away", "downstream", "far", "fast", "hard", "here",
    "home", "late", "later", "nearby", "not", "overnight", "soon", "still", "there", "together", "too", "twice",
    "upstream",
})  # fmt: skip
PARTICLES = frozenset({"down", "off", "out", "up"})
"""Prepositions that belong to a verb before them: "set up a fund"."""
OPENERS = frozenset({
    "although", "because", "how", "if", "once", "than", "that", "though", "unless", "when", "where", "whereas",
    "whether", "which", "while", "who", "whom", "whose", "why", "so", "yet",
})  # fmt: skip
TAKES_TO = frozenset({
    "access", "according", "aid", "answer", "approach", "assistance", "blow", "challenge", "close", "contrary",
    "damage",
    "due", "end", "exports", "help", "loans", "opposition", "owing", "production", "reaction", "response", "return",
    "solution", "support", "thanks", "threat", "up", "visit",
})  # fmt: skip
"""Words behind which "to" leads to a thing: "a threat to shipping"."""
BEFORE_GERUND = frozenset({
    "avoid", "avoided", "began", "begin", "begun", "consider", "considered", "continue", "continued", "keep", "kept",
    "risk", "risked", "start", "started", "stop", "stopped",
})  # fmt: skip
"""Verbs that a gerund follows: "stopped making cars"."""
YEAR = re.compile(r"(?:19|20)\d\d")
BASES = words("verb") | words("doing") | frozenset(IRREGULAR["verbs"])


def parts(sentence: Span, named: Iterable[Span], dated: Iterable[Span]) -> str:
    """A letter for each token of the sentence."""
    known = {token.i: NOUN for span in named for token in span} | {token.i: DATE for span in dated for token in span}
    found: list[str] = []
    for token in sentence:
        found.append(known.get(token.i) or _part(token, found, sentence))
    return "".join(found)


def _part(token: Token, before: Sequence[str], sentence: Span) -> str:
    if _is_joined(token) or (token.i + 1 < sentence.end and _is_joined(token.nbor(1))):
        return NOUN
    return _closed(token, before) or _open(token, before, sentence)


def _is_joined(token: Token) -> bool:
    """Whether a token is a hyphen within a word, or the part behind it."""
    hyphens = {"-", "‑"}
    if token.text in hyphens:
        return token.i > 0 and not token.nbor(-1).whitespace_ and not token.whitespace_
    return (
        token.i > 1
        and token.nbor(-1).text in hyphens
        and not (token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_)
    )


def _closed(token: Token, before: Sequence[str]) -> str:
    """The kind of a word that has one by itself; empty where it takes its neighbours to tell."""
    word = token.lower_
    rules = (
        (
            OWNS,
            word in {"'s", "’s"} or (word in {"'", "’"} and before[-1:] == [NOUN] and not token.nbor(-1).whitespace_),
        ),
        (STOP, not (token.is_alpha or token.like_num or word[0].isalnum() or word[0] in "$€£'’")),
        (OF, word == "of"),
        (TO, word == "to"),
        (AND, word in {"and", "or", "&", "but", "nor"}),
        (AUXILIARY, word in AUXILIARIES or word in {"n't", "n’t"}),
        (OPENER, word in OPENERS and not (word == "that" and before[-1:] == [PREPOSITION])),
        (DETERMINER, word in DETERMINERS),
        (DATE, YEAR.fullmatch(word) is not None and before[-1:] in ([OF], [PREPOSITION])),
        (ADVERB, word == "first" and before[-1:] not in ([DETERMINER], [OWNS])),
        (NOUN, word == "first"),
        (NUMBER, token.like_num or word[0] in "$€£"),
        (ADVERB, word in PARTICLES and before[-1:] == [VERB]),
        (PREPOSITION, word in PREPOSITIONS),
        (DATE, word in words("calendar") and token.text[0].isupper()),
        (ADVERB, word in words("adverb") | ADVERBS or (word.endswith("ly") and word not in words("ly_noun"))),
    )
    found = next((kind for kind, holds in rules if holds), "")
    return found or (OTHER if word in STOP_WORDS and word not in BASES | VERB_FORMS else "")


def _open(token: Token, before: Sequence[str], sentence: Span) -> str:
    """Noun or verb, by what stands before."""
    last = next((kind for kind in reversed(before) if kind != ADVERB), STOP)
    if token.text[0].isupper() and before:
        return NOUN
    if last == AND:
        return _joined(token, before, sentence)
    return _BEHIND.get(last, _behind_stop)(token, before, sentence)


def _behind_noun(token: Token, before: Sequence[str], sentence: Span) -> str:
    word, following = token.lower_, _next(token, sentence)
    if word in VERB_FORMS or word.endswith("ed") or word in speaking():
        return VERB
    if word.endswith("ing"):
        return NOUN if word in words("gerund") and following not in DETERMINERS else VERB
    if (
        following in DETERMINERS | {"that"}
        and word not in words("empty_noun")
        and (word.endswith("s") or _is_base(word))
    ):
        return VERB
    taken = _has_verb(before) or _verb_follows(token, sentence) or _is_fronted(before)
    return VERB if _is_base(word) and not taken else NOUN


def _is_fronted(before: Sequence[str]) -> bool:
    """Whether the noun phrase hangs on a preposition that opens the clause: "In a bold move to …"."""
    clause = re.split(f"[{STOP}{OPENER}]", "".join(before))[-1]
    return re.fullmatch(f"{PREPOSITION}[{DETERMINER}{NUMBER}{ADVERB}{NOUN}]*", clause) is not None


def _behind_opening(token: Token, before: Sequence[str], sentence: Span) -> str:
    """Behind "the" or "in": a noun, but for a gerund of what follows."""
    gerund = token.lower_.endswith("ing") and token.lower_ not in words("gerund")
    preposition = before[-1] in {PREPOSITION, OF}
    return VERB if gerund and preposition and _next(token, sentence) not in {"of", "."} else NOUN


def _behind_auxiliary(token: Token, before: Sequence[str], _sentence: Span) -> str:
    word = token.lower_
    carrier = next((t.lower_ for t in reversed(list(_sentence)[: len(before)]) if t.lower_ in AUXILIARIES), "")
    if carrier in MODALS:
        return VERB
    return VERB if word.endswith(("ed", "ing")) or word in VERB_FORMS else NOUN


def _behind_to(token: Token, before: Sequence[str], sentence: Span) -> str:
    governor = token.nbor(-2).lower_ if len(before) > 1 else ""
    word = token.lower_
    plural = word.endswith("s") and not word.endswith("ss")
    return NOUN if plural or (governor in TAKES_TO and _next(token, sentence) not in DETERMINERS) else VERB


def _behind_verb(token: Token, _before: Sequence[str], sentence: Span) -> str:
    word = token.lower_
    following = token.nbor(1) if token.i + 1 < sentence.end else token
    modifies = following.is_alpha and following.lower_ not in STOP_WORDS and not following.lower_.endswith("ly")
    if word.endswith("ed"):
        return NOUN if modifies else VERB
    governed = token.nbor(-1).lower_ in BEFORE_GERUND or not modifies
    return VERB if word.endswith("ing") and word not in words("gerund") and governed else NOUN


def _behind_stop(token: Token, before: Sequence[str], sentence: Span) -> str:
    """At the head of a clause, or behind a pronoun."""
    word = token.lower_
    if next((kind for kind in reversed(before) if kind != ADVERB), "") in {OTHER, OPENER}:
        return VERB if word in VERB_FORMS or word.endswith("ed") or _verbal(word) else NOUN
    following = token.nbor(1) if token.i + 1 < sentence.end else token
    if (word.endswith("ing") and word not in words("gerund")) or (before and word in speaking()):
        return VERB
    if before and word.endswith("s") and _is_base(word) and (following.lower_ in DETERMINERS or following.like_num):
        return VERB
    governs = following.lower_ in _GOVERNED or following.like_num
    return VERB if (word in VERB_FORMS or word.endswith("ed")) and governs else NOUN


def _joined(token: Token, before: Sequence[str], sentence: Span) -> str:
    """Behind "and" comes what stood before it."""
    word = token.lower_
    kinds = [kind for kind in before if kind != ADVERB]
    if word in VERB_FORMS or (word.endswith("ed") and _next(token, sentence) in _GOVERNED):
        return VERB
    if kinds[-3:-1] == [TO, VERB]:
        return VERB
    following = token.nbor(1) if token.i + 1 < sentence.end else token
    goes_on = kinds[-2:-1] == [VERB] or (_has_verb(before) and (following.lower_ in DETERMINERS or following.like_num))
    return VERB if goes_on and _is_base(word) else NOUN


_GOVERNED = DETERMINERS | PREPOSITIONS | {"to", "him", "it", "them"}
_BEHIND = {
    NOUN: _behind_noun, DATE: _behind_noun, DETERMINER: _behind_opening, NUMBER: _behind_opening, OF: _behind_opening,
    OWNS: _behind_opening, PREPOSITION: _behind_opening, AUXILIARY: _behind_auxiliary, TO: _behind_to,
    VERB: _behind_verb,
}  # fmt: skip


def _next(token: Token, sentence: Span) -> str:
    return token.nbor(1).lower_ if token.i + 1 < sentence.end else "."


def _verbal(word: str) -> bool:
    return _is_base(word) or word in speaking()


def _is_base(word: str) -> bool:
    """Whether a word is a verb's base or its form in "-s"."""
    return word in BASES or any(word.endswith(s) and word.removesuffix(s) in BASES for s in ("s", "es"))


def _has_verb(before: Sequence[str]) -> bool:
    """Whether the clause has its verb already."""
    for kind in reversed(before):
        if kind in {VERB, AUXILIARY}:
            return True
        if kind in {OPENER, STOP}:
            return False
    return False


def _verb_follows(token: Token, sentence: Span) -> bool:
    """Whether a verb that is nothing else comes before the clause ends."""
    for following in sentence.doc[token.i + 1 : sentence.end]:
        word = following.lower_
        if word in OPENERS or (following.is_punct and word not in {"-", "‑"}):
            return False
        if word in AUXILIARIES or word in VERB_FORMS or word.endswith("ed") or word in speaking():
            return True
    return False
