"""Whoever reads and analyses the documents, the brief is the same."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest

from briefing import build, render
from briefing.pipeline import gathering
from briefing.pipeline.spread import BATCH, MOST, batches, over

ROOT = Path(__file__).parents[2]
COLLECTIONS = [ROOT / "seeds", *(ROOT / f"benchmarks/quality/collections/{name}/sources" for name in ("flood", "mine"))]


@pytest.fixture(scope="module")
def two() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
        yield executor


@pytest.mark.parametrize("sources", COLLECTIONS, ids=lambda path: path.parent.name)
class DescribeWorkers:
    def it_gives_the_bytes_of_a_build_without_them(self, two: Executor, sources: Path) -> None:
        assert render(build([sources], executor=two), "json") == render(build([sources]), "json")

    def it_gives_sentences_that_are_equal_in_all_their_parts(self, two: Executor, sources: Path) -> None:
        asked = gathering.ask([sources])
        assert gathering.gather(asked, executor=two).sentences == gathering.gather(asked).sentences


class DescribeSpread:
    def it_keeps_the_order_of_the_items(self, two: Executor) -> None:
        words = [f"{n:05}" * 400 for n in range(250)]
        assert [*over(two)(str.upper, words, len)] == [*over(None)(str.upper, words, len)] == words

    def it_fills_a_batch_by_size_or_by_number(self) -> None:
        large, small = "a" * BATCH, ""
        found = batches([large, large, *[small] * (MOST + 1)], len)
        assert [len(batch.items) for batch in found] == [1, 1, MOST, 1]

    def it_asks_for_no_more_items_than_can_wait(self, two: Executor) -> None:
        asked = 0

        def items() -> Iterator[str]:
            nonlocal asked
            for _ in range(200):
                asked += 1
                yield "a" * BATCH

        first = next(over(two)(len, items(), len))
        assert (first, asked < 200) == (BATCH, True)
