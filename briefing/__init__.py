"""Turn a folder of sources about one event into a cited brief.

    from briefing import build, render

    brief = build(["seeds/"], template="analyst")
    brief.sections[0].items[0].text
    pdf = render(brief, "pdf")

No sentence is written: every one is a passage of a source, with its offsets.
"""

from briefing.errors import BriefingError
from briefing.model import Brief
from briefing.pipeline import build, compare, load, render, write
from briefing.settings import load_project
from briefing.verification import verify

__all__ = ["Brief", "BriefingError", "build", "compare", "load", "load_project", "render", "verify", "write"]
