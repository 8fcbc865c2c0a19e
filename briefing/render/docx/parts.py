"""Step 5, rendering: the parts of WordprocessingML that python-docx does not make.

In: paragraphs and tables of python-docx. Out: the same with links, bookmarks
and the properties of tables.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run


def add_link(paragraph: "Paragraph", text: str, anchor: str, style: str) -> "BaseOxmlElement":
    """Add a link to a bookmark of the same document, in a character style, and give its element."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    link.append(paragraph.add_run(text, style=style)._r)  # noqa: SLF001  python-docx has no API for links within a document
    paragraph._p.append(link)  # noqa: SLF001
    return link


def add_bookmark(runs: "Sequence[Run]", name: str, number: int) -> None:
    """Make runs that stand side by side a bookmark.

    Args:
        runs: what it holds, in order.
        name: what links name.
        number: unlike that of any other bookmark of the document.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    runs[0]._r.addprevious(start)  # noqa: SLF001
    runs[-1]._r.addnext(end)  # noqa: SLF001


def repeat_on_each_page(row: "_Row") -> None:
    """Make a row the head of its table on every page."""
    _row_property(row, "w:tblHeader")


def keep_whole(row: "_Row") -> None:
    """Let no page end within a row."""
    _row_property(row, "w:cantSplit")


def _row_property(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001


def set_widths(table: "Table", shares: Sequence[float], width: int) -> None:
    """Share a width among the columns, in the grid (LibreOffice) and in the cells (Word).

    Args:
        table: the table, with all its rows.
        shares: the share of each column, 1 together.
        width: the width of the table, in English Metric Units.
    """
    from docx.shared import Emu

    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(round(width * share))
        for cell in column.cells:
            cell.width = column.width
