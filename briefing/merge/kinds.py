"""Step 3: one kind for each name, over the whole collection.

Enters: sentences whose names analysis has labelled one by one. Leaves: the same
with one label for each name: a gazetteer's, else the one that most wordings give it,
unless `firms` finds that it is a body's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.merge.firms import firms
from briefing.merge.variants import plain
from briefing.model import Entity, EntityKind, Sentence

PART_BEFORE = re.compile(r"[A-Z][\w.]* (?:state|province) of (?:the )?$")
PART_BEHIND = re.compile(r" (?:Gov\.|Governor|Secretary of State|State (?:House|Patrol|Senate|University))(?!\w)")
"""What tells a part of a state that has the name of a state: "the US state of Georgia"."""


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """A name without case, marks, points and hyphens."""
    return " ".join(filter(None, map(plain, re.split(r"[\s‑-]+", name))))


def voted(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with one kind for each name."""
    kinds = _votes(sentences)
    meant = firms(sentences, {entity.name: kinds[key(entity.name)] for entity in _every(sentences)})
    return [_relabelled(sentence, kinds, meant) for sentence in sentences]


def _every(sentences: Iterable[Sentence]) -> Iterable[Entity]:
    return (entity for sentence in sentences for entity in sentence.entities)


def _votes(sentences: Iterable[Sentence]) -> dict[str, EntityKind]:
    """The kind of each name; a wording counts once, however many sources copy it."""
    said: defaultdict[str, set[tuple[EntityKind, str]]] = defaultdict(set)
    listed: dict[str, EntityKind] = {}
    for sentence in sentences:
        for entity in sentence.entities:
            said[key(entity.name)].add((entity.kind, sentence.text))
            if entity.listed:
                listed[key(entity.name)] = entity.kind
    counted = {name: Counter(kind for kind, _ in votes) for name, votes in said.items()}
    return {name: max(sorted(votes), key=lambda kind: votes[kind]) for name, votes in counted.items()} | listed


def _relabelled(sentence: Sentence, kinds: dict[str, EntityKind], meant: dict[str, str | None]) -> Sentence:
    entities = tuple(_labelled(entity, sentence, kinds, meant) for entity in sentence.entities)
    return sentence if entities == sentence.entities else replace(sentence, entities=entities)


def _labelled(entity: Entity, sentence: Sentence, kinds: dict[str, EntityKind], meant: dict[str, str | None]) -> Entity:
    if entity.name in meant:
        full = meant[entity.name]
        kind = kinds[key(full)] if full else "organisation"
        return replace(entity, kind=kind, name=full or entity.name)
    before, behind = sentence.text[: entity.start - sentence.start], sentence.text[entity.end - sentence.start :]
    kind = kinds[key(entity.name)]
    if kind == "state" and (PART_BEFORE.search(before) or PART_BEHIND.match(behind)):
        return replace(entity, kind="place", listed=False)
    return entity if entity.kind == kind else replace(entity, kind=kind)
