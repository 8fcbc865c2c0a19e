"""Verification: a brief as it was given, whatever its format.

In: a file. Out: `Given`: the record that it carries, what it shows, and what else is attached. What a file is, its
first bytes tell, and not its name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import BriefFileError
from briefing.render import newest
from briefing.render.carried import LARGEST
from briefing.verification import page, paper, word
from briefing.verification.shown import Shown

_LARGEST_FILE = {"json": LARGEST, "html": LARGEST, "docx": 4 * LARGEST, "pdf": 4 * LARGEST}
"""Bytes of a file of each kind."""
_HEAD = 1024
_NO_RECORD = (
    "It carries no record of a brief, so nothing can be held against it. "
    "Name the brief.json that was written with it behind it."
)


@dataclass(frozen=True, slots=True)
class Given:
    """A brief as it was given.

    `record` holds the bytes of `brief.json`, none where the document carries it no more. `template` names the template
    that made the document, empty where it does not say. `shown` is None where nothing but the record is there.
    `attached` are the other files in a PDF. `content` is what was read of it.
    """

    kind: str
    record: bytes
    template: str = ""
    shown: Shown | None = None
    attached: Mapping[str, bytes] = field(default_factory=dict)
    runs: bool = False
    content: bytes = b""


def opened(file: Path, record: Path | None = None) -> Given:
    """Open a brief.

    Args:
        file: it.
        record: its `brief.json`, for a document that carries none any more.

    Raises:
        BriefFileError: there is no such file, it carries no record of a brief, or it is too large.
    """
    file = newest(file)
    try:
        with file.open("rb") as stream:
            kind = _kind(stream.read(_HEAD))
            stream.seek(0)
            content = stream.read(_LARGEST_FILE[kind] + 1)
    except IsADirectoryError as error:
        raise BriefFileError("It is a folder. Give the files of a brief, such as the brief.json in it.") from error
    except OSError as error:
        raise BriefFileError(f"It cannot be read: {error.strerror or error}. Give a brief.") from error
    if len(content) > _LARGEST_FILE[kind]:
        most = _LARGEST_FILE[kind] // 1_000_000
        raise BriefFileError(f"It has more than {most} MB, the most that is read of a brief in this format.")
    given = _OPENING[kind](file, content)
    if given.record:
        return given
    if record is None:
        raise BriefFileError(_NO_RECORD)
    return replace(given, record=opened(record).record)


def _kind(head: bytes) -> str:
    """What a file is, by its first bytes."""
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, kind in ((b"PK\x03\x04", "docx"), (b"{", "json"), (b"<", "html")):
        if begins.startswith(sign):
            return kind
    if b"%PDF-" in head:
        return "pdf"
    raise BriefFileError("It is no brief. Give a brief.json, or a brief as PDF, Word file or page.")


def _json(_file: Path, content: bytes) -> Given:
    return Given("json", content)


def _html(_file: Path, content: bytes) -> Given:
    root = page.parsed(content)
    record, template = _found(page.record_of(root))
    return Given("html", record, template, page.shown_in(root), content=content)


def _docx(file: Path, _content: bytes) -> Given:
    parts = word.parts_of(file)
    record, template = _found(word.record_of(parts))
    return Given("docx", record, template, word.shown_in(parts))


def _pdf(_file: Path, content: bytes) -> Given:
    given = paper.opened(content)
    attached = dict(given.files)
    record = attached.pop(paper.RECORD, None)
    found, template = _found(None if record is None else (record, ""))
    return Given("pdf", found, template, given.shown, attached, given.runs)


def _found(record: tuple[bytes, str] | None) -> tuple[bytes, str]:
    """The record and the name of its template, both empty where there is none."""
    return record or (b"", "")


_OPENING: Mapping[str, Callable[[Path, bytes], Given]] = {"json": _json, "html": _html, "docx": _docx, "pdf": _pdf}
