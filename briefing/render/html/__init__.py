"""Step 5, rendering: the brief as one self-contained page, to be read and checked on a screen."""

from briefing.render.html.missing import missing_glyphs
from briefing.render.html.page import render

__all__ = ["missing_glyphs", "render"]
