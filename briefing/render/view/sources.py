"""Step 5, rendering: the sources and the passages that are cited, as rows."""

from dataclasses import dataclass

from briefing.model import Skipped
from briefing.render.view.places import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a source, and the first words of each passage there that the brief uses."""

    at: Place
    words: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source. Without `number` and `anchor` nothing cites it; `passages` are for a brief without an annex.

    `address` is text; `link` is the same where it may be followed.
    """

    number: str
    anchor: str
    title: str
    titled: bool
    language: str
    imprint: tuple[str, ...]
    remarks: tuple[str, ...]
    passages: tuple[Passage, ...]
    address: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The cited sources in the order of their numbers, and all else that was given.

    `grading` says how far they are trusted, where the section is to tell that, and `aside` how many were set aside
    for their languages. A `compact` one has a line for each that is cited, and lets many `run_on`; `more` says how
    many others there are.
    """

    cited: tuple[SourceRow, ...]
    uncited: tuple[SourceRow, ...]
    skipped: tuple[Skipped, ...]
    compact: bool = False
    run_on: bool = False
    more: str = ""
    grading: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph: a passage that is cited, or without `anchor` what stands around it."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is cited of a paragraph, in its context."""

    at: Place
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source by its number, with all that is cited of it."""

    number: str
    target: str
    title: str
    titled: bool
    language: str
    imprint: tuple[str, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The passages that the brief cites, where a citation leads."""

    sources: tuple[QuotedSource, ...]
