"""Step 3: which names are one organisation's or group's.

Enters: a name, and the state whose body the sentence says it is. Leaves: a key
that is equal for one body, whatever article, spelling, legal form or order of
words, and no more: a name that holds another one is another body.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.merge.variants import folded, plain
from briefing.model import Entity

BODIES = frozenset({"group", "organisation"})
"""The kinds that are bodies."""
SMALL = frozenset({"a", "and", "by", "for", "from", "in", "of", "on", "the", "to"})
ARTICLES = frozenset({"ad", "al", "an", "ar", "as", "ash", "at", "az", "el", "ul"})
LEGAL = frozenset({
    "ab", "ag", "asa", "bhd", "co", "company", "corp", "corporation", "gmbh", "group", "inc", "incorporated", "kk",
    "limited", "llc", "llp", "ltd", "nv", "oyj", "plc", "sa", "se", "spa",
})  # fmt: skip
"""Legal forms and the like, which a name may do without."""
PORTFOLIOS = frozenset({"department", "ministry"})
"""What may stand before its field or behind: "Ministry of Defence", "Defence Ministry"; universities may not."""
GOVERNMENT = frozenset({
    "administration", "authority", "federal", "government", "interim", "junta", "military", "regime", "ruling", "state",
    "transition", "transitional",
})  # fmt: skip
"""The words of a government's name: where it acts, the state does."""
ORGANS = frozenset({
    "army", "assembly", "cabinet", "commission", "council", "court", "department", "force", "government", "guard",
    "junta", "ministry", "navy", "office", "parliament", "police", "presidency", "senate", "service",
})  # fmt: skip
"""The heads of bodies that each state has one of."""
COMMON = frozenset({
    "army", "bank", "central", "christian", "communist", "congress", "conservative", "democratic", "development",
    "freedom", "front", "green", "independent", "justice", "labor", "liberal", "movement", "national", "new", "party",
    "people", "progressive", "reform", "republican", "revolutionary", "social", "socialist", "union", "united", "unity",
    "worker",
})  # fmt: skip
"""Words of which names are made that parties and banks of many states have."""
SPELLINGS = {
    "centre": "center", "defence": "defense", "labour": "labor", "organisation": "organization", "programme": "program",
}  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*\.?(?P<possessive>[’']s?(?=\s|$))?", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Body:
    """What is equal for the names of one body; `state` is the one whose body it is, if every state may have one."""

    words: tuple[str, ...]
    state: str = ""


def body(entity: Entity) -> Body:
    """The body that a name stands for, as far as its sentence tells."""
    organ = entity.organ
    if organ is None or entity.listed:
        return Body(words(entity.name))
    apart = set(written(organ.name))
    beside = organ.name == entity.name
    is_one_of_many = ORGANS & apart or apart == {"bank", "central"} or (beside and apart <= COMMON)
    return Body(words(organ.name), organ.state) if is_one_of_many else Body(words(entity.name))


def government_of(entity: Entity) -> str | None:
    """The state whose government, junta or authorities are named, and nothing more."""
    organ = entity.organ
    return organ.state if organ is not None and GOVERNMENT.issuperset(written(organ.name)) else None


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words by which a body's name is compared."""
    kept = written(name)
    return tuple(sorted(set(kept) - SMALL - {"affair"}) if PORTFOLIOS & set(kept) else map(folded, kept))


def written(name: str) -> list[str]:
    """The words of a name in the singular, without article and legal form."""
    every = [_word(match) for match in WORD.finditer(name.replace("&", " and ") if " & " in name else name)]
    named = every[1:] if every[:1] == ["the"] and len(every) > 1 else every
    kept = [word for n, word in enumerate(named) if not n or word not in LEGAL]
    return [_singular(word) for word in kept] if len(kept) > 1 else kept


def _word(match: re.Match[str]) -> str:
    word = match.group().removesuffix(match["possessive"] or "")
    bare = plain(word)
    return (
        "al"
        if bare in ARTICLES and not word.isupper() and match.string[match.end() : match.end() + 1] in "-‑"
        else bare
    )


def _singular(word: str) -> str:
    plural = len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    word = word[:-1] if plural else word
    return SPELLINGS.get(word, word)


class Owners:
    """Whose body a name is that does not say so: that of its source's only state, or of the collection's."""

    def __init__(self, told: Iterable[tuple[str, Body]]) -> None:
        self.in_source: defaultdict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        self.anywhere: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for source, one in told:
            if one.state:
                self.in_source[source, one.words].add(one.state)
                self.anywhere[one.words].add(one.state)

    def owned(self, source: str, one: Body) -> Body:
        """The body with its state, where only one comes into question."""
        if one.state:
            return one
        states = self.in_source.get((source, one.words)) or self.anywhere.get(one.words, set())
        return Body(one.words, min(states)) if len(states) == 1 else one


def initials(name: str) -> Iterator[str]:
    """The acronyms that a name may have: of its words of weight, and of all of them."""
    every = [token for token in re.split(r"[\s‑-]+", name) if token[:1].isalnum()]
    heavy = [token for token in every if token.lower() not in SMALL]
    yield from {"".join(token[0] for token in kept).upper() for kept in (every, heavy) if len(kept) > 1}
