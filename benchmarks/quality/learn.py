"""Learn how much each sign counts for two passages' telling the same: `python -m benchmarks.quality.learn`.

A logistic regression (Cox 1958) with a ridge, on all pairs of sentences and clauses of the development collections
that share telling words: those that tell a labelled fact in common against those that tell other ones. Writes
`briefing/merge/data/same.toml`.
"""

# ruff: noqa: T201  it prints
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from scipy.optimize import minimize

from benchmarks.quality.collection import collections
from benchmarks.quality.contact import Outcome
from benchmarks.quality.measures import told_by
from briefing.merge.similarity import SIGNS

FILE = Path(__file__).parents[2] / "briefing" / "merge" / "data" / "same.toml"
RIDGE = 0.1
"""What the square of a coefficient costs beside the log loss of a pair."""
HEAD = """\
# How much each sign counts when two sentences are judged to tell the same (merge/similarity.py).
# Written by `python -m benchmarks.quality.learn`, from the labelled facts of the development collections in
# benchmarks/quality/collections/.
"""


def main() -> None:
    """Learn, print and write."""
    signs, same = _examples()
    learned = _coefficients(signs, same)
    lines = [f"{name} = {value:.2f}\n" for name, value in zip(("intercept", *SIGNS), learned, strict=True)]
    print(f"{len(same)} pairs, {int(same.sum())} of them the same\n{''.join(lines)}", end="")
    FILE.write_text(HEAD + "".join(lines), "utf-8")


def _examples() -> tuple[np.ndarray, np.ndarray]:
    """The signs of each pair, a row each, and whether it tells the same."""
    signs, same = [], []
    for gold in collections():
        if gold.set == "development":
            for left, right, seen in Outcome(gold.documents).examples():
                ours, theirs = told_by(left, gold.facts), told_by(right, gold.facts)
                if ours and theirs:
                    signs.append(seen)
                    same.append(bool(ours & theirs))
    return np.array(signs), np.array(same)


def _coefficients(signs: np.ndarray, same: np.ndarray) -> np.ndarray:
    """The intercept and the coefficients with the least loss."""
    rows = np.column_stack([np.ones(len(signs)), signs])
    side = np.where(same, 1.0, -1.0)

    def loss(weights: np.ndarray) -> float:
        return float(np.logaddexp(0, -side * (rows @ weights)).sum() + RIDGE * (weights[1:] ** 2).sum() / 2)

    return np.asarray(minimize(loss, np.zeros(rows.shape[1])).x)


if __name__ == "__main__":
    main()
