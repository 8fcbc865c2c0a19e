"""Before step 1, where an archive is large: its index is brought up to date, and what bears on a topic is found by it.

In: files and folders, and a topic. Out: which of their sources are to be read, and how they were chosen.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from briefing import archive, sources
from briefing.archive import Entry, File, Hits, Index, Part, Refused
from briefing.archive.base import BrokenError
from briefing.errors import NothingToBuildError
from briefing.model import Document, Selection, Skipped
from briefing.pipeline.gathering import Progress, silent
from briefing.pipeline.spread import FILES, over
from briefing.pipeline.wanted import Wanted
from briefing.settings import Project

Result = TypeVar("Result")
_BATCH = 1000
"""Sources that are written at once; so many are read again at most if the program is killed."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index that is up to date.

    Args:
        file: where it is.
        documents: how many sources are in it.
        reasons: why others are not, and how many for each reason.
        read: how many files were read for it now; the others had not changed.
        gone: how many were taken out, since they are no longer there.
        was_damaged: whether there was an index that could not be used.
    """

    file: Path
    documents: int
    reasons: tuple[tuple[str, int], ...]
    read: int
    gone: int
    was_damaged: bool

    @property
    def refused(self) -> int:
        """How many files, or parts of files, could not be read."""
        return sum(number for _, number in self.reasons)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an archive by its index, for a build."""

    hits: Hits
    chosen: sources.Chosen
    selection: Selection
    indexed: Indexed


def index(
    paths: str | Path | Iterable[str | Path],
    *,
    file: str | Path | None = None,
    project: Project | None = None,
    without: Iterable[str | Path] = (),
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Indexed:
    """Bring the full-text index of an archive up to date, or make it.

    Args:
        paths: files, or folders with all they hold; one or several.
        file: the file of the index; one in the user's cache folder if None.
        project: what a project file says of sources.
        without: files and folders that are no sources, though they lie in a folder that is given.
        executor: where many sources are read; here, one by one, if None.
        progress: called with (step, detail) as the work goes on.

    Raises:
        OutputError: the index cannot be written.
        SettingError: what the operator says of a source cannot be followed.
    """
    told = sources.listing(_listed(paths), project=project, without=map(Path, without))
    place = Path(file) if file else None
    work = _Work(told, place or archive.place_of(_listed(paths)), executor, progress, is_named=place is not None)
    return work.done(lambda _index, indexed: indexed)


def find(
    paths: str | Path | Iterable[str | Path],
    wanted: Wanted,
    *,
    project: Project | None = None,
    without: Iterable[str | Path] = (),
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Found:
    """Find what bears on a topic, after the index was brought up to date.

    Args:
        paths: files, or folders with all they hold.
        wanted: the topic, the dates and how many sources.
        project: as for `index`, and so are the arguments that follow.
        without: likewise.
        executor: likewise.
        progress: likewise.

    Raises:
        NothingToBuildError: there is no source, or none bears on the topic.
        OutputError: the index cannot be written.
        SettingError: the topic has no word, or what the operator says of a source cannot be followed.
    """
    topic = archive.topic_of(wanted.topic or "")
    told = sources.listing(_listed(paths), project=project, without=map(Path, without))
    within = wanted.bounds.holds if wanted.bounds else None

    def searched(index: Index, indexed: Indexed) -> tuple[Hits, Indexed]:
        progress("Searching", topic.said)
        return archive.search(index, topic, within, wanted.limit), indexed

    place = wanted.index or archive.place_of(_listed(paths))
    hits, indexed = _Work(told, place, executor, progress, is_named=wanted.index is not None).done(searched)
    if not indexed.documents:
        raise empty(indexed)
    if not hits.best:
        raise NothingToBuildError((_nothing(wanted, hits, indexed),))
    labels = defaultdict[Path, set[str]](set)
    for hit in hits.best:
        labels[hit.path].add(hit.label)
    chosen = sources.Chosen(told.given, {path: frozenset(names) for path, names in labels.items()})
    return Found(hits, chosen, _selection(wanted, hits, indexed), indexed)


def empty(indexed: Indexed) -> NothingToBuildError:
    """What is to be raised where an index has no source."""
    return NothingToBuildError((" ".join(("There is no source to search.", *(why for why, _ in indexed.reasons))),))


def _listed(paths: str | Path | Iterable[str | Path]) -> tuple[Path, ...]:
    return tuple(map(Path, [paths] if isinstance(paths, str | Path) else paths))


def _nothing(wanted: Wanted, hits: Hits, indexed: Indexed) -> str:
    told = f"Nothing in {indexed.documents:,} sources bears on “{wanted.topic}”"
    if hits.outside or hits.undated:
        return (
            f"{told} within the dates. Of what bears on it, {hits.outside:,} published outside of them and "
            f"{hits.undated:,} without a date were found. Widen the dates."
        )
    return f"{told}. Use other words, or fewer."


def _selection(wanted: Wanted, hits: Hits, indexed: Indexed) -> Selection:
    return Selection(
        topic=wanted.topic,
        since=wanted.bounds.since,
        until=wanted.bounds.until,
        searched=indexed.documents,
        found=hits.found,
        used=len(hits.best),
        copies=hits.copies,
        outside=hits.outside,
        undated=hits.undated,
        unusable=indexed.refused,
        some_words=hits.some_words,
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """An index that is to be brought up to date, and what that takes."""

    told: sources.Listing
    file: Path
    executor: Executor | None
    progress: Progress
    is_named: bool

    def done(self, use: Callable[[Index, Indexed], Result]) -> Result:
        """What is made of the index when it is up to date; one that turns out to be damaged is made anew, once."""
        was_damaged = False
        while True:
            with Index(self.file, self.told.reading, is_named=self.is_named) as index:
                was_damaged |= index.was_damaged
                try:
                    return use(index, self._updated(index, was_damaged=was_damaged))
                except BrokenError:
                    if was_damaged:
                        raise
                    was_damaged = True
                    index.remove()

    def _updated(self, index: Index, *, was_damaged: bool) -> Indexed:
        self.progress("Indexing", "looking for what has changed")
        given = {file.path: file for file in self.told.given.sources if file.path != self.file}
        known = index.files()
        index.drop(gone := [path for path in known if path not in given])
        stamps = {path: self.told.stamp(file) for path, file in given.items()}
        changed = [path for path, stamp in stamps.items() if path not in known or known[path].stamp != stamp]
        unread = [
            given[path]
            for path in changed
            if not _is_same(index, self.told, known.get(path), given[path], stamps[path])
        ]
        parts = _parts(self.told, unread, stamps, self.executor)
        done = 0
        while batch := [*islice(parts, _BATCH)]:
            index.put(batch)
            done += sum(part.ends for part in batch)
            self.progress("Indexing", f"{done:,} of {len(unread):,} files")
        missing = [(one.reason, 1) for one in self.told.given.missing]
        return Indexed(index.file, index.documents(), (*index.reasons(), *missing), len(unread), len(gone), was_damaged)


def _is_same(index: Index, told: sources.Listing, known: File | None, file: sources.Found, stamp: str) -> bool:
    """Whether a file of another size or time has the content that it had; then that is noted."""
    if known is None or not known.sha256 or told.digest(file) != known.sha256:
        return False
    index.restamp(File(known.path, stamp, known.sha256))
    return True


def _parts(
    told: sources.Listing, files: Iterable[sources.Found], stamps: dict[Path, str], executor: Executor | None
) -> Iterator[Part]:
    for taken in told.read(files, _entry, over(executor, FILES)):
        file = File(taken.file.path, stamps[taken.file.path], taken.sha256)
        yield Part(file, () if taken.made is None else (taken.made,), taken.begins, taken.ends)


def _entry(read: Document | Skipped) -> Entry | Refused:
    """What the index knows of a source: its text without what a page has around it."""
    if isinstance(read, Skipped):
        return Refused(read.path, read.reason)
    source = read.source
    text = "\n".join(read.text[block.start : block.end] for block in read.blocks)
    title = [source.title] if source.title and source.title not in text else []
    told = "\n".join([*title, text])
    return Entry(source.path, source.sha256, source.title, source.publisher, source.published, told)
