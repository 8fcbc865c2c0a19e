"""Step 5, rendering: the brief as one self-contained page, to be read and checked on a screen."""

from briefing.render.html.page import render

__all__ = ["render"]
