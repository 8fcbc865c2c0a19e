"""How the time of step 3 grows with the documents: `.venv/bin/python benchmarks/measure_merging.py [SIZE ...]`.

Prints for collections of each size the processor time of merging, how it grew against the size before, and at the
sizes that it can still do that of sumy's LexRank, which only ranks, on the same sentences. On a machine with other
work the seconds rise; the ratios do not.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import sys
from collections.abc import Sequence
from math import log2
from time import process_time

from generated import documents

from briefing import language, merge
from briefing.compose.rankers import ranker
from briefing.model import Sentence, Statement, Support

SIZES = (50, 100, 250, 500, 1000, 2000)
LEXRANK = 1300
"""Sentences; for more its square of comparisons takes minutes."""


def main() -> None:
    """Measure and print."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print("documents sentences statements   merging  growth per doubling   LexRank")
    before: tuple[int, float] | None = None
    for size in sizes:
        collection = documents(size)
        sentences = language.analyse(collection)
        start = process_time()
        found = merge.merge(collection, sentences)
        seconds = process_time() - start
        row = f"{size:9} {len(sentences):9} {len(found.statements):10} {seconds:7.1f} s"
        print(row, _growth(before, (size, seconds)), _lexrank(sentences), flush=True)
        before = size, seconds


def _growth(before: tuple[int, float] | None, now: tuple[int, float]) -> str:
    if before is None:
        return " " * 20
    growth, ratio = now[1] / before[1], now[0] / before[0]
    return f"{growth:6.2f}x {growth ** (1 / max(log2(ratio), 1e-9)):11.2f}x"


def _lexrank(sentences: Sequence[Sentence]) -> str:
    if len(sentences) > LEXRANK:
        return f"{'-':>9}"
    statements = [Statement(sentence, (Support(sentence, sentence.span),)) for sentence in sentences]
    start = process_time()
    ranker("lexrank")(statements)
    return f"{process_time() - start:7.1f} s"


if __name__ == "__main__":
    main()
