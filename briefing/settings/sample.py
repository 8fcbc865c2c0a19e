"""A small collection that comes with the program, to try a template on."""

from pathlib import Path

from briefing.settings.shipped import shipped_folder


def sample_sources() -> tuple[Path, ...]:
    """Its files: invented news of a flood and of the treaty that follows it, with something for every section."""
    return tuple(sorted((shipped_folder() / "sample").iterdir()))
