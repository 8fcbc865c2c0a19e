"""Step 2: what a sentence names that a later "it", "he" or "they" can mean.

Enters: a sentence with its names. Leaves: nominals in the order of the text:
names, lists of names, and noun phrases as far as the forms of words tell. What
stands in quotation marks is somebody else's talk and is left out; so is what
only says who a name is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.lang.en.stop_words import STOP_WORDS

from briefing.language.gazetteer import demonyms, speaking, titles, words
from briefing.language.nouns import LEAST_AGENT
from briefing.language.opaque import text_family
from briefing.language.stems import VERB_FORMS
from briefing.model import Entity, EntityKind, Sentence

Kind = Literal["person", "state", "place", "body", "text", "thing"]

ACTING: frozenset[Kind] = frozenset({"person", "state", "body"})
KINDS: dict[EntityKind, Kind] = {
    "person": "person", "state": "state", "place": "place", "organisation": "body", "group": "body", "outlet": "body",
}  # fmt: skip
QUOTATION = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")
WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*|[^\w\s]")
OPENS = frozenset({
    "a", "an", "her", "his", "its", "that", "the", "their", "these", "this", "those", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten",
})  # fmt: skip
OUTSIDE = STOP_WORDS | words("calendar", "adverb")
"""Words that belong to no noun phrase."""
WHERE = re.compile(r"\b(?:above|across|at|beneath|from|in|inside|into|near|on|outside|over|through|under) (?:the )?$")
BETWEEN = re.compile(r", (?:and )?(?:the )?|,? and (?:the )?")
LED = re.compile(r"(?:^|(?<=\s))(?:[Tt]he )?(?:(?:[A-Z][\w-]+ )+and )?$")
"""What belongs to a name and was not recognised: its article, and its first part in "Bakers and Millers Union"."""
NEAR = 60
"""Characters before a name among which its article and its preposition stand."""
OPENING = re.compile(
    r"(?:(?:After|Amid|As|At|Before|By|During|Following|For|From|In|On|Since|That|Under|With)\b[^,]*, )?"
    r"(?:(?:a|an|the)\b|[ ,])*",
    re.IGNORECASE,
)
"""What may stand before the subject: when or where, and what only says who the subject is."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A thing that is named: where in the document, in which words, and what kind of thing it is.

    `entities` are the names in it: one, those of a list, or none. `leads` is whether it is the sentence's subject;
    `is_where` whether it only says where something is.
    """

    source: str
    start: int
    end: int
    text: str
    kind: Kind
    plural: bool
    leads: bool
    is_where: bool
    entities: tuple[Entity, ...] = ()

    @property
    def head(self) -> str:
        """The last word, in lower case."""
        return self.text.rsplit(maxsplit=1)[-1].lower()

    @property
    def shown(self) -> str:
        """Its words as they stand within a sentence: without the capital that a first article has."""
        first, space, rest = self.text.partition(" ")
        return first.lower() + space + rest if first in {"A", "An", "The"} and self.leads else self.text

    @property
    def identity(self) -> str:
        """What two mentions of one thing have in common."""
        return " + ".join(sorted(e.name for e in self.entities)) or self.text.lower().removeprefix("the ")


def nominals(sentence: Sentence) -> list[Nominal]:
    """What the sentence names, in order; a list before its members."""
    text = QUOTATION.sub(lambda match: " " * len(match[0]), sentence.text)
    named = [e for e in sentence.entities if text[e.start - sentence.start] != " " and not _is_plain(e, sentence)]
    bare = _without_roles(text, sentence)
    opening = OPENING.match(bare)
    subjects = range(opening.start(), opening.end() + 1) if opening else range(0)
    return [
        _nominal(sentence, bare, found, subjects)
        for found in sorted(_spans(sentence, text, named), key=lambda found: (found[0], -found[1]))
        if bare[found[0] : found[1]] == text[found[0] : found[1]]
    ]


def _without_roles(text: str, sentence: Sentence) -> str:
    """The sentence, blank where it only says who a name is."""
    left = list(text)
    for entity in sentence.entities:
        if entity.role:
            place = slice(max(entity.role.start - sentence.start, 0), entity.role.end - sentence.start)
            left[place] = " " * len(left[place])
    return "".join(left)


def _is_plain(entity: Entity, sentence: Sentence) -> bool:
    """Whether the capital of a sentence made a name of a common noun: "Residents"."""
    word = entity.text.lower()
    return (
        entity.start == sentence.start
        and not entity.listed
        and _is_plural("", word)
        and is_person(word.removesuffix("s"))
    )


def _nominal(sentence: Sentence, bare: str, found: "Found", subjects: range) -> Nominal:
    """A nominal with its article.

    Args:
        sentence: where it stands.
        bare: the sentence without the roles that it tells.
        found: its place and kind.
        subjects: where the sentence's subject may begin.
    """
    start, end, kind, plural, names = found
    before = bare[max(start - NEAR, 0) : start]
    opened = LED.search(before) if names else None
    if opened and not (plural and kind == "state") and (kind == "body" or opened[0].lower() == "the "):
        start, before = start - len(opened[0]), before[: opened.start()]
    is_where = WHERE.search(before) is not None or (kind not in ACTING and before.endswith((" of ", " of the ")))
    is_where = is_where or (kind == "person" and before.endswith(" by "))
    place = sentence.start + start, sentence.start + end
    return Nominal(sentence.source, *place, sentence.text[start:end], kind, plural, start in subjects, is_where, names)


Found = tuple[int, int, Kind, bool, tuple[Entity, ...]]


def _spans(sentence: Sentence, text: str, named: Sequence[Entity]) -> Iterator[Found]:
    """Names, lists and noun phrases, with their places in the sentence."""
    for entity in named:
        if entity.text not in demonyms():
            start, end = entity.start - sentence.start, entity.end - sentence.start
            yield start, end, KINDS[entity.kind], False, (entity,)
    for members in _lists(sentence, named):
        start, end = members[0].start - sentence.start, members[-1].end - sentence.start
        yield start, end, KINDS[members[0].kind], True, members
    inside = {at for e in named for at in range(e.start - sentence.start, e.end - sentence.start)}
    for start, end in _phrases(text, inside):
        head = text[start:end].rsplit(maxsplit=1)[-1].lower()
        yield start, end, _kind(head), _is_plural(text[start:end], head), ()


def _lists(sentence: Sentence, named: Iterable[Entity]) -> Iterator[tuple[Entity, ...]]:
    """The names of one kind that stand side by side: "A, B and C"."""
    run: list[Entity] = []
    for entity in (*named, None):
        between = sentence.text[run[-1].end - sentence.start : entity.start - sentence.start] if run and entity else ""
        if entity and run and BETWEEN.fullmatch(between) and KINDS[entity.kind] == KINDS[run[0].kind]:
            run.append(entity)
            continue
        if len(run) > 1 and " and " in sentence.text[run[-2].end - sentence.start : run[-1].start - sentence.start]:
            yield tuple(run)
        run = [entity] if entity and entity.text not in demonyms() else []


def _phrases(text: str, inside: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that are no verbs, each with the article or the number before it.

    What has neither is a phrase at the head of the sentence, or in the plural.
    """
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text + "."):
        named = word.start() in inside
        if not named and (_opens(word[0]) or _belongs(word[0], run) or _is_gerund(word)):
            if _opens(word[0]) and run and not run[-1][0].isdigit():
                yield from _phrase(run)
                run = []
            run.append(word)
        else:
            yield from _phrase(run)
            run = []


def _is_gerund(word: re.Match[str]) -> bool:
    """Whether a word opens the sentence as in "Fishing unions"."""
    return word.start() == 0 and word[0].endswith("ing")


def _phrase(run: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    alone = len(run) == 1 and (_opens(run[0][0]) or _is_gerund(run[0]))
    if run and not alone and (_opens(run[0][0]) or run[0].start() == 0 or _is_plural("", run[-1][0])):
        yield run[0].start(), run[-1].end()


def _opens(word: str) -> bool:
    return word.lower() in OPENS or word[0].isdigit()


def _belongs(word: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether a word goes on with a noun phrase; a participle does behind an article, a verb does not."""
    lower = word.lower()
    if not word[0].isalpha() or lower in OUTSIDE:
        return False
    opened = bool(run) and _opens(run[-1][0])
    return opened or (word[0].isupper() and bool(run)) or not _is_verbal(lower)


@lru_cache(maxsize=1 << 14)
def _is_verbal(word: str) -> bool:
    verbs = words("verb", "text_verb", "act_of_will")
    return (
        word in verbs | speaking() | VERB_FORMS
        or word.endswith(("ed", "ly", "ing"))
        or word.removesuffix("s") in verbs
        or word.removesuffix("es") in verbs
    )


def _is_plural(text: str, head: str) -> bool:
    """Whether a noun phrase speaks of several, as far as its forms tell."""
    first = text.split(maxsplit=1)[0].lower() if text else ""
    return first not in {"a", "an", "this", "that"} and (
        head in words("irregular_plural") or (head.endswith("s") and not head.endswith(("ss", "us", "is")))
    )


@lru_cache(maxsize=1 << 14)
def _kind(head: str) -> Kind:
    singular = head.removesuffix("s")
    if text_family(singular):
        return "text"
    if singular in words("body", "organisation"):
        return "body"
    if is_person(singular) or head in words("irregular_plural"):
        return "person"
    return "place" if singular in words("place") else "thing"


@lru_cache(maxsize=1 << 14)
def is_person(word: str) -> bool:
    """Whether a word in the singular says what somebody is."""
    listed = titles() | words("occupation", "man", "woman", "someone", "group")
    if word in listed or f"{word}s" in words("group"):
        return True
    agent = len(word) >= LEAST_AGENT and word.endswith(tuple(words("agent_ending")))
    return agent and word not in words("no_agent")
