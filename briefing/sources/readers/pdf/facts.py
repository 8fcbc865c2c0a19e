"""Step 1, reading: what a PDF document says of itself beside its text.

Its XMP packet is written on purpose; the title and the author among its
properties often by a program, and then they are the name of a file or of a
user. When the file was made is not when it was published.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.sources import clean
from briefing.sources.dates import iso_date
from briefing.sources.draft import Draft
from briefing.sources.readers.pdf.columns import levels
from briefing.sources.readers.pdf.shapes import Page
from briefing.sources.readers.properties import refuse_own

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pypdfium2 import PdfDocument

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PRISM = re.compile(r"\{http://prismstandard\.org/namespaces/(?:basic|1\.2|\d\.\d)[^}]*\}publicationDate")
_LONGEST = 300
_RECORD, _MOST_ATTACHED = "brief.json", 10_000
_OF_PROGRAM = re.compile(
    r"untitled|unknown|(?:microsoft|libreoffice|openoffice|powerpoint|word|excel|adobe|layout|slide|document|print)\b.*"
    r"|.*\.[a-z]{2,5}\d?|.*[\\/].*|\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s…]+(?<!\.\.\.)")  # a browser cuts a long one
_STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +\d{1,2}[:.]\d\d")
_OF_USER = re.compile(r".*\b(?:user|admin\w*|owner|office|author|root|windows|pc|laptop)\b.*|.*@.*", re.IGNORECASE)


def stated(data: bytes, document: "PdfDocument") -> Draft:
    """A draft without lines, with what is known of the source.

    Raises:
        UnreadableError: it is a brief of this program.
    """
    packet = _packet(data)
    own = document.get_metadata_dict(skip_empty=True)
    refuse_own(own.get("Creator"), carries_record=_carries_record(document))
    title = next(filter(_is_title, (packet.get("title", ""), clean.line(own.get("Title", "")))), None)
    author = next(filter(_is_person, (packet.get("creator", ""), clean.line(own.get("Author", "")))), None)
    return Draft(
        (),
        title=title,
        author=author if author != title else None,
        publisher=packet.get("publisher"),
        published=iso_date(packet.get("date", "")),
    )


def printed_from(pages: Sequence[Page]) -> str | None:
    """The address of the page that a browser has printed: at the edge of every sheet, beside the time of printing."""
    shared: set[str] | None = None
    for page in filter(lambda one: one.strips, pages):
        lines = levels(page.strips)
        edge = {strip.text for strip in (*lines[0], *lines[-1])}
        if not any(map(_STAMP.search, edge)):
            return None
        found = set(filter(_ADDRESS.fullmatch, edge))
        shared = found if shared is None else shared & found
    return shared.pop() if shared and len(shared) == 1 else None


def _carries_record(document: "PdfDocument") -> bool:
    count = min(document.count_attachments(), _MOST_ATTACHED)
    return any(document.get_attachment(at).get_name() == _RECORD for at in range(count))


def _is_title(text: str) -> bool:
    return " " in text and len(text) <= _LONGEST and not _OF_PROGRAM.fullmatch(text)


def _is_person(text: str) -> bool:
    """Whether a text may be a person or an office, and no user of a machine."""
    return " " in text and len(text) <= _LONGEST and not (_OF_PROGRAM.fullmatch(text) or _OF_USER.fullmatch(text))


def _packet(data: bytes) -> Mapping[str, str]:
    """What the last packet of the file that names a title or a publisher says; pictures have packets too."""
    for packet in reversed(_PACKET.findall(data)):
        found = dict(_told(packet))
        if found.keys() & {"title", "publisher"}:
            return found
    return {}


def _told(packet: bytes) -> Iterator[tuple[str, str]]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(packet, parser)
    for element in root.iter(f"{_RDF}Description") if root is not None else ():
        for name in ("title", "creator", "publisher"):
            if (child := element.find(f"{_DC}{name}")) is not None and (text := _text(child)):
                yield name, text
        values = {**{child.tag: _text(child) for child in element if isinstance(child.tag, str)}, **element.attrib}
        yield from (("date", str(value)) for key, value in values.items() if _PRISM.fullmatch(str(key)))


def _text(element: "_Element") -> str:
    """What a property says; of several values all, of several languages the first."""
    entries = [clean.line(str(one.text or "")) for one in element.iter(f"{_RDF}li")]
    if element.find(f"{_RDF}Alt") is not None:
        entries = entries[:1]
    return ", ".join(filter(None, entries)) or clean.line(str(element.text or ""))
