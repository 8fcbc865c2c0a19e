"""The file of an index, opened: its tables are there, and are those of this version.

Enters: a path. Leaves: a connection of SQLite. An index in the user's cache folder that is damaged, or of another
version, is made anew; a file that a user names is never removed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from briefing.errors import OutputError

SCHEMA = 1
"""Of the tables; an index of another one is made anew."""
OURS = 0x42524946
"""By this a file of SQLite is known to be such an index."""
PATIENCE = 60
"""Seconds that one program waits for another to finish a batch."""
_TABLES = """
CREATE TABLE told (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, stamp TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, label TEXT NOT NULL, sha256 TEXT NOT NULL,
    title TEXT, publisher TEXT, published TEXT, text BLOB NOT NULL
);
CREATE INDEX documents_of_files ON documents (file);
CREATE TABLE refused (file INTEGER NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL);
CREATE INDEX refused_of_files ON refused (file);
CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='porter unicode61 remove_diacritics 2');
"""
"""`words` holds words and their places alone; to take a source out, its packed text is told to it once more."""
_BROKEN = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CORRUPT_VTAB", "SQLITE_CORRUPT_INDEX", "SQLITE_FORMAT"})


class BrokenError(Exception):
    """The index cannot be used, and is to be made anew."""


def opened(file: Path) -> sqlite3.Connection:
    """Open an index, or begin one.

    Raises:
        BrokenError: it is damaged, or of another version.
        OutputError: it cannot be written, it is no index, or this Python has no full-text search.
    """
    try:
        # What is made of a source may be for few eyes, as the source is.
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            file.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise OutputError(
            f"The index {file} cannot be written: {error.strerror}. Name another with --index."
        ) from error
    with failures_told(file):
        base = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
        try:
            base.execute("PRAGMA synchronous = NORMAL")
            _begin(base, file)
        except BaseException:
            base.close()
            raise
    return base


@contextmanager
def failures_told(file: Path) -> Iterator[None]:
    """Tell what SQLite raises as what a user, or who asks, can do about it.

    Raises:
        BrokenError: the index is damaged.
        OutputError: it cannot be read or written.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") in _BROKEN:
            raise BrokenError(str(error)) from error
        if "fts5" in str(error):
            raise OutputError("This Python's SQLite has no full-text search (FTS5). Use a Python that has.") from error
        raise OutputError(f"The index {file} cannot be used: {error}. Name another with --index.") from error


def is_ours(file: Path) -> bool:
    """Whether a file is an index, by its head, which a damaged one has too; an empty one may become one."""
    with file.open("rb") as content:
        head = content.read(100)
    return not head or head[68:72] == OURS.to_bytes(4, "big")


@contextmanager
def batch(base: sqlite3.Connection) -> Iterator[None]:
    """All that is written within is there in the end, or none of it."""
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        base.execute("ROLLBACK")
        raise
    base.execute("COMMIT")


def _begin(base: sqlite3.Connection, file: Path) -> None:
    """Make the tables where there are none."""
    with batch(base):
        if _number(base, "application_id") == OURS:
            if _number(base, "user_version") != SCHEMA:
                raise BrokenError("It is of another version.")
            return
        if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise OutputError(f"{file} is no index of an archive. Name another file with --index.")
        for table in filter(str.strip, _TABLES.split(";")):
            base.execute(table)
        base.execute(f"PRAGMA application_id = {OURS}")
        base.execute(f"PRAGMA user_version = {SCHEMA}")


def _number(base: sqlite3.Connection, pragma: str) -> int:
    with closing(base.execute(f"PRAGMA {pragma}")) as found:
        return int(found.fetchone()[0])
