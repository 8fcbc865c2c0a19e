"""A brief made by hand, and a pipeline that gives it without any work."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from briefing import pipeline
from briefing.cli import app
from briefing.model import Brief, Document, Dropped, Item, Section, Skipped, Source, Span

TEXT = "Menu\n\nThe two states signed the river treaty.\n\nShare this\n\nFarmers fear a drought."
SIGNED = Span("S1", 6, 45)

Run = Callable[..., Result]


@pytest.fixture
def brief() -> Brief:
    """Two sources, of which one is used; a skipped file; an empty section that is not required."""
    signed = Item("c1", TEXT[SIGNED.start : SIGNED.end], (SIGNED,), (SIGNED,))
    return Brief(
        title="A treaty",
        template="analyst",
        signature="briefing test",
        sections=(
            Section("key_points", "Key points", items=(signed,), required=True),
            Section("challenges", "Challenges"),
            Section("sources", "Sources", "sources", required=True),
        ),
        documents=(
            Document(
                Source("S1", "in/a.txt", "0" * 64, "River treaty", None, None, "en", "O1", 1),
                TEXT,
                dropped=(
                    Dropped(0, 4, "navigation"),
                    Dropped(47, 57, "navigation"),
                    Dropped(59, 82, "off topic"),
                ),
                notes=("Its encoding was guessed: windows-1252.",),
            ),
            Document(Source("S2", "in/b.txt", "1" * 64, origin="O2"), "Nothing of use here."),
        ),
        skipped=(Skipped("in/c.txt", "It is empty."),),
    )


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, brief: Brief) -> list[dict[str, Any]]:
    """The arguments of each call of the pipeline, which gives the brief and writes small files."""
    made: list[dict[str, Any]] = []

    def build(paths: list[Path], template: object, *, progress: pipeline.Progress, **settings: object) -> Brief:
        made.append({"paths": paths, "template": template, **settings})
        progress("Reading", "in/a.txt")
        progress("Reading", "in/b.txt")
        progress("Analysis", "2 documents")
        return brief

    def write(_brief: Brief, folder: Path, *, name: str, formats: list[str], **_: object) -> tuple[Path, ...]:
        folder.mkdir(parents=True, exist_ok=True)
        files = tuple(folder / f"{name}.{ending}" for ending in formats)
        for file in files:
            file.write_bytes(b"x" * 1500)
        return files

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr(pipeline, "write", write)
    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `briefing` with arguments, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    # Boxes around errors break sentences; a wide terminal keeps them whole.
    monkeypatch.setenv("COLUMNS", "400")
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])
