"""Step 4: the names, acronyms and terms that a brief uses, each with what a source says it is.

Enters: a brief with its items, timeline and actors, and what merging found. Leaves:
terms in the order of the alphabet. What no source explains has no row.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from unicodedata import combining, normalize

from briefing.model import Actor, Brief, Definition, Merged, Role, Span, Term, one_for_each_source

SMALL = frozenset({"a", "an", "and", "for", "of", "on", "the"})
"""Words by which two wordings of a meaning do not differ."""


def glossary(brief: Brief, merged: Merged, limit: int | None) -> tuple[tuple[Term, ...], int]:
    """The terms that the brief uses, and how many more found no room.

    Args:
        brief: the brief, filled.
        merged: what merging found.
        limit: the most terms; None for no bound. Those that the brief uses most stay.
    """
    usage = _Usage(brief)
    rows = sorted(_rows(brief, merged, usage), key=lambda row: (-row[0], _alphabetical(row[1])))
    kept = [term for _, term in rows][:limit]
    return tuple(sorted(kept, key=_alphabetical)), len(rows) - len(kept)


class _Usage:
    """How often names stand in what the brief tells."""

    def __init__(self, brief: Brief) -> None:
        versions = (version.text for one in brief.disagreements for version in one.versions)
        items, events = (item.verbatim for item in brief.items), (event.verbatim for event in brief.timeline)
        self._text = "\n".join((brief.title, *items, *events, *versions))

    def of(self, *names: str) -> int:
        """In how many places one of the names stands, as a whole word."""
        found = (name for name in set(names) if name in self._text)
        return sum(len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", self._text)) for name in found)


def _rows(brief: Brief, merged: Merged, usage: _Usage) -> Iterator[tuple[int, Term]]:
    """Each term that is used and explained, with how often it is used."""
    known, shown = _Definitions(merged), frozenset(brief.actors)
    rest = {**known.full, **known.other}
    for actor in merged.actors:
        names = sorted({actor.name, *actor.aliases})
        shorts = [name for name in names if name in known.full]
        told = tuple(chain.from_iterable(known.full[short] for short in shorts))
        told += (actor.role,) if actor.role else _first(known.other, names)
        for name in names:
            rest.pop(name, None)
        uses = usage.of(*names) if told else 0
        if told and (uses or actor in shown):
            yield uses, Term(_headword(actor, shorts), told)
    for name, told in rest.items():
        if uses := usage.of(name, *(role.text for role in known.full.get(name, ()))):
            yield uses, Term(name, told)


def _headword(actor: Actor, shorts: list[str]) -> str:
    """Where a reader looks it up: under its acronym, if a source writes that out."""
    return min(shorts, key=lambda short: (len(short), short), default=actor.name)


def _first(told: Mapping[str, tuple[Role, ...]], names: list[str]) -> tuple[Role, ...]:
    return next((told[name] for name in names if name in told), ())


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a source says of a term."""

    text: str
    span: Span

    @property
    def key(self) -> str:
        """The same for wordings that mean the same."""
        return " ".join(word for word in self.text.casefold().split() if word not in SMALL)


class _Definitions:
    """What the sources say of terms: `full` forms of acronyms, each of them once, and the best `other` wording."""

    def __init__(self, merged: Merged) -> None:
        self._origin_of = merged.origin_of
        self._texts = {document.source.id: document.text for document in merged.documents}
        full: defaultdict[str, set[Definition]] = defaultdict(set)
        other: defaultdict[str, set[Definition]] = defaultdict(set)
        for statement in merged.statements:
            for one in statement.support:
                for definition in one.sentence.definitions:
                    (full if definition.full else other)[self._words(definition.term)].add(definition)
        self.full = {name: self._told(found) for name, found in sorted(full.items())}
        self.other = {name: self._told(found)[:1] for name, found in sorted(other.items())}

    def _words(self, span: Span) -> str:
        return self._texts[span.source][span.start : span.end]

    def _told(self, found: set[Definition]) -> tuple[Role, ...]:
        """What is said, each meaning once, that of most origins first; copies weigh nothing."""
        meanings: defaultdict[str, list[_Wording]] = defaultdict(list)
        for definition in found:
            wording = _Wording(self._words(definition.meaning), definition.meaning)
            meanings[wording.key].append(wording)
        ranked = sorted(meanings.items(), key=lambda meaning: (-self._origins(meaning[1]), meaning[0]))
        return tuple(self._role(wordings) for _, wordings in ranked)

    def _origins(self, wordings: list[_Wording]) -> int:
        return len({self._origin_of[wording.span.source] for wording in wordings})

    def _role(self, wordings: list[_Wording]) -> Role:
        """The wording that most origins have, with every source that has one of the same meaning."""
        having = Counter(text for text, _ in {(one.text, self._origin_of[one.span.source]) for one in wordings})
        said = min(having, key=lambda text: (-having[text], text))
        ordered = sorted(wordings, key=lambda wording: (wording.text != said, wording.span))
        spans = [wording.span for wording in ordered]
        return Role(said, (spans[0],), one_for_each_source(spans))


def _alphabetical(term: Term) -> tuple[str, str]:
    """The place in the alphabet, whatever the case and the accents."""
    letters = normalize("NFKD", term.name.casefold())
    return "".join(letter for letter in letters if not combining(letter)), term.name
