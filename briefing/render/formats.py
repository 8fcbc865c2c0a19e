"""Step 5, rendering: the formats by name. A new one is a module and a line here."""

from collections.abc import Callable, Mapping
from functools import partial

from briefing.errors import SettingError
from briefing.model import Brief
from briefing.render import docx, html, json, markdown, pdf, trying
from briefing.render.strangers import is_strange, made_apart
from briefing.render.trying import Tried
from briefing.settings import Template, nearest

FORMATS: Mapping[str, Callable[[Brief, Template], bytes]] = {
    "pdf": pdf.render,
    "docx": docx.render,
    "html": html.render,
    "md": markdown.render,
    "json": json.render,
}

REVIEWED: Mapping[str, Callable[[Brief, Template], bytes]] = {"docx": partial(docx.render, review=True)}
"""The formats that can carry what an editor asks of each sentence."""


_LAID_OUT = ("html", "pdf")
"""The formats that the template's own page makes."""


def render(brief: Brief, format: str, template: Template, *, review: bool = False) -> bytes:  # noqa: A002
    """Render a brief in one of `FORMATS`.

    Args:
        brief: what composition made.
        format: the format's name.
        template: how it looks.
        review: whether it tells an editor the other wordings of each sentence, where the format can.

    Raises:
        SettingError: there is no such format, or the template's files cannot be followed.
        MissingLibraryError: the system lacks a library that the format needs.
    """
    if format not in FORMATS:
        raise SettingError(f"There is no format “{format}”. {nearest(format, FORMATS)}")
    if format in _LAID_OUT and is_strange(template):
        return made_apart(format, brief, template)
    renderers = {**FORMATS, **REVIEWED} if review else FORMATS
    return renderers[format](brief, template)


def missing_glyphs(brief: Brief, template: Template) -> tuple[str, ...]:
    """What the page and the PDF cannot show for want of a font, a sentence for each place.

    Raises:
        TemplateError: a file of the template is missing or cannot be followed.
    """
    if is_strange(template):
        return tuple(made_apart("missing", brief, template).decode().splitlines())
    return html.missing_glyphs(brief, template)


def pages(brief: Brief, template: Template) -> int:
    """How many pages the PDF of a brief has.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: a file of the template is missing or cannot be followed.
    """
    return int(made_apart("pages", brief, template)) if is_strange(template) else pdf.pages(brief, template)


def tried(brief: Brief, template: Template) -> Tried:
    """What comes of the template's page: what it passes over, and how long it is.

    Raises:
        TemplateError: the page cannot be made or laid out.
    """
    if is_strange(template):
        return trying.from_bytes(made_apart("tried", brief, template))
    return trying.tried(brief, template)
