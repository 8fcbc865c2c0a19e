"""Step 2: who does what to whom, where the order of the words shows it.

Enters: a sentence's text and its names. Leaves: deeds, each a verb with the names
that stand directly before it and directly behind it, the other way round in the
passive. No parser: what stands further off, behind a preposition or before a
possessive, is nobody's part, so that what is found can be relied upon.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.language.gazetteer import words
from briefing.language.grammar import AUXILIARIES, BEING, CONJUNCTIONS, RELATIVES, is_adverb, is_past
from briefing.language.runs import POSSESSIVES
from briefing.language.stems import stem
from briefing.model import Deed, Entity

WORD = re.compile(r"[’']s\b|[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")
LETTERS = {
    word: letter
    for letter, listed in (
        ("A", BEING), ("H", AUXILIARIES - BEING), ("K", {"and"}), ("P", words("preposition") | {"or"}), ("B", {"by"}),
        ("O", CONJUNCTIONS | RELATIVES | {"but", "that"}), ("R", {"again", "already", "never", "not", "then"}),
        ("T", {"to"}), ("V", {"beat", "beats", "cut", "cuts", "hit", "hits", "quit", "quits", "shut", "shuts"}),
    )
    for word in listed
}  # fmt: skip
"""What a word can be in a clause; E is a name, N a number, C and D are other words, with a capital and without."""
_STOPS = {",": "M", **dict.fromkeys(POSSESSIVES, "S")}
SOME = "(?:(?<!EM)E(?:ME){0,12}M?KE|(?<!EK)(?<!MK)E)"
"""One name, or several with "and"; not the end of such a list."""
ASIDE = r"(?:M[CDO][^MX]{0,13}M)?"
BEHIND = rf"[DC]{{0,3}}(?P<behind>{SOME})(?![DCESKV])"
ACTIVE = re.compile(rf"(?P<before>{SOME}){ASIDE}(?:[HR]{{0,4}}(?=V)|H[HR]{{0,3}}(?=[DV]))(?P<verb>.)(?:{BEHIND})?")
UNNAMED = re.compile(rf"(?P<before>)[DC][HR]{{0,4}}(?P<verb>V){BEHIND}")
"""Somebody without a name does it: "the court convicted X"."""
PASSIVE = re.compile(rf"(?P<before>{SOME}){ASIDE}[HR]{{0,4}}A[AR]{{0,3}}(?P<verb>V)(?:[^XMBE]{{0,8}}B{BEHIND})?")
REACH = 6
"""Words before a name among which a preposition stands that governs it: "supporters of the former president X"."""


def deeds(text: str, start: int, entities: Sequence[Entity]) -> tuple[Deed, ...]:
    """The deeds that a sentence tells, in order.

    Args:
        text: the sentence's text.
        start: where it begins in its document.
        entities: its names.
    """
    if not entities:
        return ()
    units = list(_units(text, start, entities))
    code = "".join(kind for kind, _, _ in units)
    found = (deed for pattern in (ACTIVE, UNNAMED, PASSIVE) for deed in _found(pattern, code, units))
    return tuple(sorted(found, key=lambda deed: deed.start))


def _found(pattern: re.Pattern[str], code: str, units: Sequence[tuple[str, int, str]]) -> Iterator[Deed]:
    for match in pattern.finditer(code):
        _, start, verb = units[match.start("verb")]
        before, behind = (
            tuple(units[n][1] for n in range(*match.span(side)) if code[n] == "E") for side in ("before", "behind")
        )
        if _is_governed(code[max(0, match.start() - REACH) : match.start()]):
            before, behind = (), behind if pattern is not PASSIVE else ()
        agents, patients = (behind, before) if pattern is PASSIVE else (before, behind)
        if agents or patients:
            yield Deed(start, start + len(verb), stem(verb.casefold()), agents, patients)


def _is_governed(before: str) -> bool:
    """Whether the name behind these words is no subject but part of a longer phrase."""
    return before.rstrip("CD").endswith(("P", "B", "T", "S"))


def _units(text: str, start: int, entities: Sequence[Entity]) -> Iterator[tuple[str, int, str]]:
    """The names, words and stops of a sentence: the letter of each, where it begins, what it is."""
    at = 0
    for entity in sorted(entities, key=lambda one: (one.start, -one.end)):
        if entity.start - start >= at:
            yield from _words(text, start, at, entity.start - start)
            yield "E", entity.start, entity.text
            at = entity.end - start
    yield from _words(text, start, at, len(text))


def _words(text: str, start: int, first: int, last: int) -> Iterator[tuple[str, int, str]]:
    for match in WORD.finditer(text, first, last):
        yield _letter(match[0]), start + match.start(), match[0]


@lru_cache(maxsize=1 << 14)
def _letter(word: str) -> str:
    """What a word can be in a clause, as far as its form tells."""
    lower = word.casefold()
    if not word[0].isalpha():
        return _STOPS.get(lower, "N" if word[0].isdigit() else "X")
    if lower in LETTERS:
        return LETTERS[lower]
    if word[0].isupper():
        return "C"
    if is_adverb(lower):
        return "R"
    return "V" if _is_verb(lower) else "D"


def _is_verb(word: str) -> bool:
    if is_past(word) or word in words("speech"):
        return True
    return word.endswith("s") and (word[:-1] in words("verb") or word[:-2] in words("verb"))
