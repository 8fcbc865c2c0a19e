"""Step 1, reading: what the reader of PDF documents hands on from one of its modules to the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """Characters that stand beside each other on one line of a page.

    Args:
        text: what they are, clean.
        left: where they begin, in points from the left edge of the page.
        right: where they end.
        base: the line that they stand on, in points from the lower edge.
        size: of their font, in points.
        bold: whether all of them are bold.
        drawn: their place in the order in which the file draws the page.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    drawn: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page, the right way up, with all that stands on it.

    Args:
        number: of the page in the document, from 1.
        bottom: where its lower edge is.
        top: where its upper edge is.
        strips: what stands on it, in the order in which the file draws it.
        aside: text that no one reads as a part of it, with the reason.
        lost: how many characters its fonts do not tell.
    """

    number: int
    bottom: float
    top: float
    strips: tuple[Strip, ...]
    aside: tuple[tuple[str, str], ...] = ()
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a column.

    Args:
        strips: what stands on it; more than one where there are wide gaps between them.
        page: the number of its page.
        left: where its column begins.
        right: where its column ends.
    """

    strips: tuple[Strip, ...]
    page: int
    left: float
    right: float

    @property
    def text(self) -> str:
        """All that stands on the line."""
        return " ".join(strip.text for strip in self.strips)

    @property
    def first(self) -> Strip:
        """Where the line begins."""
        return self.strips[0]

    @property
    def last(self) -> Strip:
        """Where the line ends."""
        return self.strips[-1]

    @property
    def size(self) -> float:
        """Of the font of most of its characters."""
        return max(self.strips, key=lambda strip: len(strip.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(strip.bold for strip in self.strips)
