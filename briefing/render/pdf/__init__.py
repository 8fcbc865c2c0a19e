"""Step 5, rendering: the brief as a PDF that carries its own evidence."""

from briefing.render.pdf.layout import pages, render
from briefing.render.pdf.pictures import pictures

__all__ = ["pages", "pictures", "render"]
