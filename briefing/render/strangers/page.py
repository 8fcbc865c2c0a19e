"""Step 5, rendering: a page that a stranger's template has made, held to what a page may do.

In: the page. Out: the same, which tells the browser to run nothing but the program's
own script and to ask nobody for anything; or an error that names what would.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.settings import Template, shipped_folder

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NEVER = {"iframe", "frame", "object", "embed", "applet", "base", "portal"}
"""Elements that show or change what lies outside the page."""
_ADDRESSES = {"href", "src", "srcset", "action", "formaction", "poster", "data", "background", "ping", "manifest"}
_LINKS = ("#", "http:", "https:", "mailto:")
"""Where a link may lead once a reader follows it."""
_HELD = ("#", "data:")
"""What the page itself holds."""
_HARMLESS_HEADS = {"content-security-policy", "content-type", "x-ua-compatible"}
_DOCTYPE = re.compile(r"\s*<!doctype[^>]*>", re.IGNORECASE)


def guarded(html: str, template: Template) -> str:
    """The page with a rule for the browser before all else.

    Raises:
        TemplateError: the page would run, fetch or send something.
    """
    import tinyhtml5

    # Parsed as browsers do, so that nothing hides in what one reads as text and the other as markup.
    problem = next(_problems(tinyhtml5.parse(html, namespace_html_elements=False)), None)
    if problem:
        raise TemplateError(
            f"The page of the template “{template.name}” {problem}. A page holds all it shows, and runs nothing."
        )
    doctype = _DOCTYPE.match(html)
    place = doctype.end() if doctype else 0
    return f"{html[:place]}{_rule()}{html[place:]}"


def _own_script() -> str:
    """The one script that a page may have, that which comes with the program."""
    return (shipped_folder() / "analyst" / "screen.js").read_text("utf-8")


def _rule() -> str:
    digest = b64encode(sha256(_own_script().encode()).digest()).decode()
    allowed = (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'


def _problems(root: "Element") -> Iterator[str]:
    for element in root.iter():
        # A comment's name is no text.
        if isinstance(element.tag, str):
            kind = element.tag.rpartition("}")[2].lower()
            if kind in _NEVER:
                yield f"has a <{kind}>"
            if kind == "script" and "".join(element.itertext()) != _own_script():
                yield "has a script of its own"
            if kind == "meta" and element.get("http-equiv", "content-type").lower() not in _HARMLESS_HEADS:
                yield f"tells the browser to “{element.get('http-equiv')}”"
            yield from _in_attributes(element, kind)


def _in_attributes(element: "Element", kind: str) -> Iterator[str]:
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2].lower()
        address = "".join(value.split()).lower()
        if name.startswith("on"):
            yield f"has “{name}”, which runs a script"
        if name in _ADDRESSES and address:
            follows = kind in {"a", "area"} and name == "href"
            if not address.startswith(_LINKS if follows else _HELD):
                yield f"names {value[:60]!r}, which lies outside it"
