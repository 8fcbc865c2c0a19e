"""What is right in a collection's statements, origins and disagreements: each measure is a share from 0 to 1.

A passage tells a fact where it has most of a labelled passage, or most of itself, in common with it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from benchmarks.quality.collection import Collection, Fact, Version, overlap
from benchmarks.quality.contact import Outcome, Told
from briefing.model import Disagreement, Span
from briefing.model import Version as FoundVersion


def figures(gold: Collection, found: Outcome) -> dict[str, float]:
    """All figures of a collection, by name."""
    known = [_known(one, gold) for one in found.disagreements]
    return {
        "recall": citation_recall(gold.facts, found.statements),
        "precision": citation_precision(gold.facts, found.statements),
        "redundancy": redundancy(gold.facts, found.statements),
        "origins": origins(gold, found),
        "disagreements": _share(len(set().union(*known)), len(gold.disagreements)),
        "unknown": sum(not one for one in known),
    }


def citation_recall(facts: Sequence[Fact], statements: Sequence[Told]) -> float:
    """Of the sources of a fact that several tell, how many the best statement that quotes it cites for it."""
    shared = [fact for fact in facts if len(fact.sources) > 1]
    return _share(sum(max((_cited(fact, one) for one in statements), default=0) for fact in shared), len(shared))


def _cited(fact: Fact, statement: Told) -> float:
    if not _tells(statement.quoted, fact):
        return 0
    return len({cited.span.source for cited in statement.support if _tells(cited.span, fact)}) / len(fact.sources)


def citation_precision(facts: Sequence[Fact], statements: Sequence[Told]) -> float:
    """Of the passages cited for a statement that quotes facts, how many tell one of them."""
    right = cited = 0
    for statement in statements:
        quoted = [fact for fact in facts if _tells(statement.quoted, fact)]
        if quoted:
            cited += len(statement.support)
            right += sum(any(_tells(one.span, fact) for fact in quoted) for one in statement.support)
    return _share(right, cited)


def redundancy(facts: Sequence[Fact], statements: Sequence[Told]) -> float:
    """How many of the facts are quoted by two statements that both quote just the same facts."""
    quoted = (told_by(one.quoted, facts) for one in statements)
    twice = (told for told, times in Counter(quoted).items() if times > 1)
    return _share(len(frozenset[str]().union(*twice)), len(facts))


def told_by(span: Span, facts: Sequence[Fact]) -> frozenset[str]:
    """The ids of the facts that a passage tells."""
    return frozenset(fact.id for fact in facts if _tells(span, fact))


def _tells(span: Span, fact: Fact) -> bool:
    return any(overlap(span, told) for told in fact.told)


def origins(gold: Collection, found: Outcome) -> float:
    """How many pairs of sources are rightly held to be of one origin or of two."""
    pairs = list(combinations(sorted(gold.origin_of), 2))
    right = ((gold.origin_of[a] == gold.origin_of[b]) == (found.origin_of[a] == found.origin_of[b]) for a, b in pairs)
    return _share(sum(right), len(pairs))


def _known(found: Disagreement, gold: Collection) -> set[int]:
    """The labelled disagreements that one found by the program shows: two versions of it."""
    return {n for n, one in enumerate(gold.disagreements) if _shown(found, one.versions, one.kind) > 1}


def _shown(found: Disagreement, versions: Sequence[Version], kind: str) -> int:
    """How many versions it shows, each of its own taken for one at most."""
    first = [next((n for n, one in enumerate(versions) if _same(ours, one, kind)), None) for ours in found.versions]
    return len({*first} - {None})


def _same(ours: FoundVersion, labelled: Version, kind: str) -> bool:
    if kind == "spelling":
        alike = ours.text in labelled.text or labelled.text in ours.text
        return alike and any(span.source in labelled.sources for span in ours.citations)
    return any(overlap(span, passage) for span in ours.citations for passage in labelled.passages)


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 1.0
