"""Step 1, reading: a source, and its text as no later step rewrites it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefing.model.spans import Span

BlockKind = Literal["title", "heading", "paragraph", "bullet"]

Manner = Literal["stated", "metadata", "sidecar"]
"""How something about a source is known: its text states it, its file holds it beside the text, or the operator says
so. A file's own date on the disk says nothing about a source."""


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


KNOWN = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "published": "date",
    "modified": "date of change",
    "address": "address",
    "language": "language",
    "reliability": "reliability",
}
"""What may be known of a source, by the names of its fields, in words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing about a source, such as its `published`, is known."""

    field: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page begins in the text of a document that has pages; the first one has number 1."""

    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from. What the source does not state is `None`.

    `path` goes on within an archive: `papers/saved.zip/news/a.html`; `sha256` is that of
    the file, or of what lies in the archive. `media_type` is what was read (IANA's name of it).
    `address` is the URL. `found` says how what is known of the source is known.

    `origin` is shared by sources that tell one story in copies; merging finds
    it. `number` is how a reader sees the source cited; composition gives it, in
    the order of first use, and leaves 0 where nothing cites the source. `items` is
    how many items of the brief cite it. `reliability` is the operator's letter, from
    A to F on the scale of the Admiralty; F, cannot be judged, where none is given.
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
    reliability: str = "F"
    media_type: str = "text/plain"
    author: str | None = None
    modified: str | None = None
    address: str | None = None
    found: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its canonical text, which no later step ever rewrites.

    `blocks` are in order, do not overlap and hold all text that may be used;
    `dropped` holds what may not. `notes` tell a reader what reading had to
    guess or mend, a sentence each. `pages` are in order, and empty where the
    source has none.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()

    def passage(self, span: Span) -> str:
        """The text of a span of this document."""
        return self.text[span.start : span.end]

    def page(self, offset: int) -> int | None:
        """The number of the page on which a character stands; None where there are no pages."""
        at = bisect_right(self.pages, offset, key=lambda page: page.start)
        return self.pages[at - 1].number if at else None


def latest_date(documents: Iterable[Document]) -> str | None:
    """The latest date of publication that the sources state; None if they state none."""
    return max((d.source.published for d in documents if d.source.published), default=None)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was given and could not be used, and why; with its `language`, where that is why."""

    path: str
    reason: str
    language: str | None = None
