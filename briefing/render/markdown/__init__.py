"""Step 5, rendering: the brief as Markdown."""

from briefing.render.markdown.document import render

__all__ = ["render"]
