"""docs/training.md tells the scores that are kept, and the project's commands."""

import re
from pathlib import Path

import pytest

from training.carried import scores
from training.examples import CORE
from training.samples import LABELS
from training.splits import TESTS

PAGE = (Path(__file__).parents[2] / "docs" / "training.md").read_text("utf-8")


class DescribeThePageOnTraining:
    @pytest.mark.parametrize(("test_set", "title"), TESTS.items())
    def it_gives_the_scores_that_are_kept(self, test_set: str, title: str) -> None:
        (row,) = re.findall(rf"^\| {re.escape(title)} \|(.+)\|$", PAGE.split("## Scores")[1], re.MULTILINE)
        kept = scores()[test_set]
        figures = [figure for system in ("program", "model", "rules") for figure in kept[system]]
        by_label = [kept["model_by_label"][label] for label in CORE if kept["model_by_label"][label]]
        assert [float(figure) for figure in re.findall(r"[\d.]+", row)] == figures + by_label

    @pytest.mark.parametrize("label", LABELS)
    def it_explains_every_label(self, label: str) -> None:
        assert re.search(rf"^\| `{label}` \|", PAGE, re.MULTILINE)
