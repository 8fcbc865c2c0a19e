"""Step 1, reading: a source, and its text as no later step rewrites it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefing.model.spans import Span

BlockKind = Literal["title", "heading", "paragraph", "bullet"]


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
    how many items of the brief cite it. `reliability` is the operator's letter, from
    A to F on the scale of the Admiralty, where one is given.
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
    reliability: str | None = None


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
