"""The examples in the documents do what the documents say."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docs_reading import ROOT, example, examples, part, text_of
from pypdfium2 import PdfDocument
from typer.testing import CliRunner

from briefing import build, render
from briefing.cli import app
from briefing.language import classes, gazetteer
from briefing.model import Brief
from briefing.pipeline import cluster, spread
from briefing.settings import load_template

TEMPLATES = "docs/templates.md"


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


class DescribeThePageOnClusters:
    def it_has_an_engine_that_gives_the_bytes_of_a_build_without_one(self, folder: Path) -> None:
        (folder / "example.py").write_text(example("docs/cluster.md", "python"), "utf-8")
        subprocess.run([sys.executable, "example.py"], cwd=folder, check=True)
        assert (folder / "output" / "brief.json").read_bytes() == render(build(["seeds/"]), "json")

    def it_names_the_bounds_that_are_kept(self) -> None:
        told = text_of("docs/cluster.md")
        assert cluster.PATIENCE == 60
        assert "no worker for a minute" in told
        assert cluster.CONNECT == 10
        assert "within ten seconds" in told
        assert f"at most {spread.AHEAD} pieces" in told
        assert f"some {spread.BATCH:,} letters" in told
        assert f"{spread.FILES:,} bytes" in told


class DescribeTheTableOfTemplates:
    ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| (\d)(?: to (\d))? \|", re.MULTILINE)

    def it_names_each_shipped_template_and_its_readers(self) -> None:
        told = {name: readers for name, readers, *_ in self.ROW.findall(part("README.md", "## Templates"))}
        shipped = [path.parent.name for path in sorted((ROOT / "templates").glob("*/template.toml"))]
        assert [*told] == shipped
        for name, readers in told.items():
            assert load_template(name).audience.casefold() == readers.casefold()

    def it_says_on_how_many_pages_a_brief_is(self, folder: Path) -> None:
        for name, _, least, most in self.ROW.findall(part("README.md", "## Templates")):
            pdf = render(build([folder / "seeds"], template=name), "pdf", name)
            assert int(least) <= len(PdfDocument(pdf)) <= int(most or least), name


class DescribeTheExamplesOfTemplates:
    @pytest.mark.parametrize("toml", [toml for toml in examples(TEMPLATES, "toml") if toml.startswith("extends")])
    def it_is_a_template(self, tmp_path: Path, toml: str) -> None:
        (tmp_path / "template.toml").write_text(toml, "utf-8")
        wanted = tomllib.loads(toml)["sections"]
        ids = [section.id for section in load_template(tmp_path).sections]
        assert [id_ for id_ in ids if id_ in wanted] == [id_ for id_ in wanted if id_ != "set"]

    def it_has_a_page_with_a_block_of_its_own(self, folder: Path) -> None:
        (folder / "template.toml").write_text('extends = "analyst"\n', "utf-8")
        (folder / "brief.html").write_text(example(TEMPLATES, "html"), "utf-8")
        run_command("briefing build seeds/ --template .")
        page = (folder / "output" / "brief.html").read_text("utf-8")
        assert "<footer>Cabinet du ministre · briefing " in page


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
