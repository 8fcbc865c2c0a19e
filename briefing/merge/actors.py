"""Step 3: who is who across all sources.

Enters: sentences with their names. Leaves: one actor per real actor, under the
name that says most, with every mention as a citation. Names come together by
the usual name, by an acronym that a source defines, by a surname alone, and,
for people, by a spelling that differs in transliteration only.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from briefing.model import Actor, Document, Entity, EntityKind, Role, Sentence, Span, one_for_each_source

SPELLING = 0.6
"""Levenshtein similarity of two surnames with the same consonants that are, under one first name, one person's."""
VOWELS = re.compile(r"[aeiouyw'` -]+")
LONGEST_ROLE = 12
Mention = tuple[Sentence, Entity]


def actors(documents: Sequence[Document], sentences: Sequence[Sentence], outlets: Iterable[str]) -> tuple[Actor, ...]:
    """The actors, most often named first."""
    of_source = {document.source.id: document for document in documents}
    own_names = set(outlets)
    mentions = [(s, e) for s in sentences for e in s.entities if e.kind != "place" and e.text not in own_names]
    groups = sorted(_grouped(mentions), key=_centrality)
    return tuple(_actor(group, of_source) for group in groups)


def _centrality(mentions: Sequence[Mention]) -> tuple[int, int, str]:
    """The more sources and the more often, the further up; the name breaks ties."""
    return -len({sentence.source for sentence, _ in mentions}), -len(mentions), mentions[0][1].text


def _grouped(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each actor, in the order of first mention."""
    same = _same_names(mentions)
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for sentence, entity in mentions:
        groups[same[key(entity.name)]].append((sentence, entity))
    return list(groups.values())


def key(name: str) -> str:
    """A name without case, points and hyphens."""
    return " ".join(name.casefold().replace(".", "").replace("-", " ").replace("’", "'").split())


def _same_names(mentions: Sequence[Mention]) -> dict[str, str]:
    """For each name the name it goes under."""
    same = {key(entity.name): key(entity.name) for _, entity in mentions}
    people = Counter(key(entity.name) for _, entity in mentions if entity.kind == "person")
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for name in people:
        for word in {name.split()[0], name.split()[-1]}:
            by_word[word].append(name)
    for name in sorted(people, key=lambda name: (-len(name.split()), -people[name], name)):
        meant = [other for other in by_word[name.split()[0]] if _is_same_person(name, other)]
        # A surname of two people means neither.
        if len({other.split()[0] for other in meant}) == 1:
            same[name] = same[meant[0]]
    return same


def _is_same_person(name: str, other: str) -> bool:
    """A surname alone, or one first name with two spellings of a surname."""
    ours, theirs = name.split(), other.split()
    if name == other or len(theirs) < 2:
        return False
    if len(ours) == 1:
        return ours[0] == theirs[-1]
    return ours[0] == theirs[0] and len(ours) == len(theirs) and _is_spelling(ours[-1], theirs[-1])


def _is_spelling(ours: str, theirs: str) -> bool:
    return _consonants(ours) == _consonants(theirs) and Levenshtein.normalized_similarity(ours, theirs) >= SPELLING


def _consonants(name: str) -> str:
    """The consonants of a name, which a transliteration keeps: "gt" for Goita and Gueta alike."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    bare = VOWELS.sub("", plain.replace("q", "k").replace("c", "k"))
    return "".join(letter for letter, _ in groupby(bare))


def _actor(mentions: Sequence[Mention], of_source: dict[str, Document]) -> Actor:
    forms = Counter(entity.text for _, entity in mentions)
    name = _display_name(mentions, forms)
    kinds: Counter[EntityKind] = Counter(entity.kind for _, entity in mentions)
    return Actor(
        name=name,
        kind=kinds.most_common(1)[0][0],
        aliases=tuple(sorted(form for form in forms if form != name)),
        role=_role(mentions, of_source),
        citations=one_for_each_source(Span(s.source, e.start, e.end) for s, e in mentions),
    )


def _display_name(mentions: Sequence[Mention], forms: Counter[str]) -> str:
    """The usual name if a source uses it, else the form used most, the longer one first for people and bodies."""
    usual = {entity.name for _, entity in mentions} & forms.keys()
    if mentions[0][1].kind == "person":
        usual = {form for form in forms if " " in form} or usual
    return min(usual or forms, key=lambda form: (-forms[form], -len(form), form))


def _role(mentions: Sequence[Mention], of_source: dict[str, Document]) -> Role | None:
    """What the sources call the actor: the wording that says most in few words."""
    spans = [entity.role for _, entity in mentions if entity.role]
    if not spans:
        return None
    worded = [(of_source[span.source].passage(span), span) for span in spans]
    text, span = max(worded, key=lambda pair: (_tells(pair[0]), -spans.index(pair[1])))
    alike = [other for wording, other in worded if key(wording) == key(text) and other.source != span.source]
    return Role(text, (span,), tuple(dict.fromkeys((span, *alike))))


def _tells(role: str) -> int:
    words = len(role.split())
    return words if words <= LONGEST_ROLE else 1


def spelling_variants(found: Sequence[Actor]) -> list[tuple[Actor, tuple[str, ...]]]:
    """People whose full name the sources spell in more than one way; case, points and hyphens are no spelling."""
    variants = []
    for actor in found:
        forms = {key(form): form for form in (*reversed(actor.aliases), actor.name)}
        full = [form for form in reversed(forms.values()) if len(form.split()) == len(actor.name.split()) > 1]
        if actor.kind == "person" and len(full) > 1:
            variants.append((actor, tuple(full)))
    return variants
