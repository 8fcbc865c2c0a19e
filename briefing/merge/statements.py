"""Step 3: clusters become statements, each with the wording to quote and all of its support.

Enters: documents and sentences. Leaves: `Merged`. Support is wider than the
cluster: a long sentence of another source that states this fact among others
supports it too, though it stands for another statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix

from briefing.merge import actors, clusters, disagreements, names, origins, similarity, wording
from briefing.merge.rows import Row, rows
from briefing.model import Document, Merged, Nature, Sentence, Statement

COVERED = 0.62
"""Share of a fact's telling words that a sentence of another source has when it states it among others."""
STATED = 0.28
"""A sentence as like the quoted one as this states its fact, though it may stand for another statement."""


def merged(documents: Sequence[Document], sentences: Sequence[Sentence]) -> Merged:
    """The documents with their origins, the statements, the actors and the disagreements."""
    publishers = [document.source.publisher for document in documents if document.source.publisher]
    own_names = wording.outlets(sentences, publishers)
    told = [wording.without_lead_in(sentence, own_names) for sentence in names.resolve(sentences)]
    found = _Found(rows(told))
    groups = clusters.clusters(found.rows, found.scores)
    statements = tuple(found.statement(cluster) for cluster in groups)
    who = actors.actors(documents, told, own_names)
    origin_of = origins.origins(documents, told, _facts(statements, told))
    return Merged(
        tuple(replace(d, source=replace(d.source, origin=origin_of[d.source.id])) for d in documents),
        statements,
        who,
        disagreements.disagreements(found.rows, groups, found.scores, who),
    )


class _Found:
    """The rows of a collection and what is known of their pairs."""

    def __init__(self, found: Sequence[Row]) -> None:
        self.rows = found
        self.features = similarity.features([row.wording for row in found])
        self.scores = similarity.alike(self.features)
        self.coverage = similarity.covered(self.features, self.scores)

    def statement(self, cluster: list[int]) -> Statement:
        """The statement of a cluster of rows."""
        wordings = [self.rows[row].wording for row in cluster]
        chosen = cluster[wording.best(wordings, self._tells(cluster))]
        others = {*cluster, *self._also_state(chosen)} - {chosen}
        nearest = sorted(others, key=lambda row: (-round(float(self.scores[chosen, row]), 6), row))
        quoted = self.rows[chosen].wording
        return Statement(
            representative=quoted,
            support=tuple(sentence for row in (chosen, *nearest) for sentence in self.rows[row].sentences),
            nature=_nature(quoted),
            speaker=quoted.attribution.speaker if quoted.attribution else None,
            clarity=wording.stands_alone(quoted),
        )

    def _tells(self, cluster: list[int]) -> list[float]:
        """The share of the cluster's telling words that each wording has; a word counts as often as it is told."""
        own = self.features.stems[cluster]
        told = own @ (np.asarray(own.sum(axis=0)).ravel() * self.features.idf)
        most = max(float(told.max(initial=0)), 1e-9)
        return [float(value) / most for value in told]

    def _also_state(self, chosen: int) -> Iterator[int]:
        """Rows of other sources that state the chosen one's fact among others."""
        shares: csr_matrix = self.coverage[[chosen]].tocoo()
        for row, share in zip(shares.col.tolist(), shares.data.tolist(), strict=True):
            likeness = max(float(self.scores[chosen, row]), STATED if share >= COVERED else 0.0)
            apart = self.rows[row].sources.isdisjoint(self.rows[chosen].sources)
            if apart and clusters.same(self.rows[chosen], self.rows[row], likeness, wanted=STATED):
                yield row


def _nature(sentence: Sentence) -> Nature:
    if sentence.attribution:
        return sentence.attribution.nature
    return "forecast" if "forecast" in sentence.modality else "fact"


def _facts(statements: Sequence[Statement], sentences: Sequence[Sentence]) -> dict[str, list[frozenset[int]]]:
    """For each source, the statements that each of its sentences supports, in the order of the text."""
    supports: dict[tuple[str, int], set[int]] = {}
    for n, statement in enumerate(statements):
        for sentence in statement.support:
            supports.setdefault((sentence.source, sentence.order), set()).add(n)
    facts: dict[str, list[frozenset[int]]] = {}
    for sentence in sentences:
        facts.setdefault(sentence.source, []).append(frozenset(supports[sentence.source, sentence.order]))
    return facts
