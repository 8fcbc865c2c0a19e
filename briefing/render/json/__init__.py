"""Step 5, rendering: the brief as data."""

from briefing.render.json.reading import read
from briefing.render.json.writing import render

__all__ = ["read", "render"]
