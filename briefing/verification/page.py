"""Verification: the page of a brief as it was given.

In: its bytes. Out: the record that it carries, and what it shows: the brief, and behind it the texts of the sources
that it holds for a reader who checks.
"""

import re
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefFileError
from briefing.render.html.record import record_in
from briefing.verification.shown import Scribe, Shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset({"script", "style", "head", "title", "meta", "link"})
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "label", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u", "text", "tspan",
})  # fmt: skip
"""Elements that do not end a paragraph."""
_CITED = re.compile(r"#(?:source|passage)_\d[\d_]*")


def parsed(content: bytes) -> "HtmlElement":
    """The page as a tree.

    Raises:
        BriefFileError: it is none.
    """
    from lxml import etree, html

    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BriefFileError("It is no page that can be read. Give a brief that this program has written.") from error


def record_of(root: "HtmlElement") -> tuple[bytes, str] | None:
    """The record that a page carries, with the name of its template.

    Raises:
        BriefFileError: it is damaged.
    """
    return record_in(root)


def shown_in(root: "HtmlElement") -> Shown:
    """What the page shows."""
    from lxml import etree

    scribe, skipping, citing = Scribe(), 0, False
    walk: Any = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        kind = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipping += kind in _UNSEEN
            citing = kind == "a" and _CITED.fullmatch(element.get("href", "")) is not None
            if kind not in _INLINE:
                scribe.close()
        else:
            skipping -= kind in _UNSEEN
            citing = False
            if kind and kind not in _INLINE:
                scribe.close()
        words = (element.text if event == "start" else element.tail) or ""
        if words and not skipping:
            (scribe.cite if citing and words.strip() else scribe.say)(words)
    return scribe.shown()
