from .errors import BriefingError
from .model import Brief
from .pipeline import build, compare, load, render, write
from .settings import load_project
from .verification import verify

__all__ = ["Brief", "BriefingError", "build", "compare", "load", "load_project", "render", "verify", "write"]
