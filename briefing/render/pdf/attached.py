"""Step 5, rendering: what a PDF carries besides its pages.

In: a `Brief`. Out: the text of each source, as every span of the brief counts
it, and `brief.json`: a reader of the PDF alone can check every sentence of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.model import Brief, Document
from briefing.render import json
from briefing.render.wording import plain
from briefing.settings import Template

_UNSAFE = re.compile(r"[^A-Za-z0-9._]+")
_LONGEST = 60
"""Characters of a source's path in the name of its file."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF, and how the brief relates to it, in the terms of ISO 32000-2, 7.11.3."""

    name: str
    description: str
    relationship: Literal["Source", "Data"]
    content: bytes


def attached(brief: Brief, template: Template) -> tuple[Attachment, ...]:
    """The files that a PDF of the brief carries, by their names.

    A source is a `Source`: the pages are made of its text. `brief.json` is `Data`:
    the pages show what it holds.
    """
    data = Attachment("brief.json", "The brief as data", "Data", json.render(brief, template))
    return tuple(sorted((data, *_sources(brief)), key=lambda attachment: attachment.name))


def texts(brief: Brief) -> dict[str, bytes]:
    """The texts of the sources by the names that they have in a PDF."""
    return {attachment.name: attachment.content for attachment in _sources(brief)}


def _sources(brief: Brief) -> Iterator[Attachment]:
    """The sources: those that are cited by their numbers, as S1 and S2, the others counted, as U1 and U2."""
    digits = len(str(len(brief.documents)))
    uncited = [document for document in brief.documents if not document.source.number]
    numbers = {document.source.id: f"U{place:0{digits}}" for place, document in enumerate(uncited, start=1)}
    for document in brief.documents:
        number = numbers.get(document.source.id, f"S{document.source.number:0{digits}}")
        yield Attachment(_name(number, document), _description(document), "Source", _text(document))


def _name(number: str, document: Document) -> str:
    """A name that any system can write: “S3 lake-d.txt”."""
    stem = re.sub(r"\.\w{1,8}$", "", document.source.path)
    safe = _UNSAFE.sub("-", stem).strip("-.")[-_LONGEST:].strip("-.")
    return f"{number} {safe}.txt" if safe else f"{number}.txt"


def _description(document: Document) -> str:
    """What the source calls itself, and where it was read."""
    source = document.source
    return " · ".join(plain(part) for part in (source.title, source.path) if part)


def _text(document: Document) -> bytes:
    # Reading has cleaned it, but a caller's own document may hold what is no Unicode text.
    return document.text.encode("utf-8", "replace")
