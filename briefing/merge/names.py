"""Step 3, first pass: every name of the collection under one name for each real actor.

Enters: the sentences of all documents, whose names were understood document by
document. Leaves: the same sentences, in which `Entity.name` and `Entity.kind`
are equal for all names of one actor and for no other's, and in which a name is
one and the same lemma in all sources. Every look-up goes by a key, so that the
work grows with the names and not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.merge.bodies import BODIES, Body, Owners, body, government_of, initials
from briefing.merge.definitions import Definitions, is_acronym, resolved
from briefing.merge.kinds import key, voted
from briefing.merge.parts import is_family, parts
from briefing.merge.people import Mention, people
from briefing.merge.variants import folded, spelled
from briefing.model import Entity, EntityKind, Sentence


def resolve(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Give every name the one that its actor has in the whole collection."""
    told = voted(sentences)
    definitions = Definitions(told)
    told = [resolved(sentence, definitions) for sentence in told]
    same = _Same(told, definitions)
    return [_renamed(before, after, same) for before, after in zip(sentences, told, strict=True)]


class _Same:
    """For each name of each source the one that it goes under."""

    def __init__(self, sentences: Sequence[Sentence], definitions: Definitions) -> None:
        self.definitions = definitions
        self.forms = _Forms(sentences)
        every = [(sentence, entity) for sentence in sentences for entity in sentence.entities]
        named = [(s.source, e) for s, e in every if e.kind in BODIES and government_of(e) is None]
        self.owners = Owners((source, body(entity)) for source, entity in named)
        self.by_initials = self._by_initials(named)
        self.bodies = self._bodies(named)
        self.people = self._people(sentences)

    def entity(self, source: str, entity: Entity) -> Entity:
        """The name as merging knows it."""
        if entity.kind == "person":
            return _called(entity, self.people[source, entity.name])
        state = government_of(entity) if entity.kind in BODIES else None
        if state:
            return _called(entity, state, "state")
        if entity.kind in BODIES:
            return _called(entity, *self.bodies[self._body(source, entity)])
        return entity if entity.listed else _called(entity, self.forms.place(entity.name))

    def _by_initials(self, named: Iterable[tuple[str, Entity]]) -> dict[str, set[Body]]:
        found: defaultdict[str, set[Body]] = defaultdict(set)
        for source, entity in named:
            if not is_acronym(entity.name):
                for short in initials(entity.name):
                    found[short].add(self.owners.owned(source, body(entity)))
        return found

    def _body(self, source: str, entity: Entity) -> Body:
        """The body that a name means; an acronym that nothing explains means the only name of these initials."""
        if is_acronym(entity.name) and not entity.listed and entity.name not in self.definitions.disputed:
            meant = self.by_initials.get(entity.name.replace(".", ""), set())
            if len(meant) == 1:
                return min(meant, key=lambda one: one.words)
        return self.owners.owned(source, body(entity))

    def _bodies(self, named: Iterable[tuple[str, Entity]]) -> dict[Body, tuple[str, EntityKind]]:
        forms: defaultdict[Body, set[Entity]] = defaultdict(set)
        for source, entity in named:
            forms[self._body(source, entity)].add(entity)
        usual = {one: self.forms.usual({(e.listed, e.name) for e in same}) for one, same in forms.items()}
        shared = Counter(usual.values())
        return {
            one: (name if shared[name] == 1 or not one.state else f"{name} of {one.state}", self.forms.kind(forms[one]))
            for one, name in usual.items()
        }

    def _people(self, sentences: Sequence[Sentence]) -> dict[tuple[str, str], str]:
        mentions = [
            Mention(entity.name, _role(entity, sentence), sentence.source, n)
            for n, sentence in enumerate(sentences)
            for entity in sentence.entities
            if entity.kind == "person"
        ]
        found: dict[tuple[str, str], str] = {}
        for group, apart in people(mentions):
            full = [name for name in group.names if parts(name).given] or group.names
            full = [name for name in full if not is_family(parts(name).words)] or full
            name = self.forms.usual((False, name) for name in full)
            name = f"{name}, {apart}" if apart else name
            found |= dict.fromkeys(group.forms, name)
        return found


def _role(entity: Entity, sentence: Sentence) -> str | None:
    """The words of a role, which stand in the sentence of the name."""
    if entity.role is None:
        return None
    return sentence.text[max(entity.role.start - sentence.start, 0) : entity.role.end - sentence.start]


class _Forms:
    """How often the forms of names are used; a wording counts once, however many sources copy it."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        uses = {(s.text, e.start - s.start, e.name, e.kind) for s in sentences for e in s.entities}
        self.uses = Counter(name for _, _, name, _ in uses)
        self.kinds = Counter((name, kind) for _, _, name, kind in uses)
        self.places: dict[str, set[str]] = {}
        for _, _, name, kind in uses:
            if kind == "place":
                self.places.setdefault(_place(name), set()).add(name)

    def usual(self, forms: Iterable[tuple[bool, str]]) -> str:
        """The form to go by: a listed name, else no acronym, else the one used most, the longer of two."""
        return min(
            forms, key=lambda form: (not form[0], is_acronym(form[1]), -self.uses[form[1]], -len(form[1]), form[1])
        )[1]

    def kind(self, entities: Iterable[Entity]) -> EntityKind:
        """The kind that most mentions have, a listed one first."""
        votes: Counter[tuple[bool, EntityKind]] = Counter()
        for entity in entities:
            votes[entity.listed, entity.kind] += self.kinds[entity.name, entity.kind]
        return max(sorted(votes), key=lambda vote: (vote[0], votes[vote]))[1]

    def place(self, name: str) -> str:
        """The usual form of a place's name."""
        return self.usual((False, form) for form in self.places.get(_place(name), {name}))


def _place(name: str) -> str:
    return " ".join(map(folded, key(name).split()))


def _called(entity: Entity, name: str, kind: EntityKind | None = None) -> Entity:
    """The entity by this name; itself where it has that already, as most have."""
    kind = kind or entity.kind
    return entity if (entity.name, entity.kind) == (name, kind) else replace(entity, name=name, kind=kind)


def _renamed(before: Sentence, after: Sentence, same: _Same) -> Sentence:
    return _with(before, tuple(same.entity(after.source, entity) for entity in after.entities))


def _with(before: Sentence, entities: tuple[Entity, ...]) -> Sentence:
    """The sentence with these names, and each of its clauses with those that stand in it."""
    if entities == before.entities:
        return before
    now = _now(before, entities)
    lemmas, concepts = (tuple(now.get(word, word) for word in words) for words in (before.lemmas, before.concepts))
    clauses = tuple(
        _with(clause, tuple(one for one in entities if clause.start <= one.start < clause.end))
        for clause in before.clauses
    )
    return replace(before, entities=entities, lemmas=lemmas, concepts=concepts, clauses=clauses)


def _now(before: Sentence, entities: Sequence[Entity]) -> dict[str, str]:
    """The lemma of each name's own form and that of the one that it goes by.

    Not so for spellings: the letters that they have in common show them alike.
    """
    old = {entity.start: entity.name for entity in before.entities}
    known = [(old.get(entity.start, entity.text), entity.name) for entity in entities]
    return {was.casefold(): name.casefold() for was, name in known if not spelled(was, name)}
