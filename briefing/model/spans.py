"""Where words stand: a passage of a source, one that is cited, and one that explains another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar


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


Cited = TypeVar("Cited", bound=Span)


def one_for_each_source(spans: Iterable[Cited]) -> tuple[Cited, ...]:
    """The first of the spans of each source, in their order."""
    first: dict[str, Cited] = {}
    for span in spans:
        first.setdefault(span.source, span)
    return tuple(first.values())
