"""Step 5, rendering: a brief becomes bytes, and bytes become files.

In: a `Brief` and the `Template` that says how it looks. Out: a document, the
same bytes for the same brief; and from its data the brief again. No decision is made here: every format shows the
same items with the same numbers in the same order.
"""

from briefing.render.files import newest, write
from briefing.render.formats import FORMATS, REVIEWED, missing_glyphs, pages, render, tried
from briefing.render.json import read
from briefing.render.languages import words_of
from briefing.render.pdf import pictures

__all__ = [
    "FORMATS",
    "REVIEWED",
    "missing_glyphs",
    "newest",
    "pages",
    "pictures",
    "read",
    "render",
    "tried",
    "words_of",
    "write",
]
