"""Step 4: the event itself, before what is told of it.

Enters: statements, the most important first, and the titles of the sources.
Leaves: the same statements, the main point first: of the most important ones,
that which titles tell and sources begin with. A headline is written to say what
happened, and a news report says it again in its first two sentences.
"""

from collections.abc import Collection, Sequence
from math import log

from briefing.model import Statement

CANDIDATES = 6
"""Statements among which the main point is; one further down is never it, whatever the titles say."""
OPENING = 2
"""Sentences with which a source begins."""
SHORTEST_TITLE = 3
"""Words a title counts for at least: “Deadly flood” alone is told by anything."""
CLEARLY = 1.25
"""How many times better another must be than the most important statement to take its place."""


def main_first(ranked: Sequence[Statement], titles: Collection[frozenset[str]]) -> list[Statement]:
    """The statements with the main point before the others.

    Args:
        ranked: the statements, the most important first.
        titles: the words of each source's title, as lemmas.
    """
    scores = [_told_by_titles(statement, titles) * _opens(statement) for statement in ranked[:CANDIDATES]]
    best = max(range(len(scores)), key=lambda n: (round(scores[n], 9), -n), default=0)
    if not ranked or scores[best] < CLEARLY * scores[0]:
        return list(ranked)
    return [ranked[best], *ranked[:best], *ranked[best + 1 :]]


def _told_by_titles(statement: Statement, titles: Collection[frozenset[str]]) -> float:
    """The share of a title's words that it tells, as a mean over the titles."""
    own = {word for lemma in statement.representative.lemmas for word in lemma.split()}
    return sum(len(own & title) / max(len(title), SHORTEST_TITLE) for title in titles) / max(len(titles), 1)


def _opens(statement: Statement) -> float:
    """More for each further source that begins with it."""
    return 1 + log(1 + len({one.span.source for one in statement.support if one.sentence.order < OPENING}))
