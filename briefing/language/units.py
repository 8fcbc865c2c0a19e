"""Step 2: what each word of a sentence can be in a clause, as far as its form and its neighbours tell.

Enters: a sentence's text, with its names and dates. Leaves: units, each a name, a date, a word or a stop, with a
letter for what it can be. There is no tagger: only the past is told well, and the few ways to speak of what comes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.language.gazetteer import speaking, words
from briefing.language.grammar import (
    AUXILIARIES,
    BEING,
    CONJUNCTIONS,
    DETERMINERS,
    JOINTS,
    PARTICIPLES,
    RELATIVES,
    is_adverb,
    is_past,
)
from briefing.language.runs import POSSESSIVE_MARKS

WORD = re.compile(r"[’']s\b|(?<=s)[’'](?=\s)|[$€£]?\d[\d.,]*\d|[^\W_]+(?:[-’'.](?!s\b)[^\W_]+)*|[^\w\s]")
LETTERS = {
    word: letter
    for letter, listed in (
        ("A", BEING), ("H", AUXILIARIES - BEING), ("K", JOINTS), ("P", words("preposition")), ("O", CONJUNCTIONS),
        ("R", RELATIVES), ("d", DETERMINERS), ("U", words("pronoun")), ("B", words("time_adverb")), ("T", {"that"}),
        ("t", {"to"}),
    )
    for word in listed
}  # fmt: skip
"""What a word can be: A, H be and other auxiliaries, K a joint, P and O what leads a phrase or a clause, R and T what
leads a relative one, d an article or the like, U a pronoun, B an adverb. Besides there are E a name, D a date, V a past
form, S a present one, G one in -ing, N a number, C and W words, M a comma, Q a quotation mark, X any other stop."""
STOPS = {",": "M", **dict.fromkeys('“”"', "Q")}
NOUN_TOO = frozenset({"beat", "bid", "cast", "cost", "cut", "set", "split", "upset"})
"""Past forms that are the verb's own form, and as often nouns."""
ASIDE = re.compile("(?<=[AHVWCENB])M[PO]?DM(?=[^KGRO])")
QUOTED = re.compile("Q[WCENGdP]{1,5}Q")
FINITE = frozenset("AHVS")
NOUNS = frozenset("WCEN")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a sentence and what it can be; offsets are the document's."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """Its text in lower case."""
        return self.text.lower()


def units(text: str, start: int, names: Iterable[tuple[int, int]], dates: Iterable[tuple[int, int]]) -> list[Unit]:
    """The units of a sentence, in order.

    Args:
        text: the sentence's text.
        start: where it begins in its document.
        names: where its names stand in the document.
        dates: where its dates do.
    """
    found = _joined(_words(text, start), [*((*place, "D") for place in dates), *((*place, "E") for place in names)])
    return _without_asides(_as_verbs([*_outside_brackets(found)]))


def _words(text: str, start: int) -> Iterator[Unit]:
    for match in WORD.finditer(text):
        # A mark behind a plural is a possessive's more often than a quotation's.
        yield Unit(_kind(match[0]), start + match.start(), start + match.end(), match[0])


@lru_cache(maxsize=1 << 14)
def _kind(word: str) -> str:
    lower = word.lower()
    if word in POSSESSIVE_MARKS:
        return "s"
    if lower in LETTERS:
        return LETTERS[lower]
    if not lower[-1].isalpha():
        return "N" if lower[-1].isalnum() else STOPS.get(word, "X")
    return "C" if word[0].isupper() else _ending(lower)


def _ending(word: str) -> str:
    """What the end of a word tells."""
    if is_adverb(word):
        return "B"
    return "G" if word.endswith("ing") and len(word) > len("being") else "W"


def _joined(found: Iterable[Unit], wholes: Sequence[tuple[int, int, str]]) -> list[Unit]:
    """The units, those of a date or a name as one."""
    kept: list[Unit] = []
    holder = {at: whole for whole in reversed(wholes) for at in range(*whole[:2])}
    for unit in found:
        whole = holder.get(unit.start)
        if whole is None:
            kept.append(unit)
        elif kept and kept[-1].start >= whole[0]:
            kept[-1] = replace(kept[-1], end=max(kept[-1].end, unit.end), text=f"{kept[-1].text} {unit.text}")
        else:
            kept.append(replace(unit, kind=whole[2]))
    return kept


def _as_verbs(found: list[Unit]) -> list[Unit]:
    """The units, with what its neighbours show to be a verb as one."""
    made: list[Unit] = []
    for n, unit in enumerate(found):
        before, behind = (made[-1].kind if made else "X"), (found[n + 1].kind if n + 1 < len(found) else "X")
        by = n + 1 < len(found) and found[n + 1].lower == "by"
        kind = _verbal(unit, before, behind, by=by) if unit.kind in "WB" else unit.kind
        made.append(unit if kind == unit.kind else replace(unit, kind=kind))
    return made


def _verbal(unit: Unit, before: str, behind: str, *, by: bool) -> str:
    """What a word is between its neighbours: V a past form, v a participle, S a present form, else what it was."""
    word = unit.text
    past = is_past(word)
    if word in NOUN_TOO:
        past = before in "ABH" or (before in "WCE" and behind in "dNEC")
    if past:
        if before in "dPsNT" and behind in NOUNS | {"V"} and before != "T":
            return unit.kind
        if before not in "AHBVm" and (by or word in PARTICIPLES):
            return "v"
        return "V"
    return "S" if before in NOUNS | {"D", "M", "R", "T", "U"} and _is_present(word, behind) else unit.kind


def _is_present(word: str, behind: str) -> bool:
    known = words("verb", "text_verb")
    bases = {word.removesuffix("s"), word.removesuffix("es")} - {word}
    return (word in speaking() and word.endswith("s")) or (behind in "dECNt" and not known.isdisjoint(bases))


def _without_asides(found: list[Unit]) -> list[Unit]:
    """The units, but for the marks around a date or a few quoted words within a clause: "had, in 2012, launched"."""
    kinds = "".join(unit.kind for unit in found)
    asides = (*ASIDE.finditer(kinds), *QUOTED.finditer(kinds))
    gone = {at for match in asides for at in (match.start(), match.end() - 1)}
    return [unit for n, unit in enumerate(found) if n not in gone]


def _outside_brackets(found: Iterable[Unit]) -> Iterator[Unit]:
    """The units that do not stand in parentheses."""
    depth = 0
    for unit in found:
        depth += unit.text == "("
        if depth == 0:
            yield unit
        depth = max(0, depth - (unit.text == ")"))
