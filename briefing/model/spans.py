"""Where words stand: a passage of a source, and one that is cited."""

from collections.abc import Iterable
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


Cited = TypeVar("Cited", bound=Span)


def one_for_each_source(spans: Iterable[Cited]) -> tuple[Cited, ...]:
    """The first of the spans of each source, in their order."""
    first: dict[str, Cited] = {}
    for span in spans:
        first.setdefault(span.source, span)
    return tuple(first.values())
