from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

from briefing import pipeline
from briefing.model import Brief
from briefing.render import render
from briefing.settings import load_template

Run = Callable[..., Result]


class DescribeReview:
    def it_puts_comments_into_the_word_file(
        self, run: Run, calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[object] = []
        monkeypatch.setattr(pipeline, "write", lambda *_, review, **__: asked.append(review) or ())
        assert run("build", "a.txt", "--review").exit_code == 0
        assert run("build", "a.txt").exit_code == 0
        assert len(calls) == 2
        assert asked == [True, False]

    def it_needs_a_format_that_can_carry_them(self, run: Run, calls: list[dict[str, Any]]) -> None:
        result = run("build", "a.txt", "--review", "--format", "pdf")
        assert result.exit_code == 2
        assert "Add --format docx" in result.stderr
        assert calls == []

    def it_leaves_other_formats_as_they_are(self, brief: Brief) -> None:
        template = load_template("analyst")
        assert pipeline.render(brief, "html", template, review=True) == render(brief, "html", template)
