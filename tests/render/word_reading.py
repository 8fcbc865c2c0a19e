"""How the tests read a Word file: its parts, its footnotes and its comments."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from reading import W, body_of


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a Word file by their names."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def stories_of(docx: bytes, name: str) -> dict[str, etree._Element]:
    """The notes of the part `footnotes`, without the rules above them, or those of `comments`, by their ids."""
    content = parts_of(docx).get(f"word/{name}.xml")
    stories = [] if content is None else [story for story in etree.fromstring(content) if not story.get(f"{W}type")]
    return {story.get(f"{W}id"): story for story in stories}


def lines_of(story: etree._Element) -> list[str]:
    """The text of each paragraph."""
    return ["".join(text.text or "" for text in block.iter(f"{W}t")) for block in story.iter(f"{W}p")]


def ids_of(root: etree._Element, tag: str) -> list[str]:
    """The ids of elements of one kind, in the order of the text."""
    return [element.get(f"{W}id") for element in root.iter(f"{W}{tag}")]


def text_with_numbers(docx: bytes) -> str:
    """The text of the body, with the sources' numbers of a footnote where it is referred to."""
    notes = stories_of(docx, "footnotes")
    told = []
    for element in body_of(docx).iter(f"{W}t", f"{W}footnoteReference"):
        if element.tag == f"{W}t":
            told.append(element.text or "")
        else:
            links = notes[element.get(f"{W}id")].iter(f"{W}hyperlink")
            told.append(",".join(_number(link) for link in links))
    return "".join(told)


def _number(link: etree._Element) -> str:
    """The number that a link opens with, in parentheses where the source states only a part."""
    number, place = (text.text or "" for text in link.iter(f"{W}t"))
    return f"({number})" if place.endswith("(part)") else number
