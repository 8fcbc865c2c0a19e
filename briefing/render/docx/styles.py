"""Step 5, rendering: the styles that the brief is set in.

In: the Word file of a template, and the shipped one. Out: the former with every
style of the latter: its own where it has one, by name or by id, for a Word in
another language may write names in its own; else the shipped one, in the letters
of its own `Normal` and the colours of its own theme.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.render.docx.look import colours_of, recolour
from briefing.render.docx.parts import W
from briefing.settings import refuse

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.styles import CT_Style
    from docx.oxml.xmlchemy import BaseOxmlElement


def lend_styles(document: "Document", shipped: "Document") -> tuple[str, ...]:
    """Give a document the styles that it lacks.

    Returns:
        The names of these.

    Raises:
        TemplateError: a style has the name of a shipped one, and is of something else.
    """
    known = document.styles.element
    ids: dict[str, str] = {}
    lent: list[CT_Style] = []
    for style in shipped.styles.element.style_lst:
        own = _own(document, style)
        if own is None:
            own = deepcopy(style)
            known.append(own)
            lent.append(own)
        ids[str(style.styleId)] = str(own.styleId)
    colours = colours_of(document)
    for style in lent:
        _settle(style, ids)
        recolour(style, colours)
        for number in style.xpath("./w:pPr/w:numPr/w:numId"):
            number.val = _lend_list(document, shipped, number.val)
    return tuple(str(style.name_val) for style in lent)


def _own(document: "Document", wanted: "CT_Style") -> "CT_Style | None":
    """The document's own style of that name or id; it is named as the program names it."""
    known = document.styles.element
    own: CT_Style | None = known.get_by_name(wanted.name_val)
    if own is None and (own := known.get_by_id(wanted.styleId)) is None:
        return None
    if own.type != wanted.type:
        sentence = f"The style “{wanted.name_val}” is for {_kind(own)}, and the brief needs one for {_kind(wanted)}."
        refuse(TemplateError(f"{sentence} Give yours another name.", rule="word-style"))
    own.name_val = wanted.name_val
    return own


def _kind(style: "CT_Style") -> str:
    return {"paragraph": "paragraphs", "character": "words", "table": "tables"}.get(style.get(f"{W}type"), "lists")


def _settle(style: "CT_Style", ids: Mapping[str, str]) -> None:
    """Let a lent style stand on those of its new document, and take their letters."""
    style.attrib.pop(f"{W}default", None)
    for pointer in style.xpath("./w:basedOn | ./w:next | ./w:link"):
        pointer.set(f"{W}val", ids[pointer.get(f"{W}val")])
    for font in style.xpath("./w:rPr/w:rFonts"):
        font.getparent().remove(font)


def _lend_list(document: "Document", shipped: "Document", number: int) -> int:
    """Give a document a list of the shipped one, and return its number there."""
    theirs, ours = shipped.part.numbering_part.element, _numbering(document)
    (entry,) = theirs.xpath(f"./w:num[@w:numId='{number}']")
    (form,) = theirs.xpath(f"./w:abstractNum[@w:abstractNumId='{entry.abstractNumId.val}']")
    form, entry = deepcopy(form), deepcopy(entry)
    place = max(_numbers(ours, "abstractNum", "abstractNumId"), default=-1) + 1
    form.set(f"{W}abstractNumId", str(place))
    entry.abstractNumId.val = place
    entry.numId = max(_numbers(ours, "num", "numId"), default=0) + 1
    # All forms stand before all lists.
    ours.insert(len(ours.findall(f"{W}abstractNum")), form)
    ours.append(entry)
    return int(entry.numId)


def _numbers(numbering: "BaseOxmlElement", tag: str, name: str) -> Iterator[int]:
    return (int(element.get(f"{W}{name}")) for element in numbering.findall(f"{W}{tag}"))


def _numbering(document: "Document") -> "BaseOxmlElement":
    """The root of the document's lists; a new one where it has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import OxmlElement
    from docx.parts.numbering import NumberingPart

    part = document.part
    if all(rel.reltype != RELATIONSHIP_TYPE.NUMBERING for rel in part.rels.values()):
        name, root = PackURI("/word/numbering.xml"), OxmlElement("w:numbering")
        part.relate_to(NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, part.package), RELATIONSHIP_TYPE.NUMBERING)
    numbering: BaseOxmlElement = part.numbering_part.element
    return numbering
