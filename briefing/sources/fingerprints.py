"""Step 1, reading: what tells the sources that are given from all others, without reading them.

Enters: paths. Leaves: for each file, of what the operator says of sources too, the name
that a brief calls it by, and the digest of its content; for what cannot be read, why.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from briefing.settings import Project
from briefing.sources.find import Found, Given, find
from briefing.sources.kinds import MOST_BYTES


def fingerprints(
    paths: Iterable[str | Path],
    *,
    project: Project | None = None,
    without: Iterable[Path] = (),
    chosen: Given | None = None,
) -> tuple[tuple[str, str], ...]:
    """The name of each source with what tells its content, in the order of the names.

    Args:
        paths: files and folders, as for `read`.
        project: likewise.
        without: likewise.
        chosen: the files that are wanted, where they are found already.
    """
    own = [project.file] if project and project.file else []
    given = chosen or find(paths, (*without, *own))
    files = [told(file) for file in (*given.sources, *given.notes)]
    return tuple(sorted(files + [(one.path, one.reason) for one in given.missing]))


def told(file: Found) -> tuple[str, str]:
    """The name of a file with what tells its content."""
    try:
        with file.open() as content:
            # What is too large is not read, so that a file without an end is none for its fingerprint either.
            return file.label, sha256(content.read(MOST_BYTES + 1)).hexdigest()
    except OSError as error:
        return file.label, f"closed: {error.strerror}"
