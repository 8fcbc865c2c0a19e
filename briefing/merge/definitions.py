"""Step 3: what a source says that another name stands for, which then holds for all.

Enters: the sentences of the collection. Leaves: for each source and short name
the name that it stands for: `Full Name (ACRONYM)` and `ACRONYM (Full Name)`,
matched by letters, and "X, known as Y". Where two sources explain a short name
differently, each keeps its own and a third has none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.merge.bodies import SMALL, initials, words
from briefing.model import Entity, EntityKind, Sentence

ACRONYM = re.compile(r"(?=[^\W\d_]*[A-Z][^\W\d_]*[A-Z])[^\W_][\w&/.-]{1,11}")
BRACKETED = re.compile(r"\s\((?:the )?[“\"]?(?P<name>[^\W_][\w&/.-]{1,11})[”\"]?[),;]")
BEFORE = re.compile(r"(?P<name>[^\W_][\w&/.-]{1,11}) \((?:the )?$")
KNOWN_AS = re.compile(
    r",? \(?(?:(?:also|better|commonly|formerly|now|popularly|previously|widely) )?"
    r"(?:known as|nicknamed|alias|a\.?k\.?a\.?) (?:the )?[“\"]?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)
WORD = re.compile(r"[^\W_][\w&/-]*\w")
TELLING = 4
"""Letters of an acronym that may all but one be those of a name in any order."""
SHARE = 0.6
"""Of an acronym's letters that begin words of its long form; many are those of the name in another language."""
NAMED = frozenset({"group", "organisation", "person"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """The name that a short one stands for."""

    name: str
    kind: EntityKind
    listed: bool = False


def is_acronym(name: str) -> bool:
    """Whether a name is an acronym by its looks."""
    return ACRONYM.fullmatch(name) is not None


class Definitions:
    """What the short names of the collection stand for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.own: dict[str, dict[str, Meaning]] = {}
        self.in_full = {(s.source, e.name) for s in sentences for e in s.entities if e.listed and e.text == e.name}
        every: defaultdict[str, dict[tuple[str, ...], Meaning]] = defaultdict(dict)
        for sentence in sentences:
            for short, meaning in _defined(sentence):
                own = self.own.setdefault(sentence.source, {})
                every[short].setdefault(words(own.setdefault(short, meaning).name), meaning)
        self.shared = {short: min(told.values(), key=_order) for short, told in every.items() if len(told) == 1}
        self.short = frozenset(every)
        self.disputed = self.short - self.shared.keys()

    def meaning(self, source: str, short: str) -> Meaning | None:
        """What a short name stands for in a source."""
        return self.own.get(source, {}).get(short) or self.shared.get(short)


def _order(meaning: Meaning) -> tuple[int, str]:
    return len(meaning.name), meaning.name


def _defined(sentence: Sentence) -> Iterator[tuple[str, Meaning]]:
    for entity in sentence.entities:
        if entity.kind not in NAMED or is_acronym(entity.text):
            continue
        after = sentence.text[entity.end - sentence.start :]
        before = sentence.text[: entity.start - sentence.start]
        meaning = Meaning(entity.name, entity.kind, entity.listed)
        bracketed = BRACKETED.match(after)
        leading = BEFORE.search(before) if after.startswith(")") else None
        yield from (
            (match["name"], meaning)
            for match in (bracketed, leading)
            if match and abbreviates(match["name"], entity.text)
        )
        alias = KNOWN_AS.match(after)
        if alias and alias["name"] != entity.text:
            yield alias["name"], meaning


def abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym is that of a name: most of its letters begin words of it, in their order or against it.

    Of a long one all but one do, in any order: it may be that of the name in another language.
    """
    letters = [letter.upper() for letter in acronym if letter.isalpha()]
    if not is_acronym(acronym):
        return False
    if acronym.upper().replace(".", "") in initials(name):
        return True
    heads = [word[0].upper() for word in re.split(r"[\s‑-]+", name) if word[:1].isalpha() and word.lower() not in SMALL]
    common = (Counter(letters) & Counter(heads)).total()
    if len(letters) >= TELLING and common >= len(letters) - 1:
        return True
    return _in_order(letters, heads) or sorted(letters) == sorted(heads) or _in_order(letters, heads[::-1])


def _in_order(letters: Sequence[str], heads: Sequence[str]) -> bool:
    at = matched = 0
    for letter in letters:
        if letter in heads[at:]:
            at, matched = heads.index(letter, at) + 1, matched + 1
    return matched >= 2 and matched >= SHARE * len(letters)


def resolved(sentence: Sentence, definitions: Definitions) -> Sentence:
    """The sentence with its short names under the names that they stand for, also those that analysis did not see."""
    if not definitions.short:
        return sentence
    known = (_meant(entity, definitions, sentence.source) for entity in sentence.entities)
    seen = tuple(sorted((*known, *_sighted(sentence, definitions)), key=lambda entity: entity.start))
    return replace(sentence, entities=seen) if seen != sentence.entities else sentence


def _meant(entity: Entity, definitions: Definitions, source: str) -> Entity:
    meaning = definitions.meaning(source, entity.text)
    if meaning is None or entity.kind in {"state", "place"} or (source, entity.name) in definitions.in_full:
        return entity
    return replace(entity, name=meaning.name, kind=meaning.kind, listed=meaning.listed, organ=None)


def _sighted(sentence: Sentence, definitions: Definitions) -> Iterator[Entity]:
    """Short names that are explained somewhere, where no name stands yet."""
    for match in WORD.finditer(sentence.text):
        meaning = definitions.meaning(sentence.source, match.group()) if match.group() in definitions.short else None
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if meaning is not None and not any(e.start < end and start < e.end for e in sentence.entities):
            yield Entity(start, end, match.group(), meaning.kind, meaning.name, listed=meaning.listed)
