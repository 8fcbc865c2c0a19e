"""A collection of plain text → its articles, with all that a publisher would state of each.

What a text does not state is invented, the same for the same place in the collection, so that every format has
a title, an author, a publisher and a date to state.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.model import BlockKind, latest_date
from briefing.sources import read

_PUBLISHERS = (
    "The Morning Record", "Halden Courier", "Northern Wire Service", "The Quay Observer", "Radio Meridian",
    "Upland Post",
)  # fmt: skip
_AUTHORS = ("Nora Winther", "Pavel Anders", "Judith Okoro", "Samir Belhaj", "Lena Marchetti", "Oscar Finch")
_TITLE = "What is known so far, and what is not"
_MARKERS = {"bullet": "- "}


@dataclass(frozen=True, slots=True)
class Article:
    """An article, and what its publisher states of it; `blocks` are what stands below its title."""

    name: str
    title: str
    author: str
    publisher: str
    published: str
    blocks: tuple[tuple[BlockKind, str], ...]

    @property
    def day(self) -> str:
        """Its date in words."""
        day = date.fromisoformat(self.published)
        return f"{day.day} {day:%B %Y}"

    @property
    def domain(self) -> str:
        """The host of its publisher's site."""
        return f"{self.publisher.lower().replace(' ', '')}.example"

    @property
    def address(self) -> str:
        """Where it was published."""
        return f"https://{self.domain}/{self.published.replace('-', '/')}/{self.name}"


def articles(folder: Path) -> tuple[Article, ...]:
    """The articles of a folder of plain text, in the order of their names."""
    documents = read([folder]).documents
    latest = latest_date(documents) or "2024-05-06"
    found = []
    for at, one in enumerate(documents):
        blocks = tuple((block.kind, one.text[block.start : block.end]) for block in one.blocks)
        found.append(
            Article(
                Path(one.source.path).stem,
                one.source.title or _TITLE,
                _AUTHORS[at % len(_AUTHORS)],
                _PUBLISHERS[at % len(_PUBLISHERS)],
                one.source.published or latest,
                tuple((kind, text) for kind, text in blocks if kind != "title"),
            )
        )
    return tuple(found)


def plain(article: Article) -> str:
    """An article as plain text: the head, and its blocks with an empty line between."""
    head = f"{article.title}\n\nSource: {article.publisher}\nBy {article.author}\n{article.day}"
    return "\n\n".join([head, *(_MARKERS.get(kind, "") + text for kind, text in article.blocks)]) + "\n"
