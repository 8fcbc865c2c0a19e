"""Step 5, rendering: pages of templates that did not come with the program, made where they can do no harm."""

from briefing.render.strangers.apart import BOUNDS, Bounds, is_strange, made_apart

__all__ = ["BOUNDS", "Bounds", "is_strange", "made_apart"]
