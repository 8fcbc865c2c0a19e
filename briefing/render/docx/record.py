"""Step 5, rendering: the record of a brief in its Word file.

In: the document, and `brief.json`. Out: a part of custom XML, which Word and LibreOffice keep when they save the file
and show to nobody; and from the file's parts the record again.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from briefing.errors import BriefFileError
from briefing.render.carried import packed, unpacked

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

NAMESPACE = "urn:briefing:record:1"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_ID = UUID("6f1c2b5e-3d0a-5d7c-9a55-0b8c9f0e4a11")
"""Names the records of this program among all that a store of custom XML may hold."""


def embed(document: "Document", record: bytes, template: str) -> None:
    """Put the record into a document.

    Args:
        document: the document.
        record: `brief.json`.
        template: the name of the template.
    """
    from xml.sax.saxutils import quoteattr

    told = f'<record xmlns="{NAMESPACE}" template={quoteattr(template)}>{packed(record)}</record>'
    item = _part(document, "/customXml/item%d.xml", "application/xml", told)
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{{{str(uuid5(_ID, template)).upper()}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    document.part.relate_to(item, _RELATED)
    item.relate_to(_part(document, "/customXml/itemProps%d.xml", kind, properties), f"{_RELATED}Props")


def _part(document: "Document", name: str, kind: str, xml: str) -> "Part":
    from docx.opc.part import Part

    package = document.part.package
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return Part(package.next_partname(name), kind, (head + xml).encode(), package)


def record_in(parts: Mapping[str, bytes]) -> tuple[bytes, str] | None:
    """The record among the parts of a file, and the name of the template that made it; None where there is none.

    Raises:
        BriefFileError: it is damaged, or there are several.
    """
    from docx.oxml import parse_xml

    wanted = NAMESPACE.encode()
    items = [xml for name, xml in parts.items() if name.startswith("customXml/item") and wanted in xml]
    try:
        roots = [root for root in map(parse_xml, items) if root.tag == f"{{{NAMESPACE}}}record"]
    except SyntaxError as error:
        raise BriefFileError("The record that it carries is damaged. Take the file anew from who sent it.") from error
    if len(roots) > 1:
        raise BriefFileError("It carries several records of a brief. Take the file anew from who sent it.")
    return next(((unpacked(root.text or ""), root.get("template", "")) for root in roots), None)
