"""Step 5, rendering: the brief as one self-contained page.

In: a `Brief` and the template's `brief.html` and `brief.css`. Out: HTML that
holds its own style and fonts and needs nothing from outside. PDF is laid out
from the very same page. Sources are text here, never markup: the template is
sandboxed and escapes all it is given.
"""

import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from html import unescape
from mimetypes import guess_type
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.model import Brief
from briefing.render import json
from briefing.render.html.fonts import fitted, glyphs, seen
from briefing.render.html.look import Logo, rules
from briefing.render.html.reader import readings
from briefing.render.html.record import with_record
from briefing.render.languages import words_of
from briefing.render.logo import check_logo
from briefing.render.viewing import view
from briefing.render.wording import phrase
from briefing.settings import Template, own_file

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

OWN_FILE = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^"')]+)\1\s*\)""")
IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;:]+)["']?\s*\)?\s*;""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"[{@]|url\(")
_FONT_TYPES = {".woff2": "font/woff2", ".woff": "font/woff", ".otf": "font/otf", ".ttf": "font/ttf"}


def render(brief: Brief, template: Template) -> bytes:
    """The page with its record, UTF-8."""
    return with_record(page(brief, template, screen=True), json.render(brief, template), template.name).encode()


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
        layout = environment(template).get_template("brief.html")
        words = words_of(template)
        beside = readings(brief, words) if screen else ()
        shown = partial(layout.render, brief=view(brief, words), screen=screen, readings=beside, logo=_logo(template))
        css = style_sheet(template)
        return shown(css=_fitted(template, css, seen(unescape(shown(css=css)))))
    except JinjaError as error:
        file, line = _place(error) or (template.file("brief.html"), None)
        where = f", line {line}" if line else ""
        sentence = f"{file}{where}: {str(error).rstrip('.')}. Mend the template."
        raise TemplateError(sentence, rule="page", where=file) from error


def _place(error: Exception) -> tuple[Path, int | None] | None:
    """The file and the line of a page in which it failed."""
    if isinstance(lineno := getattr(error, "lineno", None), int) and (filename := getattr(error, "filename", None)):
        return Path(filename), lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next(((Path(name), line) for name, line in reversed(frames) if name.endswith(".html")), None)


class _Compiled:
    """The pages that Jinja has compiled, as it wants to keep them: it compiles anew what has changed since."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def get(self, key: str) -> bytes:
        """What it made of a page; nothing if it has made nothing yet."""
        return self._codes.get(key, b"")

    def set(self, key: str, value: bytes, timeout: int | None = None) -> None:  # noqa: ARG002  Jinja names none
        """Keep what it made of a page."""
        self._codes[key] = value


_COMPILED = _Compiled()
"""For a page on a screen after that on paper, and for one length of a brief after another."""


def environment(template: Template) -> "ImmutableSandboxedEnvironment":
    """Jinja2 that reads the template's folders only.

    A template that adds to what it extends names it by its folder:
    `{% extends "analyst/brief.html" %}`.
    """
    from jinja2 import FunctionLoader, MemcachedBytecodeCache, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_with_path, template)),
        bytecode_cache=MemcachedBytecodeCache(_COMPILED, ignore_memcache_errors=False),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # No `partial`: it would show a page its arguments, and by them the disk.
    made.globals |= {
        "asset": lambda name: _data_url(template, name),
        "inline": lambda name: _inline(template, name),
        "digest": lambda name: _digest(template, name),
        "properties": properties,
        "phrase": phrase,
    }
    return made


def loaded(template: Template, name: str) -> str | None:
    """A file of the template, else one of the template that its name begins with; none if there is none."""
    path = _path(template, name)
    return path.read_text("utf-8") if path else None


def _with_path(template: Template, name: str) -> tuple[str, str, None] | None:
    """The same as Jinja wants it, with the path that its errors name."""
    path = _path(template, name)
    return (path.read_text("utf-8"), str(path), None) if path else None


def _path(template: Template, name: str) -> Path | None:
    if template.has(name):
        return template.file(name)
    of, _, rest = name.partition("/")
    names = [folder.name for folder in template.folders]
    # What the named template has not, it takes itself from those that it extends.
    folders = template.folders[names.index(of) :] if rest and of in names else ()
    return next(filter(None, (own_file(folder, rest) for folder in folders)), None)


def _fitted(template: Template, css: str, characters: frozenset[str]) -> str:
    """A style sheet as it stands in the page that holds the characters: of its fonts those that these need."""
    # What the style sheet turns into capitals are characters too.
    needed = characters | seen("".join(characters).upper())
    return _with_files(template, fitted(css, needed), needed)


def style_sheet(template: Template) -> str:
    """The template's `brief.css`, with each style sheet that it imports in its place, and what its keys say."""
    css = template.file("brief.css").read_text("utf-8")
    whole = IMPORT.sub(lambda match: _imported(template, match[1]), _counting(css))
    return "\n".join((whole, *rules(template)))


def _imported(template: Template, name: str, above: tuple[str, ...] = ()) -> str:
    """A style sheet that another imports; as with pages, `analyst/brief.css` is that of the template of this name."""
    css = loaded(template, name)
    if css is None or name in above:
        raise TemplateError(f"Template “{template.name}” has no style sheet {name} to import. Mend the @import.")
    return IMPORT.sub(lambda match: _imported(template, match[1], (*above, name)), _counting(css))


def _counting(css: str) -> str:
    """A style sheet without the rules that a comment takes out of it; what explains it stays."""
    return _COMMENT.sub(lambda comment: "" if _RULE.search(comment[0]) else comment[0], css)


def _logo(template: Template) -> Logo | None:
    if not template.logo:
        return None
    check_logo(template)
    return Logo(_data_url(template, template.logo), template.logo_alt)


def _inline(template: Template, name: str) -> str:
    """A script or a style sheet of the template as it stands in the page, with the files that it names inside it."""
    from markupsafe import Markup

    text = template.file(name).read_text("utf-8")
    return _with_files(template, text) if name.endswith(".css") else Markup(text)  # noqa: S704  the template's own file


def _with_files(template: Template, css: str, characters: frozenset[str] = frozenset()) -> str:
    from markupsafe import Markup

    inlined = OWN_FILE.sub(lambda match: f'url("{_data_url(template, match[2], characters)}")', css)
    return Markup(inlined)  # noqa: S704  the template's own file, not a source's text


def _digest(template: Template, name: str) -> str:
    """What tells a browser that a script in the page is the template's own."""
    return f"sha256-{b64encode(sha256(_inline(template, name).encode()).digest()).decode()}"


def properties(style: str) -> dict[str, str]:
    """The custom properties of a style sheet, which drawings need as values: on paper they see no style sheet."""
    import tinycss2

    found = {}
    # Without the fonts, which are nearly all of it; and as plain text, for a slice of `Markup` is slow.
    plain = fitted(str(style), ())
    for rule in tinycss2.parse_stylesheet(plain, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if part.type == "declaration":
                    found[part.name] = tinycss2.serialize(part.value).strip()
    return found


def _data_url(template: Template, name: str, characters: frozenset[str] = frozenset()) -> str:
    """A file of the template as a URL that holds the file itself; of a TrueType font the glyphs of the characters."""
    path = template.file(name)
    kind = _FONT_TYPES.get(path.suffix) or guess_type(path.name)[0] or "application/octet-stream"
    content = glyphs(path, characters) if characters and path.suffix == ".ttf" else path.read_bytes()
    return f"data:{kind};base64,{b64encode(content).decode()}"
