"""Whether sentences that tell the same are told as the same, on labelled pairs.

A pair is told as the same where the support of a statement holds both sentences, and at least one of them for the
whole of it. A pair labelled `part` is right both ways, so it counts in no measure but its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.quality.collection import Pair, overlap
from benchmarks.quality.contact import Outcome, Told


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair, and what the program makes of it."""

    label: str
    together: bool
    score: float


def judged(pairs: Iterable[Pair], found: Outcome) -> list[Judged]:
    """What the program makes of pairs of one collection."""
    return [
        Judged(pair.label, any(_together(pair, one) for one in found.statements), found.score(pair.left, pair.right))
        for pair in pairs
    ]


def _together(pair: Pair, statement: Told) -> bool:
    left = [one.whole for one in statement.support if overlap(one.span, pair.left)]
    right = [one.whole for one in statement.support if overlap(one.span, pair.right)]
    return bool(left and right) and any(left + right)


def figures(pairs: Sequence[Judged]) -> dict[str, float]:
    """All figures of pairs, by name."""
    same = [one for one in pairs if one.label == "same"]
    others = [one for one in pairs if one.label in {"contradict", "different"}]
    parts = [one for one in pairs if one.label == "part"]
    right, wrong = sum(one.together for one in same), sum(one.together for one in others)
    return {
        "pairs": len(pairs),
        "precision": right / (right + wrong) if right + wrong else 1.0,
        "recall": right / max(len(same), 1),
        "parts": sum(one.together for one in parts) / max(len(parts), 1),
        "average_precision": average_precision([one.score for one in same], [one.score for one in others]),
        "roc": roc([one.score for one in same], [one.score for one in others]),
    }


def average_precision(same: Sequence[float], others: Sequence[float]) -> float:
    """Precision at the score of each pair that tells the same, on average."""
    precisions = []
    for score in same:
        above = sum(one >= score for one in same)
        precisions.append(above / (above + sum(one >= score for one in others)))
    return sum(precisions) / max(len(precisions), 1)


def roc(same: Sequence[float], others: Sequence[float]) -> float:
    """How often a pair that tells the same has the higher score than one that does not; ties count half."""
    wins = sum((one > other) + 0.5 * (one == other) for one in same for other in others)
    return wins / max(len(same) * len(others), 1)
