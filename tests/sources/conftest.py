"""Sources written for one test, and a way to draw what reading made of them."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from zipfile import ZipFile

import pytest
from reading_notation import Draw, ReadText, Write, Zipped

from briefing.model import Document
from briefing.sources import read


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below a folder named `demo`."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / "demo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def document(write: Write) -> ReadText:
    """Read one source from its content."""

    def document(content: str | bytes, name: str = "source.txt") -> Document:
        text = dedent(content).strip("\n") if isinstance(content, str) else content
        return read([write(name, text)]).documents[0]

    return document


@pytest.fixture
def drawn(document: ReadText) -> Draw:
    """Draw a source: a line for each block, `(reason)` for what was dropped."""

    def drawn(content: str | bytes, name: str = "source.txt") -> str:
        made = document(content, name)
        blocks = [(block.start, block.end, block.kind) for block in made.blocks]
        dropped = [(one.start, one.end, f"({one.reason})") for one in made.dropped]
        return "\n".join(f"{kind}: {made.text[start:end]}" for start, end, kind in sorted([*blocks, *dropped]))

    return drawn


@pytest.fixture
def zipped() -> Zipped:
    """Make a zip archive."""

    def zipped(members: Mapping[str, str]) -> bytes:
        made = BytesIO()
        with ZipFile(made, "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)
        return made.getvalue()

    return zipped
