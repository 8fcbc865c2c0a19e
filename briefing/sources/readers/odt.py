"""Step 1, reading: an OpenDocument text, packed or flat → lines.

In: the archive, or the one XML file. Out: its text in order, notes behind it, then what
is dropped: comments, and heads and feet of pages.
"""

from collections.abc import Iterator
from itertools import chain

from briefing.sources.draft import Draft, Line, UnreadableError
from briefing.sources.office import LOCKED
from briefing.sources.readers.odt_body import Body
from briefing.sources.readers.odt_styles import styles_of
from briefing.sources.readers.package import Package
from briefing.sources.readers.passages import COMMENT, RUNNING_HEAD, dropped, each_once
from briefing.sources.readers.properties import author, modified, refuse_own, title
from briefing.sources.readers.tree import Node, attribute, child, local, named, parse, texts

_HEADS = frozenset({"header", "footer"})


def read(data: bytes) -> Draft:
    """Read an OpenDocument text.

    Raises:
        UnreadableError: it is locked, damaged, too large, or a brief of this program.
    """
    parts = _parts(data)
    refuse_own(_stated(parts, "description"))
    changes = [change for part in parts for change in named(part, "changed-region")]
    deleted = {attribute(one, "id") or "" for one in changes if child(one, "deletion") is not None}
    body = Body(styles_of(parts), deleted)
    text = [line for part in parts for whole in named(part, "body") for line in body.lines(whole)]
    comments = (line for comment in body.comments for line in dropped(comment, COMMENT))
    lines = (*text, *body.notes, *comments, *_heads(parts))
    return Draft(
        lines,
        title=None if any(line.kind == "title" for line in lines) else title(_stated(parts, "title")),
        # The creator is who wrote to it last.
        author=author(_stated(parts, "initial-creator") or _stated(parts, "creator")),
        modified=modified(_stated(parts, "date")),
        notes=("It has tracked changes; they were read as if all were accepted.",) if changes else (),
    )


def _parts(data: bytes) -> list[Node]:
    """The parts that say something: properties, styles and content."""
    if not data.startswith(b"PK"):
        return [parse(data)]
    package = Package(data)
    manifest = package.tree_if_any("META-INF/manifest.xml")
    if manifest is not None and any(True for _ in named(manifest, "encryption-data")):
        raise UnreadableError(LOCKED)
    found = (package.tree_if_any(name) for name in ("meta.xml", "styles.xml"))
    return [*(part for part in found if part is not None), package.tree("content.xml")]


def _heads(parts: list[Node]) -> Iterator[Line]:
    heads = (head for part in parts for page in named(part, "master-page") for head in page)
    told = (head for head in heads if local(head).partition("-")[0] in _HEADS)
    walk = Body(styles_of(parts))
    yield from each_once(chain.from_iterable(map(walk.lines, told)), RUNNING_HEAD)


def _stated(parts: list[Node], name: str) -> str | None:
    properties = (one for part in parts for one in named(part, "meta"))
    return next((text for one in properties for text in texts(one, name)), None)
