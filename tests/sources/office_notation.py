"""Office files drawn in lines, so that one text can be written in every format.

# Title
## Heading
A paragraph, with {ins:added}, {del:taken out}, {hide:hidden}, {note:A footnote.}, {box:A text box.}, {say:a comment}.
- An entry of a list
| A cell | another, of one row
head: A running head
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

Parts = dict[str, str]
"""The parts of a package, by name."""

_LINE = re.compile(r"(?:(##|#|-|\||head:) )?(.*)")
_MARK = re.compile(r"\{(\w+):([^{}]*)\}")
STATED = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
"""The spaces of names of what a file states about itself."""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def lines_of(drawn: str) -> list[tuple[str, str]]:
    """Each line with the mark that it begins with."""
    lines = (line.strip() for line in drawn.strip().split("\n"))
    return [(found[1] or "", found[2]) for line in lines if line and (found := _LINE.fullmatch(line))]


def written(text: str, word: Callable[[str], str], marks: Mapping[str, Callable[[str], str]]) -> str:
    """A paragraph's words in a format, its marks by how the format writes them."""
    pieces = _MARK.split(text)
    said = [word(one) if one else "" for one in pieces[::3]]
    marked = [marks[name](inner) for name, inner in zip(pieces[1::3], pieces[2::3], strict=True)]
    return "".join(one for pair in zip(said, [*marked, ""], strict=True) for one in pair)


def cells_of(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def elements(stated: Mapping[str, str], names: Mapping[str, str]) -> str:
    """What is stated, each in the element that the format has for it."""
    return "".join(f"<{names[key]}>{escape(value)}</{names[key]}>" for key, value in stated.items())
