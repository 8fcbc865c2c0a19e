"""Step 5, rendering: the brief as a PDF that carries its own evidence."""

from briefing.render.pdf.layout import render
from briefing.render.pdf.pictures import pictures

__all__ = ["pictures", "render"]
