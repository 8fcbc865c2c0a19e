"""`verify` finds every single change, and none where there is none."""

from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from containers import record_of, with_other_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import MUTATIONS, mutants

from briefing import build, render, verify
from briefing.model import Brief
from briefing.verification.record import checked

FLOOD = (
    """Flood in the valley
Published by: Lipnik Herald
Published: 2 May 2024

At least 12 people were killed in Lipnik on 30 April 2024, the mayor, Ivan Petrov, said.
The Varda river burst its banks on 30 April 2024 and flooded the old town of Lipnik.
“We will rebuild Lipnik,” said the finance minister, Ana Lovric.
""",
    """The valley under water
Published by: Gravna Post
Published: 3 May 2024

The mayor, Ivan Petrov, said at least 17 people had died in Lipnik.
Lipnik's old town was flooded on 30 April 2024 after the Varda river burst its banks.
The dam above Lipnik was built in 1962 and has leaked since.
""",
    """Rebuilding begins
Published by: Orle Radio
Published: 4 May 2024

The finance minister, Ana Lovric, promised to rebuild Lipnik.
Built in 1962, the dam above Lipnik has leaked ever since.
Rain is expected to return by 9 May 2024, forecasters warned.
""",
)
"""Three witnesses of one flood, who differ over the dead."""
CAUGHT_FORGED = 0.9
"""Share of single changes that are found where the forger has sealed the record anew; 92 % were when this was set."""


@pytest.fixture(scope="module")
def flood(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flood") / "valley"
    folder.mkdir()
    for n, text in enumerate(FLOOD):
        (folder / f"{n}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def briefs(flood: Path) -> Mapping[str, Brief]:
    made = {f"flood, {name}": build([flood], name) for name in ("analyst", "press", "situation")}
    return {**made, "seeds": build(["seeds"]), "seeds, press": build(["seeds"], "press")}


class DescribeVerifyingAChangedRecord:
    def it_finds_each_of_a_hundred_single_changes(self, briefs: Mapping[str, Brief], tmp_path: Path) -> None:
        file = tmp_path / "brief.json"
        dice = Random(8)  # noqa: S311
        streams = [mutants(render(brief, "json"), dice, sealed=False) for brief in briefs.values()]
        changed = [next(stream) for stream in islice(cycle(streams), 100)]
        for name, record in changed:
            file.write_bytes(record)
            report = verify(file)
            assert not report.stands, name
            assert all(fault.sentence for fault in report.faults)
        assert {name for name, _ in changed} == {*MUTATIONS}

    def it_tells_what_was_changed_and_not_only_that_something_was(self, briefs: Mapping[str, Brief]) -> None:
        dice, told, tried = Random(8), 0, 0  # noqa: S311
        for brief in briefs.values():
            for _, record in islice(mutants(render(brief, "json"), dice, sealed=True), 39):
                told += bool(checked(record).faults)
                tried += 1
        assert told >= CAUGHT_FORGED * tried

    @pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
    def it_finds_each_change_of_the_record_that_a_document_carries(
        self, briefs: Mapping[str, Brief], format_: str, tmp_path: Path
    ) -> None:
        document = render(briefs["flood, analyst"], format_)
        file = tmp_path / f"brief.{format_}"
        for name, record in islice(mutants(record_of(document, format_), Random(8), sealed=False), 20):  # noqa: S311
            file.write_bytes(with_other_record(document, format_, record))
            assert not verify(file).stands, name


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
PARAGRAPHS = st.sampled_from([paragraph for text in FLOOD for paragraph in text.split("\n\n")[1].splitlines()])
NOISE = st.sampled_from(
    ["ADVERTISEMENT", "Home | World | Sport", "Leave a comment", "- Free Passage: The lock is open."]
)
LINES = st.one_of(PARAGRAPHS, PARAGRAPHS, NOISE, st.text(LETTERS, max_size=40))
COLLECTIONS = st.lists(st.lists(LINES, min_size=1, max_size=5).map("\n\n".join), min_size=1, max_size=3)


class DescribeVerifyingABriefAsItWasWritten:
    @pytest.mark.parametrize("format_", ["json", "html", "docx", "pdf"])
    def it_stands_with_its_sources(
        self, briefs: Mapping[str, Brief], flood: Path, format_: str, tmp_path: Path
    ) -> None:
        for name, brief in briefs.items():
            file = tmp_path / f"brief.{format_}"
            file.write_bytes(render(brief, format_))
            report = verify(file, Path("seeds") if name.startswith("seeds") else flood)
            assert report.faults == (), name
            assert report.kind == format_

    @settings(
        max_examples=100,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
    @given(
        collection=COLLECTIONS,
        wanted=st.fixed_dictionaries(
            {
                "template": st.sampled_from(["analyst", "press", "situation", "student"]),
                "words": st.sampled_from([None, 25, 120]),
                "cue_set": st.sampled_from([None, "disaster", "election"]),
                "ranker": st.sampled_from([None, "lexrank"]),
            }
        ),
        format_=st.sampled_from(["json", "json", "json", "html", "docx", "docx"]),
        with_sources=st.booleans(),
    )
    def it_stands_whatever_it_was_made_of(
        self, tmp_path: Path, collection: list[str], wanted: dict[str, Any], format_: str, *, with_sources: bool
    ) -> None:
        folder = tmp_path / "valley"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for n, text in enumerate([FLOOD[0], *collection]):
            (folder / f"{n}.txt").write_text(text or "-", "utf-8", newline="")
        file = tmp_path / "brief"
        file.write_bytes(render(build([folder], **wanted), format_))
        assert verify(file, folder if with_sources else None).faults == ()
