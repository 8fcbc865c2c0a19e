"""Step 5, rendering: a picture among the words of a Word file.

In: a picture's file, and the part of the document that shows it. Out: the drawing
that stands for it, in the size of a letterhead's.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.story import StoryPart

_WIDEST, _HIGHEST = 80, 16
"""The room of a logo in mm, that of `.logo` in `brief.css`."""


def drawing(part: "StoryPart", picture: Path, words: str) -> "BaseOxmlElement":
    """A drawing of the picture, as large as its room allows, with what it says to those who cannot see it."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    inline = part.new_pic_inline(str(picture), None, Mm(_HIGHEST))
    if inline.extent.cx > Mm(_WIDEST):
        inline = part.new_pic_inline(str(picture), Mm(_WIDEST), None)
    inline.docPr.set("descr", words)
    # Said, since LibreOffice takes what is not said for 3 mm, and the logo would stand in from the margin.
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    drawn: BaseOxmlElement = OxmlElement("w:drawing")
    drawn.append(inline)
    return drawn
