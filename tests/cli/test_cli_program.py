import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.main import get_command
from typer.testing import Result

from briefing.cli import app, progress
from briefing.settings import known_templates, load_cue_set, load_template, shipped_cue_sets

Run = Callable[..., Result]
README = Path(__file__).parents[2] / "README.md"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Each command with what a user types for it."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from _commands(inner, f"{path} {name}")


COMMANDS = dict(_commands(get_command(app), "briefing"))
OPTIONS = sorted(
    {name for command in COMMANDS.values() for option in command.params for name in option.opts if name[:2] == "--"}
)


class DescribeTheProgram:
    def it_knows_its_version(self, run: Run) -> None:
        assert run("--version").stdout == f"briefing {version('briefing')}\n"

    def it_asks_what_was_meant_by_an_unknown_command(self, run: Run) -> None:
        result = run("biuld", "seeds")
        assert result.exit_code == 2
        assert "Did you mean 'build'?" in result.stderr

    @pytest.mark.parametrize("option", ["--help", "--version"])
    def it_answers_a_question_about_itself_without_loading_heavy_libraries(self, option: str) -> None:
        program = (
            "import atexit, sys; from briefing.__main__ import main;"
            "heavy = {'spacy', 'weasyprint', 'docx', 'sumy', 'scipy', 'numpy', 'babel', 'py3langid'};"
            "atexit.register(lambda: print('loaded', sorted(heavy & set(sys.modules))));"
            f"sys.argv[1:] = ['{option}']; main()"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "loaded []"

    def it_lists_the_templates_with_what_they_hold(self, run: Run) -> None:
        lines = run("templates", "list").stdout.splitlines()
        for name in known_templates():
            (line,) = (line for line in lines if line.split()[:1] == [name])
            template = load_template(name)
            assert template.audience in line
            assert template.sections[0].heading in line

    def it_lists_the_cue_sets_with_their_sections(self, run: Run) -> None:
        lines = run("cues").stdout.splitlines()
        for name in shipped_cue_sets():
            (line,) = (line for line in lines if line.split()[:1] == [name])
            assert all(section.heading in line for section in load_cue_set(name).sections)

    def it_puts_the_cue_set_first_that_fits_the_sources(self, run: Run, tmp_path: Path) -> None:
        text = (
            "The river burst its banks on Monday.\nThe flood drowned nine people, and rescuers search for survivors.\n"
        )
        (tmp_path / "a.txt").write_text(text, "utf-8")
        result = run("cues", "a.txt", "--quiet")
        first = result.stdout.splitlines()[2].split()
        assert (first[0], first[-1][-1], result.stderr) == ("disaster", "%", "")


class DescribeTheReadme:
    @pytest.mark.parametrize("path", COMMANDS)
    def it_names_the_command(self, path: str) -> None:
        assert path in README.read_text("utf-8")

    @pytest.mark.parametrize("option", OPTIONS)
    def it_tells_of_the_option(self, option: str) -> None:
        assert re.search(rf"{option}\b(?!-)", README.read_text("utf-8"))


@pytest.mark.usefixtures("calls")
class DescribeATerminal:
    @pytest.mark.parametrize("width", [30, 40, 80, 200])
    def it_may_be_narrow(self, run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", str(width))
        lines = ESCAPES.sub("", run("build", "in").stdout).splitlines()
        assert max(map(cell_len, lines)) <= width
        everything = "".join("".join(lines).split())
        assert all(part in everything for part in ("not", "stated", "navigation", "windows-1252", "empty"))

    def it_has_no_colours_where_the_user_wants_none(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[31m" in run("build", "in", "--strict", "--quiet").stderr
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[31m" not in run("build", "in", "--strict", "--quiet").stderr


class DescribeProgress:
    @pytest.fixture
    def screen(self, monkeypatch: pytest.MonkeyPatch) -> StringIO:
        """What a terminal of 40 columns is sent."""
        sent = StringIO()
        terminal = Console(file=sent, force_terminal=True, width=40)
        monkeypatch.setattr(progress, "messages", lambda: terminal)
        return sent

    def it_shows_each_step_and_what_it_is_at(self, screen: StringIO) -> None:
        with progress.watched(quiet=False) as tell:
            tell("Reading", "a.txt")
            tell("Reading", "[b]/\x1b[2J.txt")
            tell("Merging", "2 sentences")
        shown = ESCAPES.sub("", screen.getvalue())
        assert re.search(r"✓ Reading +\[b\]/\\x1b\[2J\.txt", shown)
        assert re.search(r"Merging +2 sentences", shown)

    def it_shows_nothing_when_quiet(self, screen: StringIO) -> None:
        with progress.watched(quiet=True) as tell:
            tell("Reading", "a.txt")
        assert screen.getvalue() == ""
