"""Step 2, analysis: a sentence, and all that is read in it."""

from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Literal, TypeVar

from briefing.model.spans import Span

EntityKind = Literal["state", "person", "organisation", "group", "place", "outlet"]
Part = Literal["subject", "object", "adjunct"]
Modality = Literal["obligation", "future", "forecast", "possibility", "conditional"]
Weight = Literal["told", "said", "named"]
Tense = Literal["past", "past-perfect", "present", "present-perfect"]
Few = TypeVar("Few", frozenset[Modality], frozenset[Tense])
"""A set of which there are few different ones."""


def _interned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, texts))


@cache
def _only(few: Few) -> Few:
    """The first of the equal sets."""
    return few


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

    def __post_init__(self) -> None:
        """Hold each name once in memory, however often it is said."""
        object.__setattr__(self, "text", intern(self.text))
        object.__setattr__(self, "name", intern(self.name))


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
class Definition:
    """Where a sentence says what a term is, or writes an acronym out in `full`."""

    term: Span
    meaning: Span
    full: bool = False


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
    `definitions` are where it explains a term.
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
    definitions: tuple[Definition, ...] = ()

    def __post_init__(self) -> None:
        """Hold each word once in memory, whoever made the sentence: a large collection is made of the same words."""
        lemmas, concepts = _interned(self.lemmas), _interned(self.concepts)
        object.__setattr__(self, "lemmas", lemmas)
        object.__setattr__(self, "concepts", lemmas if concepts == lemmas else concepts)
        object.__setattr__(self, "phrases", _interned(self.phrases))
        object.__setattr__(self, "modality", _only(self.modality))
        object.__setattr__(self, "tenses", _only(self.tenses))

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.source, self.start, self.end)
