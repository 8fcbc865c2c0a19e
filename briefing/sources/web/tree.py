"""Step 1, reading: the bytes of a web page → its tree, bounded whatever the page is.

libxml2 reads anything, but the trees that it builds lose what lies too deep and take
quadratic time for attributes. So a tree is built here from its events: deep elements
become line breaks in the last that is not too deep, and of attributes only those stay
that tell something. No script runs, no entity is followed, nothing is fetched.
"""

import re
from typing import TYPE_CHECKING

from briefing.sources.draft import UnreadableError
from briefing.sources.encoding import decoded

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ELEMENTS = 200_000
"""Elements of a page; long articles have a thousandth of that."""
_DEEPEST = 128  # elements in one another; pages have 30, the libraries' own bound is 256
_LONGEST_VALUE = 10_000  # characters of an attribute; a picture in one may have millions
_ATTRIBUTES = frozenset({
    "class", "content", "data-component", "data-module", "data-testid", "datetime", "hidden", "href", "http-equiv",
    "id", "itemprop", "itemtype", "name", "property", "pubdate", "rel", "role", "style", "title", "type",
})  # fmt: skip
_SILENT = frozenset({
    "applet", "audio", "canvas", "datalist", "embed", "frame", "iframe", "math", "object", "style", "svg", "video",
})  # fmt: skip
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*(?::[A-Za-z0-9._-]+)?")
"""How elements are called; what a slip of the pen makes of `<p` and `<b>`, as `<p<b>`, is none that tells anything."""
_BARRED = {
    **dict.fromkeys([*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]),
    **dict.fromkeys((0x0B, 0x0C, *range(0x1C, 0x20)), " "),
    **{ord(each): each for each in "\t\n\r"},
}
"""Characters that no tree may hold, such as those of old programs between two lines, and what stands for them."""
_CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_LOOKED_AT = 4096  # bytes; browsers look for a charset in the first 1,024


def parse(data: bytes, charset: str | None = None) -> tuple["_Element", tuple[str, ...]]:
    """Build the tree of a page.

    Args:
        data: the page.
        charset: the encoding that a header or an archive states for it.

    Returns:
        The root, and a note for each thing that was guessed.

    Raises:
        UnreadableError: the bytes are no text.
    """
    from lxml.etree import HTMLParser, fromstring

    text, notes = decoded(data, charset or _stated_charset(data))
    parser = HTMLParser(encoding="utf-8", huge_tree=True, target=_Builder())
    page = text.replace("\0", "").encode("utf-8", "replace")
    return fromstring(page or b"<html>", parser), notes


def _stated_charset(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_LOOKED_AT]) or _XML_CHARSET.match(data[:_LOOKED_AT])
    return found[1].decode("ascii") if found else None


class _Builder:
    """Builds the tree of a page from the parser's events, within bounds.

    The root stays open to the end: libxml2 opens another behind `</html>` where text goes on, and closes none at times.
    """

    def __init__(self) -> None:
        from lxml.etree import TreeBuilder
        from lxml.html import html_parser

        self._tree = TreeBuilder(element_factory=html_parser.makeelement)
        self._open: list[bool] = []
        self._built: list[str] = []
        self._silent = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element, or break the line where it lies too deep."""
        self._count += 1
        if self._silent or tag in _SILENT:
            self._silent = self._silent or len(self._open) + 1
        is_again = tag == "html" and bool(self._built)
        is_seen = not (self._silent or is_again) and self._count <= MOST_ELEMENTS
        is_built = is_seen and len(self._built) < _DEEPEST
        self._open.append(is_built)
        if is_built:
            named = tag if _NAME.fullmatch(tag) else "span"
            self._built.append(named)
            self._tree.start(named, _telling(attributes))
        elif is_seen:
            self._tree.start("br", {})
            self._tree.end("br")

    def end(self, _tag: str) -> None:
        """Close what was opened last."""
        if self._silent == len(self._open):
            self._silent = 0
        if self._open.pop() and len(self._built) > 1:
            self._tree.end(self._built.pop())

    def data(self, text: str) -> None:
        """Add text."""
        if not self._silent:
            self._tree.data(text.translate(_BARRED))

    def close(self) -> "_Element":
        """Give the root.

        Raises:
            UnreadableError: there are too many elements.
        """
        if self._count > MOST_ELEMENTS:
            raise UnreadableError(f"It is a web page of more than {MOST_ELEMENTS:,} elements.")
        if not self._built:
            self.start("html", {})
        while self._built:
            self._tree.end(self._built.pop())
        return self._tree.close()


def _telling(attributes: dict[str, str]) -> dict[str, str]:
    return {
        key: value.translate(_BARRED)
        for key, value in attributes.items()
        if key in _ATTRIBUTES and len(value) <= _LONGEST_VALUE
    }
