"""The program as a user runs it: in a process of its own, on files on the disk."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BRIDGE = """Marrow Bridge closed after inspection

The city of Tarn closed the Marrow Bridge on 4 March 2021. Engineers had found cracks in two of its piers.

"We will not reopen it before the piers are safe," said Lena Ortwin, the mayor of Tarn.

The bridge carries 20,000 cars a day. Repairs shall be completed within nine months, the council decided.
"""
FERRY = """Ferries to replace Marrow Bridge

Tarn closed the Marrow Bridge on 4 March 2021 after cracks were found in two piers. Two ferries will cross the
river from Monday. Shop owners fear a loss of customers.

Lena Ortwin, the mayor, said the ferries would be free of charge. The bridge was built in 1931.
"""
HISTORY = """A bridge with a past

The Marrow Bridge was built in 1931. It was last repaired in 1988. Critics say the city ignored
warnings for years.

The council of Tarn decided that repairs shall be completed within nine months.
"""

PATIENCE = 600
"""Seconds after which a build hangs, on the slowest machine."""

Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three sources about one event."""
    made = tmp_path / "sources"
    made.mkdir()
    for name, text in (("bridge.txt", BRIDGE), ("ferry.txt", FERRY), ("history.md", HISTORY)):
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture
def briefing(tmp_path: Path) -> Program:
    """Runs the program with arguments, in the folder above the sources."""

    def run(*arguments: object, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "COLUMNS": "400", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    return run


def _brief(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "brief.json").read_text("utf-8"))
    return read


class DescribeABuild:
    def it_makes_a_pdf_a_word_file_and_data(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        done = briefing("build", "sources")
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
        output = tmp_path / "output"
        assert sorted(path.name for path in output.iterdir()) == ["brief.docx", "brief.json", "brief.pdf"]
        assert (output / "brief.pdf").read_bytes().startswith(b"%PDF-")
        assert (output / "brief.docx").read_bytes().startswith(b"PK")
        brief = _brief(output)
        assert [source["path"] for source in brief["sources"]] == [
            f"sources/{p.name}" for p in sorted(folder.iterdir())
        ]
        assert any(section["items"] for section in brief["sections"])

    def it_gives_the_same_bytes_again_whatever_is_around_it(
        self, briefing: Program, folder: Path, tmp_path: Path
    ) -> None:
        briefing("build", folder, "--output", tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC")
        briefing(
            *("build", folder, "--output", tmp_path / "two"),
            cwd=folder,
            PYTHONHASHSEED="2",
            TZ="Asia/Tokyo",
            LC_ALL="C",
        )
        for name in ("brief.json", "brief.docx", "brief.pdf"):
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name

    def it_is_not_changed_by_the_order_of_the_paths(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        paths = sorted(folder.iterdir())
        briefing("build", *paths, "--output", "one", "--format", "json")
        briefing("build", *reversed(paths), folder, "--output", "two", "--format", "json")
        assert _brief(tmp_path / "one") == _brief(tmp_path / "two")

    def it_keeps_within_the_words_that_were_asked_for(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        done = briefing("build", folder, "--template", "summary", "--words", 40, "--format", "json")
        assert done.returncode == 0
        texts = [item["text"] for section in _brief(tmp_path / "output")["sections"] for item in section["items"]]
        assert texts
        assert sum(len(text.split()) for text in texts) <= 40


class DescribeNothingToBuild:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("missing", None),
            ("empty", "a folder"),
            ("empty.txt", b""),
            ("blank.txt", b" \n\t\n"),
            ("noise.txt", bytes(range(256)) * 64),
        ],
    )
    def it_says_why_in_a_line(self, briefing: Program, tmp_path: Path, name: str, content: bytes | str | None) -> None:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            path.mkdir()
        done = briefing("build", name, "--quiet")
        (line,) = done.stderr.splitlines()
        assert (done.returncode, done.stdout) == (1, "")
        assert line.startswith("Error: ")
        assert name in line
        assert not (tmp_path / "output").exists()


class DescribeABadSource:
    @pytest.mark.parametrize("content", [b"", bytes(range(256)) * 64])
    def it_is_skipped_and_told_while_the_rest_is_built(
        self, briefing: Program, folder: Path, tmp_path: Path, content: bytes
    ) -> None:
        (folder / "bad.txt").write_bytes(content)
        done = briefing("build", "sources", "--format", "json")
        assert done.returncode == 0
        assert "sources/bad.txt" in done.stdout.partition("Skipped")[2]
        assert len(_brief(tmp_path / "output")["sources"]) == 3
        assert briefing("build", "sources", "--format", "json", "--strict").returncode == 3

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "windows-1252"])
    def it_may_be_in_an_old_encoding(self, briefing: Program, folder: Path, tmp_path: Path, encoding: str) -> None:
        text = "The café at Tarn’s quay — the “Étoile” — lost its guests when the bridge was closed.\n"
        (folder / "cafe.txt").write_bytes(text.encode(encoding))
        assert briefing("build", "sources", "--format", "json").returncode == 0
        (source,) = (s for s in _brief(tmp_path / "output")["sources"] if s["path"] == "sources/cafe.txt")
        assert "café at Tarn’s quay — the “Étoile” —" in source["text"]

    @pytest.mark.parametrize("word", ["x", "bridge ", "The bridge is shut. "])
    def it_may_be_one_line_of_five_megabytes(self, briefing: Program, folder: Path, tmp_path: Path, word: str) -> None:
        (folder / "long.txt").write_text(word * (5_000_000 // len(word)), "utf-8")
        done = briefing("build", "sources", "--format", "json")
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
        assert any("Tarn" in s["text"] for s in _brief(tmp_path / "output")["sources"])

    def it_counts_once_when_it_is_another_byte_for_byte(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        briefing("build", "sources", "--format", "json", "--output", "before")
        (folder / "zcopy.txt").write_bytes((folder / "bridge.txt").read_bytes())
        done = briefing("build", "sources", "--format", "json", "--output", "after")
        assert "sources/zcopy.txt" in done.stdout
        before, after = (
            [item["origins"] for section in _brief(tmp_path / name)["sections"] for item in section["items"]]
            for name in ("before", "after")
        )
        assert before == after

    def it_may_have_a_name_that_no_encoding_knows(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        (folder / "ferry.txt").rename(folder / os.fsdecode(b"f\xff[rry].txt"))
        done = briefing("build", "sources")
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
        assert len(_brief(tmp_path / "output")["sources"]) == 3


class DescribeAnOutputThatCannotBeWritten:
    def it_is_told_and_an_older_brief_stays_as_it_is(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        output = tmp_path / "output"
        output.mkdir()
        (output / "brief.json").write_bytes(b"old")
        # A folder in a file's place refuses even the superuser, whom no permission stops.
        (output / "brief.pdf" / "kept").mkdir(parents=True)
        done = briefing("build", folder, "--format", "json", "--format", "pdf", "--quiet")
        assert done.returncode == 1
        assert done.stderr.startswith("Error: Cannot write to")
        assert sorted(path.name for path in output.iterdir()) == ["brief.json", "brief.pdf"]
        assert (output / "brief.json").read_bytes() == b"old"

    def it_may_be_a_file_where_the_folder_should_be(self, briefing: Program, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "output").write_bytes(b"old")
        done = briefing("build", folder, "--format", "json")
        assert (done.returncode, done.stderr.count("Traceback")) == (1, 0)
        assert (tmp_path / "output").read_bytes() == b"old"
