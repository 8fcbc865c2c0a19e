"""`briefing cache`, and builds that use it or do not."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cache import store
from briefing.cli import app


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text("The river Ilva flooded Belmora on Tuesday.\n")
    return ["build", str(tmp_path / "a.txt"), "--output", str(tmp_path / "out"), "--format", "json"]


class DescribeTheCache:
    def it_is_shown_and_cleared(self, build: list[str]) -> None:
        run = CliRunner()
        assert run.invoke(app, build).exit_code == 0
        shown = run.invoke(app, ["cache", "show"])
        assert shown.output.splitlines()[2].split()[:3] == [str(store.place()), "1", "1"]
        cleared = run.invoke(app, ["cache", "clear"]).output
        assert cleared.startswith("Removed what was kept of 1 collection and 1 document, ")
        assert "of 0 collections and 0 documents, " in run.invoke(app, ["cache", "clear"]).output

    def it_is_told_of_when_it_is_used(self, build: list[str]) -> None:
        told = [CliRunner().invoke(app, build).stderr for _ in range(2)]
        assert [("Analysis" in one, "kept from an earlier build" in one) for one in told] == [
            (True, False),
            (False, True),
        ]

    def it_is_left_alone_with_no_cache(self, build: list[str]) -> None:
        assert CliRunner().invoke(app, [*build, "--no-cache"]).exit_code == 0
        assert not store.place().exists()
