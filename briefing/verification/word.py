"""Verification: a Word file as it was given.

In: the file. Out: the record that it carries, and what its body shows, with the numbers that each footnote names in
the place of the note. The file may have been made to harm: it is held to the bounds of a stranger's template.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import takewhile
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

_BODY, _NOTES = "word/document.xml", {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_REFERENCES = {f"{W}{kind}Reference": kind for kind in _NOTES}
_UNSEEN = (f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
"""What is struck out or was moved from here, and the copy of a text box for old readers."""
_OFF = {"0", "false", "off"}
_SIGNS = {f"{W}noBreakHyphen": "-", f"{W}softHyphen": "", f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " "}
_CITED = re.compile(r"(?:source|passage)_\d[\d_]*")
_PARTS = re.compile(r"word/(?:document|footnotes|endnotes)\.xml|customXml/item\d+\.xml")


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
    """What the body of a Word file shows, with the changes that an editor has tracked in it as if they were accepted.

    Raises:
        BriefFileError: its XML is broken.
    """
    notes = {
        (kind, note.get(f"{W}id")): _numbers(note)
        for kind, name in _NOTES.items()
        if name in parts
        for note in _root(parts, name)
    }
    scribe = Scribe()
    for block in _root(parts, _BODY).iter(f"{W}p"):
        for element in block.iter(f"{W}t", *_SIGNS, *_REFERENCES):
            if not _is_seen(element, block):
                continue
            if kind := _REFERENCES.get(element.tag):
                for number in notes.get((kind, element.get(f"{W}id")), ()):
                    scribe.cite(number)
            elif _link(element) is not None:
                scribe.cite(element.text or "")
            else:
                scribe.say(_SIGNS.get(element.tag, element.text or ""))
        scribe.close()
    return scribe.shown()


def _is_seen(element: "BaseOxmlElement", block: "BaseOxmlElement") -> bool:
    """Whether it is of this very paragraph, and not of a text box in it, and neither struck out nor hidden."""
    hidden = element.getparent().find(f"{W}rPr/{W}vanish")
    if hidden is not None and hidden.get(f"{W}val") not in _OFF:
        return False
    return next(element.iterancestors(f"{W}p", *_UNSEEN), None) is block and not [*block.iterancestors(*_UNSEEN)]


def _numbers(note: "BaseOxmlElement") -> list[str]:
    """The numbers of the sources that a note names, in parentheses where it says that they state only a part.

    Of a note that leads to none of them, its words.
    """
    told: list[tuple[BaseOxmlElement, list[str]]] = []
    words: list[str] = []
    for text in note.iter(f"{W}t"):
        if next(text.iterancestors(*_UNSEEN), None) is not None:
            continue
        words.append(text.text or "")
        link = _link(text)
        if link is None:
            continue
        if not told or told[-1][0] is not link:
            told.append((link, []))
        told[-1][1].append(words[-1])
    if not told and (said := " ".join("".join(words).split())):
        return [f"“{said}”"]
    return [_cited("".join(texts)) for _, texts in told]


def _cited(text: str) -> str:
    """The number at the head of a link, in parentheses where it ends in them."""
    number = "".join(takewhile(str.isdigit, text)) or text
    return f"({number})" if text.endswith(")") else number


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
