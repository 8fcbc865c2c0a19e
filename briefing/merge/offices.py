"""Step 3: what a role tells about whether two names are one person's.

Enters: roles in the sources' own words. Leaves: whether they speak for one
person or against it. A president may be a general, and a leader anything; a
foreign minister is no defence minister.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

OFFICES = re.compile(
    r"\b(?:(?P<rank>vice|deputy|prime|first|assistant)[- ])?"
    r"(?:(?P<field>attorney|culture|defen[cs]e|education|energy|environment|finance|foreign|health|interior|justice"
    r"|labou?r|trade|transport)(?: affairs)? )?"
    r"(?P<head>ambassador|archbishop|author|bishop|coach|doctor|economist|engineer|farmer|governor|judge|king|lawyer"
    r"|mayor|minister|nurse|pilot|pope|premier|president|prince|princess|prosecutor|queen|senator|spokes(?:man|woman|person)"
    r"|student|surgeon|teacher|victim|witness)s?\b",
    re.IGNORECASE,
)
"""Offices and callings of which a person is seldom called two in one story; a leader or a general may be any."""
ENDED = re.compile(
    r"\b(?:former(?:ly)?|ex|late|then|outgoing|ousted|deposed|incoming|elect|erstwhile|once|one-time|previous|until)\b",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\b(?:boss|captain|chairs?|chair(?:man|woman|person)|chiefs?|commands?|commander|director|envoy|founder|heads?"
    r"|leads?|leader|led|negotiator|owner|runs?|secretary|speaker)\b|-general\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"(?<=\s)[A-Z]\w+|^[A-Z]\w+['’]s?\b")
LONGEST_ROLE = 12
"""Words; a longer role tells as much as a short one."""
WORD = re.compile(r"[^\W\d_]{3,}")
MOST = 40
"""Roles of one actor that are compared."""
EMPTY = frozenset({"and", "for", "his", "her", "its", "mrs", "new", "old", "other", "our", "the", "their"})


@lru_cache(maxsize=1 << 14)
def offices(roles: frozenset[str]) -> frozenset[str]:
    """The offices that roles name; one that is over or to come says nothing of who someone is not."""
    return _named(role for role in roles if not ENDED.search(role))


def _named(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(
        " ".join(filter(None, match.groups())).lower().replace("defense", "defence").replace("labor", "labour")
        for role in roles
        for match in OFFICES.finditer(role)
    )


def tells(role: str) -> float:
    """How much a role tells: an office before all else, and of what; one that is over, little; a rank, nothing."""
    words = role.split()
    if len(words) == 1 and role.endswith("."):
        return 0
    told = len(words) if len(words) <= LONGEST_ROLE else 1
    office = 6 * bool(OFFICES.search(role) or LEADING.search(role)) + 2 * bool(NAMES.search(role))
    return told + office - 8 * bool(ENDED.search(role))


def conflict(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the roles of two names are those of two people."""
    left, right = offices(ours), offices(theirs)
    return bool(left and right) and not any(_is_one(a, b) for a in left for b in right)


def differ(roles: frozenset[str]) -> bool:
    """Whether roles cannot all be held at once: two offices, or one that some say is over and others do not."""
    held = [one for one in (frozenset({role}) for role in sorted(roles)) if offices(one)]
    ended = _named(role for role in roles if ENDED.search(role))
    return not ended.isdisjoint(offices(roles)) or any(conflict(a, b) for a, b in combinations(held[:MOST], 2))


def _is_one(ours: str, theirs: str) -> bool:
    """The same office, or the same without its field: "minister" and "foreign minister", but no deputy's."""
    short, long = sorted((ours, theirs), key=len)
    if short == long or {short, long} == {"premier", "prime minister"}:
        return True
    return long.endswith(f" {short}") and long.split()[0] not in {"vice", "deputy", "prime", "first", "assistant"}


def agree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the roles of two names have a telling word in common, and no office against it."""
    return bool(_words(ours) & _words(theirs)) and not conflict(ours, theirs)


def _words(roles: Iterable[str]) -> set[str]:
    return {word.lower() for role in roles for word in WORD.findall(role)} - EMPTY
