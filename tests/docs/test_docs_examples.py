"""The examples in the documents do what the documents say."""

import json
import shlex
import shutil
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docs_reading import ROOT, example
from typer.testing import CliRunner

from briefing.cli import app
from briefing.language import classes, gazetteer
from briefing.model import Brief
from briefing.settings import load_template

EXAMPLE = "docs/templates.md"


def run_python(code: str) -> dict[str, Any]:
    """Run an example; what it defines comes back."""
    module = ModuleType("example")
    exec(compile(code, "example", "exec"), vars(module))  # noqa: S102  the example is our own
    return vars(module)


def run_command(line: str) -> None:
    """Run an example of the command line."""
    program, *arguments = shlex.split(line)
    assert program == "briefing"
    result = CliRunner().invoke(app, [*arguments, "--format", "html", "--format", "json"])
    assert result.exit_code == 0, result.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like that of a checkout, with the sources in it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class DescribeTheReadme:
    def it_has_an_example_in_python_that_runs(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made = run_python(example("README.md", "python"))
        assert isinstance(made["brief"], Brief)
        assert made["item"].text in capsys.readouterr().out
        assert made["page"].startswith(b"<!DOCTYPE html>")
        assert sorted(path.name for path in (folder / "output").iterdir()) == ["brief.docx", "brief.json"]

    def it_has_an_example_that_checks_what_a_build_has_written(self, folder: Path) -> None:
        run_command("briefing build seeds/")
        assert run_python(example("docs/brief-json.md", "python"))["brief"]["sources"]
        written = json.loads((folder / "output" / "brief.json").read_text("utf-8"))
        written["sections"][0]["items"][0]["text"] += " And more."
        (folder / "output" / "brief.json").write_text(json.dumps(written), "utf-8")
        with pytest.raises(AssertionError):
            run_python(example("docs/brief-json.md", "python"))

    def it_has_a_template_that_can_be_followed(self, folder: Path) -> None:
        (folder / "template.toml").write_text(example("README.md", "toml"), "utf-8")
        assert load_template(folder).name == "ministry"


class DescribeTheExampleOfATemplate:
    def it_gives_the_ministry_its_brief(self, folder: Path) -> None:
        ministry, output = folder / "ministry", folder / "output"
        ministry.mkdir()
        (ministry / "template.toml").write_text(example(EXAMPLE, "toml"), "utf-8")
        run_command(example(EXAMPLE, "sh").strip())
        plain = (output / "brief.html").read_text("utf-8")
        brief = json.loads((output / "brief.json").read_text("utf-8"))
        assert "template=ministry" in brief["signature"]
        for section in brief["sections"]:
            assert section["shape"] == "sources" or section["items"], section["id"]
            assert f"<h2>{section['heading']}</h2>" in plain
        (ministry / "brief.html").write_text(example(EXAMPLE, "html"), "utf-8")
        run_command(example(EXAMPLE, "sh").strip())
        coloured = (output / "brief.html").read_text("utf-8")
        assert ":root { --accent: #7a1f3d }" in coloured
        assert coloured.split("<body>")[1] == plain.split("<body>")[1]

    def it_takes_all_else_from_the_template_that_it_extends(self, folder: Path) -> None:
        (folder / "template.toml").write_text(example(EXAMPLE, "toml"), "utf-8")
        ours, theirs = load_template(folder), load_template("analyst")
        assert ours.labels == theirs.labels
        for name in ("brief.html", "brief.css", "brief.docx"):
            assert ours.file(name) == theirs.file(name)

    def it_has_the_sections_that_it_lists(self, folder: Path) -> None:
        toml = example(EXAMPLE, "toml")
        (folder / "template.toml").write_text(toml, "utf-8")
        assert [section.id for section in load_template(folder).sections] == tomllib.loads(toml)["sections"]


class DescribeTheExampleOfConcepts:
    def it_can_be_followed(self, tmp_path: Path) -> None:
        concepts = tmp_path / "concepts.toml"
        concepts.write_text(example("docs/concepts.md", "toml"), "utf-8")
        ours, theirs = classes.load(), classes.load(concepts)
        assert theirs.meaning["tow", "boat"] == "tug"
        assert theirs.meaning["hand", "over", "key"] == ours.meaning["resign",]
        assert ("boat",) not in theirs.meaning
        assert theirs.unlike == ours.unlike | {"signals"}


class DescribeTheExampleOfNames:
    def it_can_be_followed(self, tmp_path: Path) -> None:
        names = tmp_path / "names.toml"
        names.write_text(example("docs/gazetteers.md", "toml"), "utf-8")
        known = gazetteer.load(names).names
        assert known["UBRA"].name == "Upper Belmora River Authority"
        assert known["Turkey"].name == "Türkiye"
        assert "Orange" not in known
