"""Step 5, rendering: the brief as a Word file.

In: a `Brief` and the template's `brief.docx`. Out: a DOCX, the same bytes for
the same brief. The template owns page, header, footer and every style; this
step names styles and never a font or a size.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, cast

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render import json
from briefing.render.docx.blocks import write_facts, write_section
from briefing.render.docx.comments import Comments
from briefing.render.docx.contents import write_contents
from briefing.render.docx.footnotes import Footnotes
from briefing.render.docx.look import set_look
from briefing.render.docx.parts import W
from briefing.render.docx.pen import Pen
from briefing.render.docx.pictures import drawing
from briefing.render.docx.placeholders import (
    Placeholder,
    fill,
    fill_watermarks,
    place_of,
    stories,
)
from briefing.render.docx.places import CONTENTS, FACTS, LOGO, SIGNATURE, Plan, asked_of, plan, words_for
from briefing.render.docx.record import embed
from briefing.render.docx.styles import lend_styles
from briefing.render.docx.trust import check_archive, check_content
from briefing.render.docx.zipped import repack
from briefing.render.languages import words_of
from briefing.render.logo import logo_for_word
from briefing.render.view import View
from briefing.render.viewing import view
from briefing.settings import Template, shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.story import StoryPart

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def render(brief: Brief, template: Template, *, review: bool = False) -> bytes:
    """The brief as DOCX.

    Args:
        brief: what is shown.
        template: how it looks, and how it cites.
        review: whether comments tell an editor the other wordings.

    Raises:
        TemplateError: the template's `brief.docx` is no Word file, or its placeholders cannot be filled.
    """
    layout, shown = template.file("brief.docx"), _for_word(view(brief, words_of(template)), template)
    document = opened(layout)
    try:
        lend_styles(document, opened(shipped_folder() / "analyst" / "brief.docx"))
    except TemplateError as error:
        raise TemplateError(f"{layout}: {error}") from error
    set_look(document, template)
    told = tuple(stories(document))
    found, watermarks, shown = asked_of(document, told, brief, shown)
    planned = plan(found, watermarks, brief, shown, layout)
    fill(planned.words, partial(_drawn, template, {story.name: story.part for story in told}))
    fill_watermarks(told, words_for(shown))
    for story in told:
        story.keep()
    notes = Footnotes(document, shown.words) if template.citations == "footnotes" else None
    comments = Comments(document, shown.words, _date(shown.dated)) if review else None
    _write(document, planned, shown, Pen(document, shown, notes, comments))
    _keep_signature(planned)
    _describe(document, shown)
    embed(document, json.render(brief, template), template.name)
    stream = BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


def opened(layout: "Path") -> "Document":
    """A Word file; one that did not come with the program is held to what a stranger's may bring along.

    Raises:
        TemplateError: it is none, or would run, fetch or unpack too much.
    """
    strange = shipped_folder() not in layout.parents
    if strange:
        check_archive(layout)
    document = _read(layout)
    if strange:
        check_content(document, layout)
    return document


def _read(layout: "Path") -> "Document":
    from zipfile import BadZipFile

    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return Document(str(layout))
    except (PackageNotFoundError, BadZipFile, KeyError, SyntaxError, ValueError) as error:
        raise TemplateError(f"{layout} is no Word file. Save it from Word as .docx.") from error


def _for_word(shown: View, template: Template) -> View:
    """The view with the note that tells how this file cites."""
    if template.citations == "numbers":
        return shown
    return replace(shown, words=replace(shown.words, note=shown.words.note_of_notes))


def _drawn(template: Template, parts: "Mapping[str, Part]", placeholder: Placeholder) -> "BaseOxmlElement | None":
    """The logo, where it has a place."""
    if placeholder.name != LOGO or not template.logo:
        return None
    return drawing(cast("StoryPart", parts[placeholder.story]), logo_for_word(template), template.logo_alt)


def _write(document: "Document", planned: Plan, shown: View, pen: Pen) -> None:
    # The contents are the last, for they list what the others have written.
    for placeholder, sections in sorted(planned.blocks, key=lambda block: block[0].name == CONTENTS):
        with place_of(placeholder) as place:
            pen.at(place)
            if placeholder.name == FACTS:
                write_facts(pen, shown.facts)
            elif placeholder.name == CONTENTS:
                write_contents(document, place)
            for section in sections:
                write_section(pen, section)


def _keep_signature(planned: Plan) -> None:
    """Let no page begin with the signature, which would stand alone on the last one."""
    from docx.oxml.text.paragraph import CT_P
    from docx.text.paragraph import Paragraph

    for placeholder, _ in planned.words:
        before = placeholder.paragraph.getprevious()
        if placeholder.name == SIGNATURE and isinstance(before, CT_P):
            Paragraph(before, None).paragraph_format.keep_with_next = True  # type: ignore[arg-type]


def _describe(document: "Document", shown: View) -> None:
    """The properties of the file, none of which depends on when or where it is made."""
    properties = document.core_properties
    # Word allows 255 characters in a property.
    properties.title = shown.title[:255]
    properties.subject = shown.audience[:255]
    properties.comments = shown.signature[:255]
    properties.language = shown.language
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = _date(shown.dated)
    properties.revision = 1
    for tag in document.styles.element.iter(f"{W}lang"):
        # British English is English.
        if tag.get(f"{W}val", "").split("-")[0] != shown.language:
            tag.set(f"{W}val", shown.language)


def _date(dated: str) -> datetime:
    """The first moment of a day, a month or a year; a fixed one where none is known."""
    if not dated:
        return _UNDATED
    year, month, day = (*map(int, dated.split("-")), 1, 1)[:3]
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return _UNDATED
