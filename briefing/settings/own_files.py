"""Files of a template: it may read those in its own folder, and no others."""

from pathlib import Path

from briefing.errors import TemplateError
from briefing.settings.shipped import shipped_folder

_LARGEST = 32_000_000
"""Bytes of one file; a font for all of Chinese has five million."""


def own_file(folder: Path, name: str) -> Path | None:
    """The file of a template's folder that has this name, a path below the folder; none if there is none.

    Raises:
        TemplateError: it lies outside the folder, by its name or by a link, or is too large.
    """
    path = folder / name
    if not path.is_file():
        return None
    # What is installed may be made of links.
    if folder.is_relative_to(shipped_folder()) and ".." not in path.parts and not Path(name).is_absolute():
        return path
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateError(f"The template in {folder} names {name}, which lies outside its folder. Put a copy inside.")
    if path.stat().st_size > _LARGEST:
        raise TemplateError(f"{path} has more than {_LARGEST // 1_000_000} MB. Use a smaller one.")
    return path
