"""Step 5, rendering: citations as footnotes that Word numbers.

In: paragraphs of python-docx, which makes no footnotes, and their citations.
Out: the same with a footnote each, which names the sources with the numbers of
their list, and leads to the passages.
"""

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING

from briefing.render.docx.parts import add_link
from briefing.render.view import Cite
from briefing.render.words import Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import XmlPart
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The notes that hold the rules above the others, with the numbers that Word gives them."""
_BEHIND = (
    *("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang"),
    *("w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade"),
    *("w:captions", "w:readModeInkLockDown", "w:smartTagType", "sl:schemaLibrary", "w:shapeDefaults"),
    *("w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator"),
)
"""What follows the footnotes among a document's settings, as the schema orders them."""


class Footnotes:
    """The footnotes of a document, which may have some of its own.

    `begun` tells that one has been added.

    Args:
        document: the document.
        words: the words beside those of the sources.
    """

    def __init__(self, document: "Document", words: Words) -> None:
        self._document = document
        self._words = words
        self._notes: BaseOxmlElement = _part(document).element
        self._numbers = count(_last(self._notes) + 1)
        self._text = str(document.styles["footnote text"].style_id)
        self._reference = str(document.styles["footnote reference"].style_id)
        self.begun = False

    def add(self, block: "Paragraph", cites: Iterable[Cite]) -> None:
        """Add a footnote at the end of a paragraph."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph

        self.begun = True
        number = {qn("w:id"): str(next(self._numbers))}
        self._mark(block, OxmlElement("w:footnoteReference", number))
        note, element = OxmlElement("w:footnote", number), OxmlElement("w:p")
        note.append(element)
        self._notes.append(note)
        # The document lends its styles; the part of the footnotes knows none.
        told = Paragraph(element, self._document._body)  # noqa: SLF001
        element.style = self._text
        self._mark(told, OxmlElement("w:footnoteRef"))
        told.add_run("\t")
        add_places(told, cites, self._words)

    def _mark(self, block: "Paragraph", mark: "BaseOxmlElement") -> None:
        """Add the number of a note, which Word counts."""
        run = block.add_run()._r  # noqa: SLF001
        run.style = self._reference
        run.append(mark)


def add_places(block: "Paragraph", cites: Iterable[Cite], words: Words) -> None:
    """Add the numbers of sources with the places that are cited, each as a link to it."""
    for position, cite in enumerate(cites):
        if position:
            block.add_run(words.between)
        link = add_link(block, str(cite.number), cite.target, "Source Number")
        link.append(block.add_run(f"\u00a0{cite.place(words)}")._r)  # noqa: SLF001


def _last(notes: "BaseOxmlElement") -> int:
    """The highest id among the notes."""
    from docx.oxml.ns import qn

    return max((int(note.get(qn("w:id"))) for note in notes), default=0)


def _part(document: "Document") -> "XmlPart":
    """The part of the footnotes; a new one where there is none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    package = document.part.package
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            found = relation.target_part
            part: XmlPart = XmlPart.load(found.partname, found.content_type, found.blob, package)
            for inner in found.rels.values():
                part.load_rel(inner.reltype, inner._target, inner.rId, inner.is_external)  # noqa: SLF001
            # python-docx reads the part as bytes; its place is taken by one that can be added to.
            relation._target = part  # noqa: SLF001
            return part
    _announce(document)
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(_separators()), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def _separators() -> str:
    """Footnotes that hold only the rules above them."""
    from docx.oxml.ns import nsdecls

    held = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in _SEPARATORS.items()
    )
    return f"<w:footnotes {nsdecls('w')}>{held}</w:footnotes>"


def _announce(document: "Document") -> None:
    """Tell the settings which notes hold the rules."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    settings = document.settings.element
    told = settings.find(qn("w:footnotePr"))
    if told is None:
        told = OxmlElement("w:footnotePr")
        settings.insert_element_before(told, *_BEHIND)
    for number in _SEPARATORS.values():
        told.append(OxmlElement("w:footnote", {qn("w:id"): str(number)}))
