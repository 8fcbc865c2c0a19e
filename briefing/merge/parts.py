"""Step 3: the parts of a person's name.

Enters: a name as it stands. Leaves: given names, family name, and what tells a
father from a son or one king from the next. Particles, articles and a nickname
in quotation marks are left out.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing.merge.variants import HYPHEN, alike, folded, plain

_DATA = tomllib.loads((Path(__file__).parent / "data" / "given_names.toml").read_text("utf-8"))
FAMILY_FIRST, GIVEN_TOO = frozenset(_DATA["family_first"]), frozenset(_DATA["given_too"])
FAMILY_OPENERS = frozenset(_DATA["family_openers"])
USUAL = {form: name for name, forms in _DATA["same"].items() for form in forms}
PARTICLES = frozenset({
    "ad", "ag", "al", "an", "ar", "as", "ash", "at", "az", "bin", "bint", "da", "das", "de", "del", "den", "der", "di",
    "dos", "du", "e", "ed", "el", "ibn", "la", "le", "ould", "te", "ten", "ter", "ul", "van", "von", "y", "zu",
})  # fmt: skip
ARTICLE = re.compile(r"^(?:a[dlnrstz]|ash|e[dl]|ul|ibn|bin)[-‑](?=\w)", re.IGNORECASE)
NICKNAME = re.compile(r"\s[“\"‘'(][^”\"’')]+[”\"’')](?=\s)")
ORDINAL = re.compile(r"[IVX]{2,}|[VX]|[JS]r\.?")
INITIALS = re.compile(r"(?:\w\.)+\w?\.?|[^\W\d_aeiouAEIOU]{2,3}")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in its parts, folded; `given` is empty for a surname or a name that stands alone.

    `words` are all of its words in their order, `ordinal` is "jr", "sr" or a number, and `family_first` tells that
    the family name may stand first.
    """

    given: tuple[str, ...]
    family: str
    words: tuple[str, ...]
    ordinal: str = ""
    family_first: bool = False

    @property
    def first(self) -> str:
        """The first given name in the form that it is compared in."""
        return self.given[0] if self.given else ""


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> Parts:
    """Take a name apart."""
    tokens = NICKNAME.sub("", name).replace(",", " ").split()
    ordinal = tokens.pop() if len(tokens) > 1 and ORDINAL.fullmatch(tokens[-1]) else ""
    every = tuple(plain(part) for token in tokens for part in HYPHEN.split(token))
    if len(every) > (2 if every[:1] and every[0] in GIVEN_TOO else 1) and every[0] in FAMILY_FIRST:
        return Parts(("".join(every[1:]),), every[0], every, plain(ordinal), family_first=True)
    words = tuple(_words(tokens)) or (name.casefold(),)
    return Parts(tuple(map(_usual, words[:-1])), folded(words[-1]), words, plain(ordinal))


def _words(tokens: list[str]) -> Iterator[str]:
    """The words of weight, plain; initials one by one, a family name with a hyphen as one."""
    for n, token in enumerate(tokens):
        last = n + 1 == len(tokens)
        if not last and _is_particle(tokens, n):
            continue
        if not last and INITIALS.fullmatch(token) and token.upper() == token:
            yield from (letter for letter in plain(token))
        elif last:
            yield from filter(None, [plain(ARTICLE.sub("", token))])
        else:
            yield from filter(None, (plain(part) for part in HYPHEN.split(ARTICLE.sub("", token))))


def _is_particle(tokens: list[str], at: int) -> bool:
    """In a capital at the head of a name, "Van" may be a given name: it takes another particle to tell."""
    if tokens[at].lower() not in PARTICLES:
        return False
    return at > 0 or tokens[at].islower() or tokens[at + 1] in PARTICLES


def _usual(given: str) -> str:
    return folded(USUAL.get(given, given))


def is_family(words: tuple[str, ...]) -> bool:
    """Whether words open as family names of two words do: "García Márquez", "Abu Zaid"."""
    return len(words) > 1 and words[0] in FAMILY_OPENERS


def fits(ours: Parts, theirs: Parts) -> bool | None:
    """Whether two full names can be one person's.

    Returns:
        True where they differ by convention or by a middle name, None where it takes more to tell, else False.
    """
    if ours.family_first or theirs.family_first:
        return "".join(ours.words) == "".join(theirs.words)
    if not all(map(_same_middle, ours.given[1:], theirs.given[1:])):
        return False
    if ours.family == theirs.family and ours.first == theirs.first:
        return True
    given = len(ours.first) > 1 and len(theirs.first) > 1 and alike(ours.first, theirs.first, given=True)
    return None if given and alike(ours.family, theirs.family) else False


def _same_middle(ours: str, theirs: str) -> bool:
    return ours[0] == theirs[0] if 1 in {len(ours), len(theirs)} else alike(ours, theirs, given=True)
