"""A collection in a few lines, and what merging makes of it.

    A 2024-05-01: The ministry closed the bridge.
    B 2024-05-02: Officials said the bridge was shut by the ministry.
    C: Grain prices rose.

Each line is a paragraph of the source with that letter, the date the day the source was published.
`A2` is the second sentence of source A. A statement is drawn as the sentences that state it,
`[A1 B1]`, the one that a brief would quote first; one that states a part of it is drawn in parentheses, `(C1)`.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

from briefing import language, merge
from briefing.model import Block, Document, Merged, Sentence, Source, Statement, Support

LINE = re.compile(r"(?P<source>[A-Z])(?: (?P<published>[\d-]+))?: (?P<text>.+)")


def documents(notation: str) -> tuple[Document, ...]:
    """The documents of a collection in the notation, in the order of their first lines."""
    lines: dict[str, list[str]] = {}
    published: dict[str, str | None] = {}
    for line in filter(str.strip, notation.splitlines()):
        match = LINE.fullmatch(line.strip())
        assert match, f"“{line.strip()}” is no line of the notation"
        lines.setdefault(match["source"], []).append(match["text"])
        published.setdefault(match["source"], match["published"])
    return tuple(_document(source, paragraphs, published[source]) for source, paragraphs in lines.items())


def _document(source: str, paragraphs: list[str], published: str | None) -> Document:
    text = "\n".join(paragraphs)
    starts = [sum(len(earlier) + 1 for earlier in paragraphs[:n]) for n in range(len(paragraphs))]
    return Document(
        Source(source, f"{source}.txt", sha256(text.encode()).hexdigest(), published=published),
        text,
        tuple(Block("paragraph", at, at + len(words)) for at, words in zip(starts, paragraphs, strict=True)),
    )


def merging(given: str | Iterable[Document]) -> Merged:
    """What merging makes of a collection."""
    collection = documents(given) if isinstance(given, str) else tuple(given)
    published = (document.source.published for document in collection)
    return merge.merge(collection, language.analyse(collection, max(filter(None, published), default=None)))


def statements(given: str | Iterable[Document]) -> str:
    """The statements of a collection: `[A1 B1] [C1]`."""
    return " ".join(drawn(statement) for statement in merging(given).statements)


def drawn(statement: Statement) -> str:
    """A statement, the quoted sentence first: `[B1 A1]`."""
    return f"[{' '.join(dict.fromkeys(_supporter(one) for one in statement.support))}]"


def _supporter(one: Support) -> str:
    return name(one.sentence) if one.whole else f"({name(one.sentence)})"


def supporters(statement: Statement) -> list[str]:
    """The sentences that state all or part of a statement: `["A1", "B1"]`."""
    return [name(one.sentence) for one in statement.support]


def name(sentence: Sentence) -> str:
    """The name of a sentence in the notation: `A2`."""
    return f"{sentence.source}{sentence.order + 1}"


def quoted(given: str | Iterable[Document], sentence: str) -> Statement:
    """The statement for which a sentence is quoted."""
    return next(found for found in merging(given).statements if name(found.representative) == sentence)


def origins(given: str | Iterable[Document]) -> str:
    """Which sources share an origin: `A+B C`."""
    groups: dict[str, list[str]] = {}
    for document in merging(given).documents:
        groups.setdefault(document.source.origin, []).append(document.source.id)
    return " ".join("+".join(group) for group in groups.values())


def actors(given: str | Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """The actors' names with their aliases."""
    return {actor.name: actor.aliases for actor in merging(given).actors}


def disagreements(given: str | Iterable[Document]) -> list[str]:
    """Each disagreement in a line: `number, people killed: A+C / B!`; "!" marks the latest version."""
    return [
        f"{one.kind}, {one.about}: "
        + " / ".join(
            "+".join(span.source for span in version.citations) + "!" * version.latest for version in one.versions
        )
        for one in merging(given).disagreements
    ]
