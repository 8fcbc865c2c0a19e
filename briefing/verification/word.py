"""Verification: a Word file as it was given.

In: the file. Out: the record that it carries, and what its body shows, with the numbers that each footnote names in
the place of the note. The file may have been made to harm: it is held to the bounds of a stranger's template.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from briefing.errors import BriefFileError, TemplateError
from briefing.render.docx.parts import W
from briefing.render.docx.record import record_in
from briefing.render.docx.trust import check_archive
from briefing.verification.shown import Scribe, Shown

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_BODY, _NOTES = "word/document.xml", "word/footnotes.xml"
_CITED = re.compile(r"(?:source|passage)_\d[\d_]*")
_PARTS = re.compile(r"word/(?:document|footnotes)\.xml|customXml/item\d+\.xml")


def parts_of(file: Path) -> Mapping[str, bytes]:
    """The parts that matter here, by their names.

    Raises:
        BriefFileError: it is no Word file, or one that would unpack to too much.
    """
    try:
        check_archive(file)
    except TemplateError as error:
        raise BriefFileError(str(error)) from error
    parts = parts_in(file.read_bytes())
    if _BODY not in parts:
        raise BriefFileError("It is an archive, but no Word file. Give a brief that this program has written.")
    return parts


def parts_in(content: bytes) -> Mapping[str, bytes]:
    """The parts that matter here of a Word file that may be trusted."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if _PARTS.fullmatch(name)}


def record_of(parts: Mapping[str, bytes]) -> tuple[bytes, str] | None:
    """The record that a Word file carries, with the name of its template.

    Raises:
        BriefFileError: it is damaged.
    """
    return record_in(parts)


def shown_in(parts: Mapping[str, bytes]) -> Shown:
    """What the body of a Word file shows.

    Raises:
        BriefFileError: its XML is broken.
    """
    notes = {note.get(f"{W}id"): _numbers(note) for note in _root(parts, _NOTES)} if _NOTES in parts else {}
    scribe = Scribe()
    for block in _root(parts, _BODY).iter(f"{W}p"):
        for element in block.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}footnoteReference"):
            if element.tag == f"{W}footnoteReference":
                for number in notes.get(element.get(f"{W}id"), ()):
                    scribe.cite(number)
            elif _link(element) is not None:
                scribe.cite(element.text or "")
            else:
                scribe.say((element.text or "") if element.tag == f"{W}t" else " ")
        scribe.close()
    return scribe.shown()


def _numbers(note: "BaseOxmlElement") -> list[str]:
    """The numbers of the sources that a footnote names, in parentheses where it says that they state only a part."""
    told = []
    for link in note.iter(f"{W}hyperlink"):
        if _CITED.fullmatch(link.get(f"{W}anchor", "")):
            number, *place = (text.text or "" for text in link.iter(f"{W}t"))
            told.append(f"({number})" if "".join(place).endswith(")") else number)
    return told


def _link(element: "BaseOxmlElement") -> "BaseOxmlElement | None":
    """The link to a source that words stand in."""
    return next(
        (one for one in element.iterancestors(f"{W}hyperlink") if _CITED.fullmatch(one.get(f"{W}anchor", ""))), None
    )


def _root(parts: Mapping[str, bytes], name: str) -> "BaseOxmlElement":
    from docx.oxml import parse_xml

    try:
        root: BaseOxmlElement = parse_xml(parts[name])
    except SyntaxError as error:
        raise BriefFileError(f"Its {name} is broken. Take the file anew from who sent it.") from error
    return root
