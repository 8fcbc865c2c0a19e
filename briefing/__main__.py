"""The program `briefing`, also as `python -m briefing`."""

import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command line."""
    # A process of the program that reads and analyses imports this file, and has no use for the command line.
    from briefing.cli import app
    from briefing.pipeline.keeping import keep_all

    keep_all()

    # A title or file name must not stop the report where the terminal lacks its letters.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
