"""Make `docs/images/brief.png`, the page of the brief of `seeds/` that README.md shows.

    .venv/bin/python scripts/make_picture.py

To be run again when the look of the brief or its words have changed.
"""

# ruff: noqa: INP001  a script is no package
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from briefing import build, render

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images" / "brief.png"
DOTS_PER_INCH = 110
POINTS_PER_INCH = 72
COLOURS = 192
"""Enough for the edges of letters in four inks; the file is a third as large as with all colours."""


def main() -> None:
    """Write the picture."""
    pdf = PdfDocument(render(build([ROOT / "seeds"]), "pdf"))
    page = pdf[0].render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil().convert("RGB")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    page.quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
