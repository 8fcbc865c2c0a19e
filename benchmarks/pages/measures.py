"""How well the article of a page is found: the words that are kept against those that are its."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.pages.marked import Page, Words, words
from briefing.model import Document
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Single
from briefing.sources.reading import read_piece

Extract = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def ours(data: bytes) -> str:
    """What reading keeps of a page."""
    read = read_piece(Single("page.html", data, KINDS["html"]), "en")
    return "\n".join(read.text[one.start : one.end] for one in read.blocks) if isinstance(read, Document) else ""


def theirs(data: bytes) -> str:
    """What trafilatura by itself takes for the article."""
    from trafilatura import extract

    return extract(data, include_comments=False) or ""


EXTRACTORS: dict[str, Extract] = {"briefing": ours, "trafilatura": theirs}


def figures(page: Page, extract: Extract) -> Figures:
    """How well the article of one page is found."""
    kept = words(extract(page.data))
    wrong = kept - page.article - page.neutral
    right = _size(kept & page.article)
    return Figures(right / max(1, right + _size(wrong)), right / _size(page.article))


def mean(each: Iterable[Figures]) -> Figures:
    """The means over pages, each page counting the same."""
    found = tuple(each)
    return Figures(
        sum(one.precision for one in found) / len(found),
        sum(one.recall for one in found) / len(found),
    )


def _size(counted: Words) -> int:
    return sum(counted.values())
