"""Step 1, reading: a source as its lines while it is being read.

A reader turns bytes into a `Draft` of clean lines. The passes that follow give
each line a kind or a reason to be dropped, and `document.py` makes the
`Document`. Only readers change text.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace

from briefing.model import BlockKind, Page
from briefing.sources.shape import BULLET


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph as its author laid it out, clean and without line breaks.

    Args:
        text: the whole line, with its bullet marker or wire credit.
        gap: whether a blank line stands before it.
        kind: what it is; None until that is known.
        lead: how many characters at its start are no part of what it says.
        lead_reason: why those are dropped; None for a mere bullet marker.
        tail: how many characters at its end are dropped.
        tail_reason: why those are.
        reason: why the whole line is dropped; None if it is kept.
        turns: the pages that begin within it, counted from its own start.
    """

    text: str
    gap: bool = False
    kind: BlockKind | None = None
    lead: int = 0
    lead_reason: str | None = None
    tail: int = 0
    tail_reason: str | None = None
    reason: str | None = None
    turns: tuple[Page, ...] = ()

    @property
    def words(self) -> str:
        """What the line says."""
        return self.text[self.lead : len(self.text) - self.tail]


def is_bullet(line: Line) -> bool:
    """Whether markup or a marker makes the line an entry of a list."""
    return line.kind == "bullet" or bool(BULLET.match(line.words))


def marked(lines: Iterable[Line], numbers: Container[int], reason: str) -> tuple[Line, ...]:
    """The same lines, those of these numbers to be dropped for this reason."""
    return tuple(replace(line, reason=reason) if at in numbers else line for at, line in enumerate(lines))


@dataclass(frozen=True, slots=True)
class Draft:
    """A source on its way to a `Document`; metadata it does not state is None.

    `is_sifted` says that markup has told the article from what surrounds it, so that the lines around a line tell
    nothing more of it.
    """

    lines: tuple[Line, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    author: str | None = None
    modified: str | None = None
    address: str | None = None
    notes: tuple[str, ...] = ()
    is_sifted: bool = False


MOST_LINES = 100_000
"""Lines of a source; each takes far more memory than its characters, and the time of each pass."""


def bounded(text: str) -> str:
    """The text, if it has no more lines than a source may have.

    Raises:
        UnreadableError: it has more.
    """
    if text.count("\n") > MOST_LINES:
        raise UnreadableError(f"It has more than {MOST_LINES:,} lines, the most that is read of one; split it.")
    return text


Reader = Callable[[bytes], Draft]
"""Turns the bytes of one source into lines. Raises `UnreadableError` if it cannot."""


class UnreadableError(Exception):
    """A file cannot be used; the message is a sentence that says why.

    Args:
        reason: the sentence.
        language: that of its text, where this is why; ISO 639-1.
    """

    def __init__(self, reason: str, language: str | None = None) -> None:
        super().__init__(reason)
        self.language = language
