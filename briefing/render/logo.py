"""Step 5, rendering: the picture that a house is known by.

In: a template that names one. Out: its file, once it is known that it is a picture,
that it is no larger than any printer needs, and that it holds all it shows.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.settings import Template

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_PIXELS = 40_000_000
"""What one picture may have; a page at 300 dots an inch has nine million."""
_HELD = ("#", "data:image/png", "data:image/jpeg")
"""How what an SVG refers to begins, where it lies in the SVG itself."""


def check_logo(template: Template) -> None:
    """Refuse a logo that is no picture, or that would run or fetch something.

    Raises:
        TemplateError: it is missing, or cannot be shown.
    """
    path = template.file(template.logo)
    if path.suffix.lower() == ".svg":
        _check_drawing(path)
    else:
        check_pixels(path)


def logo_for_word(template: Template) -> Path:
    """The logo as Word takes it: of an SVG the picture of the same name beside it.

    Raises:
        TemplateError: it is missing, or cannot be shown.
    """
    name = Path(template.logo)
    if name.suffix.lower() == ".svg":
        beside = [name.with_suffix(ending).as_posix() for ending in (".png", ".jpg", ".jpeg")]
        found = next((one for one in beside if template.has(one)), None)
        if found is None:
            raise TemplateError(
                f"Template “{template.name}”: Word shows no {name}. Put {beside[0]}, the same picture, beside it."
            )
        name = Path(found)
    path = template.file(name.as_posix())
    check_pixels(path)
    return path


def check_pixels(path: Path) -> None:
    """Refuse what is no picture of pixels, and one that would fill the memory where it is unpacked.

    Raises:
        TemplateError: with the picture's name.
    """
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        picture = Image.from_file(str(path))
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ValueError) as error:
        raise TemplateError(f"{path} is no picture that can be read. Save it as PNG or JPEG.") from error
    if picture.px_width * picture.px_height > _MOST_PIXELS:
        raise TemplateError(f"{path} has {picture.px_width} × {picture.px_height} pixels. Save it smaller.")


def _check_drawing(path: Path) -> None:
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        text = path.read_text("utf-8")
        # Entities can be made to grow without end.
        if "<!ENTITY" in text:
            raise TemplateError(f"{path} has entities. Save it as plain SVG.")
        problem = next(_problems(fromstring(text)), None)  # noqa: S314  without entities
    except (ParseError, UnicodeDecodeError, RecursionError) as error:
        raise TemplateError(f"{path} is no SVG that can be read: {error}.") from error
    if problem:
        raise TemplateError(f"{path} {problem}. Save it as plain SVG: a logo holds all it shows, and runs nothing.")


def _problems(root: "Element") -> Iterator[str]:
    for element in root.iter():
        kind = element.tag.rpartition("}")[2]
        if kind in {"script", "foreignObject", "handler"}:
            yield f"has a <{kind}>"
        for key, value in element.attrib.items():
            name = key.rpartition("}")[2]
            if name.startswith("on"):
                yield f"has “{name}”, which runs a script"
            if name == "href" and kind != "a" and not value.strip().startswith(_HELD):
                yield f"shows {value[:60]!r}, which lies outside it"
