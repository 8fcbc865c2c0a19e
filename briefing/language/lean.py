"""Step 2: spaCy imported without its commands.

spaCy's package imports its command line, and so an HTTP client, a manager of projects and more: half of the time that
its import takes, and nothing that a brief needs. They are there for whoever asks for them later.
"""

import sys
from contextlib import suppress
from types import ModuleType
from typing import Any

_COMMANDS, _INFO = "spacy.cli", "spacy.cli.info"
"""What spaCy imports of them is one function of the second."""


def import_spacy() -> None:
    """Import spaCy, if nobody has yet; one that needs more of its commands is left to be imported as a whole."""
    if "spacy" in sys.modules:
        return
    standing_in = {name: ModuleType(name) for name in (_COMMANDS, _INFO)}
    vars(standing_in[_INFO])["info"] = _info
    sys.modules |= standing_in
    try:
        with suppress(ImportError):
            import spacy  # noqa: F401
    finally:
        for name in standing_in:
            del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    """What spaCy tells of itself."""
    from spacy.cli.info import info

    return info(*args, **options)
