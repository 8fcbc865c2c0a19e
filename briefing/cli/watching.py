"""When the files of a template change.

They are looked at a few times a second, which is cheap for the few files of a
template, works on any disk, and misses nothing: what changes while a brief is
rendered is seen behind it. So no library that is told of changes is needed.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

from briefing import settings
from briefing.errors import TemplateError

BETWEEN = 0.2
"""Seconds between two looks; an editor that writes several files within them has changed them all at once."""

State = frozenset[tuple[Path, int, int]]


def changes(template: str, written: Path, stop: Event) -> Iterator[None]:
    """Once at first, and once for each burst of changes, when it is over.

    Args:
        template: the template's name or folder.
        written: the folder that is written to; what changes there is no change of the template.
        stop: ends it.

    Raises:
        TemplateError: at first there is no such template.
    """
    folders = settings.folders_of(template)
    seen: State | None = None
    before = _state(folders, written)
    while True:
        if before != seen:
            seen = before
            yield
        if stop.wait(BETWEEN):
            return
        # An editor may be about to put back what it has just moved away.
        with suppress(TemplateError):
            folders = settings.folders_of(template)
        before = _settled(folders, written, stop)


def _settled(folders: tuple[Path, ...], written: Path, stop: Event) -> State:
    """The state of the files once nobody writes to them."""
    state = _state(folders, written)
    while not stop.wait(BETWEEN / 2) and (later := _state(folders, written)) != state:
        state = later
    return state


def _state(folders: tuple[Path, ...], written: Path) -> State:
    """The files with their sizes and when they were written."""
    found = set()
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_relative_to(written.resolve()):
                continue
            with suppress(OSError):
                status = file.stat()
                found.add((file, status.st_size, status.st_mtime_ns))
    return frozenset(found)
