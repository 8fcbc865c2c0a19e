"""Step 5, rendering: what WeasyPrint leaves undone for one file that is both PDF/A-3a and PDF/UA-1.

In: a laid out document and its PDF, a PDF/A-3a that is about to be written.
Out: the same PDF, which also declares PDF/UA-1, and in which each link says
where it leads, each head of a table what it heads, what is quoted in which
language it is, and each margin that it is none of the text.
"""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from briefing.errors import TemplateError

_LEADING_OUT = ("http://", "https://", "mailto:")
"""How the address of a link begins that leads out of the file; a script, or a file of the reader's, is none."""

# PDF/A allows a property that it does not know only where the file itself explains it.
_ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def finish(document: Any, pdf: Any) -> None:
    """Finish a PDF; WeasyPrint calls it before it writes one.

    Args:
        document: the pages, as WeasyPrint laid them out.
        pdf: the objects that are going to be written.
    """
    _declare_accessible(pdf)
    _name_links(document)
    _scope_heads(pdf)
    _name_languages(document, pdf)
    _set_margins_apart(pdf)
    _tell_letters(pdf)
    _mend_attachments(pdf)
    _compress_once(pdf)


def _declare_accessible(pdf: Any) -> None:
    metadata = _at(pdf, pdf.catalog["Metadata"])
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", _ACCESSIBLE + b"</rdf:RDF>")]


def _name_links(document: Any) -> None:
    """Say of each link where it leads: WeasyPrint gives the name of an anchor, which tells a listener nothing."""
    for page in document.pages:
        for kind, target, _place, box in page.links:
            if kind == "external" and not target.startswith(_LEADING_OUT):
                raise TemplateError(
                    f"The page links to {target}. A link may lead to a place in it or to http, https or mailto."
                )
            if box.link_annotation:
                words = box.element.get("aria-label") or " ".join("".join(box.element.itertext()).split())
                box.link_annotation["Contents"].string = words


def _scope_heads(pdf: Any) -> None:
    """Say of each head of a table whether it heads a column or a row."""
    for head in _dictionaries(pdf, S="/TH"):
        row = _at(pdf, head["P"])
        head["A"]["Scope"] = "/Column" if _at(pdf, row["P"])["S"] == "/THead" else "/Row"


def _name_languages(document: Any, pdf: Any) -> None:
    """Say of words in which language they are, where it is not the page's: WeasyPrint tells only the page's own."""
    root, own = _at(pdf, pdf.catalog["StructTreeRoot"]), pdf.catalog["Lang"]
    parts: dict[bytes, list[Any]] = {}
    for element in map(partial(_at, pdf), _told(pdf, root["K"][0])):
        parts.setdefault(element.get("Pg", b""), []).extend(
            element for kid in element.get("K", ()) if isinstance(kid, int)
        )
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        spoken, tagged = [*_languages(page._page_box, "")], parts.get(reference, [])  # noqa: SLF001
        # Both are in the order of the text; were they ever not, no word is better than a wrong one.
        if len(spoken) == len(tagged):
            for language, element in zip(spoken, tagged, strict=True):
                if language not in {"", own.string}:
                    element["Lang"] = type(own)(language)


def _languages(box: Any, language: str) -> Iterator[str]:
    """The language of each text and picture of a page, without its margins, in the order of its tags."""
    from weasyprint.formatting_structure import boxes

    if box.element is not None:
        language = box.element.get("lang", language)
    if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        yield language
    for child in getattr(box, "children", ()):
        if not isinstance(child, boxes.MarginBox):
            yield from _languages(child, language)


def _set_margins_apart(pdf: Any) -> None:
    """Mark what the margins hold as no part of the text; WeasyPrint gives it tags that stand outside the tree."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    told = set(_told(pdf, root["K"][0]))
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    for page, owners in zip(_dictionaries(pdf, Type="/Page"), numbers[1::2], strict=False):
        apart = {place for place, owner in enumerate(owners) if owner not in told}
        stream = _at(pdf, page["Contents"]).stream
        for place, (_, properties) in enumerate(pairwise(stream)):
            if isinstance(properties, dict) and properties.get("MCID") in apart:
                stream[place] = "/Artifact"
                stream[place + 1] = "<</Type /Pagination>>"
        owners[:] = ["null" if place in apart else owner for place, owner in enumerate(owners)]


def _told(pdf: Any, reference: bytes) -> Iterator[bytes]:
    """The elements of the tree, by their references."""
    yield reference
    for kid in _at(pdf, reference).get("K", ()):
        if isinstance(kid, bytes):
            yield from _told(pdf, kid)


def _tell_letters(pdf: Any) -> None:
    """Give each glyph a letter: of those that write a syllable together WeasyPrint gives it to the first alone.

    A reader that finds none makes one up; a word joiner is no letter, and is not seen.
    """
    for font in _dictionaries(pdf, Type="/Font"):
        if "ToUnicode" in font:
            stream = _at(pdf, font["ToUnicode"]).stream
            stream[:] = [
                line.replace(b" <>", b" <2060>") if line.endswith(b" <>") else line for line in map(_bytes, stream)
            ]


def _bytes(line: str | bytes) -> bytes:
    return line.encode() if isinstance(line, str) else line


def _mend_attachments(pdf: Any) -> None:
    """Name each attachment once, and date it as the PDF: nothing else says when its text was written down."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/EmbeddedFile":
            dates = {key: pdf.info[key] for key in ("CreationDate", "ModDate") if key in pdf.info}
            kept = {key: value for key, value in item.extra["Params"].items() if not key.endswith("Date")}
            item.extra["Params"].clear()
            item.extra["Params"].update(kept | dates)


def _compress_once(pdf: Any) -> None:
    """Compress each stream now: pydyf would do it twice, to write it and to make the file's identifier of it."""
    for item in pdf.objects:
        if getattr(item, "compress", False):
            packed = item.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
            item.stream, item.compress = [packed], False
            item.extra["Filter"] = "/FlateDecode"


def _dictionaries(pdf: Any, **wanted: str) -> Iterator[Any]:
    """The dictionaries that have such an entry."""
    for item in pdf.objects:
        if isinstance(item, dict) and wanted.items() <= item.items():
            yield item


def _at(pdf: Any, reference: bytes) -> Any:
    """The object that a reference, such as `12 0 R`, leads to."""
    return pdf.objects[int(reference.split()[0])]
