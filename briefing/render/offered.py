"""Step 5, rendering: the formats by name, each with the package that makes it. A new one is a package and a line here.

The packages are imported when a document of theirs is asked for.
"""

from collections.abc import Mapping

FORMATS: Mapping[str, str] = {
    "pdf": "briefing.render.pdf",
    "docx": "briefing.render.docx",
    "html": "briefing.render.html",
    "md": "briefing.render.markdown",
    "json": "briefing.render.json",
}

REVIEWED = frozenset({"docx"})
"""The formats that can carry what an editor asks of each sentence."""
