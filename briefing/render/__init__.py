"""Step 5, rendering: a brief becomes bytes, and bytes become files.

In: a `Brief` and the `Template` that says how it looks. Out: a document, the
same bytes for the same brief. No decision is made here: every format shows the
same items with the same numbers in the same order.
"""

from briefing.render.files import write
from briefing.render.formats import FORMATS, render
from briefing.render.html import missing_glyphs

__all__ = ["FORMATS", "missing_glyphs", "render", "write"]
