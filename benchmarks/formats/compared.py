"""Two briefs of the same articles → what of one is in the other, and what was read of each article."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from benchmarks.formats.articles import Article
from briefing.model import Brief, Citation, Document, Sentence, Span
from briefing.pipeline.building import choose_template, composed
from briefing.pipeline.gathering import gathered

STATED = ("title", "published", "publisher", "author")
"""What each article states of itself."""
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A brief, and what it was made of.

    `items` are what the brief shows, each as what must be the same in each format, by kind. `sentences` are those of
    each article, by its name; `known` is what was found of it.
    """

    items: Mapping[str, Counter[Key]]
    sentences: Mapping[str, tuple[str, ...]]
    known: Mapping[str, Mapping[str, str | None]]
    skipped: tuple[str, ...]


def read(folder: str, articles: tuple[Article, ...]) -> Reading:
    """Build a brief of what a folder holds.

    Args:
        folder: where the articles lie in some format.
        articles: the articles, in the order in which a file of several has them.
    """
    found = gathered([folder])
    names = {one.source.id: _name(one, articles) for one in found.merged.documents}
    sentences: dict[str, list[str]] = {one.name: [] for one in articles}
    for sentence in found.sentences or ():
        sentences[names[sentence.source]].append(_words(sentence))
    return Reading(
        _shown(composed(found, choose_template()), names),
        {name: tuple(said) for name, said in sentences.items()},
        {names[one.source.id]: {key: getattr(one.source, key) for key in STATED} for one in found.merged.documents},
        tuple(f"{one.path}: {one.reason}" for one in found.skipped),
    )


def _name(document: Document, articles: tuple[Article, ...]) -> str:
    """The article that a document is of: its file has its name, or its number among several."""
    last = PurePosixPath(document.source.path)
    number = last.name.removeprefix("line ")
    return articles[int(number) - 1].name if number.isdigit() else last.stem


def _words(sentence: Sentence) -> str:
    return " ".join(sentence.text.split())


def _shown(brief: Brief, names: Mapping[str, str]) -> Mapping[str, Counter[Key]]:
    def cited(by: Iterable[Citation | Span]) -> tuple[str, ...]:
        return tuple(sorted({names[one.source] for one in by}))

    items = [(section.id, item) for section in brief.sections for item in section.items]
    return {
        "items": Counter((item.text,) for _, item in items),
        "placed": Counter((place, item.text, cited(item.citations), item.origins) for place, item in items),
        "actors": Counter((one.name, cited(one.citations)) for one in brief.actors),
        "timeline": Counter((one.date, one.text, cited(one.citations)) for one in brief.timeline),
    }


def same(of: Counter[Key], other: Counter[Key]) -> float:
    """The share of what either has that both have."""
    return (of & other).total() / max(1, (of | other).total())
