"""Step 2: who stands beside a verb of speech, in the sentence's own words.

Enters: a verb of speech and the sentence around it. Leaves: the span that names
who speaks, or None where that is a pronoun or cannot be told: who "he" is, this
step does not guess.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from briefing.language.gazetteer import words
from briefing.language.grammar import PREPOSITIONS, is_past
from briefing.language.nouns import FINITE

LONGEST = 9
"""Words of the phrase that names who speaks, where it is no person's name."""
LONGEST_ASIDE = 25
"""Tokens between a speaker and the verb: "Ana Kovac, the minister of health and former mayor, said"."""
OPENED_BY = {",": ",", "—": "—", "–": "–", ")": "("}
LEADS = PREPOSITIONS | {"to"}
"""What leads a phrase that hangs on another."""
BEHIND = frozenset({"after", "as", "at", "during", "in", "on", "that", "to", "via", "when", "while", "who", "whose"})
"""What ends a speaker's name behind the verb: "said the mayor of Belmora | in a statement"."""
BEHIND_SOURCE = BEHIND - {"at", "in", "on", "to"}
"""What ends it behind "according to": "two officials at the scene"."""
ARTICLES = frozenset({"a", "an", "the"})
QUANTIFIERS = frozenset({"all", "and", "both", "even", "half", "many", "not", "only", "or"})
"""What stands before an article within one noun phrase."""
SCARCELY = frozenset({"neither", "never", "no", "nobody", "none", "nor", "not", "n't", "n’t"})
"""Words with which nobody says it."""
CARRYING = words("auxiliary") | SCARCELY | {"already", "be", "been", "stand", "stands", "stood"}
"""What may stand between a speaker and the verb."""
REACH = 40
"""Tokens to either side of the verb among which its speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence, what it has in quotation marks, the tokens there, and the people named in it."""

    sentence: Span
    passages: Sequence[Span]
    quoted: Collection[int]
    people: Sequence[Span]

    def bounds(self, token: Token) -> bool:
        """Whether a clause ends at the token."""
        closes = token.is_punct and token.text not in {"-", "'", "’"}
        return token.i in self.quoted or closes or token.lower_ in words("clause_opener")


def subject(cue: Token, place: Place) -> Span:
    """The words before the verb that name who speaks, without those that only carry the verb; it may be empty."""
    doc, end = cue.doc, verb_start(cue)
    if end > place.sentence.start and doc[end - 1].text in OPENED_BY and end - 1 not in place.quoted:
        opened = _before_aside(doc, end - 1, place)
        aside = doc[min(opened + 1, end - 1) : end - 1]
        if any((ent.start, ent.end) == (aside.start, aside.end) for ent in place.people):
            return aside
        return _clause_before(opened, place) or _noun_phrase(aside)
    return _clause_before(end, place)


def _clause_before(end: int, place: Place) -> Span:
    """The noun phrase that ends there, back to where its clause begins."""
    start, doc = end, place.sentence.doc
    first = max(place.sentence.start, end - REACH)
    while start > first and not place.bounds(doc[start - 1]):
        start -= 1
    opens = next((ent for ent in place.people if ent.start == start), None)
    # "Ana Kovac refused to go and said …": the name that opens the clause is the subject of both verbs.
    return opens if opens and doc[end - 1].lower_ == "and" else _noun_phrase(doc[start:end])


def verb_start(cue: Token) -> int:
    """The first token of the verb: "the ministry | has repeatedly said"."""
    start, first = cue.i, max(cue.sent.start, cue.i - REACH)
    while start > first and _carries(cue.doc[start - 1]):
        start -= 1
    return start


def _carries(token: Token) -> bool:
    return token.lower_ in CARRYING or token.lower_.endswith("ly")


def _before_aside(doc: Doc, closing: int, place: Place) -> int:
    """Where an aside opens that closes before the verb: "Ana Kovac (, the minister,) said"; its own end if nowhere."""
    opener = OPENED_BY[doc[closing].text]
    for at in range(closing - 1, max(place.sentence.start, closing - LONGEST_ASIDE), -1):
        if at in place.quoted:
            break
        if doc[at].text == opener:
            return at
    return closing + 1


def _noun_phrase(span: Span) -> Span:
    """The last noun phrase of a clause's beginning: behind conjunctions, other clauses and "On Monday"."""
    doc, start, end = span.doc, span.start, span.end
    joints = [token.i for token in span if token.lower_ == "and"]
    if joints and _has_verb(doc[start : joints[-1]]):
        start = joints[-1] + 1
    while start < end and doc[start].lower_ in {"and", "meanwhile", "however", "then"}:
        start += 1
    end = _without_day(doc, start, end)
    anew = [i for i in range(start + 1, end) if _opens_anew(doc[i])]
    if start < end and doc[start].lower_ in LEADS:
        return doc[anew[-1] if anew else end : end]
    articles = [i for i in anew if doc[i].lower_ in ARTICLES and doc[i - 1].lower_ not in QUANTIFIERS]
    return doc[articles[-1] if articles else start : end]


def _without_day(doc: Doc, start: int, end: int) -> int:
    """Where the phrase ends without the day that follows it: "the commission | on Friday"."""
    last = end
    while last > start and doc[last - 1].lower_ in words("calendar") | {"today", "yesterday"}:
        last -= 1
    return last - 1 if start < last < end and doc[last - 1].lower_ in {"last", "on", "this"} else last


def _has_verb(span: Span) -> bool:
    return any(token.lower_ in FINITE or is_past(token.lower_) for token in span)


def _opens_anew(token: Token) -> bool:
    """A determiner or a name that no preposition governs: "On Monday | the ministry"."""
    before = token.nbor(-1).lower_
    opens = token.lower_ in words("determiner") or token.ent_iob_ == "B"
    return opens and before not in LEADS and before not in words("determiner")


def behind(cue: Token, place: Place, limits: Collection[str] = BEHIND) -> Span:
    """The words behind the verb: "…, said the mayor of Belmora (in a statement)"; empty where a clause stands there."""
    doc, end = cue.doc, cue.i + 1
    last = min(place.sentence.end, end + REACH)
    while end < last and not place.bounds(doc[end]) and doc[end].lower_ not in limits:
        end += 1
    found = doc[cue.i + 1 : end]
    if any(token.lower_ in FINITE for token in found):
        return doc[cue.i + 1 : cue.i + 1]
    named = next((ent for ent in place.people if ent.start == end + 1 and doc[end].text == ","), None)
    return named if named and _is_office(found) and _closes(named) else found


def _is_office(phrase: Span) -> bool:
    """Whether it calls somebody by an office and not by name: "the foreign minister (of Varda)"."""
    head = next((token.i for token in phrase if token.lower_ in LEADS), phrase.end) - 1
    return head < phrase.start or not phrase.doc[head].ent_type_


def _closes(named: Span) -> bool:
    """Whether the name ends its phrase: "Ana Kovac." and not "Ana Kovac among them"."""
    behind = named.doc[named.end : named.end + 1]
    return not behind or behind[0].is_punct or behind[0].lower_ in BEHIND | LEADS - {"among"}


def name_of(phrase: Span, people: Iterable[Span]) -> str | None:
    """Who speaks: one person by name, several or a body by the phrase; None for a pronoun or what is no noun phrase."""
    inside = [ent for ent in people if phrase.start <= ent.start and ent.end <= phrase.end]
    if any(token.lower_ in FINITE for token in phrase):
        return None
    joined = any(token.lower_ == "and" for token in phrase)
    if inside and not joined and _is_meant(inside[-1], phrase):
        return str(inside[-1].text)
    if not 0 < len(phrase) <= LONGEST + 2 * len(inside) or (phrase[-1].is_stop and not phrase[-1].ent_type_):
        return None
    return str(phrase.text) if phrase[0].lower_ not in words("auxiliary") | {"and"} else None


def _is_meant(ent: Span, phrase: Span) -> bool:
    """Whether the phrase is the person: not "supporters of Ana Kovac", not "Ana Kovac's spokesman"."""
    governed = any(token.lower_ in LEADS for token in phrase[: ent.start - phrase.start])
    return ent.end == phrase.end and (not governed or phrase[ent.start - phrase.start - 1].lower_ not in LEADS)
