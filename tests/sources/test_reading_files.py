"""Which files are read, in which order, and what they are called."""

import os
from pathlib import Path

import pytest
from reading_notation import Write

from briefing.errors import NothingToBuildError
from briefing.model import Skipped
from briefing.sources import read
from briefing.sources.find import find

SENTENCE = "The two states signed the treaty on Tuesday."


class DescribeRead:
    def it_names_sources_by_folder_and_file(self, write: Write) -> None:
        write("b.txt", SENTENCE)
        folder = write("deep/a.txt", SENTENCE).parent.parent
        sources = [document.source for document in read([folder]).documents]
        assert [(source.id, source.path) for source in sources] == [
            ("S1", "demo/b.txt"),
            ("S2", "demo/deep/a.txt"),
        ]

    def it_names_a_file_given_by_itself_with_its_folder(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(write("a.txt", SENTENCE).parent)
        assert read(["a.txt"]).documents[0].source.path == "demo/a.txt"

    def it_reads_a_file_once_however_often_it_is_reached(self, write: Write) -> None:
        file = write("a.txt", SENTENCE)
        (file.parent / "link.txt").symlink_to(file)
        assert len(read([file, file.parent, file.parent / ".." / "demo"]).documents) == 1

    def it_does_not_care_about_the_order_of_paths(self, write: Write) -> None:
        paths = [
            write("a.txt", SENTENCE),
            write("x/b.txt", f"{SENTENCE} It rained."),
            write("c.pdf", b"%PDF-"),
        ]
        paths += [paths[1].parent, Path("missing.txt")]
        assert read(paths) == read(reversed(paths))

    def it_keeps_both_of_two_files_with_the_same_bytes(self, write: Write) -> None:
        folder = write("a.txt", SENTENCE).parent
        write("b.txt", SENTENCE)
        first, second = read([folder]).documents
        assert (first.source.id, second.source.id) == ("S1", "S2")
        assert first.source.sha256 == second.source.sha256

    def it_survives_links_that_go_in_circles(self, write: Write) -> None:
        folder = write("a.txt", SENTENCE).parent
        (folder / "loop").symlink_to(folder, target_is_directory=True)
        (folder / "self").symlink_to(folder / "self")
        reading = read([folder])
        assert [document.source.path for document in reading.documents] == ["demo/a.txt"]
        assert [skipped.path for skipped in reading.skipped] == ["demo/self"]

    def it_follows_links_within_the_folder(self, write: Write) -> None:
        file = write("kept/a.txt", SENTENCE)
        folder = file.parent.parent
        (folder / "again").symlink_to(file.parent, target_is_directory=True)
        (folder / "b.txt").symlink_to(file)
        assert [document.source.path for document in read([folder]).documents] == ["demo/again/a.txt"]

    def it_follows_no_link_that_leads_out_of_the_folder(self, write: Write) -> None:
        outside = write("../other/b.txt", SENTENCE).resolve()
        folder = write("a.txt", SENTENCE).parent
        (folder / "file.txt").symlink_to(outside)
        (folder / "folder").symlink_to(outside.parent, target_is_directory=True)
        (folder / "nowhere").symlink_to(outside.parent / "missing.txt")
        reading = read([folder])
        assert [document.source.path for document in reading.documents] == ["demo/a.txt"]
        reason = "It is a link that leads out of the folder; give what it leads to by itself."
        assert reading.skipped == tuple(Skipped(f"demo/{name}", reason) for name in ("file.txt", "folder", "nowhere"))

    def it_follows_a_link_that_is_given_by_itself(self, write: Write) -> None:
        outside = write("../other/b.txt", SENTENCE).resolve()
        link = write("a.txt", SENTENCE).with_name("link")
        link.symlink_to(outside.parent, target_is_directory=True)
        assert [one.source.path for one in read([link]).documents] == ["link/b.txt"]
        assert [one.source.path for one in read([link / "b.txt"]).documents] == ["link/b.txt"]

    def it_passes_over_hidden_files_but_reads_one_that_is_given(self, write: Write) -> None:
        hidden = write(".hidden.txt", SENTENCE)
        folder = write("a.txt", SENTENCE).parent
        assert len(read([folder]).documents) == 1
        assert len(read([folder, hidden]).documents) == 2

    def it_tells_which_files_it_cannot_read_and_why(self, write: Write) -> None:
        folder = write("a.txt", SENTENCE).parent
        write("table.csv", "killed;12")
        write("empty.txt", b"")
        write("blank.txt", " \n\t\n")
        assert read([folder]).skipped == (
            Skipped("demo/blank.txt", "It holds no text that a brief could use."),
            Skipped("demo/empty.txt", "It is empty."),
            Skipped("demo/table.csv", "It is text, but no article by its ending .csv; name it .txt if it is one."),
        )

    def it_does_not_open_what_is_no_regular_file(self, write: Write) -> None:
        folder = write("a.txt", SENTENCE).parent
        os.mkfifo(folder / "pipe.txt")
        assert read([folder]).skipped == (Skipped("demo/pipe.txt", "It is no regular file."),)

    @pytest.mark.parametrize("become", ["pipe", "link", "nothing"])
    def it_does_not_open_what_a_file_has_become_since_it_was_found(self, write: Write, become: str) -> None:
        canary = write("../other/canary.txt", SENTENCE).resolve()
        file = write("b.txt", SENTENCE)
        found = find([file]).sources[0]
        file.unlink()
        if become == "pipe":
            os.mkfifo(file)
        elif become == "link":
            file.symlink_to(canary)
        with pytest.raises(OSError, match=r"No regular file|Too many levels|No such file"):
            found.open()

    def it_keeps_apart_what_looks_alike_by_its_name(self, write: Write) -> None:
        folder = write("a\u200bb.txt", SENTENCE).parent
        write("a\u202eb.txt", f"{SENTENCE} It rained.")
        for name in ("c\u200b.txt", "c\u202e.txt"):
            write(name, b"")
        reading = read([folder])
        assert [document.source.path for document in reading.documents] == ["demo/ab.txt", "demo/ab.txt"]
        assert reading.skipped == (Skipped("demo/c.txt", "It is empty."),) * 2

    def it_gives_a_name_to_a_file_whose_name_nobody_sees(self, write: Write) -> None:
        assert read([write("\u200b \u202e", SENTENCE)]).documents[0].source.path == "demo/unnamed"

    def it_reports_each_file_as_it_goes(self, write: Write) -> None:
        folder = write("a.txt", SENTENCE).parent
        write("b.xyz", b"")
        told: list[tuple[str, str]] = []
        read([folder], progress=lambda step, detail: told.append((step, detail)))
        assert told == [("Reading", "demo/a.txt"), ("Reading", "demo/b.xyz")]


class DescribeNothingToBuild:
    def it_names_a_path_that_does_not_exist(self, tmp_path: Path) -> None:
        with pytest.raises(NothingToBuildError) as error:
            read([tmp_path / "nowhere"])
        assert error.value.reasons == (f"{tmp_path.name}/nowhere: There is no such file or folder; check the name.",)

    def it_names_an_empty_folder(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        with pytest.raises(NothingToBuildError, match=r"empty: The folder holds no file that could be read\."):
            read([tmp_path / "empty"])

    def it_asks_for_a_path_where_none_is_given(self) -> None:
        with pytest.raises(NothingToBuildError, match="Name a file or a folder"):
            read([])
