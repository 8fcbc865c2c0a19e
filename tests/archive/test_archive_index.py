"""An index that follows its archive, whatever happens to either."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from archive_notation import laid_down

from briefing.archive import Entry, File, Index, Part
from briefing.errors import OutputError
from briefing.pipeline import archiving
from briefing.pipeline.cores import Cores
from briefing.pipeline.wanted import Wanted

NEWS = """
    a.txt 2023-07-02: The river flooded the town on Tuesday.
    b.txt 2023-07-03: The mayor closed the bridge on Wednesday.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return laid_down(NEWS, tmp_path / "archive")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def told(archive: Path, index: Path) -> tuple[int, int, int]:
    """How many files were read, how many were gone, and how many sources are in the index now."""
    done = archiving.index(archive, file=index)
    return done.read, done.gone, done.documents


def found(archive: Path, index: Path, topic: str) -> list[str]:
    return [hit.label for hit in archiving.find(archive, Wanted(topic, index=index)).hits.best]


class DescribeAChange:
    def it_reads_nothing_again_where_there_is_none(self, archive: Path, index: Path) -> None:
        assert told(archive, index) == (2, 0, 2)
        assert told(archive, index) == (0, 0, 2)

    def it_reads_what_is_new_or_changed_and_forgets_what_is_gone(self, archive: Path, index: Path) -> None:
        told(archive, index)
        (archive / "a.txt").unlink()
        laid_down("b.txt 2023-07-04: A volcano broke out.\nc.txt 2023-07-05: The ash fell on two towns.", archive)
        assert told(archive, index) == (2, 1, 2)
        assert found(archive, index, "volcano") == ["archive/b.txt"]
        with pytest.raises(archiving.NothingToBuildError):
            found(archive, index, "bridge")

    def it_reads_nothing_where_the_time_alone_has_changed(self, archive: Path, index: Path) -> None:
        told(archive, index)
        os.utime(archive / "a.txt", (1, 1))
        assert told(archive, index) == (0, 0, 2)
        with Index(index, _reading(archive)) as opened:
            assert opened.files()[archive / "a.txt"].stamp.endswith(" 1000000000")

    def it_follows_what_the_operator_says_beside_a_source(self, archive: Path, index: Path) -> None:
        told(archive, index)
        (archive / "a.txt.meta.toml").write_text("published = 2020-01-01\n")
        assert told(archive, index) == (1, 0, 2)
        hits = archiving.find(archive, Wanted("river", index=index)).hits.best
        assert [hit.published for hit in hits] == ["2020-01-01"]

    def it_follows_what_is_said_of_a_folder(self, archive: Path, index: Path) -> None:
        told(archive, index)
        (archive / "sources.toml").write_text('["b.txt"]\npublisher = "The Post"\n')
        assert told(archive, index) == (2, 0, 2)
        hits = archiving.find(archive, Wanted("bridge", index=index)).hits.best
        assert [hit.publisher for hit in hits] == ["The Post"]


def _reading(folder: Path) -> str:
    from briefing import sources

    return sources.listing([folder]).reading


class DescribeWhatCannotBeRead:
    def it_is_counted_with_its_reason(self, archive: Path, index: Path) -> None:
        (archive / "empty.txt").touch()
        (archive / "picture.png").write_bytes(b"\x89PNG\r\n")
        done = archiving.index(archive, file=index)
        assert (done.documents, done.refused) == (2, 2)
        assert done.reasons == (("It is a picture.", 1), ("It is empty.", 1))

    def it_is_not_asked_again_what_an_empty_archive_file_holds(self, archive: Path, index: Path) -> None:
        with ZipFile(archive / "none.zip", "w"):
            pass
        assert told(archive, index) == (3, 0, 2)
        assert told(archive, index) == (0, 0, 2)


class DescribeAnIndexThatCannotBeUsed:
    @pytest.fixture(autouse=True)
    def _own_cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    @pytest.mark.parametrize("damage", [b"no index at all" * 1000, b"SQLite format 3\0" + bytes(5000)])
    def it_is_made_anew_in_the_cache_folder(self, archive: Path, damage: bytes) -> None:
        file = archiving.index(archive).file
        file.write_bytes(damage)
        done = archiving.index(archive)
        assert (done.was_damaged, done.documents) == (True, 2)

    def it_is_made_anew_where_its_pages_are_damaged(self, archive: Path) -> None:
        file = archiving.index(archive).file
        content = bytearray(file.read_bytes())
        content[4096:] = b"\xff" * (len(content) - 4096)
        file.write_bytes(content)
        done = archiving.index(archive)
        assert (done.was_damaged, done.documents) == (True, 2)

    def it_is_made_anew_for_another_version(self, archive: Path) -> None:
        file = archiving.index(archive).file
        with sqlite3.connect(file) as base:
            base.execute("PRAGMA user_version = 999")
        base.close()
        assert archiving.index(archive).documents == 2

    @pytest.mark.parametrize("content", [b"My own notes.", b"SQLite format 3\0" + bytes(5000)])
    def it_is_left_alone_where_a_user_names_it_and_it_is_no_index(
        self, archive: Path, index: Path, content: bytes
    ) -> None:
        index.write_bytes(content)
        with pytest.raises(OutputError, match="no index of an archive"):
            archiving.index(archive, file=index)
        assert index.read_bytes() == content

    def it_is_left_alone_where_it_is_a_database_of_others(self, archive: Path, index: Path) -> None:
        with sqlite3.connect(index) as base:
            base.execute("CREATE TABLE mine (a)")
        base.close()
        with pytest.raises(OutputError, match="no index of an archive"):
            archiving.index(archive, file=index)

    def it_is_told_where_it_cannot_be_written(self, archive: Path, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(OutputError, match="Name another with --index"):
            archiving.index(archive, file=tmp_path / "file" / "index")


class DescribeAProgramThatIsKilled:
    def it_goes_on_the_next_time_with_what_is_missing(self, index: Path) -> None:
        file, other = File(Path("/a"), "1 1", "0" * 64), File(Path("/b"), "1 1", "1" * 64)
        entry = Entry("a", "0" * 64, None, None, None, "The river.")
        with Index(index, "") as opened:
            opened.put([Part(file, (entry,)), Part(other, (entry,), ends=False)])
        with Index(index, "") as opened:
            assert {path.name: one.stamp for path, one in opened.files().items()} == {"a": "1 1", "b": ""}
            opened.put([Part(other, (entry,))])
            assert opened.documents() == 2


class DescribeTwoAtOnce:
    def it_gives_the_index_of_one(self, archive: Path, index: Path) -> None:
        laid_down("\n".join(f"n{n}.txt 2023: The river rose by {n} feet in May." for n in range(100)), archive)
        code = f"from briefing.pipeline import archiving; archiving.index({str(archive)!r}, file={str(index)!r})"
        runs = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
        assert [run.wait() for run in runs] == [0, 0]
        assert told(archive, index) == (0, 0, 102)
        assert len(found(archive, index, "river feet")) == 100


class DescribeProcesses:
    def it_gives_the_same_index(self, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Cores, "few", 0)
        with Cores(2) as executor:
            archiving.index(archive, file=tmp_path / "many", executor=executor)
        archiving.index(archive, file=tmp_path / "one")
        dumps = []
        for name in ("many", "one"):
            base = sqlite3.connect(tmp_path / name)
            dumps.append(base.execute("SELECT label, sha256, published, text FROM documents ORDER BY label").fetchall())
            base.close()
        assert dumps[0] == dumps[1]
        assert len(dumps[0]) == 2
