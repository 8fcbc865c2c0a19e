from .errors import BriefingError
from .model import Bounds, Brief
from .pipeline import build, compare, load, render, write
from .pipeline.wanted import Wanted
from .settings import load_project
from .verification import verify

__all__ = [
    "Bounds",
    "Brief",
    "BriefingError",
    "Wanted",
    "build",
    "compare",
    "load",
    "load_project",
    "render",
    "verify",
    "write",
]
