"""How the tests read what was rendered: the text alone, without spaces, in reading order."""

from io import BytesIO
from re import sub
from zipfile import ZipFile

import pypdfium2
from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """The text without what sets it apart on a page: spaces, and the word joiner before a citation."""
    return sub(r"[\s\u2060]+", "", text)


def body_of(docx: bytes) -> etree._Element:
    """The body of a Word file."""
    with ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def text_of_docx(docx: bytes) -> str:
    """The text of a Word file's body."""
    return squeezed("".join(element.text or "" for element in body_of(docx).iter(f"{W}t")))


def page_of(content: bytes) -> html.HtmlElement:
    """The body of a page."""
    return html.document_fromstring(content.decode()).body


def scripts_of(content: bytes) -> list[str | None]:
    """The scripts of a page; its record is data, and no browser runs it."""
    return [script.text for script in page_of(content).xpath("//script[not(@type='application/gzip')]")]


def text_of_html(content: bytes) -> str:
    """The text of a page, without what only a screen or a margin shows, drawings, and the letters that lead to them."""
    body = page_of(content)
    for beside in body.xpath("template | //script | //figure | //*[@class='letter' or @class='marking']"):
        beside.drop_tree()
    return squeezed(body.text_content())


def text_on_paper(content: bytes) -> tuple[str, str]:
    """The text of a page without drawings, and what the drawings write, which a reader of PDF puts at a page's end."""
    body = page_of(content)
    for beside in body.xpath("template | script | //svg/title"):
        beside.drop_tree()
    drawn = "".join(svg.text_content() for svg in body.xpath("//svg"))
    for svg in body.xpath("//svg"):
        svg.drop_tree()
    return squeezed(body.text_content()), squeezed(drawn)


def text_of_pdf(pdf: bytes, head: str = "", foot: str = "") -> str:
    """The text of a PDF's pages, without bullets and margins.

    Args:
        pdf: the file.
        head: the running title, which all pages but the first have.
        foot: what all pages have, before the number of the page.
    """
    pages = []
    for number, page in enumerate(document := pypdfium2.PdfDocument(pdf), start=1):
        # The reader of PDF takes a hyphen at the end of a line for one that only divides a word.
        text = squeezed(page.get_textpage().get_text_range()).replace("\ufffe", "-")
        text = text.replace(squeezed(f"{foot} Page {number} of {len(document)}"), "")
        pages.append(text.replace(squeezed(head), "") if number > 1 else text)
    return "".join(pages).replace("•", "")
