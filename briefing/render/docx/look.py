"""Step 5, rendering: the look that a template gives the Word file by a few keys.

In: the Word file of a template, and its keys. Out: the same on other paper, its
text as wide as it was, and in another colour, wherever it follows that of its theme.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.render.docx.parts import W
from briefing.render.paper import SIZES
from briefing.settings import Paper, Template, mixed, tinted

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMES = {"accent1": "accent1", "background2": "lt2"}
"""The two colours of a theme that the brief has, the accent and its tint, as text names them and as the theme does."""


def set_look(document: "Document", template: Template) -> None:
    """Set what the template's keys say; what they do not say stays as the file has it."""
    if template.paper:
        set_paper(document, template.paper)
    if template.accent:
        set_accent(document, template.accent)


def set_paper(document: "Document", paper: Paper) -> None:
    """Print on this paper, upright or lying as before: the margins at the sides take up the difference."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Emu, Mm

    for page in document.sections:
        width, height = map(Mm, SIZES[paper])
        if page.orientation == WD_ORIENT.LANDSCAPE:
            width, height = height, width
        wider = (width - (page.page_width or width)) // 2
        page.left_margin = Emu((page.left_margin or 0) + wider)
        page.right_margin = Emu((page.right_margin or 0) + wider)
        page.page_width, page.page_height = width, height


def set_accent(document: "Document", accent: str, tint: str | None = None) -> None:
    """Give the theme an accent and a tint of it, and show them where the file follows the theme.

    Args:
        document: the file.
        accent: the colour.
        tint: that of a box; made of the accent if None.
    """
    from docx.opc.part import XmlPart

    colours = dict(zip(_NAMES, (accent, tint or mixed(accent, "#ffffff", 0.05)), strict=True))
    for part in document.part.package.iter_parts():
        if part.content_type.endswith("theme+xml"):
            _set_theme(part, colours)
        elif isinstance(part, XmlPart):
            recolour(part.element, colours)


def colours_of(document: "Document") -> dict[str, str]:
    """The theme's own accent and tint; none where there is no theme."""
    from docx.oxml import parse_xml

    themes = [part for part in document.part.package.iter_parts() if part.content_type.endswith("theme+xml")]
    return {
        name: f"#{colour.get('val')}"
        for part in themes
        for name, place in _NAMES.items()
        for colour in parse_xml(part.blob).iterfind(f".//{_A}{place}/{_A}srgbClr")
    }


def recolour(root: "BaseOxmlElement", colours: Mapping[str, str]) -> None:
    """Write out the theme's colours where an element follows them: Word takes them from there, others do not."""
    for element in root.iter("*"):
        if (name := element.get(f"{W}themeColor")) in colours:
            shown = "val" if element.tag == f"{W}color" else "color"
            element.set(f"{W}{shown}", _changed(colours[name], element, "theme"))
        if (name := element.get(f"{W}themeFill")) in colours:
            element.set(f"{W}fill", _changed(colours[name], element, "themeFill"))


def _changed(colour: str, element: "BaseOxmlElement", prefix: str) -> str:
    """A colour as light or dark as an element has it."""
    tint, shade = (int(element.get(f"{W}{prefix}{change}", "FF"), 16) / 255 for change in ("Tint", "Shade"))
    return tinted(colour, tint, shade).strip("#").upper()


def _set_theme(part: "Part", colours: Mapping[str, str]) -> None:
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    theme = parse_xml(part.blob)
    for name, colour in colours.items():
        for place in theme.iter(f"{_A}{_NAMES[name]}"):
            place[:] = [place.makeelement(f"{_A}srgbClr", {"val": colour.strip("#").upper()})]
    part._blob = serialize_part_xml(theme)  # noqa: SLF001  python-docx knows a theme by its bytes alone
