"""Step 1, reading: a source as its lines while it is being read.

A reader turns bytes into a `Draft` of clean lines. The passes that follow give
each line a kind or a reason to be dropped, and `document.py` makes the
`Document`. Only readers change text.
"""

import re
from collections.abc import Callable, Container, Iterable, Sequence
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
        return self.text[self.lead : len(self.text) - self.tail] if self.lead or self.tail else self.text


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


MOST_WORDS = 200_000
"""Words of a source, those that are dropped included: a long book has as many, and analysing them takes a minute."""
_WORD = re.compile(r"\S{1,30}")
"""A word; where no space comes for so long it is a script without spaces, or no prose at all."""


def bounded(text: str) -> str:
    """The text, if it has no more words, and no more lines, than a source may have.

    Raises:
        UnreadableError: it has more.
    """
    if text.count("\n") > MOST_WORDS:
        raise UnreadableError(_TOO_LONG)
    refuse_long([text])
    return text


def refuse_long(texts: Sequence[str]) -> None:
    """Refuse a source of more words than one may have.

    Raises:
        UnreadableError: it has more.
    """
    # What has no more letters has no more words, and need not be counted.
    if sum(map(len, texts)) > MOST_WORDS:
        counted(texts)


def counted(texts: Iterable[str], before: int = 0) -> int:
    """The words of a source.

    Args:
        texts: its lines, or more of them.
        before: the words of those that were counted before.

    Raises:
        UnreadableError: there are more than a source may have.
    """
    words = before + sum(1 for text in texts for _ in _WORD.finditer(text))
    if words > MOST_WORDS:
        raise UnreadableError(_TOO_LONG)
    return words


_TOO_LONG = f"It has more than {MOST_WORDS:,} words or lines, the most that is read of one source; split it."


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


def failed(title: str, error: Exception) -> str:
    """The sentence for a file on which a reader, or a library that it uses, has failed.

    Args:
        title: what the file is.
        error: what was raised; a library's own words for it would tell a user nothing.
    """
    if isinstance(error, RecursionError):
        return f"It is {title} whose parts nest too deep to be read; save its text by itself."
    if isinstance(error, MemoryError):
        return f"It is {title} that takes more memory to be read than there is; save its text by itself."
    return f"It is {title} that is damaged, or written in a way that is not known here; save it anew, or as text."
