"""Step 4, composition: a brief, and all that a reader sees of it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.changes import Changes
from briefing.model.documents import Document, Skipped, Source
from briefing.model.essentials import Essential
from briefing.model.selection import Selection
from briefing.model.spans import Citation, Clarification, Span, verbatim
from briefing.model.statements import Actor, Apart, Disagreement, Figure, Nature, Origin, Role, set_apart

Shape = Literal[
    "bullets", "prose", "essentials", "quotes", "actors", "timeline", "figures", "disagreements", "glossary",
    "practice", "changes", "sources", "passages", "contact",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence of the brief.

    `text` is the text of `spans`, joined by `" … "`, with what is `clarified` in
    brackets. `citations` holds every source that states it, or part of it; the first
    is where the words come from. `disputed` holds the ids of the disagreements of
    which it tells a version. `role` is what a source calls the speaker; only a
    section of quotes asks for it.
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
    role: Role | None = None

    @property
    def verbatim(self) -> str:
        """Its text without what is in brackets: that of its spans."""
        return verbatim(self.text, self.clarified)

    @property
    def credibility(self) -> int:
        """Its number on the scale of the Admiralty: 1 where another origin confirms it, else 6, cannot be judged."""
        return 1 if self.origins > 1 else 6


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. Only bullets, prose and quotes hold items, and essentials one: what happened.

    Essentials show `Brief.essentials` besides; the other shapes show `Brief.actors`,
    `.timeline`, `.figures`, `.disagreements`, `.glossary`, `.practice`, `.changes`, `.sources` with
    the passages of them that are cited, and `.contact`; where it is `compact`, a line for each.
    `differences` holds the ids of the disagreements that it shows, which the section of all
    others does not show again. A section of sources that `grades` tells how far each is trusted.
    """

    id: str
    heading: str
    shape: Shape = "bullets"
    items: tuple[Item, ...] = ()
    required: bool = False
    differences: tuple[str, ...] = ()
    compact: bool = False
    grades: bool = False


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
class Term:
    """A name or an acronym that the brief uses, and what the sources say it is: in full first, then in other words."""

    name: str
    told: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that a reader is to know: the place of their item in the brief, and where they stand in its source."""

    item: int
    answer: Span


@dataclass(frozen=True, slots=True)
class Practice:
    """What a reader may ask themselves: `order` holds places in the timeline, in another order than that of time."""

    order: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many rows found no room in the brief's tables."""

    actors: int = 0
    timeline: int = 0
    disagreements: int = 0
    figures: int = 0
    glossary: int = 0


@dataclass(frozen=True, slots=True)
class InLanguage:
    """How many sources are in a language, ISO 639-1."""

    language: str
    sources: int


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What a brief stands on, in numbers.

    `documents` are those about its event, `undated` those of them that state no date
    of publication; `earliest` and `latest` are the dates of the others. `single` counts
    the items that rest on one independent origin. `apart` counts the documents about
    other events, `other_languages` the sources that were set aside for their languages, and
    `unreadable` those that could not be used for other reasons.
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
    other_languages: tuple[InLanguage, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief: all that any renderer shows, and the texts it stands on.

    `as_of` is the latest date of publication among the sources, or the date the
    user gave. `generated` is when the brief was made, where the user says so; no
    clock is read, for the same input gives the same bytes. `marking` says how it is to
    be handled, `embargo` until when it is not to be published, `contact` whom to ask,
    a line each. `signature` names the version, the pipeline and the settings that make
    the build repeatable. `better_set` is the cue set that fits the sources clearly better
    than the template's, if one does. `pages` are those that its PDF fills, where its length
    was found by laying it out. `changes` are those since an earlier brief, where one was given. `selection` says
    how its sources were chosen, where they were not all that was given.
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
    embargo: str = ""
    contact: tuple[str, ...] = ()
    essentials: tuple[Essential, ...] = ()
    figures: tuple[Figure, ...] = ()
    glossary: tuple[Term, ...] = ()
    practice: Practice = Practice()
    pages: int | None = None
    changes: Changes | None = None
    selection: Selection | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all sections, in reading order."""
        return tuple(item for section in self.sections for item in section.items)

    def differences(self, section: Section) -> tuple[Disagreement, ...]:
        """The disagreements that a section shows: its own, or in the section of them those that no other one shows."""
        if section.shape != "disagreements":
            return tuple(one for one in self.disagreements if one.id in section.differences)
        elsewhere = {id_ for other in self.sections for id_ in other.differences}
        return tuple(one for one in self.disagreements if one.id not in elsewhere)

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
            unreadable=sum(skipped.language is None for skipped in self.skipped),
            other_languages=self._other_languages,
        )

    @property
    def _other_languages(self) -> tuple[InLanguage, ...]:
        """The languages of what was set aside, that of most sources first."""
        counts = Counter(skipped.language for skipped in self.skipped if skipped.language)
        ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        return tuple(InLanguage(language, sources) for language, sources in ordered)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the documents, in the same order."""
        return tuple(document.source for document in self.documents)

    @property
    def briefed(self) -> tuple[Source, ...]:
        """The sources about the event of the brief."""
        elsewhere = set_apart(self.apart)
        return tuple(source for source in self.sources if source.id not in elsewhere)
