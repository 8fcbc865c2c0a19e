"""PDF documents made for one test: laid out from a page of HTML, or drawn by hand where that would be too well made."""

from collections.abc import Iterable
from zlib import compress

_SHEET = """
@page { size: 300pt 400pt; margin: 50pt 40pt }
body { font: 10pt/1.3 "Liberation Serif", serif; margin: 0 }
p { margin: 0 0 6pt }
h1 { font-size: 18pt; margin: 0 0 8pt }
h2 { font-size: 12pt; margin: 8pt 0 4pt }
"""


def pdf(body: str, sheet: str = "", head: str = "") -> bytes:
    """A document as a layout program makes it.

    Args:
        body: HTML.
        sheet: CSS behind that of all documents here.
        head: what stands in the head of the page, such as its title.
    """
    from weasyprint import HTML

    page = f'<html lang="en"><head>{head}<style>{_SHEET}{sheet}</style></head><body>{body}</body></html>'
    made: bytes = HTML(string=page).write_pdf()
    return made


def drawn(*pages: str) -> bytes:
    """A document whose pages are drawn by the operators that are given.

    Args:
        pages: what is drawn on each, in font F1.
    """
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, operators in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        rest = f"/MediaBox [0 0 300 400] {resources} /Contents {5 + 2 * at} 0 R"
        content = compress(operators.encode("latin-1"))
        objects.append(f"<< /Type /Page /Parent 2 0 R {rest} >>".encode())
        objects.append(b"<< /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def at(x: int, y: int, text: str, size: int = 10, turned: str = "1 0 0 1") -> str:
    """The operators that draw a text at a place."""
    return f"BT /F1 {size} Tf {turned} {x} {y} Tm ({text}) Tj ET\n"


def _file(objects: Iterable[bytes]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(places) + 1, len(made)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        start,
    )
