"""The index of an archive, kept up to date: files in, files out, and what is in it.

Enters: a `File` with what was read of it, or the path of one that is gone. Leaves: the stamps of the files that
are there, so that only what changed is read again. Two programs may do so at once, and each may be killed.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.archive.base import BrokenError, batch, failures_told, is_ours, opened
from briefing.errors import OutputError

_LEVEL = 1  # zlib's fastest: the text is only kept to take its words out again


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as the index knows it.

    `label` is the name that a brief gives it, `sha256` the digest of its bytes, `text` what a brief may use of it.
    """

    label: str
    sha256: str
    title: str | None
    publisher: str | None
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a part of one, that cannot be used, and why."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the archive, by its path on the disk: a stamp that changes as it does, and the digest of its bytes."""

    path: Path
    stamp: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what a file holds; all of it where the part begins and ends it."""

    file: File
    entries: tuple[Entry | Refused, ...]
    begins: bool = True
    ends: bool = True


class Index:
    """An index, opened. It closes as a context.

    Args:
        file: where it is; it is made where it is missing.
        reading: what tells how sources are read; an index that was made otherwise is emptied.
        is_named: whether a user has named the file: one that is no index is not touched then.

    Raises:
        OutputError: it cannot be written, or the file is no index.
    """

    def __init__(self, file: Path, reading: str, *, is_named: bool = False) -> None:
        self.file = file
        self.was_damaged = False
        try:
            self.base = self._opened(reading)
        except BrokenError as error:
            if is_named and not is_ours(file):
                raise OutputError(f"{file} is no index of an archive. Name another file with --index.") from error
            self.remove()
            self.was_damaged = True
            self.base = self._opened(reading)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.base.close()

    def remove(self) -> None:
        """Remove the file of the index."""
        for ending in ("", "-journal"):
            self.file.with_name(self.file.name + ending).unlink(missing_ok=True)

    def files(self) -> Mapping[Path, File]:
        """The files that are in it, whole or not; of those that are not the stamp is empty."""
        with failures_told(self.file):
            found = self.base.execute("SELECT path, stamp, sha256 FROM files")
            return {path: File(path, *told) for name, *told in found if (path := Path(os.fsdecode(name)))}

    def documents(self) -> int:
        """How many sources are in it."""
        with failures_told(self.file):
            return int(self.base.execute("SELECT count(*) FROM documents").fetchone()[0])

    def reasons(self) -> list[tuple[str, int]]:
        """Why sources could not be used, and how many for each reason, the most frequent first."""
        with failures_told(self.file):
            return self.base.execute(
                "SELECT reason, count(*) FROM refused GROUP BY reason ORDER BY count(*) DESC, reason"
            ).fetchall()

    def put(self, parts: Iterable[Part]) -> None:
        """Put in what was read of files, each in the place of what was read of it before."""
        with failures_told(self.file), batch(self.base):
            for part in parts:
                if part.begins:
                    self._begin(part.file)
                self._put(part)

    def restamp(self, file: File) -> None:
        """Note that a file has another stamp, and still the same bytes."""
        with failures_told(self.file):
            self.base.execute("UPDATE files SET stamp = ? WHERE path = ?", (file.stamp, os.fsencode(file.path)))

    def drop(self, paths: Iterable[Path]) -> None:
        """Take files out that are gone."""
        with failures_told(self.file), batch(self.base):
            for path in paths:
                self._drop(path)

    def _opened(self, reading: str) -> sqlite3.Connection:
        base = opened(self.file)
        with failures_told(self.file), batch(base):
            told = base.execute("SELECT value FROM told WHERE key = 'reading'").fetchone()
            if told is None or told[0] != reading:
                _empty(base)
                base.execute("INSERT OR REPLACE INTO told VALUES ('reading', ?)", (reading,))
        return base

    def _begin(self, file: File) -> None:
        self._drop(file.path)
        self.base.execute("INSERT INTO files (path, stamp, sha256) VALUES (?, '', '')", (os.fsencode(file.path),))

    def _put(self, part: Part) -> None:
        found = self.base.execute("SELECT id FROM files WHERE path = ?", (os.fsencode(part.file.path),)).fetchone()
        if found is None:  # another program has begun it anew, or it is gone; the next run reads it
            return
        for entry in part.entries:
            self._enter(found[0], entry)
        if part.ends:
            told = part.file.stamp, part.file.sha256, found[0]
            self.base.execute("UPDATE files SET stamp = ?, sha256 = ? WHERE id = ?", told)

    def _enter(self, file: int, entry: Entry | Refused) -> None:
        if isinstance(entry, Refused):
            self.base.execute("INSERT INTO refused VALUES (?, ?, ?)", (file, entry.label, entry.reason))
            return
        packed = zlib.compress(entry.text.encode(), _LEVEL)
        made = self.base.execute(
            "INSERT INTO documents (file, label, sha256, title, publisher, published, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (file, entry.label, entry.sha256, entry.title, entry.publisher, entry.published, packed),
        )
        self.base.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (made.lastrowid, entry.text))

    def _drop(self, path: Path) -> None:
        for (file,) in self.base.execute("SELECT id FROM files WHERE path = ?", (os.fsencode(path),)).fetchall():
            for document, packed in self.base.execute("SELECT id, text FROM documents WHERE file = ?", (file,)):
                told = document, zlib.decompress(packed).decode()
                self.base.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", told)
            self.base.execute("DELETE FROM documents WHERE file = ?", (file,))
            self.base.execute("DELETE FROM refused WHERE file = ?", (file,))
            self.base.execute("DELETE FROM files WHERE id = ?", (file,))


def _empty(base: sqlite3.Connection) -> None:
    for table in ("files", "documents", "refused"):
        base.execute(f"DELETE FROM {table}")  # noqa: S608  the names are ours
    base.execute("INSERT INTO words (words) VALUES ('delete-all')")
