"""Step 1, reading: XML of a stranger → a tree.

No entity is followed, no DTD is loaded, nothing is fetched, and elements nest no
deeper than 256. Names are compared without their namespace, since each kind of office
file has been written under several.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from briefing.sources.draft import UnreadableError

Node = Any
"""An element of lxml, which carries no types."""


MOST_TAGS = 1_000_000
"""Tags of one text in XML; a report of 500 pages has half of it, and each takes more memory than its bytes."""


def parse(data: bytes, what: str = "It") -> Node:
    """The root of a text in XML.

    Args:
        data: its bytes.
        what: what an error calls it.

    Raises:
        UnreadableError: it is not well-formed, has too many tags, or declares entities.
    """
    from lxml import etree

    if data.count(b"<") > MOST_TAGS:
        raise UnreadableError(f"{what} has more than {MOST_TAGS:,} tags.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"{what} is damaged, or nests too deep: it is no XML that can be read.") from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise UnreadableError(f"{what} declares names for text, as no office program does.")
    return root


def local(node: Node) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def attribute(node: Node, name: str) -> str | None:
    """An attribute by its name without namespace."""
    if node is None:
        return None
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), None)


def child(node: Node | None, name: str) -> Node | None:
    """The first child of a name."""
    return next((one for one in children(node) if local(one) == name), None)


def children(node: Node | None) -> Iterable[Node]:
    """The children of an element that may not be there."""
    return () if node is None else node


def under(node: Node, names: Collection[str], through: Collection[str]) -> Iterator[Node]:
    """The elements of these names below an element, looked for in elements of the other names alone."""
    for one in node:
        if local(one) in names:
            yield one
        elif local(one) in through:
            yield from under(one, names, through)


def flat(text: str | None) -> str:
    """Text as it is shown, where a line's end in the file is but a space."""
    return re.sub(r"\s+", " ", text or "")


def named(root: Node | None, name: str) -> Iterator[Node]:
    """The elements of a name, however deep."""
    return (one for one in (() if root is None else root.iter()) if local(one) == name)


def texts(root: Node | None, name: str) -> Iterator[str]:
    """What the elements of a name say, those that are empty left out."""
    for node in named(root, name):
        if text := flat("".join(node.itertext())).strip():
            yield text
