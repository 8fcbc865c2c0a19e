"""Step 3: clusters become statements, each with the wording to quote and all of its support.

Enters: documents and sentences. Leaves: `Merged`.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix

from briefing.merge import actors, clusters, disagreements, figures, names, origins, references, similarity, wording
from briefing.merge.encoder import Encode
from briefing.merge.matters import Matter, matters
from briefing.merge.natures import nature, speaker
from briefing.merge.rows import Row, rows, units
from briefing.merge.support import Quoted, Supporters
from briefing.merge.vetoes import Conflicts
from briefing.model import Document, Merged, Sentence, Statement


def merged(documents: Sequence[Document], sentences: Sequence[Sentence], encode: Encode | None = None) -> Merged:
    """The documents with their origins, the statements, the actors and the disagreements."""
    publishers = [document.source.publisher for document in documents if document.source.publisher]
    own_names = wording.outlets(sentences, publishers)
    named = references.resolved(names.resolve(sentences))
    told = [wording.without_lead_in(sentence, own_names) for sentence in named]
    found = _Found(rows(told), encode)
    statements = found.statements()
    published = {document.source.id: document.source.published for document in documents}
    who = actors.actors(documents, told, own_names)
    found_origins = origins.origins(documents, told, _facts(statements, told))
    origin_of = {source: origin.id for origin in found_origins for source in origin.sources}
    differing = disagreements.disagreements(found.rows, found.groups, found.matters(), who, published)
    return Merged(
        tuple(replace(d, source=replace(d.source, origin=origin_of[d.source.id])) for d in documents),
        statements,
        who,
        differing,
        figures.figures(found.rows, differing, published),
        found_origins,
    )


class _Found:
    """The rows of a collection and what is known of their pairs."""

    def __init__(self, found: Sequence[Row], encode: Encode | None) -> None:
        self.rows, self.units = found, units(found)
        self.conflicts = Conflicts(self.units.sentences)
        self.features = similarity.features(self.units, encode)
        self.alike = similarity.alike(self.features)
        self.scores = self.alike.scores
        self.groups = clusters.clusters(found, self.scores)

    def statements(self) -> tuple[Statement, ...]:
        """A statement for each cluster."""
        told = self._told()
        quoted = [self._quoted(cluster, told[cluster]) for cluster in self.groups]
        supporters = Supporters(self.rows, self.units, self.alike, self.conflicts, quoted)
        return tuple(self._statement(one, supporters) for one in quoted)

    def _quoted(self, cluster: list[int], told: np.ndarray) -> Quoted:
        wordings = [self.rows[row].wording for row in cluster]
        most = max(float(told.max()), 1e-9)
        chosen = cluster[wording.best(wordings, [float(one) / most for one in told])]
        return Quoted(chosen, frozenset(cluster) - {chosen})

    def matters(self) -> list[Matter]:
        """What is told differently."""
        return matters(self.rows, self.groups, self.scores, self.conflicts)

    def _told(self) -> np.ndarray:
        """The weight of each row's telling words; a word counts as often as the row's cluster tells it."""
        count = len(self.rows)
        words = self.features.words[:count]
        cluster_of = np.empty(count, dtype=int)
        for n, cluster in enumerate(self.groups):
            cluster_of[cluster] = n
        members = csr_matrix((np.ones(count), (cluster_of, np.arange(count))), shape=(len(self.groups), count))
        counted = (members @ words).multiply(self.features.weights).tocsr()
        return np.asarray(words.multiply(counted[cluster_of]).sum(axis=1)).ravel()

    def _statement(self, quoted: Quoted, supporters: Supporters) -> Statement:
        sentence = self.rows[quoted.row].wording
        return Statement(
            representative=sentence,
            support=supporters.support(quoted),
            nature=nature(sentence),
            speaker=speaker(sentence),
            clarity=wording.stands_alone(sentence),
        )


def _facts(statements: Sequence[Statement], sentences: Sequence[Sentence]) -> dict[str, list[frozenset[int]]]:
    """For each source, the statements that each of its sentences supports, in the order of the text."""
    supports: dict[tuple[str, int], set[int]] = {}
    for n, statement in enumerate(statements):
        for one in statement.support:
            supports.setdefault((one.sentence.source, one.sentence.order), set()).add(n)
    facts: dict[str, list[frozenset[int]]] = {}
    for sentence in sentences:
        facts.setdefault(sentence.source, []).append(frozenset(supports[sentence.source, sentence.order]))
    return facts
