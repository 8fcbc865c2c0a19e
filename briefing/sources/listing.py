"""Step 1, reading: an archive, of which only a part is read: its files without what is in them, then piece by piece.

In: paths. Out: for each file a stamp that changes as it does; of the files that are asked for, what is made of each
source in them, one after another, so that an archive of any size takes no more memory than its largest file.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from briefing.model import Document, Skipped
from briefing.settings import NOTES, PACKAGE, SIDECAR, Project
from briefing.sources.find import Found, Given, find
from briefing.sources.fingerprints import told as fingerprint
from briefing.sources.notes import Notes, Said
from briefing.sources.pieces import Piece, Room, Single, pieces
from briefing.sources.reading import opened, read_piece

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sources that are wanted of what is given: of each file the names by which a brief calls them."""

    given: Given
    labels: Mapping[Path, frozenset[str]]

    @property
    def files(self) -> Given:
        """The files that they are, or lie in; what the operator says of sources is said of all."""
        return Given(tuple(one for one in self.given.sources if one.path in self.labels), (), self.given.notes)


@dataclass(frozen=True, slots=True)
class Taken(Generic[Made]):
    """What was made of a source in a file, None if the file holds none; and whether it is its first and its last."""

    file: Found
    sha256: str
    made: Made | None
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Listing:
    """The files of an archive.

    Args:
        given: what the paths lead to.
        project: what the operator says of sources, beside what lies in the archive.
    """

    given: Given
    project: Project = field(default_factory=Project)

    @cached_property
    def notes(self) -> Notes:
        """What the operator says of sources."""
        return Notes(self.given.notes, self.project)

    @cached_property
    def reading(self) -> str:
        """What tells how sources are read: the program's own part of it, and what the operator says of many at once."""
        digest = sha256(str(self.project.sources).encode("utf-8", "surrogatepass"))
        for note in self.given.notes:
            if note.path.name == NOTES:
                digest.update("\0".join(fingerprint(note)).encode())
        for file in sorted((PACKAGE / "sources").rglob("*")):
            if file.suffix in {".py", ".toml"}:
                digest.update(file.read_bytes())
        return digest.hexdigest()

    @cached_property
    def _beside(self) -> Mapping[Path, Found]:
        """The files that tell of the one beside them, by that one."""
        found = (one for one in self.given.notes if one.path.name.endswith(SIDECAR))
        return {one.path.with_name(one.path.name.removesuffix(SIDECAR)): one for one in found}

    def stamp(self, file: Found) -> str:
        """What changes whenever a file does, or what is told of it beside it: its size and its time."""
        beside = self._beside.get(file.path)
        return " ".join(map(_stamp, (file, beside) if beside else (file,)))

    def digest(self, file: Found) -> str:
        """What tells the content of a file from any other, where only its time may have changed."""
        return "" if file.path in self._beside else fingerprint(file)[1]

    def read(
        self,
        files: Iterable[Found],
        made_of: Callable[[Document | Skipped], Made],
        spread: Callable[..., Iterator[Made]],
        language: str = "en",
    ) -> Iterator[Taken[Made]]:
        """Read files, with all that lies in them.

        Args:
            files: those of the archive that are wanted.
            made_of: what is made of each source where it is read; a pure function.
            spread: has the sources read, as for `sources.read`.
            language: the language of the brief, ISO 639-1.
        """
        waiting = deque[tuple[Found, str, bool, bool]]()
        unread = _unread(files, self.notes, waiting)
        for made in spread(partial(_made, made_of=made_of, language=language), unread, _size):
            file, digest, begins, ends = waiting.popleft()
            yield Taken(file, digest, made, begins, ends)


def listing(paths: Iterable[str | Path], *, project: Project | None = None, without: Iterable[Path] = ()) -> Listing:
    """List the files of an archive, and read none; the arguments are those of `read`."""
    project = project or Project()
    return Listing(find(paths, (*without, *([project.file] if project.file else []))), project)


Unread = tuple[Single | Skipped, Said] | None


def _unread(files: Iterable[Found], notes: Notes, waiting: deque[tuple[Found, str, bool, bool]]) -> Iterator[Unread]:
    """The sources in files, unread; what is known of them meanwhile goes to who waits for what is made of them."""
    for file in files:
        data = opened(file).content
        if isinstance(data, str):
            waiting.append((file, fingerprint(file)[1], True, True))
            yield Skipped(file.label, data), notes.of(file, file.label)
            continue
        digest = sha256(data).hexdigest()
        for piece, begins, ends in _placed(pieces(Piece(file.label, data), Room.wide())):
            waiting.append((file, digest, begins, ends))
            yield (piece, notes.of(file, _name(piece))) if piece else None


def _name(piece: Single | Skipped) -> str:
    return piece.path if isinstance(piece, Skipped) else piece.label


def _placed(found: Iterator[Single | Skipped]) -> Iterator[tuple[Single | Skipped | None, bool, bool]]:
    """Each with whether it is the first and whether it is the last; None if there is none."""
    current, begins = next(found, None), True
    while True:
        below = next(found, None)
        yield current, begins, below is None
        if below is None:
            return
        current, begins = below, False


def _made(unread: Unread, made_of: Callable[[Document | Skipped], Made], language: str) -> Made | None:
    if unread is None:
        return None
    piece, said = unread
    return made_of(piece if isinstance(piece, Skipped) else read_piece(piece, language, said))


def _size(unread: Unread) -> int:
    return len(unread[0].data) if unread and isinstance(unread[0], Single) else 0


def _stamp(file: Found) -> str:
    try:
        status = file.path.stat()
    except OSError:
        return "0 gone"
    return f"{status.st_size} {status.st_mtime_ns}"
