"""Step 5, rendering: the formats by name. A new one is a module and a line here."""

from collections.abc import Callable, Mapping

from briefing.errors import SettingError
from briefing.model import Brief
from briefing.render import docx, html, json, markdown, pdf
from briefing.settings import Template, nearest

FORMATS: Mapping[str, Callable[[Brief, Template], bytes]] = {
    "pdf": pdf.render,
    "docx": docx.render,
    "html": html.render,
    "md": markdown.render,
    "json": json.render,
}


def render(brief: Brief, format: str, template: Template) -> bytes:  # noqa: A002
    """Render a brief in one of `FORMATS`.

    Args:
        brief: what composition made.
        format: the format's name.
        template: how it looks.

    Raises:
        SettingError: there is no such format, or the template's files cannot be followed.
        MissingLibraryError: the system lacks a library that the format needs.
    """
    if format not in FORMATS:
        raise SettingError(f"There is no format “{format}”. {nearest(format, FORMATS)}")
    return FORMATS[format](brief, template)
