"""Step 5, rendering: a brief becomes bytes, and bytes become files.

In: a `Brief` and the `Template` that says how it looks. Out: a document, the
same bytes for the same brief; and from its data the brief again. No decision is made here: every format shows the
same items with the same numbers in the same order.
"""

from briefing.render.files import write
from briefing.render.formats import FORMATS, REVIEWED, render
from briefing.render.html import missing_glyphs
from briefing.render.json import read
from briefing.render.pdf import pictures

__all__ = ["FORMATS", "REVIEWED", "missing_glyphs", "pictures", "read", "render", "write"]
