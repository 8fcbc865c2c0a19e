"""Step 5, rendering: finished documents become files, all or none.

In: names and bytes. Out: the paths. Each file is written beside its place under
a temporary name; only when all are on the disk do they take their names, so
that a brief which was there before is never left half-written.
"""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from errno import EISDIR
from pathlib import Path

from briefing.errors import OutputError


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
    targets = {folder / name: content for name, content in files.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as cleaning:
            beside = [_write_beside(target, content, cleaning) for target, content in targets.items()]
            for temporary, target in zip(beside, targets, strict=True):
                temporary.replace(target)
    except OSError as error:
        raise OutputError(
            f"Cannot write to {folder}: {error.strerror or error}. "
            "Make room or give the rights, or choose another folder with --output."
        ) from error
    return tuple(targets)


def _write_beside(target: Path, content: bytes, cleaning: ExitStack) -> Path:
    """Write a file that can take the target's name, to be removed unless it does."""
    if target.is_dir():
        raise IsADirectoryError(EISDIR, f"{target.name} is a folder")
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    cleaning.callback(temporary.unlink, missing_ok=True)
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return temporary
