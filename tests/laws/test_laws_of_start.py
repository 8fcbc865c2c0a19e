"""What a command does not use, it does not import: held by the modules of a process of its own, never by a clock."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SHOWN = """
import sys
sys.argv[0] = "briefing"
try:
    {run}
finally:
    print("loaded:", *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""
COMMAND = SHOWN.format(run="from briefing.__main__ import main; main()")

ANALYSIS = frozenset({"spacy", "thinc", "sumy", "nltk", "requests", "httpx"})
NUMBERS = frozenset({"numpy", "scipy", "rapidfuzz"})
READING = frozenset({"trafilatura", "py3langid", "pypdfium2", "charset_normalizer"})
PAGES = frozenset({"jinja2", "weasyprint", "fontTools", "tinycss2", "tinyhtml5", "PIL"})
WORD = frozenset({"docx", "lxml"})
LANGUAGES = frozenset({"babel", "Stemmer"})
DATA = frozenset({"msgspec"})
HEAVY = ANALYSIS | NUMBERS | READING | PAGES | WORD | LANGUAGES | DATA


def loaded(code: str, arguments: Sequence[str | Path], cache: Path, **surroundings: str) -> set[str]:
    """The packages that a fresh process has imported when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(cache), **surroundings},
    )
    return set(ran.stderr.rpartition("loaded: ")[2].split())


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "a.txt").write_text("The ministry closed the bridge on 1 May 2024. It is not safe, the minister said.\n")
    (folder / "b.txt").write_text("Officials said that the bridge was shut by the ministry because it is not safe.\n")
    return folder


@pytest.fixture(scope="module")
def brief(sources: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief, made by the first build of these sources."""
    folder = tmp_path_factory.mktemp("brief")
    loaded(COMMAND, ["build", sources, "--output", folder, "--format", "json", "--quiet"], cache)
    return folder / "brief.json"


class DescribeTheStart:
    @pytest.mark.parametrize("code", ["import briefing", "import briefing; dir(briefing); briefing.BriefingError"])
    def it_imports_nothing_heavy_with_the_package(self, code: str, cache: Path) -> None:
        assert loaded(SHOWN.format(run=code), [], cache) & (HEAVY | {"rich", "typer"}) == set()

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["templates", "--help"]])
    def it_imports_nothing_heavy_to_tell_what_it_is(self, arguments: list[str], cache: Path) -> None:
        assert loaded(COMMAND, arguments, cache) & HEAVY == set()

    def it_imports_nothing_heavy_to_complete_a_command(self, cache: Path) -> None:
        asked = {"_BRIEFING_COMPLETE": "complete_bash", "COMP_WORDS": "briefing build --template an", "COMP_CWORD": "3"}
        assert loaded(COMMAND, [], cache, **asked) & HEAVY == set()

    @pytest.mark.parametrize("arguments", [["templates", "list"], ["cues"], ["cache", "show"]])
    def it_imports_nothing_heavy_to_list_what_there_is(self, arguments: list[str], cache: Path) -> None:
        assert loaded(COMMAND, arguments, cache) & HEAVY == set()

    def it_imports_no_analysis_to_show_settings(self, sources: Path, cache: Path) -> None:
        assert loaded(COMMAND, ["config", "show", sources], cache) & (HEAVY - LANGUAGES) == set()


class DescribeABriefThatIsThere:
    def it_is_compared_without_what_built_it(self, brief: Path, cache: Path) -> None:
        assert loaded(COMMAND, ["compare", brief, brief], cache) & (HEAVY - DATA - LANGUAGES) == set()

    @pytest.mark.parametrize(
        ("format_", "used"),
        [
            ("json", DATA | LANGUAGES),
            ("md", DATA | LANGUAGES),
            ("docx", DATA | LANGUAGES | WORD),
            ("html", DATA | LANGUAGES | {"jinja2", "fontTools", "tinycss2", "lxml"}),
        ],
    )
    def it_is_rendered_with_what_its_format_needs(
        self, brief: Path, cache: Path, tmp_path: Path, format_: str, used: frozenset[str]
    ) -> None:
        found = loaded(COMMAND, ["render", brief, "--format", format_, "--output", tmp_path, "--quiet"], cache)
        assert found & HEAVY - used == set()

    def it_is_verified_without_analysis(self, brief: Path, cache: Path) -> None:
        assert loaded(COMMAND, ["verify", brief], cache) & (ANALYSIS | PAGES | WORD) == set()

    def it_is_built_again_without_reading_and_analysis(self, brief: Path, sources: Path, cache: Path) -> None:
        again = ["build", sources, "--output", brief.parent / "again", "--format", "json", "--quiet"]
        assert loaded(COMMAND, again, cache) & (ANALYSIS | READING | PAGES | WORD) == set()


class DescribeAFirstBuild:
    def it_imports_no_reader_and_no_renderer_that_it_does_not_use(self, sources: Path, tmp_path: Path) -> None:
        first = ["build", sources, "--output", tmp_path, "--format", "json", "--quiet", "--no-cache"]
        unused = {"trafilatura", "pypdfium2", "sumy", "nltk", "requests", "httpx", "lxml", "docx", "weasyprint"}
        assert loaded(COMMAND, first, tmp_path) & unused == set()


class DescribeTheFunctionRender:
    """It has the name of the package of step 5, whose import must not take it."""

    @pytest.mark.parametrize(
        "first", ["import briefing", "import briefing.render", "import briefing.render.pdf", "import briefing.pipeline"]
    )
    def it_is_the_function_whatever_was_imported_first(self, first: str, cache: Path) -> None:
        code = f"{first}; import briefing.render.json; import briefing; assert briefing.render.__name__ == 'render'"
        code += "; from briefing import render; assert callable(render); assert callable(briefing.build)"
        loaded(SHOWN.format(run=code), [], cache)
