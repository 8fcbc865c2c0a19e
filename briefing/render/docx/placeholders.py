"""Step 5, rendering: the placeholders that somebody has typed into a Word file.

In: the template's Word file. Out: its placeholders with where they stand, however
Word has split them over runs; and the same file with words in their places. All
are found before the first is replaced, so what is put in is never read as one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.render.docx.paragraphs import (
    content_of,
    hand_on_section_end,
    is_boxed,
    may_go,
    release,
    texts_of,
    words_of,
)
from briefing.render.docx.parts import W

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

_PLACEHOLDER = re.compile(r"\{\{([^{}]*)(\}\})?")
_AROUND_A_NAME = " \t\u00a0\u200b“”‘’\"'"
"""What Word's corrections and a hasty hand put around a name."""
BODY = "the body"
NOTES = ("the footnotes", "the endnotes")
_STORIES = re.compile(r"wordprocessingml\.(header|footer|footnotes|endnotes)\+xml$")
_FIRST_WORDS = 40
"""Characters of a paragraph by which an error names it."""
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


@dataclass(frozen=True, slots=True)
class Story:
    """A part of the file that holds paragraphs: its name in words, and its XML."""

    name: str
    root: "BaseOxmlElement"
    part: "Part"

    def keep(self) -> None:
        """Write the XML back where python-docx knows the part by its bytes alone."""
        from docx.opc.oxml import serialize_part_xml
        from docx.opc.part import XmlPart

        if not isinstance(self.part, XmlPart):
            self.part._blob = serialize_part_xml(self.root)  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder in a paragraph of the template.

    `name` stands between the braces, `closed` tells whether they are closed. It is `alone`
    if its paragraph holds no other words, and `boxed` in a text box. `story` is the part of
    the file that it stands in, `number` that of its paragraph there, from 1.
    """

    name: str
    closed: bool
    alone: bool
    boxed: bool
    story: str
    number: int
    paragraph: "BaseOxmlElement"
    start: int
    end: int

    @property
    def copied(self) -> bool:
        """Whether it is the copy of a text box that Word keeps for old readers."""
        return next(self.paragraph.iterancestors(_COPY), None) is not None

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        words = words_of(self.paragraph).strip()
        if len(words) > _FIRST_WORDS:
            words = f"{words[:_FIRST_WORDS].rstrip()} …"
        return f"paragraph {self.number} (“{words}”) of {self.story}"


def stories(document: "Document") -> "Iterator[Story]":
    """The body, then headers, footers and notes, by their names."""
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    yield Story(BODY, document.element.body, document.part)
    for part in sorted(document.part.package.iter_parts(), key=lambda part: part.partname):
        if match := _STORIES.search(part.content_type):
            root = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
            yield Story(f"{match[1]} {part.partname.idx}" if part.partname.idx else f"the {match[1]}", root, part)


def placeholders(told: Iterable[Story]) -> tuple[Placeholder, ...]:
    """All placeholders in the paragraphs of the stories."""
    return tuple(
        placeholder
        for story in told
        for number, paragraph in enumerate(story.root.iter(f"{W}p"), start=1)
        for placeholder in _placeholders_of(paragraph, story.name, number)
    )


def fill(
    values: Sequence[tuple[Placeholder, str]], drawn: "Callable[[Placeholder], BaseOxmlElement | None]" = lambda _: None
) -> None:
    """Put words and pictures in the places of placeholders; a paragraph that is left with nothing goes.

    Args:
        values: the placeholders, those of a paragraph in their order, each with its words.
        drawn: gives the picture that stands for a placeholder, if one does.
    """
    # From the end, so that the places of those before hold.
    for placeholder, value in reversed(values):
        if (picture := drawn(placeholder)) is None:
            _replace(placeholder, value)
        else:
            _draw(placeholder, picture)
        if not words_of(placeholder.paragraph).strip() and may_go(placeholder.paragraph):
            release(placeholder.paragraph)


def names_in_watermarks(told: Iterable[Story]) -> set[str]:
    """The placeholders in the watermarks, which Word keeps in headers and not in paragraphs."""
    paths = (path for story in told for path in story.root.iter(_WATERMARK))
    return {_name(match) for path in paths for match in _PLACEHOLDER.finditer(path.get("string", ""))}


def fill_watermarks(told: Iterable[Story], values: Mapping[str, str]) -> None:
    """Put words in the places of the placeholders in watermarks."""
    for story in told:
        for path in story.root.iter(_WATERMARK):
            path.set("string", _PLACEHOLDER.sub(lambda match: values[_name(match)], path.get("string", "")))


@contextmanager
def place_of(placeholder: Placeholder) -> "Iterator[BaseOxmlElement]":
    """Make place for blocks: those put before the element that this gives take the placeholder's place."""
    from docx.oxml import OxmlElement

    paragraph, place = placeholder.paragraph, OxmlElement("w:p")
    (paragraph.addnext if _follows_content(placeholder) else paragraph.addprevious)(place)
    _replace(placeholder, "")
    for mark in paragraph.xpath("./w:bookmarkStart | ./w:commentRangeStart"):
        place.addprevious(mark)
    before = place.getprevious()
    yield place
    last = place.getprevious()
    place.getparent().remove(place)
    hand_on_section_end(paragraph, None if last is before else last)
    if may_go(paragraph):
        release(paragraph)


def _follows_content(placeholder: Placeholder) -> bool:
    """Whether a break, a picture or the like stands before it in its paragraph."""
    first = next(text for text, _, end in _texts(placeholder.paragraph) if end > placeholder.start)
    content = {first, *content_of(placeholder.paragraph)}
    return next(element for element in placeholder.paragraph.iter() if element in content) is not first


def _placeholders_of(paragraph: "BaseOxmlElement", story: str, number: int) -> Iterator[Placeholder]:
    words = words_of(paragraph)
    boxed = is_boxed(paragraph)
    for match in _PLACEHOLDER.finditer(words):
        alone = not (words[: match.start()] + words[match.end() :]).strip()
        yield Placeholder(_name(match), bool(match[2]), alone, boxed, story, number, paragraph, *match.span())


def _name(match: re.Match[str]) -> str:
    """The name as it is meant: Word begins what it takes for a sentence with a capital letter."""
    return match[1].strip(_AROUND_A_NAME).casefold()


def _texts(paragraph: "BaseOxmlElement") -> "Iterator[tuple[BaseOxmlElement, int, int]]":
    """The pieces of a paragraph's words, each with where it begins and ends."""
    at = 0
    for text in texts_of(paragraph):
        yield text, at, (at := at + len(text.text or ""))


def _draw(placeholder: Placeholder, picture: "BaseOxmlElement") -> None:
    """Put a picture where the placeholder begins, and take that away."""
    text, start, _ = next(each for each in _texts(placeholder.paragraph) if each[2] > placeholder.start)
    _replace(placeholder, "")
    rest, place = deepcopy(text), placeholder.start - start
    text.text, rest.text = (text.text or "")[:place], (text.text or "")[place:]
    text.addnext(rest)
    text.addnext(picture)


def _replace(placeholder: Placeholder, value: str) -> None:
    """Put the value where the placeholder begins, in the format of that run, and take the rest of it away."""
    for text, start, end in [*_texts(placeholder.paragraph)]:
        if start < placeholder.end and end > placeholder.start:
            stood = text.text or ""
            before, behind = stood[: max(placeholder.start - start, 0)], stood[placeholder.end - start :]
            text.text = f"{before}{value}{behind}"
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            value = ""
