"""What tests of the files that a user may add have in common."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a user's file; `;` ends a line too."""

    def write(text: str) -> Path:
        path = tmp_path / f"names-{len([*tmp_path.iterdir()])}.toml"
        path.write_text(re.sub(r"; ?", "\n", text), "utf-8")
        return path

    return write
