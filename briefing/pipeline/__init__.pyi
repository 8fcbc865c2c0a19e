from .building import DEFAULT, build, choose_template, compare, composed, fitting
from .cores import available
from .gathering import Gathered, Progress, gathered, keep, silent
from .inspecting import Inspected, Told, inspect
from .writing import load, missing_glyphs, render, write

__all__ = [
    "DEFAULT",
    "Gathered",
    "Inspected",
    "Progress",
    "Told",
    "available",
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
