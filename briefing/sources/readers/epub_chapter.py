"""Step 1, reading: a chapter of an EPUB (XHTML) → lines.

A chapter holds nothing of what surrounds an article on a page, so that markup tells all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5

from briefing.sources.draft import Line, UnreadableError
from briefing.sources.readers.passages import (
    BULLETED,
    CAPTION,
    CONTENTS,
    HEADING,
    HIDDEN,
    PLAIN,
    Piece,
    Role,
    Unseen,
    footnote,
    paragraph,
    row,
)
from briefing.sources.readers.tree import Node, child, flat, local, parse, under

MOST_TAGS = 300_000
"""Tags of a chapter; each takes time again in each element that it lies in."""

_TYPE = "{http://www.idpf.org/2007/ops}type"
_UNREAD = frozenset(
    {"head", "script", "style", "template", "rt", "rp", "annotation", "svg", "object", "audio", "video"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "ul",
}  # fmt: skip
_MADE = {
    "li": BULLETED, "nav": CONTENTS, "figcaption": CAPTION, "caption": CAPTION, "pre": Role(reason="code"),
    **dict.fromkeys(_HEADINGS, HEADING),
}  # fmt: skip
"""What an element makes of its text."""
_TYPED = {
    **dict.fromkeys(("toc", "landmarks", "page-list", "loi", "lot", "index", "doc-toc", "doc-index"), CONTENTS),
    **dict.fromkeys(("cover", "doc-cover"), Role(reason="cover")),
    **dict.fromkeys(("titlepage", "halftitlepage"), Role(reason="title page")),
    **dict.fromkeys(("copyright-page", "colophon", "imprint", "doc-colophon"), Role(reason="copyright page")),
}
"""What the book says that an element is, and what this makes of its text."""
_NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
_MARKS = frozenset({"noteref", "doc-noteref", "backlink", "doc-backlink", "pagebreak", "doc-pagebreak"})
_BACK = re.compile(r"[\s↩↑⤴^\ufe0e]+")
_NAME = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def chapter(data: bytes, part: str, role: Role = PLAIN) -> tuple[list[Line], bool]:
    """The lines of a chapter, and whether its markup is as broken as that of a web page.

    Args:
        data: its bytes.
        part: its name in the book.
        role: what the book says that it is.

    Raises:
        UnreadableError: it declares entities, or nothing can be made of it.
    """
    root, is_broken = _root(data, part)
    walk = _Walk()
    lines = list(walk.block(root, role))
    return [*lines, *walk.notes], is_broken


def _root(data: bytes, part: str) -> tuple[Node, bool]:
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableError(f"Its part {part} has more than {MOST_TAGS:,} tags; give the text that matters.")
    try:
        return parse(_NAME.sub(_number, data), f"Its part {part}"), False
    except UnreadableError:
        from lxml import etree

        parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
        root = None if b"<!ENTITY" in data else etree.fromstring(data, parser)
        if root is None:
            raise
        return root, True


def _number(name: re.Match[bytes]) -> bytes:
    """A character that HTML names, by its number: XML knows but five names."""
    known = "" if name[1].decode() in _OF_XML else html5.get(f"{name[1].decode()};", "")
    return "".join(f"&#{ord(character)};" for character in known).encode() or name[0]


@dataclass(slots=True)
class _Walk:
    """A walk through a chapter; its notes are gathered."""

    notes: list[Line] = field(default_factory=list)

    def block(self, element: Node, role: Role) -> Iterator[Line]:
        """The lines of an element that is a block or holds blocks."""
        name, types = local(element), _types(element)
        if name in _UNREAD:
            return
        if types & _NOTES and not role.reason:
            self.notes += footnote(self._flow(element, role))
        elif name == "table":
            for each in under(element, {"tr"}, {"thead", "tbody", "tfoot"}):
                yield from row([list(self._flow(cell, role)) for cell in under(each, {"td", "th"}, ())])
        else:
            yield from self._flow(element, role if role.reason else _made(element, name, types) or role)

    def _flow(self, element: Node, role: Role) -> Iterator[Line]:
        """The lines of what stands in an element: blocks, and words between them."""
        pieces: list[Piece] = [flat(element.text)]
        for one in element:
            if any(local(each) in _BLOCKS for each in one.iter()):
                yield from paragraph(pieces, role)
                pieces = []
                yield from self.block(one, role)
            else:
                pieces += _words(one)
            pieces.append(flat(one.tail))
        yield from paragraph(pieces, role)


def _words(element: Node) -> Iterator[str]:
    """The words of an element within a paragraph."""
    name = local(element)
    if name == "br":
        yield "\n"
    elif name not in _UNREAD and not _is_mark(element, name):
        words = [flat(element.text)]
        for one in element:
            words += [*_words(one), flat(one.tail)]
        yield from map(Unseen, words) if _is_hidden(element) else words


def _made(element: Node, name: str, types: set[str]) -> Role | None:
    if _is_hidden(element):
        return HIDDEN
    return next((_TYPED[one] for one in sorted(types) if one in _TYPED), _MADE.get(name))


def _types(element: Node) -> set[str]:
    return {*(element.get(_TYPE) or element.get("epub:type") or "").split(), *(element.get("role") or "").split()}


def _is_hidden(element: Node) -> bool:
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_mark(element: Node, name: str) -> bool:
    """Whether it is the mark of a note, or leads back to one."""
    if _types(element) & _MARKS:
        return True
    link = element if name == "a" else child(element, "a") if name == "sup" else None
    if link is None or "#" not in (link.get("href") or ""):
        return False
    said = "".join(element.itertext())
    is_raised = name == "sup" or (child(element, "sup") is not None and not (element.text or "").strip())
    return bool(_BACK.fullmatch(said)) or (is_raised and len(said.strip()) <= 5)
