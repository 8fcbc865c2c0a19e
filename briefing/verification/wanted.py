"""Verification: the words of sources that a document of a brief is to show.

In: a brief. Out: `Wanted`, a line of the document each, or an excerpt of its annex.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from briefing.model import Brief
from briefing.render.view import Annex, Excerpt, Line
from briefing.render.viewing import view
from briefing.render.words import WORDS
from briefing.verification.shown import squeezed
from briefing.verification.stream import same_words


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words of sources with the numbers behind them, in a section.

    `bare` are the words without what explains them. `around` is what the program says beside them. An excerpt is cited
    by nothing.
    """

    section: str
    words: str
    numbers: tuple[str, ...] = ()
    bare: str = ""
    around: tuple[str, ...] = ()
    is_excerpt: bool = False

    @property
    def stream(self) -> str:
        """The words and the numbers without what sets them apart."""
        return squeezed(self.words + ",".join(self.numbers))

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """How its words compare, with and without what explains them."""
        return tuple(dict.fromkeys(same_words(text) for text in (self.words, self.bare) if text.strip()))


def wanted_of(brief: Brief) -> tuple[Wanted, ...]:
    """All words of sources that a document of a brief shows, in reading order."""
    return tuple(_wanted(brief))


def texts_of(brief: Brief) -> tuple[str, ...]:
    """All texts that a document of a brief shows."""
    return tuple(_within(view(brief, WORDS).sections, str))


def _wanted(brief: Brief) -> Iterator[Wanted]:
    for section in view(brief, WORDS).sections:
        if isinstance(section.body, Annex):
            for one in _within(section.body, Excerpt):
                yield Wanted(section.heading, "".join(piece.text for piece in one.pieces), is_excerpt=True)
        for line in _within((section.body, section.differences), Line):
            bare = "".join(text for text, explains in line.pieces if not explains)
            around = tuple(filter(None, (line.label, *line.marks)))
            yield Wanted(section.heading, line.text, tuple(cite.text for cite in line.cites), bare, around)


def _within(value: Any, kind: type) -> Iterator[Any]:
    """What is of a kind in a part of the view, in order."""
    if isinstance(value, kind):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name), kind)
    elif isinstance(value, tuple):
        for part in value:
            yield from _within(part, kind)
