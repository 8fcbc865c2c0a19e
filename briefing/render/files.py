"""Step 5, rendering: finished documents become files, all or none.

In: names and bytes. Out: the paths. The files are written into a hidden folder
beside their places. When all of them are on the disk, that folder gets another
name, and from then on they are what the brief is: they move to their places, and
where the program is killed before the last one has, the next one moves the rest.
So a folder never comes to hold files of two briefs for good, nor half a file.
"""

import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType

from briefing.errors import OutputError

PART = ".briefing.part"
"""The folder of files that are being written; nobody is to see them."""
WHOLE = ".briefing.whole"
"""The same folder when they are all written; they only have to move to their places."""
_POLITE = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def write(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, which is made if it is not there.

    Args:
        files: the bytes of each file by its name.
        folder: where they go.

    Returns:
        The paths, in the order of `files`.

    Raises:
        OutputError: the folder or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _settle(folder)
            _stage(files, folder)
            with _undisturbed():
                _publish(folder)
    except OSError as error:
        raise OutputError(
            f"Cannot write to {folder}: {error.strerror or error}. "
            "Make room or give the rights, or choose another folder with --output."
        ) from error
    return tuple(folder / name for name in files)


def newest(file: Path) -> Path:
    """Where a file of a brief is to be read: where it stands, or where a program was killed before it had moved it."""
    whole = file.parent / WHOLE
    waiting = whole / file.name
    return waiting if waiting.is_file() and not (whole.is_symlink() or waiting.is_symlink()) else file


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other program writes to the folder; where a system cannot tell, go on."""
    try:
        from fcntl import LOCK_EX, flock

        opened = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):
            flock(opened, LOCK_EX)
        yield
    finally:
        os.close(opened)


def _settle(folder: Path) -> None:
    """Finish what a killed program was about to move, and clear away what it had not written whole."""
    if (folder / WHOLE).is_dir() and not (folder / WHOLE).is_symlink():
        _move(folder)
    shutil.rmtree(folder / PART, ignore_errors=True)


def _stage(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files beside their places and see them onto the disk; if that fails, nothing is left of them."""
    for name in files:
        if (folder / name).is_dir():
            raise IsADirectoryError(EISDIR, f"{name} is a folder")
    part = folder / PART
    part.mkdir()
    try:
        for name, content in files.items():
            with (part / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        _sync(part)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _publish(folder: Path) -> None:
    """Make the files the brief; if not one of them can take its place, the old brief stays."""
    part, whole = folder / PART, folder / WHOLE
    part.rename(whole)
    staged = len(list(whole.iterdir()))
    try:
        _move(folder)
    except OSError:
        if len(list(whole.iterdir())) == staged:
            whole.rename(part)
            shutil.rmtree(part, ignore_errors=True)
        raise


def _move(folder: Path) -> None:
    """Give the files that are whole their places."""
    _sync(folder)
    whole = folder / WHOLE
    for file in sorted(whole.iterdir()):
        file.replace(folder / file.name)
    whole.rmdir()
    _sync(folder)


def _sync(folder: Path) -> None:
    """See the names in a folder onto the disk, where the system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and a polite end wait for a few renames."""
    if current_thread() is not main_thread():  # only the main one is disturbed
        yield
        return
    waiting: list[int] = []

    def wait(number: int, _frame: FrameType | None) -> None:
        waiting.append(number)

    before = {number: signal.signal(number, wait) for number in _POLITE}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in waiting:
            signal.raise_signal(number)
