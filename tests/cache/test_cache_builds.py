"""A build that finds its collection kept: the same brief, without the steps that made it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from briefing import build, cache, language, render
from briefing.cache import folder
from briefing.render import FORMATS

ROOT = Path(__file__).parents[2]
COLLECTIONS = [path / "sources" for path in sorted((ROOT / "tests" / "golden").iterdir()) if path.is_dir()]
NEWS = "The river Ilva flooded Belmora on Tuesday.\n\nThe mayor, Ana Kovac, closed two bridges.\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(NEWS)
    return tmp_path / "news"


@pytest.fixture
def _no_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> NoReturn:
        raise AssertionError("The sources are analysed again.")

    monkeypatch.setattr(language, "analyse", refuse)


def kept() -> list[Path]:
    return sorted(folder.place().iterdir()) if folder.place().is_dir() else []


class DescribeABuildWithTheCache:
    @pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda path: path.parent.name)
    @pytest.mark.parametrize("template", ["analyst", "summary"])
    def it_gives_the_same_bytes(self, collection: Path, template: str) -> None:
        without, first, again = (build(collection, template, cache=use) for use in (False, True, True))
        assert len(kept()) == 1
        for format_ in FORMATS:
            assert render(first, format_) == render(without, format_), format_
            assert render(again, format_) == render(without, format_), format_

    def it_is_another_collection_where_the_operator_says_something_else(self, sources: Path) -> None:
        for publisher in ("Post", "Radio"):
            (sources / "a.txt.meta.toml").write_text(f'publisher = "{publisher}"')
            assert build(sources, "summary", cache=True).sources[0].publisher == publisher
        assert len(kept()) == 2

    @pytest.mark.usefixtures("_no_analysis")
    def it_keeps_nothing_that_could_not_be_made(self, sources: Path) -> None:
        with pytest.raises(AssertionError):
            build(sources, cache=True)
        assert kept() == []

    def it_analyses_nothing_when_only_the_template_changes(
        self, sources: Path, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        build(sources, cache=True)
        request.getfixturevalue("_no_analysis")
        (tmp_path / "short").mkdir()
        (tmp_path / "short" / "template.toml").write_text('extends = "analyst"\nname = "short"\nwords = 9\n')
        brief = build(sources, tmp_path / "short", cache=True)
        assert [item.text for item in brief.items] == ["The river Ilva flooded Belmora on Tuesday."]

    @pytest.mark.parametrize("changed", ["text", "name", "date", "names"])
    def it_analyses_again_when_anything_else_changes(self, changed: str, sources: Path, tmp_path: Path) -> None:
        build(sources, cache=True)
        names = tmp_path / "names.toml"
        names.write_text('[place]\n"Belmora" = []\n')
        if changed == "text":
            (sources / "a.txt").write_text(NEWS.replace("Tuesday", "Monday"))
        if changed == "name":
            (sources / "a.txt").rename(sources / "b.txt")
        build(
            sources,
            as_of="2024-05-01" if changed == "date" else None,
            names=[names] if changed == "names" else [],
            cache=True,
        )
        assert len(kept()) == 2

    def it_leaves_nothing_behind_without_it(self, sources: Path) -> None:
        build(sources)
        assert kept() == []

    def it_does_not_keep_a_file_under_what_it_was_before(self, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefing.sources.fingerprints", lambda _paths, **_: (("news/a.txt", "of yesterday"),))
        build(sources, cache=True)
        assert kept() == []

    def it_does_not_load_spacy(self, sources: Path) -> None:
        build(sources, cache=True)
        program = (
            "import sys; from briefing import build; "
            f"build({str(sources)!r}, 'summary', cache=True); print('spacy' in sys.modules)"
        )
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert run.stdout == "False\n"


class DescribeWhatIsKept:
    @pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"half"])
    def it_is_made_again_where_it_is_damaged(self, damage: bytes, sources: Path) -> None:
        brief = build(sources, cache=True)
        (file,) = kept()
        whole = file.read_bytes()
        file.write_bytes(damage and whole[:40] + damage)
        assert build(sources, cache=True) == brief
        assert file.read_bytes() == whole

    def it_is_made_again_where_it_is_whole_and_something_else(self, sources: Path) -> None:
        brief = build(sources, cache=True)
        (file,) = kept()
        folder.save(file.name, b"\x93\x01\x02\x03")
        assert build(sources, cache=True) == brief

    def it_is_for_the_user_alone(self, sources: Path) -> None:
        build(sources, cache=True)
        (file,) = kept()
        assert (file.stat().st_mode & 0o077, file.parent.stat().st_mode & 0o077) == (0, 0)

    def it_is_no_error_where_it_cannot_be_written(self, sources: Path, tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("a file where a folder should be")
        assert build(sources, cache=True).items

    def it_is_one_file_for_several_at_once(self, sources: Path) -> None:
        program = f"from briefing import build; print(len(build({str(sources)!r}, cache=True).items))"
        runs = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(2)]
        assert {run.communicate()[0] for run in runs} == {b"2\n"}
        assert len(kept()) == 1


class DescribeTheFolder:
    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(folder, "MOST", 300)

    def it_lets_go_what_was_not_used_for_longest(self) -> None:
        for name, age in (("a", 30), ("b", 20)):
            folder.save(name, b"x" * 100)
            os.utime(folder.place() / name, ns=(0, -age * 10**9 + 10**18))
        assert folder.load("a") == b"x" * 100
        folder.save("c", b"x" * 100)
        assert [file.name for file in kept()] == ["a", "c"]

    def it_keeps_nothing_larger_than_all_of_it(self) -> None:
        folder.save("a", b"x" * 300)
        assert kept() == []

    def it_tells_what_it_holds_and_is_cleared(self) -> None:
        assert cache.usage() == cache.Usage(folder.place(), 0, 0)
        folder.save("a", b"x" * 68)
        assert cache.clear() == cache.Usage(folder.place(), 1, 100)
        assert kept() == []
