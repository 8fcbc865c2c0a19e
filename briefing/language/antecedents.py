"""Step 2: what a subject that only points back means, where that is certain.

Enters: the sentences of a document, in order. Leaves: the same with
`Sentence.reference`. A pronoun or a definite ("the bloc") is understood where the
sentences just before it name exactly one thing that fits it in number and kind,
the subject before all else (centering, without a parser; Grosz, Joshi and
Weinstein 1995). All else stays as it is. Each sentence looks at a few before it,
so the work grows with the text.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from briefing.language.gazetteer import words
from briefing.language.gender import gender
from briefing.language.nominals import ACTING, KINDS, Kind, Nominal, nominals
from briefing.language.opaque import SEVERAL_BODIES, SEVERAL_PEOPLE, Head, does, head, is_impersonal, text_family
from briefing.model import Entity, Reference, Sentence, Span

Lemmatize = Callable[[str], tuple[str, ...]]
WINDOW = 3
"""Sentences to look back over."""
LONGEST = 12
"""Words of an antecedent; a longer one explains nothing at a glance."""
LASTING = 3
"""Names of a list that, told once, is meant for the rest of the text; of two there are soon others."""
THINGS: frozenset[Kind] = frozenset({"body", "text", "thing"})
UNFIT = re.compile(r"[\[\]\n]")
SAME = {
    "he": re.compile(r"\b(?:he|him|himself|his)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
}
"""Pronouns for a man and for a woman: before a name they mean somebody else."""
OBJECT = {
    "he": re.compile(r"\bhim\b"),
    "she": re.compile(r"\bher(?= (?:as|at|by|for|from|in|of|on|that|to|with)\b|\W? ?$|[,.;])"),
}
"""The same as objects, which are not the subject either."""
VERB_INSIDE = re.compile(r"\w \w+[^siu\W]s \w")
"""A word within a noun phrase that may be its verb: "the study combines qualitative …"."""


def referenced(sentences: Iterable[Sentence], lemmatize: Lemmatize) -> Iterator[Sentence]:
    """The sentences, each with what the subject at its head means, where it only points back.

    Args:
        sentences: all sentences of a document, in order.
        lemmatize: the normal forms of an antecedent's words.
    """
    reader = _Reader()
    for sentence in sentences:
        pointing = head(sentence)
        meant = reader.read(sentence, pointing)
        known = _reference(pointing, meant, lemmatize) if pointing and meant else None
        yield replace(sentence, reference=known) if known else sentence


def _reference(pointing: Head, meant: Nominal, lemmatize: Lemmatize) -> Reference:
    lemmas = [lemma for entity in meant.entities for lemma in _lemmas(entity, lemmatize)]
    span = Span(meant.source, meant.start, meant.end)
    return Reference(pointing.start, pointing.end, meant.shown, span, tuple(lemmas) or lemmatize(meant.text))


def _lemmas(entity: Entity, lemmatize: Lemmatize) -> tuple[str, ...]:
    """A name's lemmas, as its own sentence has them."""
    return (entity.name.casefold(),) if is_one_lemma(entity.kind, entity.listed) else lemmatize(entity.name)


def is_one_lemma(kind: str, listed: bool) -> bool:
    """Whether a name is one lemma: a known one, a person's or a group's. Any other body keeps its words."""
    return listed or kind in {"person", "group"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that was read: what it names, and what its own subject points at and means."""

    sentence: Sentence
    named: tuple[Nominal, ...]
    pointing: Head | None
    meant: Nominal | None

    @property
    def leader(self) -> Nominal | None:
        """Its subject, if that is known."""
        return self.meant or next((n for n in self.named if n.leads), None)

    @property
    def everything(self) -> tuple[Nominal, ...]:
        """What it names and means."""
        return (self.meant, *self.named) if self.meant else self.named

    def has(self, pattern: re.Pattern[str], start: int, end: int | None = None) -> bool:
        """Whether its words between two places of the document have a pattern."""
        stop = self.sentence.end if end is None else end
        return pattern.search(self.sentence.text[start - self.sentence.start : stop - self.sentence.start]) is not None

    def hides(self, pointing: Head) -> bool:
        """Whether it points in the same way at what nobody knows."""
        return self.pointing is not None and self.meant is None and self.pointing.pointer == pointing.pointer


class _Reader:
    """Reads the sentences of one document and remembers what later ones may mean."""

    def __init__(self) -> None:
        self._recent: deque[_Told] = deque(maxlen=WINDOW)
        self._lists: defaultdict[tuple[Kind, int], dict[str, Nominal]] = defaultdict(dict)
        self._called: defaultdict[str, dict[str, Nominal]] = defaultdict(dict)
        self._in_quotation = False

    def read(self, sentence: Sentence, pointing: Head | None) -> Nominal | None:
        """What the sentence's subject means; what it names is remembered."""
        named = tuple(nominals(sentence))
        quoted = self._in_quotation
        self._in_quotation = _goes_on(sentence.text, quoted)
        meant = self._meant(pointing, sentence) if pointing and not quoted else None
        self._recent.append(_Told(sentence, named, pointing, meant))
        for nominal in named:
            if len(nominal.entities) >= LASTING:
                self._lists[nominal.kind, len(nominal.entities)][nominal.identity] = nominal
            for word in called(nominal, sentence):
                self._called[word][nominal.identity] = nominal
        return meant

    def _meant(self, pointing: Head, sentence: Sentence) -> Nominal | None:
        found = self._find(pointing, sentence) if self._recent else None
        if found is None or len(found.text.split()) > LONGEST or UNFIT.search(found.text):
            return None
        if not found.entities and VERB_INSIDE.search(found.text):
            return None
        own = {entity.name for entity in sentence.entities}
        told_anyway = bool(found.entities) and all(entity.name in own for entity in found.entities)
        return None if told_anyway else found

    def _find(self, pointing: Head, sentence: Sentence) -> Nominal | None:
        before = self._recent[-1]
        goes_on = before.sentence.heading == sentence.heading and not sentence.label and not before.hides(pointing)
        found: Nominal | None = None
        match pointing.pointer:
            case "several":
                found = self._several(pointing)
            case "country":
                found = _one(n for n in before.everything if n.kind == "state" and not n.plural)
            case "text":
                found = self._text(pointing.noun)
            case "body":
                found = self._body(pointing.noun)
            case "person":
                found = self._office(pointing.noun)
            case "it" if goes_on:
                found = _it(pointing, before)
            case "they" if goes_on:
                found = _they(pointing, before)
            case "he" | "she" if goes_on:
                found = self._person(pointing)
        return found

    def _person(self, pointing: Head) -> Nominal | None:
        """The only one that "he" or "she" can be, of those in the nearest sentence that names people at all."""
        for told in reversed(self._recent):
            if told.hides(pointing):
                return None
            people = [n for n in told.everything if n.kind == "person" and not n.plural]
            if people:
                return _he(pointing, told, people)
        return None

    def _several(self, pointing: Head) -> Nominal | None:
        """The list of as many names: the only such list of the text so far, or for two of the last sentences."""
        kinds = _kinds_of(pointing.noun)
        if pointing.count >= LASTING:
            return _one(n for kind in sorted(kinds) for n in islice(self._lists[kind, pointing.count].values(), 2))
        lists = [n for told in self._recent for n in told.everything if n.kind in kinds and len(n.entities) > 1]
        found = _one(lists)
        return found if found and len(found.entities) == pointing.count else None

    def _text(self, noun: str) -> Nominal | None:
        """The only text of this kind that was told of in more words than these."""
        family = text_family(noun)
        texts = [n for told in self._recent for n in told.everything if n.head in family and not n.plural]
        return _one(n for n in texts if len(n.text.split()) > 2 or n.entities)

    def _body(self, noun: str) -> Nominal | None:
        """The only body that is called so, or that can be where it is the subject just before and alone."""
        near = [n for told in self._recent for n in told.everything if n.kind == "body" and not n.plural]
        same = words("firm") if noun in words("firm") - {"group"} else {noun}
        found = [n for n in near if n.head in same or any(n.identity in self._called[word] for word in same)]
        if found:
            return _one(found) if sum(len(self._called[word]) for word in same) <= len(same) else None
        before = self._recent[-1]
        alone = _one(n for n in before.everything if n.kind == "body" and not n.plural)
        if alone is None or alone != before.leader or not alone.entities:
            return None
        own = set(alone.text.lower().split())
        if noun in words("firm") | {"charity"}:
            return None if own & words("public_body") and noun != "group" else alone
        return alone if noun in words("any_body") and own.isdisjoint({"court", "ministry", "police"}) else None

    def _office(self, noun: str) -> Nominal | None:
        """The only person who was said to be that."""
        called = self._called[noun]
        near = [n for told in self._recent for n in told.everything if n.entities and n.identity in called]
        return _one(near) if len(called) == 1 else None


def called(nominal: Nominal, sentence: Sentence) -> set[str]:
    """What a name is called in its sentence: the words of a body's name, and what the sentence says of either."""
    if len(nominal.entities) != 1 or nominal.kind not in {"body", "person"}:
        return set()
    entity = nominal.entities[0]
    told = entity.text if nominal.kind == "body" else ""
    if entity.role:
        told += " " + sentence.text[max(entity.role.start - sentence.start, 0) : entity.role.end - sentence.start]
    elif nominal.kind == "person" and nominal.leads:
        found = re.match(r" (?:became|has been|is|was)((?: [\w-]+){1,4})", sentence.text[entity.end - sentence.start :])
        told = found[1] if found else ""
    return set(told.lower().split())


def _he(pointing: Head, told: _Told, people: Iterable[Nominal]) -> Nominal | None:
    """The one who fits: the subject, who speaks, or whom a body or several people did something to."""
    found = _one(n for n in people if _pronoun_of(n, told) in {pointing.pointer, None})
    if found is None or found is told.meant:
        return found
    leader, said = told.leader, told.sentence.attribution
    unsure = said is not None and gender(found, told.sentence) is None
    behind = SAME[pointing.pointer] if unsure else OBJECT[pointing.pointer]
    if told.has(SAME[pointing.pointer], told.sentence.start, found.end) or told.has(behind, found.end):
        return None
    speaks = said is not None and said.speaker is not None and said.speaker in found.text
    done_to = leader is not None and (leader.kind in {"body", "state"} or leader.plural) and not found.is_where
    return found if speaks or found.leads or done_to else None


def _pronoun_of(nominal: Nominal, told: _Told) -> str | None:
    """The pronoun of a person: the one that stood for them, or the one that their name tells."""
    return told.pointing.pointer if told.pointing and nominal is told.meant else gender(nominal, told.sentence)


def _it(pointing: Head, before: _Told) -> Nominal | None:
    """What alone can do what "it" does: a text that binds, a body that speaks, else the subject without a rival."""
    if is_impersonal(pointing):
        return None
    leader = before.leader
    ones = [n for n in before.everything if not n.plural and not n.is_where]
    if does(pointing, "text_verb") and not (leader and leader.kind in {"body", "state"}):
        text = _one(n for n in ones if n.kind == "text")
        if text or does(pointing, "text_verb", only=True):
            return text
    if leader is None or leader.plural or leader.kind in {"person", "place"}:
        return None
    kinds = ACTING - {"person"} if does(pointing, "act_of_will") else THINGS | {leader.kind}
    found = _one(n for n in ones if n.kind in kinds)
    return found if found and found.identity == leader.identity else None


def _they(pointing: Head, before: _Told) -> Nominal | None:
    """The subject, where no others were told of, or none who can do what "they" do."""
    several = [n for n in before.everything if n.plural and not n.is_where]
    found = _one(n for n in several if not does(pointing, "act_of_will") or n.kind in ACTING)
    return found if found and (found.leads or found is before.meant) else None


def _one(found: Iterable[Nominal]) -> Nominal | None:
    """The latest mention, if all are of one thing."""
    mentions = list(found)
    return mentions[-1] if len({n.identity for n in mentions}) == 1 else None


@cache
def _kinds_of(noun: str) -> frozenset[Kind]:
    """What things a noun in the plural can mean."""
    if noun in words("country"):
        return frozenset({"state"})
    if noun in SEVERAL_PEOPLE:
        return frozenset({"person"})
    return frozenset({"body"}) if noun in SEVERAL_BODIES else frozenset(KINDS.values())


def _goes_on(text: str, quoted: bool) -> bool:
    """Whether the next sentence stands in a quotation that is still open."""
    opened, closed = text.rfind("“"), text.rfind("”")
    return opened > closed if opened != closed else quoted
