"""The table of contents: a source file becomes a brief in five steps.

1. Reading (`sources`), 2. analysis (`language`), 3. merging (`merge`),
4. composition (`compose`), 5. rendering (`render`). Only this folder knows the
order; the steps do not know one another.
"""

from briefing.pipeline.building import DEFAULT, build, choose_template, compare, composed, fitting
from briefing.pipeline.gathering import Gathered, Progress, gathered, keep, silent
from briefing.pipeline.inspecting import Inspected, Told, inspect
from briefing.pipeline.writing import load, missing_glyphs, render, write

__all__ = [
    "DEFAULT",
    "Gathered",
    "Inspected",
    "Progress",
    "Told",
    "build",
    "choose_template",
    "compare",
    "composed",
    "fitting",
    "gathered",
    "inspect",
    "keep",
    "load",
    "missing_glyphs",
    "render",
    "silent",
    "write",
]
