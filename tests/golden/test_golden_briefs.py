"""Whole briefs of small collections, as a reader should see them.

Each folder holds `sources/` and the brief drawn in `expected.md`. `GOLDEN=update pytest tests/golden` draws
them anew; read what changed before you commit it.
"""

import os
from pathlib import Path

import pytest
from golden_drawing import drawn

from briefing import build

CUE_SETS = {"election": "election", "flood": "disaster", "merger": "company"}
CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/sources"))


class DescribeGoldenBriefs:
    @pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
    def it_reads_as_expected(self, case: Path) -> None:
        expected = case / "expected.md"
        brief = drawn(build([case / "sources"], cue_set=CUE_SETS[case.name]))
        if os.environ.get("GOLDEN") == "update":
            expected.write_text(brief, "utf-8", newline="\n")
        assert brief == expected.read_text("utf-8")
