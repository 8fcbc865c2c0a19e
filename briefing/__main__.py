"""The program `briefing`, also as `python -m briefing`."""

import gc
import sys
from io import TextIOWrapper

from briefing.cli import app

_GARBAGE = (50_000, 20, 100)
"""How rarely rings of objects that nobody holds are looked for: a build keeps nearly all that it makes to its end.

At Python's own pace looking takes a tenth of the processor time of a build, and finds next to nothing.
"""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*_GARBAGE)
    # A title or file name must not stop the report where the terminal lacks its letters.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
