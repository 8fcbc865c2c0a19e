"""Step 1, reading: an archive → the kind of office document that it is, or why it cannot be read.

New programs pack a document as a zip archive, which is known by the names of its parts,
old ones as a file system of their own (OLE), which is known by the names of its streams.
"""

import re
from collections.abc import Collection

from briefing.sources.draft import UnreadableError

LOCKED = "It is locked with a password; save it without one."
_SHEET = "It is a spreadsheet; give the text that matters as .docx or .txt."
_SLIDES = "It is a set of slides; save it as .pdf."
_APPLE = "It is a document of Pages, Numbers or Keynote; export it as .docx or .pdf."
_PRINT = "It is an XPS document; save it as .pdf."
_OTHER = "It is an Office file of a kind that is not read; save it as .pdf."

_WORD = re.compile(r"word/document\d*\.xml")
_BY_PART = {
    "xl/workbook.xml": _SHEET,
    "xl/workbook.bin": _SHEET,
    "ppt/presentation.xml": _SLIDES,
    "Index/Document.iwa": _APPLE,
    "FixedDocSeq.fdseq": _PRINT,
    "FixedDocumentSequence.fdseq": _PRINT,
    "[Content_Types].xml": _OTHER,
}
_OPEN = re.compile(rb"application/vnd\.oasis\.opendocument\.([a-z]+)")
_OPEN_HEAD = 200
"""Bytes at the head of an OpenDocument file among which it says what it is."""
_OF_OPEN = {b"spreadsheet": _SHEET, b"presentation": _SLIDES}

OLE = b"\xd0\xcf\x11\xe0"
"""How a file of an old Office program begins."""
_BY_STREAM = (
    ("EncryptedPackage", LOCKED),
    ("__substg1.0_", "It is an Outlook message; save it as .eml."),
    ("WordDocument", "It is an old Word file; save it as .docx."),
    ("Workbook", _SHEET),
    ("PowerPoint Document", _SLIDES),
)


def of_parts(names: Collection[str], data: bytes) -> str | None:
    """The kind of a zip archive; None where it is no office document.

    Args:
        names: those of its parts.
        data: all its bytes.

    Raises:
        UnreadableError: it is an office document of a kind that cannot be read.
    """
    if "META-INF/container.xml" in names:
        return "epub"
    if any(_WORD.fullmatch(name) for name in names) and "[Content_Types].xml" in names:
        return "docx"
    if reason := next((reason for part, reason in _BY_PART.items() if part in names), None):
        raise UnreadableError(reason)
    if not {"content.xml", "META-INF/manifest.xml"} <= {*names}:
        return None
    stated = _OPEN.search(data[:_OPEN_HEAD])
    if stated and stated[1] != b"text":
        raise UnreadableError(_OF_OPEN.get(stated[1], _OTHER))
    return "odt"


def reason_of_ole(data: bytes) -> str:
    """Why a file of an old Office program cannot be read, and what to do."""
    told = (reason for stream, reason in _BY_STREAM if stream.encode("utf-16-le") in data)
    return next(told, "It is an old Office document; save it as .docx.")
