"""What of an archive bears on a topic, the best first.

Enters: a topic, and whether a date of publication is within bounds. Leaves: the sources that are wanted, and how
many others there are, and why. They are ranked by BM25 (Robertson and Zaragoza 2009) as FTS5 weighs it; ties
go by name, so that the same archive gives the same order, whatever was done to its index before.
"""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.archive.base import failures_told
from briefing.archive.index import Index
from briefing.archive.topics import Topic

FEW = 5
"""Sources that have all words of a topic; where fewer have, those that have some of them are taken too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A source that bears on a topic: the file that it is, or lies in, and how a brief names it."""

    path: Path
    label: str
    sha256: str
    title: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Hits:
    """What bears on a topic.

    Args:
        best: the sources within the bounds, each text once, the best first; no more than were asked for.
        found: how many there are within the bounds.
        copies: how many of them have the bytes of a better one.
        outside: how many bear on the topic and were published outside of the bounds.
        undated: how many bear on the topic and state no date, where there are bounds.
        some_words: whether sources are among them that have not all words of the topic.
    """

    best: tuple[Hit, ...]
    found: int
    copies: int
    outside: int
    undated: int
    some_words: bool


def search(index: Index, topic: Topic, within: Callable[[str], bool] | None, limit: int) -> Hits:
    """The sources that bear on a topic.

    Args:
        index: it is up to date.
        topic: what is looked for.
        within: whether a date of publication is within the bounds, if there are any.
        limit: the most sources that are wanted.
    """
    with failures_told(index.file):
        hits = _matching(index.base, topic.all)
        inside = [hit for hit in hits if _is_within(hit, within)]
        if some_words := len(inside) < FEW and len(topic.parts) > 1:
            best = frozenset(hits)
            more = [hit for hit in _matching(index.base, topic.any) if hit not in best]
            hits, some_words = [*hits, *more], any(_is_within(hit, within) for hit in more)
            inside = [hit for hit in hits if _is_within(hit, within)]
    once = {hit.sha256: hit for hit in reversed(inside)}
    distinct = [hit for hit in inside if once[hit.sha256] is hit]
    undated = sum(hit.published is None for hit in hits) if within else 0
    return Hits(
        best=tuple(distinct[:limit]),
        found=len(inside),
        copies=len(inside) - len(distinct),
        outside=len(hits) - len(inside) - undated,
        undated=undated,
        some_words=some_words,
    )


def _is_within(hit: Hit, within: Callable[[str], bool] | None) -> bool:
    return within is None or (hit.published is not None and within(hit.published))


def _matching(base: sqlite3.Connection, asked: str) -> list[Hit]:
    found = base.execute(
        "SELECT bm25(words) AS rank, files.path, label, documents.sha256, title, publisher, published"
        " FROM words JOIN documents ON documents.id = words.rowid JOIN files ON files.id = documents.file"
        " WHERE words MATCH ?",
        (asked,),
    )
    # A rank is a sum of floats: what lies below the digits that can be trusted must not order anything.
    ordered = sorted(found, key=lambda row: (round(row[0], 9), row[2], row[1]))
    return [Hit(Path(os.fsdecode(path)), *told) for _, path, *told in ordered]
