"""Step 3: bodies under a short name that analysis takes for a person or a place: "Corvex" for "Corvex Group".

Enters: sentences, and the kind that most mentions give each name. Leaves: the
names that are bodies for all that, each with the longer name that it is short
for, if there is one. A name is a body's where just one longer name of a body
begins with it or ends in it ("the Front"), or where what is told of it is told
of bodies alone; a title, a full name that it is part of, or "in …" before it
speaks against that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.merge.bodies import BODIES, written
from briefing.merge.parts import parts
from briefing.model import Entity, EntityKind, Sentence

Mention = tuple[Entity, Sentence]
BODY = re.compile(
    r"(?:\b(?:agency|airline|alliance|association|bank|bloc|broadcaster|brewer|chain|charity|coalition|company"
    r"|competitor|conglomerate|consortium|consultancy|corporation|developer|exchange|faction|federation|firm|fund|giant"
    r"|group|insurer|lender|manufacturer|miner|movement|network|ngo|operator|organi[sz]ation|party|producer|provider"
    r"|regulator|retailer|rival|start-?up|subsidiary|supplier|supermarket|think ?tank|union|utility|watchdog)"
    r"|[a-z]maker)$",
    re.IGNORECASE,
)
"""How the words end that say what a body is."""
REST = re.compile(r",? (?:at|based|for|from|in|listed|of|on|owned|that|which|with)\b.*")
"""What follows the noun of a role."""
OWNED = re.compile(
    r"(?:['’]s?)? (?:\w+ )?(?:board|ceo|chief executive|chief financial officer|customers|dividend|investors"
    r"|shareholders?|shares?|stock|takeover|subsidiar(?:y|ies))\b",
    re.IGNORECASE,
)
OWNS = re.compile(r"\b(?:shares|stock|stake|shareholders|investors|investment|percent|%) (?:in|of) $", re.IGNORECASE)
KIND_BEFORE = re.compile(r"\b(?:[a-z]+maker|rival|competitor|company|firm|retailer|lender|insurer|airline) $")
PLACED = re.compile(
    r"\b(?:in|near|around|outside|across|through|throughout|north of|south of|east of|west of) (?:the )?$"
)
PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.? (?:[\w.]+ )?$")
ORDINARY = frozenset({
    "african", "american", "arab", "asian", "central", "east", "eastern", "european", "first", "general", "global",
    "great", "green", "high", "human", "international", "islamic", "middle", "national", "new", "north", "northern",
    "public", "red", "royal", "saint", "south", "southern", "state", "supreme", "united", "west", "western", "world",
})  # fmt: skip
"""Words that open names of bodies and are no name."""
HEADS = frozenset({"alliance", "coalition", "front", "league", "movement", "union"})
"""Words by which alone a body is called whose name ends in them: "the Front"."""
LOCAL = frozenset({
    "academy", "airport", "assembly", "authority", "brigade", "chamber", "church", "city", "club", "college", "council",
    "county", "court", "district", "fc", "fire", "forum", "government", "hospital", "institute", "library", "museum",
    "news", "orchestra", "parliament", "police", "port", "prison", "province", "radio", "region", "regional", "school",
    "state", "teaching", "town", "university", "valley",
})  # fmt: skip
"""Words in the names of bodies that are called after where they are."""


def firms(sentences: Sequence[Sentence], kinds: Mapping[str, EntityKind]) -> dict[str, str | None]:
    """Names that are bodies', each with the longer name if it has one.

    Args:
        sentences: all sentences.
        kinds: the kind of each name as it stands in `Entity.name`.
    """
    longer = _longer(sentences, kinds)
    people = _people(sentences, kinds)
    found: dict[str, str | None] = {}
    for name, mentions in _told(sentences).items():
        full = longer.get(name)
        if kinds[name] == "organisation":
            if full:
                found[name] = full
        elif (
            name not in people
            and kinds[name] in {"person", "place"}
            and (full or any(_is_body(*one) for one in mentions))
            and not _are_others(mentions)
        ):
            found[name] = full
    return found


def _told(sentences: Iterable[Sentence]) -> dict[str, list[Mention]]:
    """The mentions of each name that no list has."""
    told: defaultdict[str, list[Mention]] = defaultdict(list)
    listed = set()
    for sentence in sentences:
        for entity in sentence.entities:
            told[entity.name].append((entity, sentence))
            listed |= {entity.name} if entity.listed else set()
    return {name: mentions for name, mentions in told.items() if name not in listed}


def _longer(sentences: Iterable[Sentence], kinds: Mapping[str, EntityKind]) -> dict[str, str]:
    """For each name that only one longer name of a body begins with or ends in, that name."""
    bodies = {entity.name for sentence in sentences for entity in sentence.entities if kinds[entity.name] in BODIES}
    begun: defaultdict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for name in sorted(bodies, key=lambda one: (-len(one), one)):
        tokens = name.split() if LOCAL.isdisjoint(written(name)) else []
        for end in range(1, len(tokens)):
            start = " ".join(tokens[:end])
            if start.casefold() not in ORDINARY and tokens[end][:1].isupper() and tokens[end - 1][:1].isupper():
                begun[start].setdefault(tuple(written(name)), name)
            if end == len(tokens) - 1 and tokens[end].casefold() in HEADS:
                begun[tokens[end]].setdefault(tuple(written(name)), name)
    return {start: next(iter(full.values())) for start, full in begun.items() if len(full) == 1}


def _people(sentences: Iterable[Sentence], kinds: Mapping[str, EntityKind]) -> set[str]:
    """Surnames and given names of those who are named in full."""
    full = {
        entity.name
        for sentence in sentences
        for entity in sentence.entities
        if kinds[entity.name] == "person" and parts(entity.name).given and not _is_body(entity, sentence)
    }
    return {word for name in full for word in name.split()}


def _is_body(entity: Entity, sentence: Sentence) -> bool:
    """Whether the sentence tells of the name what is told of bodies alone."""
    before, behind = sentence.text[: entity.start - sentence.start], sentence.text[entity.end - sentence.start :]
    if OWNED.match(behind) or OWNS.search(before) or KIND_BEFORE.search(before):
        return True
    if entity.role is None:
        return False
    role = sentence.text[max(entity.role.start - sentence.start, 0) : entity.role.end - sentence.start]
    return BODY.search(REST.sub("", role)) is not None


def _are_others(mentions: Iterable[Mention]) -> bool:
    return any(_is_other(entity, sentence) for entity, sentence in mentions)


def _is_other(entity: Entity, sentence: Sentence) -> bool:
    """Whether the sentence tells of the name what is told of people or of places."""
    before, behind = sentence.text[: entity.start - sentence.start], sentence.text[entity.end - sentence.start :]
    is_place = PLACED.search(before) and not OWNS.search(before) and not re.match(r"['’]| [A-Z]", behind)
    return bool(is_place or PERSON.search(before))
