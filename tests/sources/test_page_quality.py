"""How well the article of a saved page is found: floors that may only rise."""

import pytest

from benchmarks.pages.marked import PARTS, pages
from benchmarks.pages.measures import figures, mean, ours, theirs

FLOORS = {"development": 0.98, "untouched": 0.97}
"""F1, the mean over the pages; the untouched half was written before any result was seen."""


class DescribeExtraction:
    @pytest.mark.parametrize("part", PARTS)
    def it_holds_the_floor_and_is_better_than_trafilatura_alone(self, part: str) -> None:
        found = [(figures(page, ours), figures(page, theirs)) for page in pages(part)]
        assert len(found) >= 13
        own, other = mean(each for each, _ in found), mean(each for _, each in found)
        assert own.f1 >= FLOORS[part]
        assert own.f1 > other.f1
        assert own.recall >= other.recall
