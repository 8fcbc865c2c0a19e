"""`briefing templates preview`: the sample in a template's dress, once or at every change."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from typer.testing import CliRunner

from briefing.cli import app, watching
from briefing.errors import TemplateError

LONG = 60
"""Seconds after which a change that nothing came of is a failure."""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('extends = "summary"\nwords = 60\n')
    return folder


class DescribeAPreview:
    def it_is_a_pdf_and_a_picture_of_each_page(self, template: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.mkdir()
        for stale in ("preview-7.png", "preview-notes.png"):
            (out / stale).write_bytes(b"")
        run = CliRunner().invoke(app, ["templates", "preview", str(template), "--output", str(out)])
        assert run.exit_code == 0, run.output
        pages = len(PdfDocument(out / "preview.pdf"))
        pictures = [f"preview-{number}.png" for number in range(1, pages + 1)]
        assert sorted(file.name for file in out.iterdir()) == sorted([*pictures, "preview-notes.png", "preview.pdf"])
        with Image.open(out / "preview-1.png") as picture:
            assert picture.format == "PNG"
            assert picture.height > picture.width > 800
        assert all(name in run.output for name in ("preview.pdf", *pictures))

    def it_takes_sources_and_a_page(self, template: Path, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("The river Ilva flooded Belmora on Tuesday.\n")
        given = ["--sources", str(tmp_path / "a.txt"), "--output", str(tmp_path / "out")]
        preview = ["templates", "preview", str(template), *given]
        assert CliRunner().invoke(app, [*preview, "--page", "1"]).exit_code == 0
        assert "Belmora" in PdfDocument(tmp_path / "out" / "preview.pdf")[0].get_textpage().get_text_range()
        beyond = CliRunner().invoke(app, [*preview, "--page", "9"], terminal_width=200)
        assert (beyond.exit_code, "and no page 9" in beyond.output) == (2, True)

    def it_tells_what_is_wrong_with_a_template(self, template: Path, tmp_path: Path) -> None:
        (template / "template.toml").write_text('extends = "summary"\nword = 60\n')
        run = CliRunner().invoke(app, ["templates", "preview", str(template), "--output", str(tmp_path / "out")])
        assert (run.exit_code, "Did you mean “words”?" in run.output) == (2, True)
        assert not (tmp_path / "out").exists()


@pytest.fixture
def seen(template: Path) -> Iterator[Callable[[], None]]:
    """Waits for the next burst of changes of the template."""
    stop, told = Event(), Event()

    def watch() -> None:
        for _ in watching.changes(str(template), template / "out", stop):
            told.set()

    def wait() -> None:
        assert told.wait(LONG)
        told.clear()

    watcher = Thread(target=watch)
    watcher.start()
    wait()
    yield wait
    stop.set()
    watcher.join(LONG)
    assert not watcher.is_alive()


class DescribeChanges:
    def it_tells_of_a_file_that_is_written_added_or_removed(self, template: Path, seen: Callable[[], None]) -> None:
        (template / "template.toml").write_text('extends = "summary"\nwords = 70\n')
        seen()
        (template / "brief.css").write_text("p { color: red }")
        seen()
        (template / "brief.css").unlink()
        seen()

    def it_tells_of_a_change_of_what_the_template_extends(self, template: Path, seen: Callable[[], None]) -> None:
        (template / "template.toml").write_text('extends = "house"\n')
        house = template.parent / "house"
        house.mkdir()
        (house / "template.toml").write_text("broken")
        seen()
        (house / "template.toml").write_text('extends = "summary"\n')
        seen()

    def it_waits_while_the_folder_is_away(self, template: Path, seen: Callable[[], None]) -> None:
        template.rename(template.with_name("moved"))
        seen()
        template.with_name("moved").rename(template)
        seen()

    def it_needs_a_template_to_begin_with(self, tmp_path: Path) -> None:
        with pytest.raises(TemplateError):
            next(watching.changes(str(tmp_path / "none"), tmp_path, Event()))

    def it_counts_what_is_written_together_as_one_and_its_own_files_as_none(self, template: Path) -> None:
        class Looks(Event):
            """Writes another file at each of the first looks, and stops behind them."""

            looked = 0

            def wait(self, _timeout: float | None = None) -> bool:
                self.looked += 1
                if self.looked <= 3:
                    (template / f"{self.looked}.css").write_text("")
                (template / "out" / f"{self.looked}.png").write_text("")
                return self.looked > 8

        (template / "out").mkdir()
        assert len(list(watching.changes(str(template), template / "out", Looks()))) == 2


class DescribeWatching:
    def it_goes_on_after_a_mistake_and_ends_when_asked(self, template: Path, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("The river Ilva flooded Belmora on Tuesday.\n")
        given = [str(template), "--sources", str(tmp_path / "a.txt"), "--output", str(tmp_path / "out")]
        program = subprocess.Popen(
            [sys.executable, "-m", "briefing", "templates", "preview", *given, "--watch"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        assert program.stderr
        told = program.stderr

        def until_it_waits() -> str:
            lines = []
            for line in told:
                lines.append(line)
                if line.startswith("Waiting"):
                    break
            return "".join(lines)

        assert "Error" not in until_it_waits()
        (template / "template.toml").write_text('extends = "summary"\nword = 60\n')
        assert "Did you mean “words”?" in until_it_waits()
        (template / "template.toml").write_text('extends = "summary"\nwords = 40\n')
        assert "Rendering: png" in until_it_waits()
        program.send_signal(signal.SIGINT)
        assert (program.wait(LONG), told.read()) == (0, "Stopped.\n")
