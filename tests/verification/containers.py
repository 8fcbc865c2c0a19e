"""How the tests change a brief in each format: the record that it carries, and what it shows."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf

from briefing.render.carried import packed, unpacked


def with_other_record(document: bytes, format_: str, record: bytes) -> bytes:
    """The document with another record in the place of its own."""
    match format_:
        case "json":
            return record
        case "html":
            return re.sub(rb"(data-template=\"[^\"]*\">)[^<]*", lambda m: m[1] + packed(record).encode(), document)
        case "docx":
            return with_other_part(
                document, "customXml/item1.xml", rb">[A-Za-z0-9+/=]+<", f">{packed(record)}<".encode()
            )
        case _:
            return with_other_attachment(document, "brief.json", record)


def record_of(document: bytes, format_: str) -> bytes:
    """The record that a document carries."""
    match format_:
        case "json":
            return document
        case "html":
            found = re.search(rb'id="brief_record"[^>]*>([^<]*)', document)
            assert found
            return unpacked(found[1].decode())
        case "docx":
            found = re.search(rb"<record [^>]*>([^<]*)", ZipFile(BytesIO(document)).read("customXml/item1.xml"))
            assert found
            return unpacked(found[1].decode())
        case _:
            with pikepdf.open(BytesIO(document)) as pdf:
                return pdf.attachments["brief.json"].get_file().read_bytes()


def with_other_part(document: bytes, name: str, pattern: bytes, put: bytes) -> bytes:
    """A Word file in a part of which what fits a pattern is replaced, the first time that it does."""
    stream = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, re.sub(pattern, lambda _: put, content, count=1) if part == name else content)
    return stream.getvalue()


def with_other_attachment(document: bytes, name: str, content: bytes) -> bytes:
    """A PDF with another file in the place of one that it carries."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(document)) as pdf:
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
        pdf.save(stream)
    return stream.getvalue()
