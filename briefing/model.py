"""The types that flow from a source file to a brief.

Frozen, slotted, made of tuples; standard library only. Every offset in this
module counts Unicode code points of a document's canonical `text` and every
range is half-open: `text[start:end]`. Dates are ISO 8601 strings, as precise
as the source and no more: `"2012"`, `"2023-07"` or `"2023-09-16"`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

BlockKind = Literal["title", "heading", "paragraph", "bullet"]
EntityKind = Literal["state", "person", "organisation", "group", "place", "outlet"]
Part = Literal["subject", "object", "adjunct"]
Modality = Literal["obligation", "future", "forecast", "possibility", "conditional"]
Nature = Literal["fact", "quote", "claim", "forecast"]
Weight = Literal["told", "said", "named"]
Tense = Literal["past", "past-perfect", "present", "present-perfect"]
Shape = Literal["bullets", "prose", "actors", "timeline", "disagreements", "sources", "passages"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of one source; as a citation, the passage that states an item."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation(Span):
    """A passage that states an item; `part` tells that it states only a part of it."""

    part: bool = False

    @property
    def span(self) -> Span:
        """The passage alone."""
        return Span(self.source, self.start, self.end)


Cited = TypeVar("Cited", bound=Span)


def one_for_each_source(spans: Iterable[Cited]) -> tuple[Cited, ...]:
    """The first of the spans of each source, in their order."""
    first: dict[str, Cited] = {}
    for span in spans:
        first.setdefault(span.source, span)
    return tuple(first.values())


# --- step 1: reading ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage of a source that no brief may use, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of a document as its author laid it out."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from. What the source does not state is `None`.

    `origin` is shared by sources that tell one story in copies; merging finds
    it. `number` is how a reader sees the source cited; composition gives it, in
    the order of first use, and leaves 0 where nothing cites the source. `items` is
    how many items of the brief cite it.
    """

    id: str
    path: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    origin: str = ""
    number: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its canonical text, which no later step ever rewrites.

    `blocks` are in order, do not overlap and hold all text that may be used;
    `dropped` holds what may not. `notes` tell a reader what reading had to
    guess or mend, a sentence each.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()

    def passage(self, span: Span) -> str:
        """The text of a span of this document."""
        return self.text[span.start : span.end]


def latest_date(documents: Iterable[Document]) -> str | None:
    """The latest date of publication that the sources state; None if they state none."""
    return max((d.source.published for d in documents if d.source.published), default=None)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was given and could not be used, and why."""

    path: str
    reason: str


# --- step 2: analysis --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Organ:
    """A state's body, "the Kenyan Defence Ministry": the state's usual name, and what else the body is called."""

    state: str
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a sentence.

    `name` is the usual name where a gazetteer or the text's own definition
    (`Full Name (ACRONYM)`) gives one, else the name as it stands; merging makes
    it one name across all sources. `role` is where the sentence says who that
    is, in its own words. `listed` tells that the name is a gazetteer's. `organ`
    is there where the sentence says whose body it names.
    """

    start: int
    end: int
    text: str
    kind: EntityKind
    name: str
    role: Span | None = None
    listed: bool = False
    organ: Organ | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as a sentence says it; `date` is None where it cannot be resolved."""

    start: int
    end: int
    said: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """What a clause tells to have happened at a date, or to be about to: `spans` are its words and its subject's.

    `weight` is "told" where the clause's verb tells it, "said" where it was news on the day on which somebody said it,
    "named" where a noun does by the way ("a coup in July", "the firm, founded in 1921"). `pronoun` is where its
    subject stands, if that is a pronoun. `concepts` are its words, as those of a sentence are.
    """

    date: DateMention
    spans: tuple[Span, ...]
    weight: Weight = "told"
    pronoun: int | None = None
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence and what it counts; or, as a `label`, which one of several things it names ("stage 13").

    `value` is the number, of a range its middle; another source's number from `low`
    to `high` may be the same one, rounded. `counted` is the normal form of what is
    counted, `state` what became of it ("killed"), `unit` "%", "age", "score" or a
    currency, and `about` the sentence's own words for all that.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    counted: str = ""
    state: str | None = None
    unit: str | None = None
    about: str = ""
    approximate: bool = False
    label: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what to whom: a verb's normal form, and where the names begin that do it and that it is done to."""

    start: int
    end: int
    verb: str
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun phrase with what hangs on it, by which a sentence could be called.

    `part` is what it is to its verb, an adjunct being what follows a preposition; `main` is
    whether it stands in no clause that hangs on another, `someone` whether it names people.
    """

    start: int
    end: int
    text: str
    part: Part
    main: bool = True
    someone: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what the sentence tells: a quotation, or a claim in other words."""

    nature: Literal["quote", "claim"]
    speaker: str | None
    cue: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What the subject at the head of a sentence means, where it only points back and that is certain.

    `start` and `end` are where the pointing words stand in the document. `name` is
    the antecedent in its own words, which stand in `span` of the same source; only
    an article that opened its sentence is in lower case. `lemmas` are the normal
    forms of what is meant, as `Sentence.lemmas` are.
    """

    start: int
    end: int
    name: str
    span: Span
    lemmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: `document.text[start:end] == text`.

    `order` counts the sentences of the document from 0. `lemmas` are the normal
    forms of its words, function words left out, as the pipeline gives them, and
    `concepts` the same where words and phrases of one meaning are one.
    `quantities` are its numbers and what they count, `deeds` who does what to whom.
    `phrases` are its noun phrases, without articles, `topics` those by which it could be called.
    `label` is the author's own label before the sentence (`- Label: sentence`), `heading` the heading above it.
    `hedges` are the words with which it doubts what it tells, `modality` is what its
    verbs make of that ("shall": an obligation), and `negated` is whether it denies it.
    `tenses` are those of its verbs.
    `clauses` are its main clauses in order, and theirs the clauses that hang on them; each is a sentence again.
    A sentence, or a main clause, that is a single clause has none.
    `credited` is the id of another source of the collection that it names as where it has
    its news from; merging finds it.
    `happenings` are what it tells to have happened at its dates.
    `reference` is what its subject means, where that only points back.
    """

    source: str
    order: int
    start: int
    end: int
    text: str
    lemmas: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    deeds: tuple[Deed, ...] = ()
    attribution: Attribution | None = None
    hedges: tuple[str, ...] = ()
    modality: frozenset[Modality] = frozenset()
    negated: bool = False
    tenses: frozenset[Tense] = frozenset()
    phrases: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    label: str | None = None
    heading: str | None = None
    reference: Reference | None = None
    concepts: tuple[str, ...] = ()
    clauses: "tuple[Sentence, ...]" = ()
    credited: str | None = None
    happenings: tuple[Happening, ...] = ()

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.source, self.start, self.end)


# --- step 3: merging ---------------------------------------------------------


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


# --- step 4: composition -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clarification:
    """Words in [brackets] within a quoted sentence: what its subject means, or its first word with a capital.

    `at` is where the bracket opens in the text that is shown, `text` what it holds:
    the words of the passage from `start` to `end` of the source, but for the
    capital of an article.
    """

    at: int
    text: str
    source: str
    start: int
    end: int


def verbatim(text: str, clarified: Sequence[Clarification]) -> str:
    """A text that is shown without its clarifications: the words of its spans and nothing else."""
    for note in reversed(clarified):
        before, behind = text[: note.at], text[note.at + len(f"[{note.text}]") :]
        text = before[:-1] + behind if before else behind[1:]
    return text


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence of the brief.

    `text` is the text of `spans`, joined by `" … "`, with what is `clarified` in
    brackets. `citations` holds every source that states it, or part of it; the first
    is where the words come from. `disputed` holds the ids of the disagreements of
    which it tells a version.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    citations: tuple[Citation, ...]
    origins: int = 1
    label: str | None = None
    nature: Nature = "fact"
    speaker: str | None = None
    date: str | None = None
    clarified: tuple[Clarification, ...] = ()
    disputed: tuple[str, ...] = ()

    @property
    def verbatim(self) -> str:
        """Its text without what is in brackets: that of its spans."""
        return verbatim(self.text, self.clarified)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. Only bullets and prose hold items.

    The other shapes show `Brief.actors`, `.timeline`, `.disagreements` and
    `.sources`, and the passages of them that are cited.
    """

    id: str
    heading: str
    shape: Shape = "bullets"
    items: tuple[Item, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline: what happened when, and the date as it was said."""

    date: str | None
    said: str
    text: str
    spans: tuple[Span, ...]
    citations: tuple[Citation, ...]
    clarified: tuple[Clarification, ...] = ()

    @property
    def verbatim(self) -> str:
        """Its text without what is in brackets: that of its spans."""
        return verbatim(self.text, self.clarified)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many rows found no room in the brief's tables."""

    actors: int = 0
    timeline: int = 0
    disagreements: int = 0


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What a brief stands on, in numbers.

    `documents` are those about its event, `undated` those of them that state no date
    of publication; `earliest` and `latest` are the dates of the others. `single` counts
    the items that rest on one independent origin. `apart` counts the documents about
    other events, `unreadable` the files that could not be used.
    """

    documents: int
    origins: int
    earliest: str | None
    latest: str | None
    undated: int
    languages: tuple[str, ...]
    items: int
    single: int
    apart: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief: all that any renderer shows, and the texts it stands on.

    `as_of` is the latest date of publication among the sources, or the date the
    user gave. `generated` is when the brief was made, where the user says so; no
    clock is read, for the same input gives the same bytes. `marking` says how it is to
    be handled. `signature` names the version, the pipeline and the settings that make
    the build repeatable. `better_set` is the cue set that fits the sources clearly better
    than the template's, if one does.
    """

    title: str
    template: str
    signature: str
    audience: str = ""
    topic: str | None = None
    as_of: str | None = None
    sections: tuple[Section, ...] = ()
    actors: tuple[Actor, ...] = ()
    timeline: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    documents: tuple[Document, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())
    origins: tuple[Origin, ...] = ()
    apart: tuple[Apart, ...] = ()
    generated: str | None = None
    left_out: LeftOut = LeftOut()
    better_set: str | None = None
    marking: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all sections, in reading order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def summary(self) -> SourceSummary:
        """What the brief stands on."""
        sources = self.briefed
        dates = [source.published for source in sources if source.published]
        # A month says nothing that a day of that month does not say better.
        precise = [date for date in dates if not any(other != date and other.startswith(date) for other in dates)]
        return SourceSummary(
            documents=len(sources),
            origins=len({source.origin or source.id for source in sources}),
            earliest=min(precise, default=None),
            latest=max(precise, default=None),
            undated=len(sources) - len(dates),
            languages=tuple(sorted({source.language for source in sources if source.language})),
            items=len(self.items),
            single=sum(item.origins == 1 for item in self.items),
            apart=len(self.documents) - len(sources),
            unreadable=len(self.skipped),
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the documents, in the same order."""
        return tuple(document.source for document in self.documents)

    @property
    def briefed(self) -> tuple[Source, ...]:
        """The sources about the event of the brief."""
        elsewhere = set_apart(self.apart)
        return tuple(source for source in self.sources if source.id not in elsewhere)
