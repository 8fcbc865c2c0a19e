"""Compare our ranker with sumy's: `.venv/bin/python -m benchmarks.compare_rankers`.

Makes briefs of a few lengths of each collection of the development set, with the template `summary`, which takes what
the ranker puts first. Prints for each ranker and length how much of what a careful reader found in the sources the
briefs tell, the mean of the collections, a fact weighted by the independent origins that tell it; and how long ranking
takes beside ours in the same run. Everything but the order is the same for all: statements, lemmas, the length, what
is passed over because it is told already.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import os
from collections.abc import Sequence
from statistics import mean
from time import process_time

os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.quality.collection import Collection, Fact, collections
from benchmarks.quality.measures import told_by
from briefing import compose, language, merge
from briefing.compose.rankers import OURS, RANKERS, ranker
from briefing.model import Brief, Merged, Statement, latest_date
from briefing.settings import load_template

LENGTHS = (100, 250, 500)
REPEATS = 3
"""Of which the fastest counts."""


def main() -> None:
    """Measure and print."""
    gold = [one for one in collections() if one.set == "development"]
    found = [_merged(one) for one in gold]
    print("| ranker |", *(f"{words} words |" for words in LENGTHS), "time |")
    print("|---|" + "---|" * (len(LENGTHS) + 1))
    unit = _seconds(OURS, found)
    for name in RANKERS:
        shares = (_share(name, words, found, gold) for words in LENGTHS)
        cells = (*(f"{share:.3f}" for share in shares), f"{_seconds(name, found) / unit:.2f}")
        print(f"| `{name}` |", " | ".join(cells), "|", flush=True)


def _merged(gold: Collection) -> Merged:
    return merge.merge(gold.documents, language.analyse(gold.documents, latest_date(gold.documents)))


def _share(name: str, words: int, found: Sequence[Merged], gold: Sequence[Collection]) -> float:
    return mean(_told(_brief(one, name, words), facts) for one, facts in zip(found, gold, strict=True))


def _brief(merged: Merged, name: str, words: int) -> Brief:
    return compose.compose(merged, compose.Settings(load_template("summary"), words, ranker=name), language.lemmatize)


def _told(brief: Brief, gold: Collection) -> float:
    """The share of the facts that the brief quotes, by the weight of their origins."""
    spans = [span for section in brief.sections for item in section.items for span in item.spans]
    ids = frozenset[str]().union(*(told_by(span, gold.facts) for span in spans))
    weights = {fact.id: _origins(fact, gold) for fact in gold.facts}
    return sum(weights[one] for one in ids) / sum(weights.values())


def _origins(fact: Fact, gold: Collection) -> int:
    return len({gold.origin_of[source] for source in fact.sources})


def _seconds(name: str, found: Sequence[Merged]) -> float:
    """How long the ranker takes for all collections."""
    return min(_once(name, [merged.statements for merged in found]) for _ in range(REPEATS))


def _once(name: str, collections: Sequence[Sequence[Statement]]) -> float:
    start = process_time()
    for statements in collections:
        ranker(name)(statements)
    return process_time() - start


if __name__ == "__main__":
    main()
