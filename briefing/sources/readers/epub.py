"""Step 1, reading: an EPUB (2 or 3) → lines.

In: the archive. Out: the text of its chapters in the order in which they are read; its
cover, its table of contents and the like are dropped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from briefing.sources.dates import iso_date
from briefing.sources.draft import Draft, Line, UnreadableError, counted
from briefing.sources.readers.epub_chapter import chapter
from briefing.sources.readers.package import Package, beside
from briefing.sources.readers.passages import PLAIN, Role
from briefing.sources.readers.properties import author, modified, title
from briefing.sources.readers.tree import Node, attribute, child, children, local, named, texts

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_FONTS = (".otf", ".ttf", ".woff", ".woff2")
"""What publishers scramble in a book that anyone may read."""
_LOCKED = "It is protected against copying (DRM); give a copy without, or the text that matters."
_PAGES = (
    (re.compile(r"cover"), Role(reason="cover")),
    (re.compile(r"copyright|imprint|colophon"), Role(reason="copyright page")),
    (re.compile(r"title-?_?page"), Role(reason="title page")),
    (re.compile(r"\b(?:nav|toc|contents)\b"), Role(reason="table of contents")),
)
"""How a page that is no chapter is called, by the book's guide or by its own name."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the book: the part's name, and what it is if it is no chapter."""

    part: str
    role: Role


def read(data: bytes) -> Draft:
    """Read an EPUB.

    Raises:
        UnreadableError: it is protected, damaged, or too long.
    """
    package = Package(data)
    if any(not name.lower().endswith(_FONTS) for name in _scrambled(package)):
        raise UnreadableError(_LOCKED)
    book = next((attribute(one, "full-path") or "" for one in named(package.tree(_CONTAINER), "rootfile")), "")
    root = package.tree(book)
    stated = child(root, "metadata")
    lines, is_broken = _text(package, _pages(root, book))
    return Draft(
        lines,
        title=title(_first(stated, "title")),
        author=author("; ".join(texts(stated, "creator"))),
        publisher=author(_first(stated, "publisher")),
        published=_published(stated),
        modified=_modified(stated),
        notes=("The markup of a chapter is broken; what could be made out was read.",) if is_broken else (),
    )


def _text(package: Package, pages: Iterator[_Page]) -> tuple[tuple[Line, ...], bool]:
    """The lines of all pages, and whether the markup of one is broken."""
    lines: list[Line] = []
    words, is_broken = 0, False
    for page in pages:
        made, mended = chapter(package.read(page.part), page.part, page.role)
        lines += made
        is_broken |= mended
        words = counted((line.text for line in made), words)
    return tuple(lines), is_broken


def _scrambled(package: Package) -> Iterator[str]:
    """The parts that are scrambled, by what the book says."""
    locks = package.tree_if_any(_LOCKS)
    for one in named(locks, "CipherReference"):
        yield attribute(one, "URI") or ""


def _pages(root: Node, book: str) -> Iterator[_Page]:
    """The pages in the order in which they are read; one that the book lists twice is read once."""
    listed = {attribute(one, "id") or "": one for one in children(child(root, "manifest"))}
    guide = {beside(book, _target(one)): attribute(one, "type") or "" for one in children(child(root, "guide"))}
    order = (listed.get(attribute(one, "idref") or "") for one in children(child(root, "spine")))
    for item in dict.fromkeys(one for one in order if one is not None):
        part = beside(book, _target(item))
        names = (guide.get(part), attribute(item, "properties"), attribute(item, "id"), part.rpartition("/")[2])
        yield _Page(part, _role(name.lower() for name in names if name))


def _role(names: Iterable[str]) -> Role:
    """What a page is by any of its names."""
    return next((role for name in names for form, role in _PAGES if form.search(name)), PLAIN)


def _target(item: Node) -> str:
    return unquote((attribute(item, "href") or "").partition("#")[0])


def _first(stated: Node | None, name: str) -> str | None:
    return next(texts(stated, name), None)


def _published(stated: Node | None) -> str | None:
    """The date of publication; older books give others beside it, and say what for."""
    dates = (one for one in children(stated) if local(one) == "date")
    told = (one.text or "" for one in dates if attribute(one, "event") in {None, "publication"})
    return next((date for one in told if (date := iso_date(one.strip()))), None)


def _modified(stated: Node | None) -> str | None:
    told = (one.text for one in children(stated) if attribute(one, "property") == "dcterms:modified")
    return next(filter(None, map(modified, told)), None)
