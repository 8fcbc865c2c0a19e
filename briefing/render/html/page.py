"""Step 5, rendering: the brief as one self-contained page.

In: a `Brief` and the template's `brief.html` and `brief.css`. Out: HTML that
holds its own style and fonts and needs nothing from outside. PDF is laid out
from the very same page. Sources are text here, never markup: the template is
sandboxed and escapes all it is given.
"""

import re
from base64 import b64encode
from functools import partial
from mimetypes import guess_type
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render.viewing import view
from briefing.settings import Template

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_OWN_FILE = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^"')]+)\1\s*\)""")
_FONT_TYPES = {".woff2": "font/woff2", ".woff": "font/woff", ".otf": "font/otf", ".ttf": "font/ttf"}


def render(brief: Brief, template: Template) -> bytes:
    """The page, UTF-8."""
    return page(brief, template, screen=True).encode()


def page(brief: Brief, template: Template, *, screen: bool = False) -> str:
    """The page as text.

    Args:
        brief: what is shown.
        template: how it looks.
        screen: whether it holds what only a screen needs, besides what is laid out on paper.

    Raises:
        TemplateError: a file of the template is missing or cannot be followed.
    """
    from jinja2 import TemplateError as JinjaError

    try:
        layout = _environment(template).get_template("brief.html")
        return layout.render(brief=view(brief), css=_css(template), screen=screen)
    except JinjaError as error:
        where = f", line {error.lineno}" if hasattr(error, "lineno") else ""
        raise TemplateError(f"{template.file('brief.html')}{where}: {error}. Mend the template.") from error


def _environment(template: Template) -> "ImmutableSandboxedEnvironment":
    """Jinja2 that reads the template's folders only.

    A template that adds to what it extends names it by its folder:
    `{% extends "analyst/brief.html" %}`.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    nearest = FileSystemLoader(template.folders)
    by_name = PrefixLoader({folder.name: FileSystemLoader(folder) for folder in reversed(template.folders)})
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([nearest, by_name]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["asset"] = partial(_data_url, template)
    environment.globals["properties"] = _properties
    return environment


def _css(template: Template) -> str:
    """The template's style sheet with the files that it names inside it."""
    from markupsafe import Markup

    css = template.file("brief.css").read_text("utf-8")
    inlined = _OWN_FILE.sub(lambda match: f'url("{_data_url(template, match[2])}")', css)
    return Markup(inlined)  # noqa: S704  the template's own file, not a source's text


def _properties(style: str) -> dict[str, str]:
    """The custom properties of a style sheet, which drawings need as values: on paper they see no style sheet."""
    import tinycss2

    found = {}
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if part.type == "declaration":
                    found[part.name] = tinycss2.serialize(part.value).strip()
    return found


def _data_url(template: Template, name: str) -> str:
    """A file of the template as a URL that holds the file itself."""
    if name.startswith("/") or ".." in name.split("/"):
        raise TemplateError(f"Template “{template.name}” names {name}, which lies outside its folder.")
    path = template.file(name)
    kind = _FONT_TYPES.get(path.suffix) or guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode()}"
