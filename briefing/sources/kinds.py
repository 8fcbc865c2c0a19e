"""Step 1, reading: the bytes of a file → the kind of file that they are.

What a file is called says little: a saved page may be named `.txt`, and a Word
file `.bin`. Only text and Markdown, which look alike, are told by the name.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from briefing.sources.draft import UnreadableError
from briefing.sources.encoding import opening


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that can be read.

    Args:
        name: what it is called here; its reader is the module of that name in `readers/`.
        title: what an error calls it.
        media_type: IANA's name for it.
        holds: whether it holds sources, and is none itself.
    """

    name: str
    title: str
    media_type: str
    holds: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("text", "a text file", "text/plain"),
        Kind("markdown", "a Markdown file", "text/markdown"),
        Kind("html", "a web page", "text/html"),
        Kind("mhtml", "a saved web page", "multipart/related"),
        Kind("webarchive", "a saved web page", "application/x-webarchive"),
        Kind("pdf", "a PDF document", "application/pdf"),
        Kind("docx", "a Word file", f"{_OFFICE}wordprocessingml.document"),
        Kind("odt", "an OpenDocument text", "application/vnd.oasis.opendocument.text"),
        Kind("rtf", "a Rich Text document", "application/rtf"),
        Kind("epub", "an EPUB book", "application/epub+zip"),
        Kind("eml", "a mail", "message/rfc822"),
        Kind("mbox", "a mailbox", "application/mbox", holds=True),
        Kind("json", "articles as JSON", "application/json", holds=True),
        Kind("jsonl", "articles as JSON lines", "application/jsonl", holds=True),
        Kind("article", "an article as JSON", "application/json"),
        Kind("zip", "a zip archive", "application/zip", holds=True),
    )
}
"""The kinds by name. To add one, name it here, tell it in `recognised`, and write its reader."""

_UNREADABLE = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .docx"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
)
_MARKDOWN = frozenset({".md", ".markdown"})
_NO_ARTICLE = frozenset({
    ".bib", ".c", ".cfg", ".conf", ".css", ".csv", ".ics", ".ini", ".js", ".log", ".map", ".mjs", ".php", ".py", ".sh",
    ".sql", ".srt", ".svg", ".tex", ".toml", ".ts", ".tsv", ".vcf", ".vtt", ".xml", ".yaml", ".yml",
})  # fmt: skip
_PAGE = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_OF_MAIL = frozenset({"from", "received", "message-id", "mime-version", "return-path", "delivered-to"})
_SAVED_PAGE = re.compile(r"^Content-Type:\s*multipart/related;.*?text/html", re.IGNORECASE | re.MULTILINE | re.DOTALL)


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
    return KINDS[found or _of_text(opening(data), name)]


def _of_signature(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:  # readers of PDF look that far for it
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    is_list = data.startswith(b"bplist00") or b"<plist" in data[:1024]
    return "webarchive" if is_list and b"WebMainResource" in data else None


def _of_zip(data: bytes) -> str | None:
    """What a zip archive is by what lies in it."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (BadZipFile, ValueError, OSError) as error:
        raise UnreadableError("It is a zip archive, or a Word or OpenDocument file, and damaged.") from error
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return "docx"
        raise UnreadableError("It is an Office file without text, such as a spreadsheet or slides.")
    if "META-INF/container.xml" in names:
        return "epub"
    return "odt" if {"content.xml", "META-INF/manifest.xml"} <= names else "zip"


_BY_BYTES: tuple[Callable[[bytes], str | None], ...] = (_of_signature, _of_zip)


def _of_text(text: str, name: str) -> str:
    """What a text is by how it begins."""
    if _PAGE.match(text):
        return "html"
    if _JSON.match(text) and (kind := _of_json(text)):
        return kind
    if re.match(r"From \S+.*\n[A-Za-z-]+:", text):
        return "mbox"
    if is_mail(text):
        return "mhtml" if _SAVED_PAGE.search(text) else "eml"
    ending = PurePath(name).suffix.lower()
    if ending in _NO_ARTICLE:
        raise UnreadableError(f"It is text, but no article by its ending {ending}; name it .txt if it is one.")
    return "markdown" if ending in _MARKDOWN else "text"


def _of_json(text: str) -> str | None:
    """Whether it is one value, or a value in each line."""
    first = text.lstrip().partition("\n")[0].strip()
    with suppress(ValueError, RecursionError):
        if isinstance(json.loads(first), dict) and len(text.split("\n", 2)) > 1:
            return "jsonl"
    return "json"


def is_mail(text: str) -> bool:
    """Whether a text begins with the header of a mail."""
    if not (header := _HEADERS.match(text)):
        return False
    names = {name.lower() for name in _HEADER.findall(header[0])}
    return bool(names & _OF_MAIL) and len(names & (_OF_MAIL | {"to", "subject", "date"})) > 1
