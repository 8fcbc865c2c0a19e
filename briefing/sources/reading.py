"""Step 1, reading: one file → the documents in it.

In: a file as it was found. Out: a `Document` for each source that it is or holds,
and a `Skipped` for each that cannot be used. Nothing here knows of other files.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from briefing.model import Document, Skipped
from briefing.settings import PROJECT
from briefing.sources import blocks, clean, document, furniture, metadata, threads
from briefing.sources import language as languages
from briefing.sources.credits import take_credits
from briefing.sources.draft import Draft, UnreadableError, failed, refuse_long
from briefing.sources.find import Found
from briefing.sources.fingerprints import told as fingerprint
from briefing.sources.kinds import MOST_BYTES
from briefing.sources.notes import NOTHING, Notes, Said, noted
from briefing.sources.pieces import Piece, Room, Single, names_in, pieces
from briefing.sources.readers import reader_of


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of a file, and what tells its content, as `fingerprints` does."""

    told: tuple[str, str]
    read: tuple[Document | Skipped, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with what is in it, or with a sentence that says why that cannot be had.

    Where only some sources in it are `wanted`, those are their names.
    """

    file: Found
    content: bytes | str
    wanted: frozenset[str] | None = None

    @property
    def size(self) -> int:
        """How much there is to read."""
        return len(self.content)


def opened(file: Found, wanted: frozenset[str] | None = None) -> Opened:
    """Open a file as it was found, for all sources in it, or for those that are wanted."""
    try:
        return Opened(file, _content(file), wanted)
    except UnreadableError as error:
        return Opened(file, str(error), wanted)


def read_file(opened: Opened, language: str, notes: Notes) -> FileRead:
    """Read a file, and whatever lies in it. Nothing but its content is looked at, so any machine can do it.

    Args:
        opened: the file with its content.
        language: the language of the brief, ISO 639-1.
        notes: what the operator says of sources.
    """
    file, data = opened.file, opened.content
    if isinstance(data, str):
        return FileRead(fingerprint(file), (Skipped(file.label, data),))
    read = [
        one if isinstance(one, Skipped) else read_piece(one, language, notes.of(file, one.label))
        for one in _pieces(Piece(file.label, data), opened.wanted)
    ]
    return FileRead((file.label, sha256(data).hexdigest()), tuple(_told_of(file, one) for one in read))


def _pieces(file: Piece, wanted: frozenset[str] | None) -> Iterator[Single | Skipped]:
    """The sources in a file; where some are wanted, nothing of the others."""
    if wanted is None:
        return pieces(file)
    room = Room.wide(names_in(file.label, wanted))
    return (one for one in pieces(file, room) if isinstance(one, Single) and one.label in wanted)


def _told_of(file: Found, read: Document | Skipped) -> Document | Skipped:
    """What was read of a page, with a note on the folder that was saved beside it."""
    if file.beside is None or isinstance(read, Skipped):
        return read
    note = f"The folder {clean.line(file.beside.name)} was saved with it and is no source."
    return replace(read, notes=(*read.notes, note))


def _content(file: Found) -> bytes:
    if file.path.name == PROJECT:
        raise UnreadableError("It holds settings, which are followed where its folder alone is given.")
    try:
        with file.open() as content:
            # It may grow while it is read, so its size is asked of nobody.
            data = content.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"It cannot be opened: {error.strerror}.") from error
    if not data:
        raise UnreadableError("It is empty.")
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"It has more than {MOST_BYTES // 1_000_000} MB, the most that is read of a file.")
    return data


def read_piece(piece: Single, language: str, said: Said = NOTHING) -> Document | Skipped:
    """Read one source.

    Args:
        piece: its bytes, their kind, and how the brief names it.
        language: the language of the brief, ISO 639-1.
        said: what the operator says of it.
    """
    try:
        return noted(_document(piece, reader_of(piece.kind)(piece.data), language, said.values.get("language")), said)
    except UnreadableError as error:
        return Skipped(piece.label, str(error), error.language)
    except Exception as error:  # noqa: BLE001  a library that fails on one file must not end the brief
        return Skipped(piece.label, failed(piece.kind.title, error))


def _document(piece: Single, in_file: Draft, language: str, told: str | None) -> Document:
    refuse_long([line.text for line in in_file.lines])
    draft = metadata.take_dates(threads.drop(in_file))
    draft = metadata.take_names(take_credits(furniture.drop(draft)))
    draft = blocks.lay_out(languages.choose(draft, language, told))
    made = document.make(draft, piece, in_file)
    if all(block.kind in {"title", "heading"} for block in made.blocks):
        raise UnreadableError("It holds no text that a brief could use.")
    return made
