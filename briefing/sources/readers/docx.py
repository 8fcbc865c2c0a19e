"""Step 1, reading: a Word file (Office Open XML, transitional or strict) → lines.

In: the archive. Out: its text in order, notes behind it, then what is dropped: comments,
and heads and feet of pages. Macros, pictures and links are not touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.sources.draft import Draft, Line
from briefing.sources.readers.docx_body import Body
from briefing.sources.readers.docx_styles import styles_of
from briefing.sources.readers.package import Package, beside
from briefing.sources.readers.passages import COMMENT, RUNNING_HEAD, dropped, each_once, footnote
from briefing.sources.readers.properties import author, modified, refuse_own, title
from briefing.sources.readers.tree import Node, attribute, child, children, local

_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_NOT_READ = {"aFChunk": "a page of another format", "diagramData": "a diagram", "chart": "a chart"}
"""Kinds of parts that show words which are not read, and what they are."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A relation of a part to another: its kind, such as `footnotes`, and the other's name."""

    kind: str
    target: str


def read(data: bytes) -> Draft:
    """Read a Word file.

    Raises:
        UnreadableError: it is locked, damaged, too large, or a brief of this program.
    """
    package = Package(data)
    top = _links(package, "")
    properties = next((package.tree(link.target) for link in top if link.kind == "core-properties"), None)
    refuse_own(_stated(properties, "description"))
    main = next((link.target for link in top if link.kind == "officeDocument"), "word/document.xml")
    root, links = package.tree(main), _links(package, main)
    lines = tuple(_lines(package, root, links))
    return Draft(
        lines,
        title=None if any(line.kind == "title" for line in lines) else title(_stated(properties, "title")),
        author=author(_stated(properties, "creator")),
        modified=modified(_stated(properties, "modified")),
        notes=tuple(_notes(root, links)),
    )


def _lines(package: Package, root: Node, links: list[_Link]) -> Iterator[Line]:
    styles = styles_of(_part(package, links, "styles"))
    yield from Body(styles).lines(root)
    for kind in ("footnotes", "endnotes"):
        for note in children(_part(package, links, kind)):
            if attribute(note, "type") in {None, "normal"}:  # else a line that parts notes from text
                yield from footnote(Body(styles).lines(note))
    for comment in children(_part(package, links, "comments")):
        yield from dropped(" ".join(line.text for line in Body(styles).lines(comment)), COMMENT)
    heads = (package.tree(link.target) for link in links if link.kind in {"header", "footer"})
    yield from each_once((line for head in heads for line in Body(styles).lines(head)), RUNNING_HEAD)


def _links(package: Package, part: str) -> list[_Link]:
    """What a part names as its own, in this file; the empty name is that of the file itself."""
    folder, _, name = part.rpartition("/")
    rows = package.tree_if_any(f"{folder}/_rels/{name}.rels".lstrip("/"))
    return [
        _Link((attribute(row, "Type") or "").rpartition("/")[2], beside(part, attribute(row, "Target") or ""))
        for row in children(rows)
        if attribute(row, "TargetMode") != "External"
    ]


def _part(package: Package, links: list[_Link], kind: str) -> Node | None:
    target = next((link.target for link in links if link.kind == kind), None)
    return package.tree_if_any(target) if target else None


def _stated(properties: Node | None, name: str) -> str | None:
    found = child(properties, name)
    return None if found is None else found.text


def _notes(root: Node, links: list[_Link]) -> Iterator[str]:
    if any(local(one) in _TRACKED for one in root.iter()):
        yield "It has tracked changes; they were read as if all were accepted."
    for kind in sorted({link.kind for link in links} & {*_NOT_READ}):
        yield f"It holds {_NOT_READ[kind]}, of which no word was read."
