"""A page with marks → the page as it is read, and the words of its article.

`⟦…⟧` stands around what is the article's, `⟪…⟫` around what may be taken for it or not:
titles, which some would count in, and rows of tables, which reading drops by design.
The pages in `untouched/` were written before any result was seen, and nothing was ever
changed for them; those in `development/` may be learned from.
"""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from pathlib import Path

Words = Counter[str]

FOLDER = Path(__file__).parent
PARTS = ("development", "untouched")
_GOLD = re.compile(r"⟦(.*?)⟧", re.DOTALL)
_NEUTRAL = re.compile(r"⟪(.*?)⟫", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, the words of its article, and those that count for nothing."""

    name: str
    data: bytes
    article: Words
    neutral: Words


def pages(part: str) -> tuple[Page, ...]:
    """The pages of a part of the corpus, by name."""
    return tuple(_page(path) for path in sorted((FOLDER / part).glob("*.html")))


def _page(path: Path) -> Page:
    marked = path.read_text("utf-8")
    data = re.sub("[⟦⟧⟪⟫]", "", marked)
    encoding = "cp1252" if re.search("charset=(?:iso-8859-1|windows-1252)", data) else "utf-8"
    return Page(path.stem, data.encode(encoding), _all(_GOLD, marked), _all(_NEUTRAL, marked))


def _all(mark: re.Pattern[str], marked: str) -> Words:
    return words(" ".join(unescape(re.sub("<[^>]*>", " ", found)) for found in mark.findall(marked)))


def words(text: str) -> Words:
    """The words of a text with how often each comes."""
    return Counter(re.findall(r"\w+", text.casefold()))
