"""Make `templates/executive/brief.docx`, the Word sibling of `executive.css`.

    python scripts/make_executive_docx.py

It is the analyst's file with tighter measures, so that what stands on one page in
PDF does so in Word; to be run again when that file has changed. It makes the same
bytes every time.
"""

# ruff: noqa: INP001  a script is no package
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Template
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from briefing.render.docx.zipped import repack

TEMPLATES = Path(__file__).parent.parent / "templates"
SCAN, WIDTH, PADDING = 30, 164, 5
"""In mm, as in the analyst's file: how far text stands in, the width between the margins, the room within the box."""
NUMBER = 5
"""Width in mm of the column that holds the numbers of the sources."""
MEASURES = {
    "Title": (16, 0, 6),
    "Fact": (8, 0, 0),
    "Remark": (7.5, 3, 0),
    "Signature": (7, 3, 0),
    "Heading 1": (11, 5, 1),
    "Boxed Heading": (10.5, 14, 2),
    "Boxed Bullet": (12.5, 0, 10),
    "List Bullet": (9.5, 0, 1.5),
    "Table Text": (9, 0, 0.5),
    "Source": (8, 0, 0),
    "Mark": (7, 0, 0),
}
"""Of each style the size of its letters, and the room before and after its paragraphs, in points."""


def main() -> None:
    """Write the template."""
    document = Document(str(TEMPLATES / "analyst" / "brief.docx"))
    join_sections(document)
    tighten(document)
    stream = BytesIO()
    document.save(stream)
    (TEMPLATES / "executive" / "brief.docx").write_bytes(repack(stream.getvalue()))


def join_sections(document: Template) -> None:
    """One section of one page, without an annex, and the note at its foot."""
    body = document.element.body
    by_text = {block.text: block for block in document.paragraphs}
    first = by_text["{{ sections }}"]._p.pPr.find(qn("w:sectPr"))  # noqa: SLF001
    body.replace(body.sectPr, deepcopy(first))
    first.getparent().remove(first)
    body.remove(by_text["{{ passages }}"]._p)  # noqa: SLF001
    body.insert(body.index(by_text["{{ signature }}"]._p), by_text["{{ note }}"]._p)  # noqa: SLF001
    page = document.sections[0]
    page.top_margin = page.bottom_margin = Mm(13)
    page.header_distance = page.footer_distance = Mm(7)


def tighten(document: Template) -> None:
    """Smaller letters, less room between them, and the bottom line without a bullet."""
    document.styles["Normal"].paragraph_format.line_spacing = 1.0
    for name, (size, before, after) in MEASURES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        for complex_script in style.element.rPr.findall(qn("w:szCs")):
            complex_script.set(qn("w:val"), str(round(size * 2)))
        if (form := getattr(style, "paragraph_format", None)) is not None:
            form.space_before, form.space_after = Pt(before), Pt(after)
    document.styles["Boxed Bullet"].element.pPr.get_or_add_numPr().get_or_add_numId().val = 0
    for name in ("Boxed Heading", "Boxed Bullet"):
        indent(document, name, PADDING)
    indent(document, "Table Text", SCAN)
    document.styles["Table Text"].paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    indent(document, "Source", SCAN + NUMBER, NUMBER)
    tabs = document.styles["Source"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(Mm(SCAN + NUMBER - 2.5), WD_TAB_ALIGNMENT.RIGHT)
    tabs.add_tab_stop(Mm(SCAN + NUMBER))


def indent(document: Template, name: str, left: float, hanging: float = 0) -> None:
    """Set a style's paragraphs in from the margin, in mm."""
    form = document.styles[name].paragraph_format
    form.left_indent, form.first_line_indent = Mm(left), Mm(-hanging)


if __name__ == "__main__":
    main()
