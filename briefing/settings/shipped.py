"""What comes with the program: its version, and the folder of its templates."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
VERSION = "0.1.0"


def shipped_folder() -> Path:
    """The folder of shipped templates: in the package, or beside it in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"
