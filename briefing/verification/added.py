"""Verification: a sentence that an editor has put in, looked for in the sources of the brief.

In: the sentence, and the brief. Out: where a source tells it, word for word or in other words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Brief, Document, Span
from briefing.render.passages import Passages
from briefing.render.words import WORDS
from briefing.verification.stream import ENDS, places_in
from briefing.verification.telling import weighty

_ALIKE = 0.6
"""The share of a sentence's weighty words that a paragraph has which may tell the same."""
_FEWEST = 3
"""Weighty words that a sentence has at least, of which such a share says something."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a source tells a sentence; `is_verbatim` is whether word for word."""

    number: int
    place: str
    is_verbatim: bool


class Homes:
    """Looks sentences up in the sources of a brief.

    Args:
        brief: it.
    """

    def __init__(self, brief: Brief) -> None:
        self._documents = [(document, places_in(document.text)) for document in brief.documents]

    def of(self, words: Sequence[str], text: str) -> tuple[Home, ...]:
        """Where the sources tell a sentence: word for word, else in other words.

        Args:
            words: how its words compare.
            text: the sentence.
        """
        bare = tuple(words[:-1] if words[-1] in ENDS else words)
        found = tuple(
            _home(document, known[at][1], known[at + len(bare) - 1][2], is_verbatim=True)
            for document, known in self._documents
            if (at := _first(bare, [word for word, _, _ in known])) is not None
        )
        return found or tuple(self._alike(text))

    def _alike(self, text: str) -> Iterator[Home]:
        asked = weighty(text)
        for document, _ in self._documents:
            shares = [
                (len(asked & weighty(document.text[block.start : block.end])) / max(len(asked), 1), block)
                for block in document.blocks
            ]
            best = max(shares, key=lambda one: one[0], default=None)
            if best and len(asked) >= _FEWEST and best[0] >= _ALIKE:
                yield _home(document, best[1].start, best[1].end, is_verbatim=False)


def _first(words: Sequence[str], known: Sequence[str]) -> int | None:
    """Where words stand among others."""
    if not words:
        return None
    starts = (at for at in range(len(known) - len(words) + 1) if known[at] == words[0])
    return next((at for at in starts if tuple(known[at : at + len(words)]) == words), None)


def _home(document: Document, start: int, end: int, *, is_verbatim: bool) -> Home:
    source = document.source
    place = Passages(document, ()).place([Span(source.id, start, end)])
    spoken = place.spoken(source.number, WORDS) if source.number else f"{source.path}, {place.mark(WORDS)}"
    return Home(source.number, spoken, is_verbatim)
