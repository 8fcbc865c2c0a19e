"""Step 3: what pointing subjects mean, under the names that merging knows.

Enters: sentences whose names are resolved over the collection. Leaves: the same,
in which `Reference.lemmas` are those that the antecedent has in its own sentence,
so that "the bloc" of one source is like the name of the bloc in another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model import Entity, Sentence


def resolved(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, their references under the collection's names."""
    known = {(s.source, e.start): (e, s) for s in sentences if s.entities for e in s.entities}
    return [_resolved(sentence, known) for sentence in sentences]


def _resolved(sentence: Sentence, known: dict[tuple[str, int], tuple[Entity, Sentence]]) -> Sentence:
    meant = sentence.reference
    if meant is None:
        return sentence
    places = ((meant.span.source, at) for at in range(meant.span.start, meant.span.end))
    lemmas = _lemmas(known[place] for place in places if place in known)
    return replace(sentence, reference=replace(meant, lemmas=lemmas)) if lemmas else sentence


def _lemmas(named: Iterable[tuple[Entity, Sentence]]) -> tuple[str, ...]:
    """The names as lemmas; none where one of them has several, which no name of another source changes."""
    found = [(entity.name.casefold(), sentence) for entity, sentence in named]
    return tuple(name for name, _ in found) if all(name in sentence.lemmas for name, sentence in found) else ()
