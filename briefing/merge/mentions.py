"""Step 3: which mentions of a name are one of somebody who acts.

Enters: a name and its sentence. Leaves: whether it counts: a place, a date, a
title without a name, the platform that a statement was posted on, or the outlet
that tells what it is about does not.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.merge.offices import OFFICES
from briefing.model import Entity, Sentence

PLATFORMS = frozenset({"signal", "threads", "x", "zoom"})
"""Platforms whose names are words or companies elsewhere; analysis knows the others for outlets."""
CARRIED = re.compile(r"\b(?:on|via|through|over|formerly|called|known as) (?:the )?$", re.IGNORECASE)
CARRIER = re.compile(
    r"\b(?:social media|messaging|video|online) (?:platforms?|sites?|networks?|apps?|services?),? $", re.IGNORECASE
)
CARRIES = re.compile(r"(?:['’]s)? (?:accounts?|channels?|pages?|posts?|profile|videos?|messages?|feed|livestream)\b")

TELLS = re.compile(
    r"(?:,? which)? (?:also |first |has |had |can |earlier )?(?:reports?|reported|says?|said|tells?|told|writes?|wrote"
    r"|understands?|understood|gathered|learn(?:s|ed|t)|recalls?|recalled|quot(?:es|ed)|cit(?:es|ed)|publish(?:es|ed))\b"
)
TOLD = re.compile(r"(?:\b(?:told|by|to|with|for|from|via|in|on|according to|of)|[(“]) ?(?:the )?$", re.IGNORECASE)


CREDIT = re.compile(r"\s*\(\s*\)\W*")
AGENCY = re.compile(r"(?:News|Press|Information) (?:Agency|Service)|News(?:wire)?$")


def credit_lines(sentences: Iterable[Sentence]) -> Iterator[str]:
    """The names that stand alone in brackets, as an agency's does above its text: "(NPA)"."""
    for sentence in sentences:
        for entity in sentence.entities:
            if CREDIT.fullmatch(sentence.text.replace(entity.text, "", 1)):
                yield entity.text


def names_an_actor(entity: Entity, sentence: Sentence) -> bool:
    """Whether a mention is of one who may act."""
    dated = any(date.start <= entity.start and entity.end <= date.end for date in sentence.dates)
    nobody = entity.kind == "place" or dated or OFFICES.fullmatch(entity.text)
    is_outlet = entity.kind == "outlet" or (entity.kind == "organisation" and AGENCY.search(entity.name) is not None)
    return not (nobody or _is_platform(entity, sentence) or (is_outlet and _tells(entity, sentence)))


def _tells(outlet: Entity, sentence: Sentence) -> bool:
    """Whether the outlet only reports, or was only spoken to."""
    before, behind = _around(outlet, sentence)
    return TELLS.match(behind) is not None or TOLD.search(before) is not None


def _around(entity: Entity, sentence: Sentence) -> tuple[str, str]:
    """What stands before a name in its sentence, and what behind it."""
    return sentence.text[: entity.start - sentence.start], sentence.text[entity.end - sentence.start :]


def _is_platform(entity: Entity, sentence: Sentence) -> bool:
    """Whether the name only says where something was posted."""
    before, behind = _around(entity, sentence)
    if entity.kind in {"state", "person"}:
        return False
    used = CARRIED.search(before) or CARRIES.match(behind)
    carries = entity.kind == "outlet" or entity.text.casefold() in PLATFORMS
    return CARRIER.search(before) is not None or (carries and used is not None)
