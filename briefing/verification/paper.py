"""Verification: the PDF of a brief as it was given.

In: its bytes. Out: the files that are attached to it, `brief.json` among them, and what its pages show.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes import c_ulong
from typing import TYPE_CHECKING

from briefing.errors import BriefFileError
from briefing.render.carried import LARGEST
from briefing.verification.shown import Paragraph, Piece, Shown

if TYPE_CHECKING:
    from pypdfium2 import PdfAttachment, PdfDocument

RECORD = "brief.json"
_MOST_FILES, _MOST_PAGES = 10_000, 5_000
_DIVIDES = "\ufffe"
"""What PDFium makes of a hyphen at the end of a line."""


@contextmanager
def opened(content: bytes) -> "Iterator[PdfDocument]":
    """The PDF.

    Raises:
        BriefFileError: it is broken, or asks for a password.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        raise BriefFileError("It is no PDF that can be read: it is broken, or asks for a password.") from error
    with document:
        yield document


def attached_to(document: "PdfDocument") -> Mapping[str, bytes]:
    """The files that a PDF carries, by their names.

    Raises:
        BriefFileError: there are too many, one is too large, or two have one name.
    """
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


def runs_something(document: "PdfDocument") -> bool:
    """Whether it has a script, as no brief has."""
    from pypdfium2 import raw

    return bool(raw.FPDFDoc_GetJavaScriptActionCount(document))


def shown_in(document: "PdfDocument") -> Shown:
    """What the pages show.

    Raises:
        BriefFileError: there are too many.
    """
    if len(document) > _MOST_PAGES:
        raise BriefFileError(f"It has more than {_MOST_PAGES} pages.")
    return Shown(tuple(Paragraph((Piece(_text(document, number)),)) for number in range(len(document))))


def _text(document: "PdfDocument", number: int) -> str:
    from pypdfium2 import PdfiumError

    try:
        text: str = document[number].get_textpage().get_text_range()
    except PdfiumError as error:
        raise BriefFileError(f"Its page {number + 1} is broken. Take the file anew from who sent it.") from error
    return text.replace(_DIVIDES, "-")
