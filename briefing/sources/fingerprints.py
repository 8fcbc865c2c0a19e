"""Step 1, reading: what tells the sources that are given from all others, without reading them.

Enters: paths. Leaves: for each file the name that a brief calls it by, and the
digest of its content; for what cannot be read, why.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from briefing.settings import Project
from briefing.sources.find import Found, find
from briefing.sources.readers import READERS


def fingerprints(
    paths: Iterable[str | Path], *, project: Project | None = None, without: Iterable[Path] = ()
) -> tuple[tuple[str, str], ...]:
    """The name of each source with what tells its content, in the order of the names.

    Args:
        paths: files and folders, as for `read`.
        project: likewise.
        without: likewise.
    """
    own = [project.file] if project and project.file else []
    found, missing = find(paths, (*without, *own))
    told = [(file.label, _digest(file)) for file in found] + [(one.path, one.reason) for one in missing]
    return tuple(sorted(told))


def _digest(file: Found) -> str:
    if (kind := file.path.suffix.lower()) not in READERS:
        return f"no source: {kind}"
    try:
        with file.path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        return f"closed: {error.strerror}"
