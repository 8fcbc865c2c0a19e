"""The program `briefing`, also as `python -m briefing`."""

import sys
from io import TextIOWrapper

from briefing.cli import app


def main() -> None:
    """Run the command line."""
    # A title or file name must not stop the report where the terminal lacks its letters.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
