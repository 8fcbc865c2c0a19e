"""Briefs of this program that lie among the sources are told and set aside, whatever their format."""

from pathlib import Path

import pytest

from briefing import build, render
from briefing.model import Brief, Skipped
from briefing.render import FORMATS
from briefing.sources import read

SENTENCE = "The port of Orle reopened on 3 May 2024, the mayor said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "a.txt").write_text(SENTENCE)
    return folder


@pytest.fixture
def brief(folder: Path) -> Brief:
    return build([folder])


class DescribeABriefAmongTheSources:
    @pytest.mark.parametrize("template", ["analyst", "executive"])
    @pytest.mark.parametrize("format_", FORMATS)
    def it_is_no_source(self, folder: Path, format_: str, template: str) -> None:
        made = render(build([folder], template=template), format_)
        (folder / f"given.{format_}").write_bytes(made)
        reading = read([folder])
        assert [one.source.path for one in reading.documents] == ["port/a.txt"]
        assert reading.skipped == (
            Skipped(f"port/given.{format_}", "It is a brief that briefing made; give its sources."),
        )

    def it_may_be_quoted_by_a_source(self, folder: Path, brief: Brief) -> None:
        (folder / "b.md").write_text(f"The desk sent a brief, signed:\n\n{brief.signature}\n\nThe mayor denied it.\n")
        assert len(read([folder]).documents) == 2
