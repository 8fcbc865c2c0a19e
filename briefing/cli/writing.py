"""What `briefing build` and `briefing render` end with: the files, and what they cannot show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import pipeline
from briefing.render import FORMATS

if TYPE_CHECKING:
    from briefing.model import Brief
    from briefing.settings import Template

IN_FONTS_OF_THE_TEMPLATE = frozenset({"pdf", "html"})
"""The formats that hold their fonts; Word and readers of Markdown have fonts of their own."""


def of_earlier_builds(folder: Path, name: str) -> tuple[Path, ...]:
    """What an earlier build may have written: no source, even where it lies among them."""
    return folder, *(folder / f"{name}.{format}" for format in FORMATS)  # noqa: A001


def write(
    brief: Brief,
    folder: Path,
    *,
    name: str,
    formats: Sequence[str],
    template: str | Template | None,
    review: bool,
    progress: pipeline.Progress,
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write the files, and say what they cannot show for want of a font.

    Returns:
        The files, and a sentence for each place that they cannot show.
    """
    files = pipeline.write(
        brief, folder, name=name, formats=formats, template=template, review=review, progress=progress
    )
    return files, pipeline.missing_glyphs(brief, template) if IN_FONTS_OF_THE_TEMPLATE & {*formats} else ()
