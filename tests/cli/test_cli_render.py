import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from briefing import pipeline
from briefing.model import Brief, Citation
from briefing.render import render
from briefing.settings import load_template

Run = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path, brief: Brief) -> Path:
    """What a build has written, in the working folder."""
    (section, *others) = brief.sections
    (item,) = section.items
    cited = replace(item, citations=tuple(Citation(one.source, one.start, one.end) for one in item.citations))
    full = replace(brief, sections=(replace(section, items=(cited,)), *others))
    path = tmp_path / "brief.json"
    path.write_bytes(render(full, "json", load_template("analyst")))
    return path


class DescribeRenderingAgain:
    def it_writes_pdf_and_word_file_in_output_for_a_default(self, run: Run, file: Path) -> None:
        result = run("render", file)
        assert (result.exit_code, sorted(path.name for path in Path("output").iterdir())) == (
            0,
            ["brief.docx", "brief.pdf"],
        )
        assert "output/brief.pdf" in result.stdout

    def it_gives_the_bytes_that_the_brief_had(self, run: Run, file: Path) -> None:
        before = file.read_bytes()
        done = run(
            "render", file, "--format", "json", "--format", "html", "--output", ".", "--name", "again", "--quiet"
        )
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
        assert Path("again.json").read_bytes() == before
        assert Path("again.html").read_bytes() == pipeline.render(pipeline.load(file), "html")

    def it_loads_nothing_that_reads_or_analyses_sources(self, file: Path) -> None:
        program = (
            "import atexit, sys; from briefing.__main__ import main;"
            "heavy = {'spacy', 'sumy', 'scipy', 'numpy', 'py3langid', 'weasyprint', 'docx'};"
            "atexit.register(lambda: print('loaded', sorted(heavy & set(sys.modules))));"
            f"sys.argv[1:] = ['render', {str(file)!r}, '--format', 'html', '--format', 'json']; main()"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "loaded []"


class DescribeTheTemplate:
    def it_is_the_one_that_is_named(self, run: Run, file: Path) -> None:
        folder = Path("ministry")
        folder.mkdir()
        (folder / "template.toml").write_text('extends = "analyst"\n', "utf-8")
        (folder / "brief.html").write_text("{{ brief.title }}: as the ministry likes it", "utf-8")
        assert run("render", file, "--format", "html", "--template", folder).exit_code == 0
        assert ">A treaty: as the ministry likes it" in Path("output/brief.html").read_text("utf-8")

    @pytest.mark.parametrize("name", ["ministry", "../ministry", "/etc"])
    def it_must_be_named_where_the_brief_has_one_of_its_own(self, run: Run, file: Path, name: str) -> None:
        file.write_bytes(file.read_bytes().replace(b'"template": "analyst"', f'"template": "{name}"'.encode()))
        result = run("render", file)
        assert result.exit_code == 2
        assert f"template “{name}”, which is not found. Give its folder with --template." in result.stderr
        assert not Path("output").exists()

    def it_asks_for_comments_in_the_word_file(self, run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[object] = []
        monkeypatch.setattr(pipeline, "write", lambda *_, review, **__: asked.append(review) or ())
        assert run("render", file, "--review").exit_code == 0
        assert run("render", file, "--review", "--format", "html").exit_code == 2
        assert asked == [True]


class DescribeAFileThatCannotBeUsed:
    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"%PDF-1.7", "brief.json cannot be used. It is not JSON"),
            (b'{"schema": 9}', "brief.json cannot be used. It has schema 9, and this version reads 1."),
        ],
    )
    def it_is_an_error_of_one_line(self, run: Run, file: Path, content: bytes, sentence: str) -> None:
        file.write_bytes(content)
        result = run("render", file)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
        assert sentence in result.stderr

    def it_may_not_be_there(self, run: Run) -> None:
        result = run("render", "brief.json")
        assert result.exit_code == 1
        assert "brief.json cannot be read: No such file or directory. Give a brief.json." in result.stderr

    def it_may_hold_what_would_steer_a_terminal(self, run: Run, file: Path) -> None:
        file.write_bytes(file.read_bytes().replace(b'"source": "S1"', b'"source": "\\u001b[2J"'))
        result = run("render", file)
        assert (result.exit_code, "\x1b" in result.stderr, r"\x1b[2J" in result.stderr) == (1, False, True)
