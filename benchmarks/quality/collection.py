"""A labelled collection, read and checked: every quotation is found in its source exactly once, or a fault says which.

A folder of `collections/` holds `sources/`, `gold.toml` (facts, origins, disagreements) and, for some, `pairs.toml`.
How they are written is told in `docs/quality.md`. What leaves here are spans of the canonical texts, no quotations.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import sources
from briefing.model import Document, Span

COLLECTIONS = Path(__file__).parent / "collections"
PROJECT = Path(__file__).parents[2]
SETS = ("development", "held out")
KINDS = ("spelling", "number", "date", "term", "purpose", "denial")
LABELS = ("same", "part", "contradict", "different")


class FaultyError(Exception):
    """A collection contradicts itself or its sources; each fault is a sentence on a line of its own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What sources tell, and every passage that tells it."""

    id: str
    tells: str
    told: tuple[Span, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The sources that tell it."""
        return frozenset(span.source for span in self.told)


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a disagreement: its words in its first source, all its sources, and the passages known to give it."""

    text: str
    sources: frozenset[str]
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources tell differently."""

    kind: str
    about: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and whether they tell the same."""

    left: Span
    right: Span
    label: str
    trap: str


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """What a good timeline tells: its ISO date, and a pattern that its words have. It may be `allowed` only."""

    date: str
    words: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """The sources of one event with what a careful reader found in them."""

    name: str
    set: str
    documents: tuple[Document, ...]
    origin_of: Mapping[str, str]
    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    pairs: tuple[Pair, ...]
    events: tuple[LabelledEvent, ...] = ()


def overlap(one: Span, other: Span) -> bool:
    """Whether two passages have most of the shorter one in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return one.source == other.source and 2 * common > min(one.end - one.start, other.end - other.start)


def collections(folder: Path = COLLECTIONS) -> tuple[Collection, ...]:
    """All collections, by name.

    Raises:
        FaultyError: a collection has faults.
    """
    return tuple(read(gold.parent) for gold in sorted(folder.glob("*/gold.toml")))


def read(folder: Path) -> Collection:
    """A collection.

    Raises:
        FaultyError: it has faults.
    """
    gold, labelled = _toml(folder / "gold.toml"), _toml(folder / "pairs.toml")
    at = PROJECT / gold["sources"] if "sources" in gold else folder / "sources"
    reader = _Reader(folder.name, sources.read([at]).documents)
    try:
        made = reader.collection(gold, labelled)
    except KeyError as error:
        raise FaultyError(f"{folder.name}: An entry has no {error}; docs/quality.md shows what it needs.") from error
    if reader.faults:
        raise FaultyError("\n".join(reader.faults))
    return made


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


class _Reader:
    """Finds quotations in the sources, and gathers the faults."""

    def __init__(self, name: str, documents: Sequence[Document]) -> None:
        self.name = name
        self.documents = tuple(documents)
        self.faults: list[str] = []
        self._known = {Path(document.source.path).stem: document for document in documents}

    def collection(self, gold: Mapping[str, Any], labelled: Mapping[str, Any]) -> Collection:
        facts = self._facts(gold["facts"])
        return Collection(
            self.name,
            self._one_of(SETS, gold["set"], "set"),
            self.documents,
            self._origin_of(gold["origins"]),
            facts,
            self._disagreements(gold.get("disagreements", ()), facts),
            self._pairs(labelled.get("pairs", ())),
            tuple(
                LabelledEvent(one["date"], one["words"], one.get("allowed", False)) for one in gold.get("events", ())
            ),
        )

    def _facts(self, given: Iterable[Mapping[str, Any]]) -> tuple[Fact, ...]:
        found = tuple(
            Fact(one["id"], one["tells"], tuple(self._span(told["source"], told["text"]) for told in one["told"]))
            for one in given
        )
        ids = [fact.id for fact in found]
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            self._fault(f"Two facts have the id “{twice}”; rename one.")
        return found

    def _origin_of(self, groups: Iterable[Iterable[str]]) -> dict[str, str]:
        found: dict[str, str] = {}
        for n, group in enumerate(groups):
            for stem in group:
                source = self._source(stem)
                if source in found:
                    self._fault(f"The source “{stem}” has two origins; leave it in one.")
                found[source] = str(n)
        for stem, document in self._known.items():
            if document.source.id not in found:
                self._fault(f"The source “{stem}” has no origin; put it into a group of `origins`.")
        return found

    def _disagreements(self, given: Iterable[Mapping[str, Any]], facts: Sequence[Fact]) -> tuple[Disagreement, ...]:
        return tuple(
            Disagreement(
                self._one_of(KINDS, one["kind"], "kind"),
                one["about"],
                tuple(self._version(version, one["kind"], facts) for version in one["versions"]),
            )
            for one in given
        )

    def _version(self, given: Mapping[str, Any], kind: str, facts: Sequence[Fact]) -> Version:
        """Its words are quoted from one source alone; for the others the facts know where they tell it."""
        stated = self._span(given["sources"][0], given["text"], often=kind == "spelling")
        telling = (fact for fact in facts if any(overlap(told, stated) for told in fact.told))
        among = frozenset(map(self._source, given["sources"]))
        told = (span for fact in telling for span in fact.told if span.source in among - {stated.source})
        return Version(given["text"], among, (stated, *told))

    def _pairs(self, given: Iterable[Mapping[str, Any]]) -> tuple[Pair, ...]:
        return tuple(
            Pair(
                self._span(one["a"]["source"], one["a"]["text"]),
                self._span(one["b"]["source"], one["b"]["text"]),
                self._one_of(LABELS, one["label"], "label"),
                one.get("trap", ""),
            )
            for one in given
        )

    def _one_of(self, allowed: Sequence[str], given: str, what: str) -> str:
        if given not in allowed:
            self._fault(f"“{given}” is no {what}; write one of {', '.join(allowed)}.")
        return given

    def _source(self, stem: str) -> str:
        if stem in self._known:
            return self._known[stem].source.id
        self._fault(f"There is no source “{stem}”; name one of {', '.join(self._known)}.")
        return stem

    def _span(self, stem: str, text: str, *, often: bool = False) -> Span:
        source = self._source(stem)
        whole = self._known[stem].text if stem in self._known else text
        times = whole.count(text)
        if times == 0:
            self._fault(f"“{text}” does not stand in the source “{stem}”; quote it to the letter.")
        elif times > 1 and not often:
            self._fault(f"“{text}” stands {times} times in the source “{stem}”; quote more of it.")
        start = max(whole.find(text), 0)
        return Span(source, start, start + len(text))

    def _fault(self, sentence: str) -> None:
        self.faults.append(f"{self.name}: {sentence}")
