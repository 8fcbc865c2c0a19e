from .files import newest, write
from .formats import missing_glyphs, pages, render, tried
from .json import read
from .languages import words_of
from .offered import FORMATS, REVIEWED
from .pdf.pictures import pictures

__all__ = [
    "FORMATS",
    "REVIEWED",
    "missing_glyphs",
    "newest",
    "pages",
    "pictures",
    "read",
    "render",
    "tried",
    "words_of",
    "write",
]
