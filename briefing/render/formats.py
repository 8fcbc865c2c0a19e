"""Step 5, rendering: a brief in one of the formats, each imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from briefing.errors import SettingError
from briefing.model import Brief
from briefing.render.offered import FORMATS, REVIEWED
from briefing.render.strangers import is_strange, made_apart
from briefing.settings import Template, nearest

if TYPE_CHECKING:
    from briefing.render.trying import Tried

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
    make: Callable[..., bytes] = import_module(FORMATS[format]).render
    return make(brief, template, review=True) if review and format in REVIEWED else make(brief, template)


def missing_glyphs(brief: Brief, template: Template) -> tuple[str, ...]:
    """What the page and the PDF cannot show for want of a font, a sentence for each place.

    Raises:
        TemplateError: a file of the template is missing or cannot be followed.
    """
    if is_strange(template):
        return tuple(made_apart("missing", brief, template).decode().splitlines())
    from briefing.render import html

    return html.missing_glyphs(brief, template)


def pages(brief: Brief, template: Template) -> int:
    """How many pages the PDF of a brief has.

    Raises:
        MissingLibraryError: Pango is not installed.
        TemplateError: a file of the template is missing or cannot be followed.
    """
    if is_strange(template):
        return int(made_apart("pages", brief, template))
    from briefing.render import pdf

    return pdf.pages(brief, template)


def tried(brief: Brief, template: Template) -> "Tried":
    """What comes of the template's page: what it passes over, and how long it is.

    Raises:
        TemplateError: the page cannot be made or laid out.
    """
    from briefing.render import trying

    if is_strange(template):
        return trying.from_bytes(made_apart("tried", brief, template))
    return trying.tried(brief, template)
