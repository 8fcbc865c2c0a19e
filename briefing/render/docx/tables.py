"""Step 5, rendering: what python-docx does not say of tables.

In: a table of python-docx. Out: the same with a head on each page, whole rows,
widths and a name for those who cannot see it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.render.docx.parts import W

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row

_TWIP = 635
"""English Metric Units in a twentieth of a point."""


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


def keep_with_next(row: "_Row") -> None:
    """Keep a row on the page of what follows the table."""
    for cell in row.cells:
        for block in cell.paragraphs:
            block.paragraph_format.keep_with_next = True


def keep_ends(table: "Table") -> None:
    """Keep the head with the first two rows, and the last two together: no page has a row alone."""
    rows = table.rows[1:]
    for row in (table.rows[0], rows[0], rows[-2]) if len(rows) > 1 else (table.rows[0],):
        keep_with_next(row)


def describe_table(table: "Table", name: str) -> None:
    """Name a table for those who have it read out."""
    from docx.oxml import OxmlElement

    caption = OxmlElement("w:tblCaption")
    caption.set(f"{W}val", name)
    table._tbl.tblPr.append(caption)  # noqa: SLF001


def room_at(place: "BaseOxmlElement") -> int:
    """The width of the text at a place, in English Metric Units: that of its cell, or of its column of the page."""
    for cell in place.xpath("ancestor::w:tc[1]"):
        if cell.width:
            return int(cell.width)
    page = place.xpath("following::w:sectPr")[0]
    edges = ((page.left_margin or 0), (page.right_margin or 0), (page.gutter or 0))
    return _column(page, (page.page_width or 0) - sum(edges))


def _column(page: "BaseOxmlElement", width: int) -> int:
    """The width of one column of the page's text."""
    for columns in page.xpath("./w:cols[@w:num]"):
        number, between = int(columns.get(f"{W}num")), int(columns.get(f"{W}space", "720"))
        return (width - (number - 1) * between * _TWIP) // number
    return width
