"""Step 3: who and where: two sentences that tell a deed of somebody else, or of another place.

Enters: two sentences. Leaves: whether another one does it, it is done to another
one, another one says it, or it is elsewhere. Only names are compared, of one
kind, none of which the other sentence has, since most paraphrases call one actor
by several words.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import replace

from briefing.merge.bodies import words
from briefing.model import Deed, Entity, Sentence

LOCATED = re.compile(r"\bin(?: the (?:[a-z]+ ){0,3}(?:city|district|town|village) of)? $")
REACH = 60
"""Characters before a place in which "in" stands."""
SHARED = 0.6
"""The share of the shorter sentence's words that the other has, where a stance or a place is the difference."""
MUTUAL = frozenset({"battl", "border", "divorc", "face", "fight", "marri", "meet", "play", "wed"})
"""Verbs that say the same whoever of the two comes first, by their normal forms."""
LAID_DOWN = re.compile(
    r"\b(?:binds?|binding|commits?|obligates?|obliges?|requires?|stipulates?)\b|\b(?:must|shall)\b", re.IGNORECASE
)
"""What a text lays down for whoever it binds."""
SOLE = frozenset({"becom", "lead", "succeed", "win"})
"""Verbs for what only one can do."""


def other_actors(left: Sentence, right: Sentence) -> bool:
    """Whether somebody else does it, it is done to somebody else, or somebody else says it."""
    return _other_speakers(left, right) or any(_apart(left, a, right, b) for a, b in _same_verbs(left, right))


def acting(sentence: Sentence) -> Hashable | None:
    """Who does what to whom and who says it, by their names; None where nobody who is named does."""
    deeds = tuple(
        (deed.verb, _known(_named(sentence, deed.agents)), _known(_named(sentence, deed.patients)))
        for deed in sentence.deeds
        if deed.agents or deed.patients
    )
    speaker = _known(_speaker(sentence))
    return (deeds, speaker) if deeds or speaker else None


def only_acting(sentence: Sentence) -> Sentence:
    """The sentence without the names of those who do nothing, and to whom nothing is done."""
    starts = {start for deed in sentence.deeds for start in (*deed.agents, *deed.patients)}
    starts |= {entity.start for entity in _speaker(sentence)}
    return replace(sentence, entities=tuple(entity for entity in sentence.entities if entity.start in starts))


def _known(entities: Iterable[Entity]) -> tuple[tuple[str, str], ...]:
    return tuple((entity.name, entity.kind) for entity in entities)


def rivals(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences name two who cannot both have done it: bought the same company, or won."""
    return any(
        _swapped(left, ours, right, theirs)
        or (
            (_share(_named(left, ours.patients), _named(right, theirs.patients)) or ours.verb in SOLE)
            and _others(_named(left, ours.agents), _named(right, theirs.agents), left, right)
        )
        for ours, theirs in _same_verbs(left, right)
    )


def is_bound_by(told: Sentence, deed: Sentence) -> bool:
    """Whether a sentence only lays down what whoever it binds shall do, where another tells what those named do.

    "The pact binds its parties to help each other" does not tell that Kenya has promised help to Uganda.
    """
    acting = [entity for one in deed.deeds for entity in _named(deed, one.agents)]
    if not acting or not LAID_DOWN.search(told.text) or LAID_DOWN.search(deed.text):
        return False
    return _words(acting).isdisjoint(_words(told.entities))


def _same_verbs(left: Sentence, right: Sentence) -> Iterator[tuple[Deed, Deed]]:
    return ((ours, theirs) for ours in left.deeds for theirs in right.deeds if ours.verb == theirs.verb)


def _apart(left: Sentence, ours: Deed, right: Sentence, theirs: Deed) -> bool:
    """Whether two deeds of one verb have another agent or another patient."""
    agents = _named(left, ours.agents), _named(right, theirs.agents)
    patients = _named(left, ours.patients), _named(right, theirs.patients)
    if _swapped(left, ours, right, theirs):
        return True
    if _others(*agents, left, right):
        return _share(*patients) or _are_persons(agents[0])
    return _others(*patients, left, right) and (_share(*agents) or _are_persons(patients[0]))


def _swapped(left: Sentence, ours: Deed, right: Sentence, theirs: Deed) -> bool:
    """Whether the one who does it is the one to whom the other sentence says it was done, and the other way round."""
    agents = _named(left, ours.agents), _named(right, theirs.agents)
    patients = _named(left, ours.patients), _named(right, theirs.patients)
    turned = _share(agents[0], patients[1]) and _share(patients[0], agents[1])
    return turned and ours.verb not in MUTUAL and not (_share(*agents) and _share(*patients))


def _named(sentence: Sentence, starts: tuple[int, ...]) -> list[Entity]:
    return [entity for entity in sentence.entities if entity.start in starts] if starts else []


def _share(ours: list[Entity], theirs: list[Entity]) -> bool:
    return any(a.name == b.name for a in ours for b in theirs)


def _are_persons(entities: list[Entity]) -> bool:
    return all(entity.kind == "person" for entity in entities)


def _others(ours: list[Entity], theirs: list[Entity], left: Sentence, right: Sentence) -> bool:
    """Whether two lists name different ones of a kind, none of whom the other sentence names at all.

    A name that has a word of the other's may be a longer form of it.
    """
    kinds = {entity.kind for entity in (*ours, *theirs)}
    if not ours or not theirs or len(kinds) > 1:
        return False
    return not (_words(ours) & _words(right.entities) or _words(theirs) & _words(left.entities))


def _words(entities: Iterable[Entity]) -> set[str]:
    """The words that tell names from others, without the mark of a plural: "the Saints", "the Gravna Saints"."""
    return {word.rstrip("s") for entity in entities for word in words(entity.name) if len(word) > 2}


def _other_speakers(left: Sentence, right: Sentence) -> bool:
    """Whether two people are quoted, each in a sentence that does not name the other."""
    if not left.attribution or not right.attribution:
        return False
    ours, theirs = _speaker(left), _speaker(right)
    return _are_persons([*ours, *theirs]) and _others(ours, theirs, left, right)


def _speaker(sentence: Sentence) -> list[Entity]:
    speaker = sentence.attribution.speaker if sentence.attribution else None
    return [entity for entity in sentence.entities if entity.text == speaker][:1]


def elsewhere(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences that are otherwise alike tell of two places."""
    ours, theirs = _places(left), _places(right)
    return bool(ours and theirs) and _others(ours, theirs, left, right) and alike_but_for((*ours, *theirs), left, right)


def placed(sentence: Sentence) -> Hashable | None:
    """The places in which the sentence says that something is, by their names; None where it names none."""
    return _known(_places(sentence)) or None


def only_placed(sentence: Sentence) -> Sentence:
    """The sentence without other names than those of these places."""
    return replace(sentence, entities=tuple(_places(sentence)))


def other_places(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences tell of two places, however alike they are otherwise."""
    return _others(_places(left), _places(right), left, right)


def _places(sentence: Sentence) -> list[Entity]:
    """The places in which the sentence says that something is."""
    return [
        entity
        for entity in sentence.entities
        if entity.kind in {"place", "state"} and _is_located(entity.start - sentence.start, sentence.text)
    ]


def _is_located(at: int, text: str) -> bool:
    """Whether something is told to be in the place whose name begins here."""
    # Most are not, and this look costs less than the pattern.
    return text.endswith(("in ", "of "), 0, at) and LOCATED.search(text[max(0, at - REACH) : at]) is not None


def alike_but_for(names: Collection[Entity], left: Sentence, right: Sentence) -> bool:
    """Whether the shorter sentence's words, without these names, are mostly the other's as well."""
    ours, theirs = without_names(left, names), without_names(right, names)
    return len(ours & theirs) >= SHARED * min(len(ours), len(theirs)) > 0


def without_names(sentence: Sentence, names: Iterable[Entity]) -> set[str]:
    """The lemmas of a sentence but for those of names; a name is one lemma, or the stems of its words."""
    named = {word for one in names for word in (one.name.casefold(), *one.name.casefold().split())}
    return {lemma for lemma in sentence.lemmas if not any(word.startswith(lemma) for word in named)}
