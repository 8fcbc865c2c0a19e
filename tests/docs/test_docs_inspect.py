"""The page on `briefing inspect` explains what it prints."""

import json
from dataclasses import fields
from pathlib import Path

from docs_reading import part
from test_docs_reference import rows
from typer.testing import CliRunner

from briefing.cli import app
from briefing.model import Document, Source

PAGE = "docs/inspect.md"


class DescribeThePageOnInspecting:
    def it_explains_every_field_of_the_data(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("The river Ilva flooded Belmora on Tuesday.\n")
        result = CliRunner().invoke(app, ["inspect", str(tmp_path), "--json", "--sentences", "--quiet", "--no-cache"])
        found = json.loads(result.stdout)
        page, (source,), (sentence,) = part(PAGE, "## As data"), found["sources"], found["sentences"]
        of_a_sentence = rows(part(PAGE, "### A sentence"))
        of_a_brief = {field.name for kind in (Source, Document) for field in fields(kind)} - {"source"}
        assert of_a_sentence == {*sentence}
        assert rows(page) - of_a_sentence == {*found} | {"words"}
        assert {*source} == of_a_brief - {"number", "items"} | {"words", "sentences"}
