"""What the fixtures of these tests are, for their signatures."""

from collections.abc import Callable, Mapping
from pathlib import Path

from briefing.model import Document

Write = Callable[[str, str | bytes], Path]
"""Writes a file below a folder named `demo`."""

ReadText = Callable[..., Document]
"""Reads one source from its content and, if need be, its name."""

Draw = Callable[..., str]
"""Reads one source and draws it: `kind: text` for blocks, `(reason): text` for what was dropped."""

Zipped = Callable[[Mapping[str, str]], bytes]
"""Makes a zip archive of texts by their names."""
