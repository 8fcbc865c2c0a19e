from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import OutputError
from briefing.render import write

OLD = {"brief.pdf": b"old pdf", "brief.json": b"old json"}
NEW = {"brief.pdf": b"new pdf", "brief.json": b"new json"}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    write(OLD, folder)
    return folder


def full_disk(*_: Any, **__: Any) -> None:
    raise OSError(ENOSPC, "No space left on device")


class DescribeWrite:
    def it_makes_the_folder_and_writes_the_files(self, tmp_path: Path) -> None:
        paths = write(NEW, tmp_path / "new" / "folder")
        assert paths == (tmp_path / "new/folder/brief.pdf", tmp_path / "new/folder/brief.json")
        assert held(tmp_path / "new" / "folder") == NEW

    def it_replaces_what_was_there(self, folder: Path) -> None:
        write(NEW, folder)
        assert held(folder) == NEW

    def it_keeps_what_else_is_there(self, folder: Path) -> None:
        (folder / "notes.txt").write_text("mine")
        write(NEW, folder)
        assert held(folder) == {**NEW, "notes.txt": b"mine"}

    def it_says_so_when_a_file_stands_where_the_folder_should(self, tmp_path: Path) -> None:
        (tmp_path / "output").write_text("a file")
        with pytest.raises(OutputError, match=r"Cannot write to .*output: File exists\..*--output"):
            write(NEW, tmp_path / "output")

    def it_says_so_when_the_folder_would_stand_in_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("a file")
        with pytest.raises(OutputError, match="Not a directory"):
            write(NEW, tmp_path / "file" / "output")

    def it_changes_nothing_when_the_disk_is_full(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("os.fsync", full_disk)
        with pytest.raises(OutputError, match="No space left"):
            write(NEW, folder)
        assert held(folder) == OLD

    def it_leaves_no_part_behind_when_a_file_cannot_take_its_name(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Path, "replace", full_disk)
        with pytest.raises(OutputError, match="No space left"):
            write(NEW, folder)
        assert held(folder) == OLD

    def it_changes_nothing_when_a_folder_has_the_name_of_a_file(self, tmp_path: Path) -> None:
        write({"brief.pdf": b"old pdf"}, tmp_path)
        (tmp_path / "brief.json").mkdir()
        with pytest.raises(OutputError, match=r"brief\.json is a folder"):
            write(NEW, tmp_path)
        assert (tmp_path / "brief.pdf").read_bytes() == b"old pdf"
        assert {path.name for path in tmp_path.iterdir()} == {"brief.pdf", "brief.json"}
