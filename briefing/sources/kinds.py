"""Step 1, reading: the bytes of a file → the kind of file that they are.

What a file is called says little: a saved page may be named `.txt`, and a Word
file `.bin`. Only text and Markdown, which look alike, are told by the name.
"""

import json
import re
import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from briefing.sources import office
from briefing.sources.draft import UnreadableError
from briefing.sources.encoding import opening

MOST_BYTES = 100_000_000
"""Bytes of a file; a text of a tenth of that would fill fifty books."""
_MOST_TEXT = 10_000_000
_MOST_JSON = 30_000_000
_MOST_ENTRIES = 100_000


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that can be read.

    Args:
        name: what it is called here; its reader is the module of that name in `readers/`.
        title: what an error calls it.
        media_type: IANA's name for it.
        holds: whether it holds sources, and is none itself.
        brings: whether it is a source that brings others along, as a mail does with what is attached.
        most: bytes of it that are read; the memory that it takes is many times that.
    """

    name: str
    title: str
    media_type: str
    holds: bool = False
    brings: bool = False
    most: int = MOST_BYTES


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("text", "a text file", "text/plain", most=_MOST_TEXT),
        Kind("markdown", "a Markdown file", "text/markdown", most=_MOST_TEXT),
        Kind("html", "a web page", "text/html"),
        Kind("mhtml", "a saved web page", "multipart/related"),
        Kind("webarchive", "a saved web page", "application/x-webarchive"),
        Kind("pdf", "a PDF document", "application/pdf"),
        Kind("docx", "a Word file", f"{_OFFICE}wordprocessingml.document"),
        Kind("odt", "an OpenDocument text", "application/vnd.oasis.opendocument.text"),
        Kind("rtf", "a Rich Text document", "application/rtf"),
        Kind("epub", "an EPUB book", "application/epub+zip"),
        Kind("eml", "a mail", "message/rfc822", brings=True),
        Kind("mbox", "a mailbox", "application/mbox", holds=True),
        Kind("json", "articles as JSON", "application/json", holds=True, most=_MOST_JSON),
        Kind("jsonl", "articles as JSON lines", "application/jsonl", holds=True),
        Kind("article", "an article as JSON", "application/json", most=_MOST_JSON),
        Kind("zip", "a zip archive", "application/zip", holds=True),
    )
}
"""The kinds by name. To add one, name it here, tell it in `recognised`, and write its reader."""

_UNREADABLE = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
    (b"BZh", "a bzip2 archive; unpack it"),
    (b"\xfd7zXZ\0", "an xz archive; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it"),
    (b"!BDN", "an Outlook mailbox; save its mails as .eml"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a film"),
    (b"\x1aE\xdf\xa3", "a film"),
)
_MARKDOWN = frozenset({".md", ".markdown"})
_JSON_LINES = frozenset({".jsonl", ".ndjson"})
_NO_ARTICLE = frozenset({
    ".bib", ".c", ".cfg", ".conf", ".css", ".csv", ".ics", ".ini", ".js", ".log", ".map", ".mjs", ".php", ".py", ".sh",
    ".sql", ".srt", ".svg", ".tex", ".toml", ".ts", ".tsv", ".vcf", ".vtt", ".xml", ".yaml", ".yml",
})  # fmt: skip
_COMMENT = r"<!--(?:(?!-->).)*-->"  # one that can end in one place alone, else the search never ends
_HEAD = rf"(?:\s|{_COMMENT}|<\?xml[^>]*>|<!doctype\s[^>]*>)*"
_PAGE = re.compile(rf"{_HEAD}<(?:html|head|body)\b|(?:\s|{_COMMENT})*<!doctype\s+html", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rf"{_HEAD}<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
_FLAT = re.compile(rf"{_HEAD}<office:document\b[^>]*\.opendocument\.text", re.DOTALL)
_DRAWING = re.compile(rf"{_HEAD}<svg\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<\?xml\b")
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"[^"\n]*"\s*:|\})')
_MBOX = re.compile(r"From \S+.*\d\d:\d\d.*\n[A-Za-z-]+:")
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_OF_MAIL = frozenset({
    "content-type", "content-transfer-encoding", "delivered-to", "from", "message-id", "mime-version", "received",
    "return-path",
})  # fmt: skip
_BESIDE = frozenset({"to", "subject", "date"})
_RELATED = re.compile(r"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(r"^(?:Snapshot-Content-Location:|From:\s*\W*saved by\b)", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^(?:To|Received|Message-ID):", re.IGNORECASE | re.MULTILINE)


def recognised(data: bytes, name: str) -> Kind:
    """Tell what a file is.

    Args:
        data: all its bytes.
        name: what it is called.

    Raises:
        UnreadableError: it is of a kind that cannot be read.
    """
    for signature, title in _UNREADABLE:
        if data.startswith(signature):
            raise UnreadableError(f"It is {title}.")
    found = next((kind for told in _BY_BYTES if (kind := told(data))), None)
    return KINDS[found or _of_text(data, opening(data).lstrip("\n"), PurePath(name).suffix.lower())]


def _of_signature(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:  # readers of PDF look that far for it
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(office.OLE):
        raise UnreadableError(office.reason_of_ole(data))
    if data[257:262] == b"ustar":
        raise UnreadableError("It is a tar archive; unpack it.")
    if data[4:8] == b"ftyp":
        raise UnreadableError("It is a picture, a sound or a film.")
    is_list = data.startswith(b"bplist00") or b"<plist" in data[:1024]
    return "webarchive" if is_list and b"WebMainResource" in data else None


def _of_zip(data: bytes) -> str | None:
    """What a zip archive is by what lies in it."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:  # to list them all would take more memory than to unpack many
        raise UnreadableError(f"It is a zip archive of more than {_MOST_ENTRIES:,} files; unpack it.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise UnreadableError("It is a zip archive, or a Word or OpenDocument file, and damaged.") from error
    return office.of_parts(names, data) or "zip"


_BY_BYTES: tuple[Callable[[bytes], str | None], ...] = (_of_zip, _of_signature)


def _of_text(data: bytes, text: str, ending: str) -> str:
    """What a text is by how it begins."""
    if _FEED.match(text):
        raise UnreadableError("It is a news feed, which holds no whole articles; save its pages.")
    if _DRAWING.match(text):
        raise UnreadableError("It is a picture.")
    if _FLAT.match(text):
        return "odt"
    if _PAGE.match(text):
        return "html"
    if _JSON.match(text):
        return _of_json(data, ending)
    if _MBOX.match(text):
        return "mbox"
    if is_mail(text):
        return "mhtml" if _is_saved_page(text) else "eml"
    if ending in _NO_ARTICLE:
        raise UnreadableError(f"It is text, but no article by its ending {ending}; name it .txt if it is one.")
    if _XML.match(text):
        raise UnreadableError("It is XML, which may hold anything; save it as a page or as text.")
    return "markdown" if ending in _MARKDOWN else "text"


def _of_json(data: bytes, ending: str) -> str:
    """Whether it is one value, or a value in each line."""
    if ending in _JSON_LINES:
        return "jsonl"
    first, _, rest = data.lstrip().partition(b"\n")
    with suppress(ValueError, RecursionError):
        if rest.strip() and isinstance(json.loads(first), dict):
            return "jsonl"
    return "json"


def is_mail(text: str) -> bool:
    """Whether a text begins with the header of a mail."""
    if not (header := _HEADERS.match(text)):
        return False
    below = text[header.end() :]
    if not below.startswith("\n") and "\n" in below:  # else it is empty, or the header goes on
        return False
    names = {name.lower() for name in _HEADER.findall(header[0])}
    return bool(names & _OF_MAIL) and len(names & (_OF_MAIL | _BESIDE)) > 1


def _is_saved_page(text: str) -> bool:
    """Whether a mail of several parts is none, but the form in which browsers save a page."""
    header = text.partition("\n\n")[0]
    return bool(_RELATED.search(header)) and bool(_SAVED.search(header) or not _SENT.search(header))
