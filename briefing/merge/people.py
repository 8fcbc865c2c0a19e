"""Step 3: which names are one person's. Two people in one row is the worst error, so doubt keeps them apart.

Enters: every mention of a person. Leaves: for each name of each source the
group that it belongs to. Names come together in rounds, from the surest sign to
the least: spelling, a longer form, initials, the other order, a surname alone.
A name that could join two groups joins neither.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from briefing.merge.offices import agree, conflict, offices
from briefing.merge.parts import FAMILY_FIRST, Parts, fits, is_family, parts
from briefing.merge.variants import SHORTEST, alike, skeleton

MOST = 40
"""Names that sound alike and are compared with one another; of more, only equal ones come together."""
SHARED = 2
"""Names that end in the same family names where these are one person's: the full one, and they alone."""
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Names of one person, each with its source, and what the collection tells of them.

    `sentences` are those that hold one of the names.
    """

    forms: frozenset[tuple[str, str]]
    roles: frozenset[str]
    sentences: frozenset[int]

    @property
    def sources(self) -> frozenset[str]:
        """The sources that have one of the names."""
        return frozenset(source for source, _ in self.forms)

    @property
    def names(self) -> list[str]:
        """The names."""
        return sorted({name for _, name in self.forms})

    @property
    def parts(self) -> list[Parts]:
        """The names in their parts."""
        return [parts(name) for name in self.names]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person in a sentence."""

    name: str
    role: str | None
    source: str
    sentence: int


def people(mentions: Iterable[Mention]) -> list[tuple[Group, str]]:
    """The groups of names that are one person's, each with what tells two of the same name apart, or ""."""
    full: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    alone: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = parts(mention.name)
        if name.given:
            full["".join(name.words), name.ordinal].append(mention)
        else:
            alone[mention.name, mention.source].append(mention)
    groups = sorted((_group(same) for same in full.values()), key=lambda group: group.names)
    for candidates in (_spelled, _longer, _initials, _swapped):
        groups = _joined(groups, candidates(groups))
    return _with_surnames(groups, [_group(alone[key]) for key in sorted(alone)])


def _group(mentions: Sequence[Mention]) -> Group:
    return Group(
        frozenset((mention.source, mention.name) for mention in mentions),
        frozenset(mention.role for mention in mentions if mention.role),
        frozenset(mention.sentence for mention in mentions),
    )


def _union(groups: Iterable[Group]) -> Group:
    every = list(groups)
    return Group(
        frozenset().union(*(group.forms for group in every)),
        frozenset().union(*(group.roles for group in every)),
        frozenset().union(*(group.sentences for group in every)),
    )


def _joined(groups: Sequence[Group], pairs: Iterable[Pair]) -> list[Group]:
    """The groups after a round; a pair counts only where both fit the very same others."""
    fitting: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        fitting[a] |= {a, b}
        fitting[b] |= {a, b}
    owner = {n: min(near) for n, near in fitting.items() if all(fitting[other] == near for other in near)}
    parts_of: defaultdict[int, list[Group]] = defaultdict(list)
    for n, group in enumerate(groups):
        parts_of[owner.get(n, n)].append(group)
    return [_union(same) if len(same) > 1 else same[0] for same in parts_of.values()]


def _are_apart(ours: Group, theirs: Group) -> bool:
    """Whether anything says that they are two: one sentence that names both, an office, a father and a son."""
    left, right = _ordinals(ours), _ordinals(theirs)
    told_apart = left != right and (bool(left and right) or not ours.sources.isdisjoint(theirs.sources))
    return told_apart or not ours.sentences.isdisjoint(theirs.sentences) or conflict(ours.roles, theirs.roles)


def _ordinals(group: Group) -> set[str]:
    return {part.ordinal for part in group.parts if part.ordinal}


def _spelled(groups: Sequence[Group]) -> Iterator[Pair]:
    blocks: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for name in group.parts:
            blocks[skeleton(name.family), skeleton(name.first)].add(n)
    small = (sorted(block) for block in blocks.values() if len(block) <= MOST)
    for a, b in chain.from_iterable(combinations(block, 2) for block in small):
        if _fit(groups[a], groups[b]) and not _are_apart(groups[a], groups[b]):
            yield a, b


def _fit(ours: Group, theirs: Group) -> bool:
    """Whether all of their names can be one person's; where the letters leave a doubt, the roles must agree."""
    found = [fits(a, b) for a in ours.parts for b in theirs.parts]
    return False not in found and (None not in found or agree(ours.roles, theirs.roles))


def _by_words(groups: Sequence[Group]) -> dict[tuple[str, ...], int]:
    return {name.words: n for n, group in enumerate(groups) for name in group.parts}


def _longer(groups: Sequence[Group]) -> Iterator[Pair]:
    """A name and a longer one.

    One more family name makes a person's full name: "Nicolás Maduro", "Nicolás Maduro Moros". What a longer name ends
    in may be its owner's family names or someone else, so the roles must agree, unless it opens as family names do and
    no other name ends in it: "López Obrador", "Abu Zaid".
    """
    known = _by_words(groups)
    tails = Counter(words[at:] for words in known for at in range(len(words) - 1))
    for words, n in known.items():
        if len(words) > 2 and words[0] not in FAMILY_FIRST:
            ends = {known[words[at:]] for at in range(1, len(words) - 1) if words[at:] in known}
            near = {other for other in ends if agree(groups[n].roles, groups[other].roles)}
            near |= {
                known[words[at:]]
                for at in range(1, len(words) - 1)
                if words[at:] in known and is_family(words[at:]) and tails[words[at:]] == SHARED
            }
            near |= {known[words[:-1]]} if words[:-1] in known else set()
            yield from ((n, other) for other in near - {n} if not _are_apart(groups[n], groups[other]))


def _initials(groups: Sequence[Group]) -> Iterator[Pair]:
    """A name with an initial and the only one of that family name that it fits."""
    full: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for name in group.parts:
            if len(name.first) > 1 and not name.family_first:
                full[name.family, name.words[0][0]].add(n)
    for n, group in enumerate(groups):
        keys = {(name.family, name.first) for name in group.parts}
        found = full.get(*keys) if len(keys) == 1 else None
        if found and len(found) == 1 and not _are_apart(group, groups[min(found)]):
            yield n, min(found)


def _swapped(groups: Sequence[Group]) -> Iterator[Pair]:
    """Given and family name in the other order; two people may be so called, so the roles must agree."""
    known = _by_words(groups)
    for words, n in known.items():
        other = known.get(words[::-1]) if len(words) == 2 else None
        if other is not None and other > n and agree(groups[n].roles, groups[other].roles):
            yield n, other


def _with_surnames(groups: Sequence[Group], alone: Sequence[Group]) -> list[tuple[Group, str]]:
    """The groups with the surnames that stand alone in a source, and groups of those that mean none of them."""
    families = _Families(groups)
    joined: defaultdict[int, list[Group]] = defaultdict(list)
    rest: defaultdict[str, list[Group]] = defaultdict(list)
    for group in alone:
        meant = families.meant(group)
        if meant is None:
            rest[group.parts[0].family].append(group)
        else:
            joined[meant].append(group)
    for n in [n for n, same in joined.items() if _differ(same)]:
        # Surnames in two offices: whoever the full name is, it is not both of them.
        rest[joined[n][0].parts[0].family] += joined.pop(n)
    named = [(_union((group, *joined[n])), "") for n, group in enumerate(groups)]
    return [*named, *chain.from_iterable(_split(same) for same in rest.values())]


class _Families:
    """The full names by what may stand for them alone."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.by_family: defaultdict[tuple[bool, str], set[int]] = defaultdict(set)
        self.by_sound: defaultdict[str, set[int]] = defaultdict(set)
        self.by_word: defaultdict[str, set[int]] = defaultdict(set)
        for n, group in enumerate(groups):
            for name in group.parts:
                for family in {name.words[0], name.words[-1]} if name.family_first else {name.family}:
                    self.by_family[name.family_first, family].add(n)
                self.by_sound[skeleton(name.family)].add(n)
                for word in name.words[1:]:
                    self.by_word[word].add(n)

    def meant(self, alone: Group) -> int | None:
        """The one group that a surname means, if no office is against it; of several, the one that shares an office."""
        (name,) = alone.parts
        if name.ordinal:
            return None
        found = self.by_family.get((False, name.family), set()) | self.by_family.get((True, name.words[-1]), set())
        if len(found) == 1:
            return next((n for n in found if not conflict(alone.roles, self.groups[n].roles)), None)
        if len(found) > 1:
            found = {n for n in found if len(found) <= MOST and offices(alone.roles) & offices(self.groups[n].roles)}
        elif not found:
            found = self._vouched_for(alone, name)
        return min(found) if len(found) == 1 else None

    def _vouched_for(self, alone: Group, name: Parts) -> set[int]:
        """The groups that a name may mean by its sound or by a word within, where the roles agree."""
        heard = self.by_sound.get(skeleton(name.family), set()) if len(name.family) >= SHORTEST else set()
        near = heard | self.by_word.get(name.words[-1], set())
        return {
            n
            for n in near
            if len(near) <= MOST and self._may_mean(name, n) and agree(alone.roles, self.groups[n].roles)
        }

    def _may_mean(self, name: Parts, n: int) -> bool:
        return any(name.words[-1] in full.words or alike(name.family, full.family) for full in self.groups[n].parts)


def _differ(groups: Iterable[Group]) -> bool:
    """Whether the groups hold offices that no one person holds."""
    held = {offices(group.roles) for group in groups}
    return any(conflict(a, b) for a, b in combinations(sorted(held, key=sorted)[:MOST], 2))


def _split(same: Sequence[Group]) -> Iterator[tuple[Group, str]]:
    """Names that stand alone, all alike: one person, or one for each ordinal and each office where these differ."""
    ordinals = set().union(*map(_ordinals, same))
    differ = _differ(same)
    found: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in same:
        ordinal = min(_ordinals(group) or (ordinals if len(ordinals) == 1 else {""}))
        found[ordinal, ", ".join(sorted(offices(group.roles))) if differ else ""].append(group)
    yield from ((_union(groups), office) for (_, office), groups in sorted(found.items()))
