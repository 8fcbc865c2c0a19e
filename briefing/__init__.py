"""Turn a folder of sources about one event into a cited brief.

    from briefing import build, render

    brief = build(["seeds/"], template="analyst")
    brief.sections[0].items[0].text
    pdf = render(brief, "pdf")

No sentence is written: every one is a passage of a source, with its offsets.
"""

from importlib import import_module

from lazy_loader import attach_stub

# Imported later, the package of step 5 would take its name from the function `render`.
import_module("briefing.render")
del globals()["render"]

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
