"""Where the index of an archive lies: in the user's cache folder, since the archive may be others', or read-only."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from briefing.settings import PACKAGE


def place_of(paths: Iterable[Path]) -> Path:
    """The file of the index of these files and folders; it need not be there."""
    from platformdirs import user_cache_path

    told = b"\0".join(sorted({os.fsencode(os.path.realpath(path)) for path in paths}))
    return user_cache_path(PACKAGE.name, appauthor=False) / "archives" / f"{sha256(told).hexdigest()[:32]}.sqlite"
