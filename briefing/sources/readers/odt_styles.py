"""Step 1, reading: the styles of an OpenDocument text → what each makes of a paragraph or of words.

A style that an author sets by hand is automatic and has a meaningless name; its parent's tells.
"""

from collections.abc import Iterable, Mapping

from briefing.sources.readers.passages import HIDDEN, PLAIN, Role, of_style
from briefing.sources.readers.tree import Node, attribute, child, local

_LONGEST_CHAIN = 20


def styles_of(parts: Iterable[Node]) -> Mapping[str, Role]:
    """What each style makes of what has it, by its name."""
    found = {attribute(one, "name") or "": one for part in parts for one in part.iter() if local(one) == "style"}
    return {name: _of_chain(name, found) for name in found}


def _of_chain(name: str, found: Mapping[str, Node]) -> Role:
    for _ in range(_LONGEST_CHAIN):
        style = found.get(name)
        if style is not None and attribute(child(style, "text-properties"), "display") == "none":
            return HIDDEN
        if role := of_style(name):
            return role
        name = attribute(style, "parent-style-name") or ""
    return PLAIN
