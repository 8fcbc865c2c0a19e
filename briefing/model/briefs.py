"""Step 4, composition: a brief, and all that a reader sees of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.documents import Document, Skipped, Source
from briefing.model.spans import Citation, Span
from briefing.model.statements import Actor, Apart, Disagreement, Nature, Origin, set_apart

Shape = Literal["bullets", "prose", "actors", "timeline", "disagreements", "sources", "passages"]


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
    `.sources`, and the passages of them that are cited; where it is `compact`, a line for each.
    """

    id: str
    heading: str
    shape: Shape = "bullets"
    items: tuple[Item, ...] = ()
    required: bool = False
    compact: bool = False


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
    than the template's, if one does. `pages` are those that its PDF fills, where its length
    was found by laying it out.
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
    pages: int | None = None

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
