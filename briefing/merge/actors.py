"""Step 3: the actors, one for each real one.

Enters: sentences whose names are resolved over the collection (`names`).
Leaves: one actor for each name, under the form that says most, with its role
and with every source that names it as a citation.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.merge.definitions import is_acronym
from briefing.merge.kinds import key
from briefing.merge.mentions import credit_lines, names_an_actor
from briefing.merge.offices import differ, tells
from briefing.merge.parts import parts
from briefing.merge.standing import Mention, in_order
from briefing.merge.variants import spelled
from briefing.model import Actor, Document, Entity, Role, Sentence, Span, one_for_each_source

WORD = re.compile(r"\b[a-z]{3,}\b")
OUTLET_ACTS = 3
"""Mentions in which an outlet does something else than tell."""


def actors(documents: Sequence[Document], sentences: Sequence[Sentence], outlets: Iterable[str]) -> tuple[Actor, ...]:
    """The actors, the most central first.

    Args:
        documents: all documents.
        sentences: their sentences, names resolved.
        outlets: names by which the sources speak of themselves; they are no actors.
    """
    of_source = {document.source.id: document for document in documents}
    own_names = {*outlets, *credit_lines(sentences)}
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for sentence in sentences:
        for entity in sentence.entities:
            if entity.text not in own_names and names_an_actor(entity, sentence):
                groups[entity.kind, entity.name].append((sentence, entity))
    shared = _shared_surnames(name for kind, name in groups if kind == "person")
    ordinary = frozenset(word for sentence in sentences for word in WORD.findall(sentence.text))
    ordered = in_order(
        mentions
        for mentions in groups.values()
        if _acts(mentions) and not _is_vague(mentions, shared) and not _is_word(mentions, ordinary)
    )
    return tuple(_told_apart([_actor(group, of_source) for group in ordered], ordered))


def _acts(mentions: Sequence[Mention]) -> bool:
    """Whether the name is one of an actor: an outlet's is where much is told of it, and not by one source alone."""
    if mentions[0][1].kind != "outlet":
        return True
    return len(mentions) >= OUTLET_ACTS and len({sentence.source for sentence, _ in mentions}) > 1


def _shared_surnames(names: Iterable[str]) -> frozenset[str]:
    """The surnames that several people have."""
    counts = Counter(parts(name).family for name in names if parts(name).given)
    return frozenset(family for family, count in counts.items() if count > 1)


def _is_vague(mentions: Sequence[Mention], shared: frozenset[str]) -> bool:
    """Whether it is a surname that could be either of two who have rows, and nothing says who it is."""
    entities = [entity for _, entity in mentions]
    name = parts(entities[0].name)
    alone = entities[0].kind == "person" and not name.given and name.family in shared
    return alone and not any(entity.role for entity in entities)


def _is_word(mentions: Sequence[Mention], ordinary: frozenset[str]) -> bool:
    """Whether it is a word that has its capital from opening sentences: "Donors met", where others say "the donors"."""
    return all(
        sentence.start == entity.start and not entity.listed and entity.text.casefold() in ordinary
        for sentence, entity in mentions
    )


def _actor(mentions: Sequence[Mention], of_source: dict[str, Document]) -> Actor:
    name = _display_name(mentions)
    return Actor(
        name=name,
        kind="organisation" if mentions[0][1].kind == "outlet" else mentions[0][1].kind,
        aliases=tuple(sorted({entity.text for _, entity in mentions} - {name})),
        role=_role(mentions, of_source),
        citations=one_for_each_source(Span(s.source, e.start, e.end) for s, e in mentions),
    )


def _display_name(mentions: Sequence[Mention]) -> str:
    """The name that the collection goes by where a source has it; else the fullest form that is used most.

    A state that acts under the name of its people alone goes by its own.
    """
    forms = Counter(form for _, form in {(sentence.text, entity.text) for sentence, entity in mentions})
    usual = mentions[0][1].name
    is_people = mentions[0][1].kind == "state" and not any(entity.listed or entity.organ for _, entity in mentions)
    return (
        usual
        if usual in forms or is_people
        else min(forms, key=lambda form: (is_acronym(form), -forms[form], -len(form), form))
    )


def _told_apart(found: Sequence[Actor], groups: Sequence[Sequence[Mention]]) -> Iterator[Actor]:
    """Rows of one name under names that say whose body each is: "Kenya's Ministry of Defence"."""
    names = Counter(actor.name for actor in found)
    for actor, mentions in zip(found, groups, strict=True):
        owned = sorted(filter(None, (_with_state(*mention) for mention in mentions))) if names[actor.name] > 1 else []
        if owned:
            yield replace(actor, name=owned[0], aliases=tuple(sorted({actor.name, *actor.aliases} - {owned[0]})))
        else:
            yield actor


def _with_state(sentence: Sentence, entity: Entity) -> str | None:
    """The passage that holds a body's name and its state's beside it."""
    for state in sentence.entities if entity.organ else ():
        first, last = sorted((state, entity), key=lambda one: one.start)
        between = sentence.text[first.end - sentence.start : last.start - sentence.start]
        if state.kind == "state" and between in ({" ", "'s ", "’s "} if first is state else {" of ", " of the "}):
            return sentence.text[first.start - sentence.start : last.end - sentence.start]
    return None


def _role(mentions: Sequence[Mention], of_source: dict[str, Document]) -> Role | None:
    """What the sources call the actor: the wording that says most in few words, of the latest where offices change."""
    spans = [entity.role for _, entity in mentions if entity.role]
    if not spans:
        return None
    worded = _latest([(of_source[span.source].passage(span), span) for span in spans], of_source)
    said, _ = min(worded, key=lambda pair: (-tells(pair[0]), pair[1].start, pair[0]))
    text, span = next(pair for pair in worded if pair[0] == said)
    alike = [other for wording, other in worded if key(wording) == key(text) and other.source != span.source]
    return Role(text, (span,), tuple(dict.fromkeys((span, *alike))))


def _latest(worded: list[tuple[str, Span]], of_source: dict[str, Document]) -> list[tuple[str, Span]]:
    """The roles that the newest sources tell, if the roles cannot all be held at once; else all."""
    published = {span: of_source[span.source].source.published or "" for _, span in worded}
    newest = max(published.values())
    late = [pair for pair in worded if published[pair[1]] == newest]
    return late if differ(frozenset(text for text, _ in worded)) else worded


def spelling_variants(found: Sequence[Actor]) -> list[tuple[Actor, tuple[str, ...]]]:
    """People whose full name the sources spell in more than one way; case, marks and hyphens are no spelling."""
    variants = []
    for actor in found:
        forms = {key(form): form for form in (*reversed(actor.aliases), actor.name)}
        full = [form for form in reversed(forms.values()) if " " in form and spelled(form, actor.name)]
        if actor.kind == "person" and len(full) > 1:
            variants.append((actor, tuple(full)))
    return variants
