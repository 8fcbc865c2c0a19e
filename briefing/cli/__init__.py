"""The command line: parses, calls the pipeline, prints. Nothing else here prints.

Results go to standard output, progress and errors to standard error.
"""

from briefing.cli.app import app

__all__ = ["app"]
