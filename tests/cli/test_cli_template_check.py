"""What `briefing templates check` says of broken templates.

Each folder of `broken/` holds one fault, or a few of a kind, and in `expected.txt` all that
is to be said of it. A Word file is told in `word.txt`, a line for each paragraph: `header:`
puts it into the header, and `style: NAME, KIND` makes a style, or with `none` takes it away.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from typer.testing import Result

from briefing import cache, language
from briefing.settings import Place, shipped_folder
from briefing.workshop import RULES, start

Run = Callable[..., Result]
BROKEN = Path(__file__).parent / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir())
KINDS = {"paragraph": WD_STYLE_TYPE.PARAGRAPH, "words": WD_STYLE_TYPE.CHARACTER}


def made(told: str) -> WordFile:
    """The shipped Word file with other paragraphs and styles."""
    document = Document(str(shipped_folder() / "analyst" / "brief.docx"))
    for story in (document._body, document.sections[0].header):
        for paragraph in story.paragraphs:
            paragraph._p.getparent().remove(paragraph._p)
    for line in told.splitlines():
        kind, _, rest = line.partition(": ")
        if kind == "style":
            restyle(document, *rest.split(", "))
        elif kind == "header":
            document.sections[0].header.add_paragraph(rest)
        else:
            document.add_paragraph(line)
    return document


def restyle(document: WordFile, name: str, kind: str) -> None:
    """Take a style away, and put one of another kind in its place."""
    document.styles[name].delete()
    if kind in KINDS:
        document.styles.add_style(name, KINDS[kind])


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], Path]:
    """Puts a broken template among those of the folder that one works in."""

    def put(name: str) -> Path:
        folder = tmp_path / "templates" / name
        shutil.copytree(BROKEN / name, folder)
        (folder / "expected.txt").unlink(missing_ok=True)
        if (told := folder / "word.txt").is_file():
            made(told.read_text("utf-8")).save(str(folder / "brief.docx"))
            told.unlink()
        return folder

    return put


class DescribeTheCheckOfABrokenTemplate:
    @pytest.mark.parametrize("name", CASES)
    def it_says_all_that_is_wrong(self, run: Run, broken: Callable[[str], Path], tmp_path: Path, name: str) -> None:
        broken(name)
        told = run("templates", "check", name)
        assert told.stdout.replace(str(tmp_path), "") == (BROKEN / name / "expected.txt").read_text("utf-8")
        assert told.exit_code == ("error: " in told.stdout)

    @pytest.mark.parametrize("rule", RULES)
    def it_has_an_example_of_each_check(self, rule: str) -> None:
        lines = [line for name in CASES for line in (BROKEN / name / "expected.txt").read_text("utf-8").splitlines()]
        assert any(line.startswith(f"{RULES[rule].level}: ") and line.endswith(f" [{rule}]") for line in lines)

    def it_tells_other_programs_too(self, run: Run, broken: Callable[[str], Path]) -> None:
        broken("unused-file")
        (found,) = json.loads(run("templates", "check", "unused-file", "--json").stdout)
        assert (found["level"], found["rule"]) == ("warning", "unused-file")

    def it_takes_warnings_for_errors_where_asked(self, run: Run, broken: Callable[[str], Path]) -> None:
        broken("unused-file")
        assert run("templates", "check", "unused-file").exit_code == 0
        assert run("templates", "check", "unused-file", "--strict").exit_code == 1

    def it_asks_for_a_template(self, run: Run) -> None:
        told = run("templates", "check", "anlyst")
        assert told.exit_code == 2
        assert "Did you mean “analyst”?" in told.stderr


class DescribeTheCheckOfAGoodTemplate:
    @pytest.mark.parametrize("name", Place("shipped", shipped_folder()).names())
    def it_finds_nothing_in_those_that_are_shipped(self, run: Run, name: str) -> None:
        told = run("templates", "check", name, "--strict")
        assert (told.stdout, told.exit_code) == ("Nothing is wrong with it.\n", 0)

    def it_tries_it_on_sources_of_ones_own(self, run: Run, tmp_path: Path) -> None:
        start("aid", beside=tmp_path)
        with (tmp_path / "aid" / "template.toml").open("a") as file:
            file.write('[[section]]\nid = "aid"\nheading = "Aid"\n[section.cues]\nstrong = ["zeppelin"]\n')
        (tmp_path / "a.txt").write_text("The zeppelin brought tents to the valley on Monday.\n", "utf-8")
        assert "[silent-section]" in run("templates", "check", "aid").stdout
        assert "[silent-section]" not in run("templates", "check", "aid", "--sample", "a.txt").stdout


class DescribeItsSample:
    @pytest.fixture
    def aid(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        (tmp_path / "a.txt").write_text("The mayor of Belmora closed two bridges on Monday.\n", "utf-8")
        return tmp_path / "a.txt"

    def it_is_analysed_once(self, run: Run, aid: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        first = run("templates", "check", "summary", "--sample", aid)
        monkeypatch.setattr(language, "analyse", None)
        again = run("templates", "check", "summary", "--sample", aid)
        assert (again.stdout, again.exit_code) == (first.stdout, first.exit_code)
        assert again.exception is None or isinstance(again.exception, SystemExit)

    def it_leaves_no_trace_where_it_is_not_to(self, run: Run, aid: Path) -> None:
        run("templates", "check", "summary", "--sample", aid, "--no-cache")
        assert not cache.usage().entries
        run("templates", "check", "summary", "--sample", aid)
        assert cache.usage().entries["collection"] == 1


class DescribeTheCheckOfAStrangersTemplate:
    def it_runs_no_page_of_it_in_this_process(
        self, run: Run, broken: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        broken("page-that-divides-by-zero")
        monkeypatch.setattr(jinja2.Template, "render", None)
        expected = (BROKEN / "page-that-divides-by-zero" / "expected.txt").read_text("utf-8")
        assert run("templates", "check", "page-that-divides-by-zero").stdout == expected
