"""Step 5, rendering: the brief as data."""

from briefing.render.json.checking import flaws
from briefing.render.json.reading import parsed, read, unchecked
from briefing.render.json.seal import SEAL, seal_of
from briefing.render.json.writing import dumped, render

__all__ = ["SEAL", "dumped", "flaws", "parsed", "read", "render", "seal_of", "unchecked"]
