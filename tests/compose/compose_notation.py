"""Statements in a few lines, and what composition makes of them.

    A 2024-05-01: The ministry closed the bridge on Monday.
    A # Background
    AB: The bridge was built in 1912.

Each line is one statement, told in these words by each of the sources with those letters; the date is the
day the source was published; `#` leads a heading. A brief is drawn as `terms: A1 B2`, the section and the
sentences it holds, `A1` being the first sentence of source A.
"""

import re
from dataclasses import replace
from typing import Any

from briefing import language
from briefing.compose import Settings, compose
from briefing.model import Block, BlockKind, Brief, Document, Merged, Sentence, Source, Span, Statement, Support
from briefing.settings import Cues, SectionSpec, Template

LINE = re.compile(r"(?P<sources>[A-Z]+)(?: (?P<published>[\d-]+))?(?P<kind>:| #) (?P<text>.+)")
ALL = SectionSpec("all", "All", default=True)
"""A section for whatever there is."""
TIMELINE = SectionSpec("timeline", "Timeline", "timeline")


def merged(notation: str) -> Merged:
    """What merging would find, if it found the statements of the notation."""
    documents = _documents(notation)
    told: dict[str, list[Sentence]] = {}
    for sentence in language.analyse(documents):
        told.setdefault(sentence.text, []).append(sentence)
    return Merged(
        documents,
        tuple(Statement(support[0], tuple(Support(one, one.span) for one in support)) for support in told.values()),
    )


def _documents(notation: str) -> tuple[Document, ...]:
    lines = [LINE.fullmatch(line.strip()) for line in notation.strip().splitlines()]
    assert all(lines), "a line is none of the notation"
    found = [line for line in lines if line]
    letters = dict.fromkeys(letter for line in found for letter in line["sources"])
    return tuple(_document(letter, [line for line in found if letter in line["sources"]]) for letter in letters)


def _document(letter: str, lines: list[re.Match[str]]) -> Document:
    text, blocks = "", list[Block]()
    for line in lines:
        kind: BlockKind = "heading" if line["kind"] == " #" else "paragraph"
        blocks.append(Block(kind, len(text), len(text) + len(line["text"])))
        text += line["text"] + "\n"
    published = next((line["published"] for line in lines if line["published"]), None)
    return Document(Source(letter, f"{letter}.txt", "", published=published, origin=f"O{letter}"), text, tuple(blocks))


def template(*sections: SectionSpec, words: int = 1000, labels: bool = True) -> Template:
    """A template of these sections."""
    return Template("test", "Testers", words, sections or (ALL,), labels=labels)


def section(id: str, *strong: str, **settings: Any) -> SectionSpec:  # noqa: A002
    """A section with strong cues."""
    return replace(SectionSpec(id, id.capitalize(), cues=Cues(strong=strong)), **settings)


def brief(given: str | Merged, *sections: SectionSpec, **settings: Any) -> Brief:
    """The brief of a collection in the notation, with these sections."""
    collection = merged(given) if isinstance(given, str) else given
    return compose(collection, Settings(template(*sections), **settings), language.lemmatize)


def drawn(made: Brief) -> str:
    """The sections that hold items, a line each: `terms: A1 B2`."""
    return "\n".join(
        f"{section.id}: {' '.join(name(made, item.spans[0]) for item in section.items)}"
        for section in made.sections
        if section.items
    )


def name(made: Brief, span: Span) -> str:
    """The name of a passage in the notation: `A2`."""
    (document,) = (document for document in made.documents if document.source.id == span.source)
    starts = [block.start for block in document.blocks if block.kind == "paragraph"]
    return f"{span.source}{sum(start <= span.start for start in starts)}"


def texts(made: Brief) -> list[str]:
    """The texts of all items, in reading order."""
    return [item.text for section in made.sections for item in section.items]
