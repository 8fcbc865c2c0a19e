"""How often rings of objects that nobody holds are looked for while a brief is made: rarely.

In: nothing. Out: the caller's own pace again, when the work is done. A step keeps nearly all that it makes for the next
one, so a look goes through all of it and finds next to nothing; at Python's own pace this takes a tenth of the
processor time of a build.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = (50_000, 20, 100)
"""New objects before a look at these, and how many such looks before one at older ones, and at the oldest."""


def keep_all() -> None:
    """Look rarely from now on: for a process that is the program's own."""
    gc.set_threshold(*RARELY)


@contextmanager
def keeping_all() -> Iterator[None]:
    """Look rarely for as long as this lasts: for a process that calls the program."""
    before = gc.get_threshold()
    keep_all()
    try:
        yield
    finally:
        gc.set_threshold(*before)
