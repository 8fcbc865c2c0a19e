"""Step 1, reading: a PDF document → lines.

The characters of each page (`glyphs.py`), without what runs through all pages
(`running.py`), in columns (`columns.py`), as paragraphs (`paragraphs.py`) of whole
words (`hyphens.py`); and what the file says of itself (`facts.py`).

All this happens in a process of its own (`__main__.py`): a small file can ask for
more memory and time than there is, and a faulty one can end the program that reads it.
"""

import os
import subprocess
import sys

from briefing.sources.draft import Draft, UnreadableError

SECONDS = 120
"""Of processor time that one document may take; one of 1,000 pages takes 30."""
MEMORY = 1_200_000_000
"""Bytes that it may take."""
REFUSED = 10
"""What the process ends with where it has a sentence in place of a draft."""
_WAIT = 5
"""How many times its processor time the process may last, on a machine that has other work."""


def read(data: bytes) -> Draft:
    """Read a PDF document.

    Raises:
        UnreadableError: it is locked or damaged, has no text, or passes a bound.
    """
    import msgspec

    command = [sys.executable, "-P", "-m", __name__, str(SECONDS), str(MEMORY)]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603  the program itself
            command, input=data, capture_output=True, check=False, timeout=_WAIT * SECONDS, env=surroundings
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(_UNREAD) from error
    if done.returncode == REFUSED:
        raise UnreadableError(done.stdout.decode())
    if done.returncode:
        raise UnreadableError(_UNREAD)
    return msgspec.json.decode(done.stdout, type=Draft)


_UNREAD = "It is a PDF document that cannot be read, or not within bounds of memory and time; print it to a new PDF."
