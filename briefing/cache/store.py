"""The user's store of what was made: one SQLite file, bounded, safe for several programs at once, never in the way.

Enters: bytes, of a kind and under a key. Leaves: the same bytes, or nothing. A file that cannot be read or written, one
that another program is writing and a damaged one are no errors: they are passed over, and a damaged one is made anew.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from time import time
from typing import Self
from zlib import crc32

from briefing.errors import OutputError
from briefing.settings import PACKAGE

FILE = "kept.sqlite"
MOST = 250_000_000
"""Bytes that are kept in all; beyond them, what was not used for longest goes."""
_SLACK = 4096
"""Bytes that an entry takes in the file beside its content, at most."""
_TOGETHER = 4_000_000
"""Bytes that are written together, so that a build that is stopped leaves most of what it has made."""
_RECENT = 3600
"""Seconds for which it is not written down that an entry was used again."""
_WAIT = 5
"""Seconds to wait for another program that is writing."""
_TABLE = """
create table if not exists kept (
    kind text not null, key text not null, used integer not null, size integer not null,
    checksum integer not null, content blob not null, primary key (kind, key)
)"""
_BY_USE = "create index if not exists by_use on kept (used, size)"
_FIND = "select used, checksum, content from kept where kind = ? and key = ?"
_KEEP = "insert or replace into kept values (?, ?, ?, ?, ?, ?)"
_USED = "update kept set used = ? where kind = ? and key = ?"
_TOTAL = "select coalesce(sum(size), 0) from kept"
_BOUND = """
delete from kept where rowid in (
    select rowid from (select rowid, sum(size) over (order by used desc, rowid desc) as held from kept) where held > ?
)"""
_COUNTS = "select kind, count(*) from kept group by kind order by kind"


@dataclass(frozen=True, slots=True)
class Usage:
    """Where things are kept, how many there are of each kind, and how many bytes they take."""

    folder: Path
    entries: Mapping[str, int]
    size: int


def place() -> Path:
    """The folder of the store; it need not be there."""
    from platformdirs import user_cache_path

    return user_cache_path(PACKAGE.name, appauthor=False) / "store"


def _file() -> Path:
    return place() / FILE


def _of_old() -> Path:
    """Where earlier versions kept whole collections, a file for each."""
    return place().with_name("collections")


class Store:
    """What is kept, as long as a build needs it; what is new is written now and then, and at the end."""

    def __init__(self) -> None:
        self._reader: sqlite3.Connection | None = None
        self._is_damaged = False
        self._new: list[tuple[str, str, bytes]] = []
        self._used: list[tuple[str, str]] = []
        self._waiting = 0

    def __enter__(self) -> Self:
        """Open what there is."""
        with suppress(sqlite3.Error):
            self._reader = sqlite3.connect(f"{_file().as_uri()}?mode=ro", uri=True, timeout=_WAIT)
        return self

    def __exit__(self, *_: object) -> None:
        """Write what is not written yet, also what was made before the work was stopped."""
        self._close()
        self._write()

    def find(self, kind: str, key: str) -> bytes | None:
        """What is kept under a key; None if nothing whole is."""
        try:
            row = self._reader.execute(_FIND, (kind, key)).fetchone() if self._reader else None
        except sqlite3.Error as error:
            # Where it cannot be read once, nobody waits for it again.
            self._is_damaged = _tells_damage(error)
            self._close()
            return None
        if row is None:
            return None
        used, checksum, content = row
        if time() - used > _RECENT:
            self._used.append((kind, key))
        return content if crc32(content) == checksum else None

    def keep(self, kind: str, key: str, content: bytes) -> None:
        """Keep bytes under a key, if that can be done; what does not fit among `MOST` is not kept."""
        if len(content) + _SLACK > MOST:
            return
        self._new.append((kind, key, content))
        self._waiting += len(content)
        if self._waiting > _TOGETHER:
            self._write()

    def _close(self) -> None:
        if self._reader:
            self._reader.close()
        self._reader = None

    def _write(self) -> None:
        if not (self._new or self._used or self._is_damaged):
            return
        with suppress(sqlite3.Error, OSError):
            try:
                if self._is_damaged:
                    _file().unlink(missing_ok=True)
                self._written()
            except sqlite3.Error as error:
                if not _tells_damage(error):
                    raise
                _file().unlink(missing_ok=True)
                self._written()
        self._new, self._used, self._waiting, self._is_damaged = [], [], 0, False

    def _written(self) -> None:
        now = int(time())
        with _changing() as connection:
            connection.executemany(_USED, ((now, *one) for one in self._used))
            connection.executemany(
                _KEEP, ((*name, now, len(one) + _SLACK, crc32(one), one) for *name, one in self._new)
            )
            if connection.execute(_TOTAL).fetchone()[0] > MOST:
                connection.execute(_BOUND, (MOST,))
        rmtree(_of_old(), ignore_errors=True)


def _tells_damage(error: sqlite3.Error) -> bool:
    """Whether the file is none of a store's; a file that is locked or cannot be written is whole."""
    return type(error) is sqlite3.DatabaseError


@contextmanager
def _changing() -> Iterator[sqlite3.Connection]:
    """A transaction on the store, which is made where there is none."""
    # A source may be for few eyes, and so is what is made of it.
    place().mkdir(mode=0o700, parents=True, exist_ok=True)
    _file().touch(mode=0o600)
    with closing(sqlite3.connect(_file(), timeout=_WAIT, isolation_level=None)) as connection:
        connection.execute("begin immediate")
        try:
            connection.execute(_TABLE)
            connection.execute(_BY_USE)
            yield connection
            connection.execute("commit")
        except BaseException:
            connection.rollback()
            raise


def usage() -> Usage:
    """How much is kept.

    Raises:
        OutputError: the store cannot be read.
    """
    try:
        size = _file().stat().st_size
        with closing(sqlite3.connect(f"{_file().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as connection:
            return Usage(place(), dict(connection.execute(_COUNTS)), size)
    except (FileNotFoundError, NotADirectoryError):
        return Usage(place(), {}, 0)
    except sqlite3.DatabaseError as error:
        if _tells_damage(error):
            return Usage(place(), {}, size)
        raise OutputError(f"Cannot read {_file()}: {error}.") from error
    except OSError as error:
        raise OutputError(f"Cannot read {_file()}: {error.strerror or error}.") from error


def clear() -> Usage:
    """Remove all that is kept, and what earlier versions kept.

    Returns:
        What there was.

    Raises:
        OutputError: it cannot be removed.
    """
    held = usage()
    try:
        rmtree(_of_old(), ignore_errors=True)
        _emptied()
    except (sqlite3.Error, OSError) as error:
        raise OutputError(f"Cannot clear {place()}: {error}. Remove it by hand.") from error
    return held


def _emptied() -> None:
    """Take all out of the file; it is not removed while another program may be writing to it."""
    if not _file().exists():
        return
    try:
        with _changing() as connection:
            connection.execute("delete from kept")
        with closing(sqlite3.connect(_file(), timeout=_WAIT, isolation_level=None)) as connection:
            connection.execute("vacuum")
    except sqlite3.Error as error:
        if not _tells_damage(error):
            raise
        _file().unlink(missing_ok=True)
