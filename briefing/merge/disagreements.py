"""Step 3: what sources tell differently. Every version with its sources, none preferred.

Enters: rows, their scores and the actors. Leaves: disagreements over the
spelling of a name, over a number, over a date, and over whether a thing is so.
Sentences that are alike but for one of these are the same fact told twice, in
two ways.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from scipy.sparse import csr_matrix

from briefing.merge.actors import spelling_variants
from briefing.merge.kinds import key
from briefing.merge.rows import Row
from briefing.merge.vetoes import conflict, quantities
from briefing.model import Actor, Disagreement, Sentence, Span, Version, one_for_each_source

DENIED = 0.75
"""The share of a denying sentence's words that the other one has to have as well."""
ALIKE = 0.45
"""How alike two sentences must be for a difference between them to be about the same thing."""


def disagreements(
    rows: Sequence[Row], clusters: Sequence[Sequence[int]], scores: csr_matrix, found: Sequence[Actor]
) -> tuple[Disagreement, ...]:
    """All disagreements: spellings first, then the others in the order of the rows.

    Args:
        rows: the wordings of the collection.
        clusters: which of them state one fact.
        scores: how alike they are.
        found: the actors.
    """
    sentences = [sentence for row in rows for sentence in row.sentences]
    return (*_spellings(sentences, found), *_values(rows, clusters, scores))


def _spellings(sentences: Sequence[Sentence], found: Sequence[Actor]) -> Iterator[Disagreement]:
    for actor, forms in spelling_variants(found):
        versions = tuple(Version(form, _mentions(form, sentences)) for form in forms)
        yield Disagreement("spelling", actor.name, versions)


def _mentions(form: str, sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    return one_for_each_source(
        Span(sentence.source, entity.start, entity.end)
        for sentence in sentences
        for entity in sentence.entities
        if key(entity.text) == key(form)
    )


def _values(rows: Sequence[Row], clusters: Sequence[Sequence[int]], scores: csr_matrix) -> Iterator[Disagreement]:
    """What two clusters tell differently, once; each version is cited to all who state it."""
    pairs = scores.tocoo()
    close = (pairs.row < pairs.col) & (pairs.data >= ALIKE)
    owner = {row: n for n, cluster in enumerate(clusters) for row in cluster}
    told: set[int] = set()
    for a, b in sorted(zip(pairs.row[close].tolist(), pairs.col[close].tolist(), strict=True)):
        left, right = rows[a], rows[b]
        known = left.sources & right.sources or told & {owner[a], owner[b]}
        kind = None if known else conflict(left.wording, right.wording)
        if kind == "denial" and not _deny_the_same(left.wording, right.wording):
            kind = None
        if kind is not None and kind != "other":
            told |= {owner[a], owner[b]}
            versions = (_version(rows, a, clusters[owner[a]]), _version(rows, b, clusters[owner[b]]))
            yield Disagreement(kind, _about(left.wording, right.wording, kind), versions)


def _deny_the_same(left: Sentence, right: Sentence) -> bool:
    """Whether the sentence that denies tells little else: of a longer one, another clause may be what is denied."""
    denying, other = (left, right) if left.negated else (right, left)
    own = set(denying.lemmas)
    return len(own & set(other.lemmas)) >= DENIED * len(own)


def _version(rows: Sequence[Row], told: int, cluster: Sequence[int]) -> Version:
    """One wording, cited to itself and then to the others of its cluster, a passage for each source."""
    spans = (sentence.span for row in (told, *cluster) for sentence in rows[row].sentences)
    return Version(rows[told].wording.text, one_for_each_source(spans))


def _about(left: Sentence, right: Sentence, kind: str) -> str:
    """What the two sentences count, or the names they share."""
    if kind == "number":
        ours, theirs = quantities(left), quantities(right)
        counted = next(noun for noun in ours if noun in theirs and ours[noun].isdisjoint(theirs[noun]))
        return _as_written(counted, left)
    shared = {entity.name for entity in left.entities} & {entity.name for entity in right.entities}
    names = ", ".join(dict.fromkeys(entity.name for entity in left.entities if entity.name in shared))
    return names or ("when it happened" if kind == "date" else "whether it is so")


def _as_written(noun: str, sentence: Sentence) -> str:
    """A noun without its "s" as the sentence has it: "families" for "familie"."""
    match = re.search(rf"\b{re.escape(noun)}s*\b", sentence.text, re.IGNORECASE)
    return match.group().lower() if match else noun
