"""Step 5, rendering: the sizes of paper.

In: the name of a paper. Out: its size in millimetres.
"""

from collections.abc import Mapping

from briefing.settings import Paper

SIZES: Mapping[Paper, tuple[float, float]] = {"A4": (210, 297), "Letter": (215.9, 279.4), "Legal": (215.9, 355.6)}
"""Width and height, upright."""
