"""Step 5, rendering: the brief as a Word file.

In: a `Brief` and the template's `brief.docx`. Out: a DOCX, the same bytes for
the same brief. The template owns page, header, footer and every style; this
step names styles and never a font or a size.
"""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render.docx.blocks import write_blocks
from briefing.render.docx.comments import Comments
from briefing.render.docx.footnotes import Footnotes
from briefing.render.docx.zipped import repack
from briefing.render.view import View
from briefing.render.viewing import view
from briefing.settings import Template

if TYPE_CHECKING:
    from docx.document import Document

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def render(brief: Brief, template: Template, *, review: bool = False) -> bytes:
    """The brief as DOCX.

    Args:
        brief: what is shown.
        template: how it looks, and how it cites.
        review: whether comments tell an editor the other wordings.

    Raises:
        TemplateError: the template's `brief.docx` is no Word file or lacks a style.
    """
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    layout, shown = template.file("brief.docx"), view(brief)
    try:
        document = Document(str(layout))
        document.element.body.clear_content()
        notes = Footnotes(document, shown.words) if template.citations == "footnotes" else None
        comments = Comments(document, shown.words, _date(shown.dated)) if review else None
        write_blocks(document, shown, notes, comments)
    except PackageNotFoundError as error:
        raise TemplateError(f"{layout} is no Word file. Save it from Word as .docx.") from error
    except KeyError as error:
        raise TemplateError(f"{layout}: {error.args[0]}. Add the style, or start from the analyst template.") from error
    _fill_margins(document, shown)
    _describe(document, shown)
    stream = BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


def _fill_margins(document: "Document", shown: View) -> None:
    """Put the title and the date into the template's headers and footers."""
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.part import XmlPart
    from docx.oxml.ns import qn

    values = {"title": shown.running_title, "as_of": shown.as_of}
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part.content_type in {
            CONTENT_TYPE.WML_HEADER,
            CONTENT_TYPE.WML_FOOTER,
        }:
            for text in part.element.iter(qn("w:t")):
                text.text = _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text.text or "")


def _describe(document: "Document", shown: View) -> None:
    """The properties of the file, none of which depends on when or where it is made."""
    from docx.oxml.ns import qn

    properties = document.core_properties
    # Word allows 255 characters in a property.
    properties.title = shown.title[:255]
    properties.comments = shown.signature[:255]
    properties.language = shown.language
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = _date(shown.dated)
    properties.revision = 1
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), shown.language)


def _date(dated: str) -> datetime:
    """The first moment of a day, a month or a year; a fixed one where none is known."""
    if not dated:
        return _UNDATED
    year, month, day = (*map(int, dated.split("-")), 1, 1)[:3]
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return _UNDATED
