"""Step 5, rendering: pages of a PDF as pictures, for whoever tries a template.

In: a PDF that was rendered. Out: a PNG for each page, as a screen shows it.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from briefing.errors import SettingError

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS = 72
"""Of a PDF in an inch."""
_SHARP = 110
"""Dots in an inch: small print can be read, and a page still fits on a screen."""


def pictures(pdf: bytes, page: int | None = None) -> dict[int, bytes]:
    """The pages as PNG, by their numbers from 1.

    Args:
        pdf: the document.
        page: the only page that is wanted; all if None.

    Raises:
        SettingError: there is no such page.
    """
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        if page is not None and not 1 <= page <= len(document):
            raise SettingError(f"The brief has {len(document)} pages, and no page {page}.")
        numbers = range(1, len(document) + 1) if page is None else (page,)
        return {number: _png(document[number - 1].render(scale=_SHARP / _POINTS).to_pil()) for number in numbers}


def _png(picture: "Image") -> bytes:
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
