"""Step 5, rendering: the brief as a Word file that an editor goes on with."""

from briefing.render.docx.document import render

__all__ = ["render"]
