"""A build that finds its collection kept: the same brief, without the steps that made it."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from briefing import build, cache, language, merge, render
from briefing.cache import Store, store
from briefing.model import Document, Sentence
from briefing.render import FORMATS

ROOT = Path(__file__).parents[2]
COLLECTIONS = [path / "sources" for path in sorted((ROOT / "tests" / "golden").iterdir()) if path.is_dir()]
NEWS = "The river Ilva flooded Belmora on Tuesday.\n\nThe mayor, Ana Kovac, closed two bridges.\n"
MORE = "The army sent boats to Belmora.\n"


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


def kept(kind: str = "collection") -> int:
    return store.usage().entries.get(kind, 0)


def loads_spacy(sources: Path) -> bool:
    """Whether a program of its own does, that builds with the cache."""
    program = (
        "import sys; from briefing import build; "
        f"build({str(sources)!r}, 'summary', cache=True); print('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return run.stdout == "True\n"


class DescribeABuildWithTheCache:
    @pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda path: path.parent.name)
    @pytest.mark.parametrize("template", ["analyst", "summary"])
    def it_gives_the_same_bytes(self, collection: Path, template: str) -> None:
        without, first, again = (build(collection, template, cache=use) for use in (False, True, True))
        assert kept() == 1
        for format_ in FORMATS:
            assert render(first, format_) == render(without, format_), format_
            assert render(again, format_) == render(without, format_), format_

    def it_is_another_collection_where_the_operator_says_something_else(self, sources: Path) -> None:
        for publisher in ("Post", "Radio"):
            (sources / "a.txt.meta.toml").write_text(f'publisher = "{publisher}"')
            assert build(sources, "summary", cache=True).sources[0].publisher == publisher
        assert kept() == 2

    @pytest.mark.usefixtures("_no_analysis")
    def it_keeps_nothing_that_could_not_be_made(self, sources: Path) -> None:
        with pytest.raises(AssertionError):
            build(sources, cache=True)
        assert kept() == 0

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
        assert kept() == 2

    def it_leaves_nothing_behind_without_it(self, sources: Path) -> None:
        build(sources)
        assert not store.place().exists()

    def it_does_not_keep_a_file_under_what_it_was_before(self, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefing.sources.fingerprints", lambda _paths, **_: (("news/a.txt", "of yesterday"),))
        build(sources, cache=True)
        assert kept() == 0

    def it_does_not_load_spacy(self, sources: Path) -> None:
        build(sources, cache=True)
        assert not loads_spacy(sources)


class DescribeABuildOfSourcesThatChanged:
    def it_analyses_what_is_new_alone(self, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build(sources, cache=True)
        (sources / "0.txt").write_text(MORE)
        without, analyse, analysed = build(sources), language.analyse, list[str]()

        def watched(documents: tuple[Document, ...], **settings: Any) -> tuple[Sentence, ...]:
            analysed.extend(document.text for document in documents)
            return analyse(documents, **settings)

        monkeypatch.setattr(language, "analyse", watched)
        assert build(sources, cache=True) == without
        assert analysed == [MORE.strip()]

    @pytest.mark.parametrize("change", ["one is gone", "all are renamed"])
    def it_loads_no_spacy_where_no_text_is_new(self, change: str, sources: Path) -> None:
        (sources / "0.txt").write_text(MORE)
        build(sources, "summary", cache=True)
        if change == "one is gone":
            (sources / "0.txt").unlink()
        else:
            sources = sources.rename(sources.with_name("renamed"))
        assert not loads_spacy(sources)
        assert build(sources, cache=True) == build(sources)

    def it_keeps_what_was_made_before_it_was_stopped(self, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(*_args: object) -> NoReturn:
            raise KeyboardInterrupt

        monkeypatch.setattr(merge, "merge", stop)
        with pytest.raises(KeyboardInterrupt):
            build(sources, cache=True)
        assert (kept("analysis"), kept()) == (1, 0)

    def it_analyses_again_what_is_whole_and_something_else(self, sources: Path) -> None:
        build(sources, cache=True)
        spoil(b"\x93\x01\x02\x03")
        (sources / "0.txt").write_text(MORE)
        assert build(sources, cache=True) == build(sources)

    @pytest.mark.parametrize(("day", "analyses"), [("on Tuesday", 1), ("on Tuesday 3 October", 2)])
    def it_analyses_again_where_the_date_of_the_collection_bears_on_it(
        self, day: str, analyses: int, sources: Path
    ) -> None:
        (sources / "a.txt").write_text(f"The river Ilva flooded Belmora {day}.\n")
        for date in ("2023-10-04", "2024-10-04"):
            assert build(sources, as_of=date, cache=True) == build(sources, as_of=date)
        assert kept("analysis") == analyses


def spoil(content: bytes) -> None:
    """Put other bytes in the place of all that is kept."""
    with Store() as opened, closing(sqlite3.connect(store.place() / store.FILE)) as connection:
        for kind, key in connection.execute("select kind, key from kept").fetchall():
            opened.keep(kind, key, content)


class DescribeWhatIsKept:
    @pytest.mark.parametrize("damage", [b"", b"half", b"SQLite format 3\0" + b"\xff" * 9000])
    def it_is_made_again_where_it_is_damaged(self, damage: bytes, sources: Path) -> None:
        brief = build(sources, cache=True)
        (store.place() / store.FILE).write_bytes(damage)
        assert build(sources, cache=True) == brief
        assert (kept(), kept("analysis")) == (1, 1)

    def it_is_made_again_where_a_page_of_it_is_damaged(self, sources: Path) -> None:
        brief = build(sources, cache=True)
        file = store.place() / store.FILE
        whole = file.read_bytes()
        for page in range(4096, len(whole), 4096):
            file.write_bytes(whole[:page] + b"\xff" * 4096 + whole[page + 4096 :])
            assert build(sources, cache=True) == brief
            file.write_bytes(whole)

    def it_is_made_again_where_it_is_whole_and_something_else(self, sources: Path) -> None:
        brief = build(sources, cache=True)
        spoil(b"\x93\x01\x02\x03")
        assert build(sources, cache=True) == brief

    def it_is_for_the_user_alone(self, sources: Path) -> None:
        build(sources, cache=True)
        file = store.place() / store.FILE
        assert (file.stat().st_mode & 0o077, file.parent.stat().st_mode & 0o077) == (0, 0)

    def it_is_no_error_where_it_cannot_be_written(self, sources: Path, tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("a file where a folder should be")
        assert build(sources, cache=True).items

    def it_is_one_for_several_at_once(self, sources: Path) -> None:
        program = f"from briefing import build; print(len(build({str(sources)!r}, cache=True).items))"
        runs = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(2)]
        assert {run.communicate()[0] for run in runs} == {b"2\n"}
        assert (kept(), kept("analysis")) == (1, 1)


class DescribeWhatIsKeptOfADocument:
    @pytest.mark.parametrize("start", [0xA1, 0xA100, 0xA100A1])
    def it_has_the_id_of_any_collection_and_its_own_numbers(self, start: int) -> None:
        clause, given = (Sentence(source, 0, start, start + 1, "a") for source in (cache.NOBODY, "S12"))
        packed = cache.pack((replace(clause, clauses=(clause,)),))
        assert cache.unpack(packed, "S12") == (replace(given, clauses=(given,)),)


class DescribeTheStore:
    @pytest.fixture
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(store, "MOST", 3 * 4096 + 300)

    @pytest.fixture
    def clock(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
        now = [1e9]
        monkeypatch.setattr(store, "time", lambda: now[0])
        return now

    @staticmethod
    def held(*names: str) -> dict[str, bytes | None]:
        with Store() as opened:
            return {name: opened.find("test", name) for name in names}

    @staticmethod
    def keep(**contents: bytes) -> None:
        with Store() as opened:
            for name, content in contents.items():
                opened.keep("test", name, content)

    @pytest.mark.usefixtures("_small")
    def it_lets_go_what_was_not_used_for_longest(self, clock: list[float]) -> None:
        self.keep(a=b"x" * 100)
        clock[0] += 9000
        self.keep(b=b"x" * 100)
        clock[0] += 9000
        assert self.held("a") == {"a": b"x" * 100}
        self.keep(c=b"x" * 100, d=b"x" * 100)
        assert self.held(*"abcd") == {"a": b"x" * 100, "b": None, "c": b"x" * 100, "d": b"x" * 100}

    @pytest.mark.usefixtures("_small")
    def it_keeps_nothing_larger_than_all_of_it(self) -> None:
        self.keep(a=b"x" * 20_000)
        assert not store.place().exists()

    def it_takes_little_more_room_than_it_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(store, "MOST", 2_000_000)
        for start in range(0, 600, 50):
            self.keep(**{str(n): b"x" * 9000 for n in range(start, start + 50)})
        assert store.usage().size < 2_500_000
        assert self.held("599") == {"599": b"x" * 9000}

    def it_does_not_wait_for_a_program_that_holds_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(store, "_WAIT", 0)
        self.keep(a=b"kept")
        with closing(sqlite3.connect(store.place() / store.FILE, isolation_level=None)) as other:
            other.execute("begin exclusive")
            assert self.held("a") == {"a": None}
            self.keep(b=b"lost")
        assert self.held("a", "b") == {"a": b"kept", "b": None}

    def it_is_read_where_it_cannot_be_written(self) -> None:
        self.keep(a=b"kept")
        (store.place() / store.FILE).chmod(0o400)
        store.place().chmod(0o500)
        assert self.held("a") == {"a": b"kept"}
        self.keep(b=b"lost, but where the user may do anything")
        store.place().chmod(0o700)
        assert self.held("a") == {"a": b"kept"}

    def it_tells_what_it_holds_and_is_cleared(self) -> None:
        assert store.usage() == store.Usage(store.place(), {}, 0)
        self.keep(a=b"secret" * 20, b=b"")
        held = store.clear()
        assert (held.folder, held.entries) == (store.place(), {"test": 2})
        assert store.usage().entries == {}
        assert b"secret" not in (store.place() / store.FILE).read_bytes()

    @pytest.mark.parametrize("end", ["a save", "clear"])
    def it_removes_what_earlier_versions_kept(self, end: str) -> None:
        old = store.place().with_name("collections")
        old.mkdir(parents=True)
        (old / "a").write_bytes(b"x")
        if end == "clear":
            store.clear()
        else:
            self.keep(a=b"x")
        assert not old.exists()
