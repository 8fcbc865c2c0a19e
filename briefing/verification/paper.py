"""Verification: the PDF of a brief as it was given.

In: its bytes. Out: the files that are attached to it, `brief.json` among them, and what its pages show.
"""

from collections.abc import Iterator, Mapping
from ctypes import c_ulong
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.apart import Apart, Bounds, EndedError, RefusedError
from briefing.errors import BriefFileError
from briefing.render.carried import LARGEST
from briefing.verification.shown import Paragraph, Piece, Shown

if TYPE_CHECKING:
    from pypdfium2 import PdfAttachment, PdfDocument

RECORD = "brief.json"
process = Apart("briefing.verification.paper", Bounds(seconds=300, memory=1_000_000_000))
"""The process; of 1,000 pages it takes a few seconds."""
_MOST_FILES, _MOST_PAGES = 10_000, 5_000
_DIVIDES = "\ufffe"
"""What PDFium makes of a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF: the files that it carries, by their names; the text of each page; and whether it runs something."""

    files: Mapping[str, bytes]
    pages: tuple[str, ...]
    runs: bool

    @property
    def shown(self) -> Shown:
        """What the pages show."""
        return Shown(tuple(Paragraph((Piece(text),)) for text in self.pages))


def opened(content: bytes) -> Paper:
    """Open a PDF, in a process of its own: who made it may mean harm.

    Raises:
        BriefFileError: it is broken, asks for a password, or holds more than a brief does.
    """
    import msgspec

    try:
        return msgspec.msgpack.decode(process.ask(content), type=Paper)
    except RefusedError as error:
        raise BriefFileError(str(error)) from error
    except EndedError as error:
        raise BriefFileError("It is a PDF that cannot be read within bounds of memory and time.") from error
    finally:
        process.end()


def answer(content: bytes) -> bytes:
    """The same as MessagePack, within the process.

    Raises:
        RefusedError: the sentence with which it is refused.
    """
    import msgspec
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(content) as document:
            return msgspec.msgpack.encode(Paper(_attached(document), tuple(_pages(document)), _runs(document)))
    except BriefFileError as error:
        raise RefusedError(str(error)) from error
    except PdfiumError as error:
        raise RefusedError("It is no PDF that can be read: it is broken, or asks for a password.") from error


def _attached(document: "PdfDocument") -> Mapping[str, bytes]:
    from pypdfium2 import PdfiumError

    files: dict[str, bytes] = {}
    room = LARGEST
    if document.count_attachments() > _MOST_FILES:
        raise BriefFileError(f"It carries more than {_MOST_FILES} files, which no brief does.")
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        if (name := attachment.get_name()) in files:
            raise BriefFileError(f"It carries two files named “{name}”, which no brief does.")
        # Its own copy is made only of what is small enough.
        room -= _size(attachment)
        if room < 0:
            raise BriefFileError(f"The files that it carries have more than {LARGEST // 1_000_000} MB.")
        try:
            files[name] = bytes(attachment.get_data())
        except PdfiumError as error:
            raise BriefFileError(f"Its file “{name}” is broken. Take it anew from who sent it.") from error
    return files


def _size(attachment: "PdfAttachment") -> int:
    """How many bytes an attached file has."""
    from pypdfium2 import raw

    size = c_ulong()
    raw.FPDFAttachment_GetFile(attachment, None, 0, size)
    return size.value


def _runs(document: "PdfDocument") -> bool:
    """Whether it has a script, as no brief has."""
    from pypdfium2 import raw

    return bool(raw.FPDFDoc_GetJavaScriptActionCount(document))


def _pages(document: "PdfDocument") -> Iterator[str]:
    if len(document) > _MOST_PAGES:
        raise BriefFileError(f"It has more than {_MOST_PAGES} pages.")
    return (_text(document, number) for number in range(len(document)))


def _text(document: "PdfDocument", number: int) -> str:
    from pypdfium2 import PdfiumError

    try:
        text: str = document[number].get_textpage().get_text_range()
    except PdfiumError as error:
        raise BriefFileError(f"Its page {number + 1} is broken. Take the file anew from who sent it.") from error
    return text.replace(_DIVIDES, "-")
