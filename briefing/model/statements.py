"""Step 3, merging: what the sources say together, and where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.documents import Document
from briefing.model.sentences import EntityKind, Sentence
from briefing.model.spans import Citation, Span

Nature = Literal["fact", "quote", "claim", "forecast"]


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence that says a statement, and the passage of it that does.

    `whole` is whether the passage says all of the statement, `source_whole` whether
    its source does, here or in several passages together.
    """

    sentence: Sentence
    span: Span
    whole: bool = True
    source_whole: bool = True

    @property
    def citation(self) -> Citation:
        """How a brief cites it."""
        return Citation(self.span.source, self.span.start, self.span.end, part=not self.source_whole)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one or more sources say.

    `representative` is the wording a brief quotes; `support` holds every
    sentence that says all or part of it, the representative first, and those
    that say all before the others. `clarity` is from 0 to 1: how well the wording
    is understood without what stood around it.
    """

    representative: Sentence
    support: tuple[Support, ...]
    nature: Nature = "fact"
    speaker: str | None = None
    clarity: float = 1.0

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that say all of it."""
        return tuple(one.sentence for one in self.support if one.whole)

    @property
    def length(self) -> int:
        """The words of its wording; what is put in brackets does not count."""
        return len(self.representative.text.split())

    def origins(self, origin_of: Mapping[str, str], *, parts: bool = False) -> int:
        """Count the independent origins among the sources that say all of it.

        Args:
            origin_of: the origin of each source, by source id. A source that only
                tells what it credits another with counts as that one.
            parts: count those that say a part of it as well.
        """
        witness: dict[str, str] = {}
        for one in self.support:
            if parts or one.source_whole:
                if one.sentence.credited is None:
                    witness[one.span.source] = one.span.source
                else:
                    witness.setdefault(one.span.source, one.sentence.credited)
        return len({origin_of[source] for source in witness.values()})


@dataclass(frozen=True, slots=True)
class Role:
    """What a source calls an actor, in its own words."""

    text: str
    spans: tuple[Span, ...]
    citations: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts in the event, under all names the sources use."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    role: Role | None = None
    citations: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a disagreement. The `latest` was published last; none is where the sources' dates do not tell."""

    text: str
    citations: tuple[Span, ...]
    latest: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources tell differently. No version is preferred; composition gives the `id`."""

    kind: str
    about: str
    versions: tuple[Version, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, in the words of `spans`; each source cited gives the same number.

    `nature` and `speaker` are those of the sentence it stands in, the first one cited.
    The `latest` was published last; none is where the sources' dates do not tell.
    """

    text: str
    spans: tuple[Span, ...]
    citations: tuple[Span, ...]
    nature: Nature = "fact"
    speaker: str | None = None
    latest: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, as the sources put it: what is counted, and each number that is given. None is preferred."""

    about: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two sources share an origin: `source` (verb) `other` (rest), "S1 is byte for byte the same as S2"."""

    source: str
    verb: str
    other: str
    rest: str = ""

    def told(self, source: str, other: str) -> str:
        """The reason in words, the two sources called by these names."""
        return f"{source} {self.verb} {other}{self.rest}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources that count as one witness, and why: a reason for each that joined the others."""

    id: str
    sources: tuple[str, ...]
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """Sources about another event than the brief's, and the title of one of them."""

    sources: tuple[str, ...]
    about: str | None = None


def set_apart(apart: Iterable[Apart]) -> frozenset[str]:
    """The ids of all sources about other events."""
    return frozenset(source for one in apart for source in one.sources)


@dataclass(frozen=True, slots=True)
class Merged:
    """What all sources say together. The documents' sources know their origin.

    `documents` are all that were given; those of `apart` are about other events,
    and nothing else here is theirs.
    """

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    figures: tuple[Figure, ...] = ()
    origins: tuple[Origin, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def origin_of(self) -> dict[str, str]:
        """The origin of each source, by source id."""
        return {document.source.id: document.source.origin for document in self.documents}

    @property
    def briefed(self) -> tuple[Document, ...]:
        """The documents about the event of the brief."""
        elsewhere = set_apart(self.apart)
        return tuple(document for document in self.documents if document.source.id not in elsewhere)
