"""Step 5, rendering: a stranger's Word file, held to what one may bring along.

In: the template's `brief.docx`. Out: nothing where it can be filled; else an error that
says what it would run, fetch or unpack. The template that it was once made from, which
Word keeps as a path of its author's disk, is forgotten.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from briefing.errors import TemplateError
from briefing.render.docx.parts import W

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.opc.rel import _Relationship
    from docx.oxml.xmlchemy import BaseOxmlElement

_LARGEST, _MOST_PARTS = 100_000_000, 2000
"""Bytes of all that a file unpacks to, and how many parts that may be."""
_DECLARED = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
"""XML may make names for text here, which grows without end; Word writes none."""
_RUNS = {
    "vbaProject": "macros",
    "aFChunk": "a page of another format",
    "oleObject": "an object of another program",
    "control": "a control",
    "attachedToolbars": "toolbars",
}
"""Kinds of parts that run or hide something, and what they are."""
_FETCHES = re.compile(r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|DATABASE)\b", re.IGNORECASE)
"""How a field begins that reads another file or starts another program."""
_LEADS = ("http://", "https://", "mailto:")


def check_archive(layout: "Path") -> None:
    """Refuse a file before anything of it is unpacked, by what it says of itself.

    Raises:
        TemplateError: it is no archive, would unpack to too much, or declares entities.
    """
    try:
        with ZipFile(layout) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
                raise TemplateError(f"{layout} unpacks to more than {_LARGEST // 1_000_000} MB. Use smaller pictures.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and any(word in archive.read(part) for word in _DECLARED):
                    raise TemplateError(f"{layout}: {part.filename} declares entities. Save the file anew from Word.")
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise TemplateError(f"{layout} is no Word file. Save it from Word as .docx.") from error


def check_content(document: "Document", layout: "Path") -> None:
    """Refuse what runs something or reads what lies outside the file, and forget where it was made from.

    Raises:
        TemplateError: with what it is.
    """
    _forget_origin(document)
    problem = next(chain(_related(document), _fields(document)), None)
    if problem:
        raise TemplateError(f"{layout} {problem}")


def _forget_origin(document: "Document") -> None:
    for part in document.part.package.iter_parts():
        for id_ in [id_ for id_, rel in part.rels.items() if rel.reltype.endswith("/attachedTemplate")]:
            del part.rels[id_]
    for element in document.settings.element.findall(f"{W}attachedTemplate"):
        document.settings.element.remove(element)


def _related(document: "Document") -> Iterator[str]:
    for rel in document.part.package.iter_rels():
        kind = rel.reltype.rpartition("/")[2]
        if kind in _RUNS:
            yield f"holds {_RUNS[kind]}. Take it out in Word, and save as .docx."
        if rel.is_external and not _is_link(rel, kind):
            yield f"reads {rel.target_ref[:80]!r} when it is opened. Put into it what it shows: in Word, “Break Link”."


def _is_link(rel: "_Relationship", kind: str) -> bool:
    """Whether it is a link that a reader may follow, and not what Word reads by itself."""
    return kind == "hyperlink" and rel.target_ref.lower().startswith(_LEADS)


def _fields(document: "Document") -> Iterator[str]:
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) or part.content_type.endswith("notes+xml"):
            root = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
            told = [simple.get(f"{W}instr", "") for simple in root.iter(f"{W}fldSimple")]
            for paragraph in root.iter(f"{W}p"):
                told += _whole_fields(paragraph)
            yield from (
                f"has the field {field.strip()[:60]!r}, which reads another file. Take it out."
                for field in told
                if _FETCHES.match(field)
            )


def _whole_fields(paragraph: "BaseOxmlElement") -> list[str]:
    """The instructions of its fields, whose words Word may split over runs."""
    pieces = paragraph.iter(f"{W}instrText", f"{W}fldChar")
    return "".join("\n" if piece.tag == f"{W}fldChar" else piece.text or "" for piece in pieces).split("\n")
