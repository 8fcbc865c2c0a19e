"""A notation for archives: a line for each source, with its path, its date and what it tells.

    news/a.txt 2023-07-02: The river flooded the town.
    news/b.txt -: The mayor closed the bridge.

A dash stands for no date. Each becomes a text file of a headline, its date, and the sentence; a month or a year is
what the operator says of it.
"""

import re
from pathlib import Path

_LINE = re.compile(r"\s*(\S+) (\S+): (.+)")


def laid_down(archive: str, folder: Path) -> Path:
    """The folder with these files; those that were there stay."""
    for row in filter(str.strip, archive.splitlines()):
        path, date, told = _LINE.fullmatch(row).groups()  # type: ignore[union-attr]
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(date, told), "utf-8")
        if date != "-" and len(date) < len("2023-09-16"):
            file.with_name(f"{file.name}.meta.toml").write_text(f'published = "{date}"\n')
    return folder


def text(date: str, told: str) -> str:
    """What a source of the archive says."""
    dated = "" if date == "-" else f"Published: {date}\n\n"
    return f"What the day brought\n\n{dated}{told}\n\nNothing else was told by the officials on that day.\n"
