"""Step 3: what sources tell differently. Every version with its sources, none preferred.

Enters: rows, the matters that they show and the actors. Leaves: disagreements over the
spelling of a name, the term for a thing, a number, a date, who did it, its
purpose, a stance, and whether it is so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.merge import rival_terms, terms
from briefing.merge.actors import spelling_variants
from briefing.merge.kinds import key
from briefing.merge.matters import Matter
from briefing.merge.rows import Row
from briefing.model import Actor, Disagreement, Sentence, Span, Version, one_for_each_source

ABOUT = {"date": "when it happened", "actor": "who it was", "purpose": "what it is for"}
NAMED = 3
"""Shared names or phrases that say what a disagreement is about."""


def disagreements(
    rows: Sequence[Row],
    clusters: Sequence[Sequence[int]],
    found: Sequence[Matter],
    known: Sequence[Actor],
    published: Mapping[str, str | None],
) -> tuple[Disagreement, ...]:
    """All disagreements: spellings and terms first, then the others in the order of the rows.

    Args:
        rows: the wordings of the collection.
        clusters: which of them state one fact.
        found: what they tell differently.
        known: the actors.
        published: when each source was published, by its id.
    """
    sentences = [sentence for row in rows for sentence in row.sentences]
    told = (_told(matter, rows, clusters, published) for matter in found)
    return (*_spellings(sentences, known), *_terms(sentences), *filter(None, told))


# --- names -------------------------------------------------------------------


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


def _terms(sentences: Sequence[Sentence]) -> Iterator[Disagreement]:
    for name, forms in (*terms.differing(sentences), *rival_terms.differing(sentences)):
        versions = tuple(Version(form, one_for_each_source(spans)) for form, spans in forms.items())
        yield Disagreement("term", name, versions)


# --- facts -------------------------------------------------------------------


def _told(
    matter: Matter,
    rows: Sequence[Row],
    clusters: Sequence[Sequence[int]],
    published: Mapping[str, str | None],
) -> Disagreement | None:
    """A matter with its versions; None where all turn out to agree with what one tells less exactly."""
    versions = _versions(matter, rows, clusters)
    told = [_version([rows[row] for row in version]) for version in versions]
    return Disagreement(matter.kind, _about(matter, rows), in_time(told, published)) if len(told) > 1 else None


def _versions(matter: Matter, rows: Sequence[Row], clusters: Sequence[Sequence[int]]) -> list[list[int]]:
    """The rows of each version: those that show the difference, and what stands in a cluster with them and tells it."""
    versions: list[list[int]] = []
    fellows = {row for cluster in matter.clusters for row in clusters[cluster]}
    for row in (*sorted(matter.rows), *sorted(fellows - matter.rows)):
        apart = [matter.differ(rows[version[0]].wording, rows[row].wording) for version in versions]
        if False in apart and (row in matter.rows or True in apart):
            versions[apart.index(False)].append(row)
        elif row in matter.rows:
            versions.append([row])
    return versions


def _version(told: Sequence[Row]) -> Version:
    """A version in the words of its first row, with a passage of each source that tells it."""
    spans = one_for_each_source(sentence.span for row in told for sentence in row.sentences)
    return Version(told[0].wording.text, spans)


def in_time(versions: Sequence[Version], published: Mapping[str, str | None]) -> tuple[Version, ...]:
    """The versions in the order in which they were last published, where the sources' dates tell."""
    days = [max(published[span.source] or "" for span in version.citations) for version in versions]
    if not all(days):
        return tuple(versions)
    order = sorted(range(len(days)), key=lambda n: (days[n], n))
    *earlier, last = order
    latest = not any(days[last].startswith(days[n]) for n in earlier)
    return (*(versions[n] for n in earlier), replace(versions[last], latest=latest))


def _about(matter: Matter, rows: Sequence[Row]) -> str:
    """What is counted, or the names or else the noun phrases that all have in common."""
    if matter.counted and matter.counted.about:
        return matter.counted.about
    first, *others = [rows[row].wording for row in sorted(matter.rows)]
    for parts in (_names, _phrases):
        shared = [part for part in parts(first) if all(part in parts(other) for other in others)]
        if shared:
            return ", ".join(shared[:NAMED])
    return ABOUT.get(matter.kind, "whether it is so")


def _names(sentence: Sentence) -> dict[str, None]:
    return dict.fromkeys(entity.name for entity in sentence.entities)


def _phrases(sentence: Sentence) -> dict[str, None]:
    return dict.fromkeys(phrase.casefold() for phrase in sentence.phrases)
