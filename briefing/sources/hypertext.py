"""Step 1, reading: markup within a file that is no page (a mail's, an article's as JSON) → its plain text.

A page has menus and much else around its article; these have not, so that all
that a person would see is kept. A quoted passage gets the marks that it has in a plain mail.
"""

import re
from collections.abc import Iterator
from typing import Any

from briefing.sources.draft import UnreadableError

_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "object", "svg", "title"})
_PARTS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|figure|h[1-6]|i|img|li|ol|p|span|strong|table|u|ul)\b[^<>]*>", re.IGNORECASE
)


def is_marked_up(text: str) -> bool:
    """Whether a text has the tags that articles have."""
    return bool(_TAG.search(text))


def plain(markup: str) -> str:
    """The text of some HTML: a line for each paragraph, a blank line between two, `> ` before what is quoted.

    Args:
        markup: clean text, as `decode` gives it.

    Raises:
        UnreadableError: the parser gave up in the midst of it.
    """
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    # The root keeps the parser from failing where there is nothing at all.
    root = html.document_fromstring(f"<div>{markup}</div>", parser=parser)
    if any("depth" in error.message for error in parser.error_log):
        raise UnreadableError("Its markup is nested too deep to be read; save it as text.")
    walk = etree.iterwalk(root, events=("start", "end"))
    return "\n\n".join(_paragraphs("".join(_pieces(walk))))


def _pieces(walk: Any) -> Iterator[str]:
    """The text as it comes, a NUL where a paragraph ends, and a 1 for each quotation that it stands in."""
    depth = 0
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
                continue
            depth += tag == "blockquote"
            yield _opened(tag, depth)
            yield _within(element.text, tag)
            continue
        if tag in _PARTS:
            depth -= tag == "blockquote"
            yield "\0" + "\1" * depth
        yield _within(element.tail, "")


def _opened(tag: str, depth: int) -> str:
    if tag == "br":
        return "\n"
    return "\0" + "\1" * depth + ("- " if tag == "li" else "") if tag in _PARTS else ""


def _within(text: str | None, tag: str) -> str:
    """The text of an element, its white space as a browser shows it."""
    return (text or "") if tag == "pre" else re.sub(r"\s+", " ", text or "")


def _paragraphs(text: str) -> Iterator[str]:
    for part in text.split("\0"):
        quoted = "> " * (len(part) - len(part.lstrip("\1")))
        lines = [" ".join(line.split()) for line in part.lstrip("\1").split("\n")]
        if "".join(lines).strip("- "):
            yield "\n".join(quoted + line for line in lines).strip("\n")
