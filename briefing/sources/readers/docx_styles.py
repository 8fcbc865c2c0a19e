"""Step 1, reading: the styles of a Word file → what each makes of a paragraph.

A style goes by its name, which is English in the file whatever Word's language, by its
outline level, and by the style that it is based on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.sources.readers.passages import BULLETED, HEADING, HIDDEN, PLAIN, Role, of_style
from briefing.sources.readers.tree import Node, attribute, child, children, local

_BODY_LEVEL = 9
"""The outline level that Word gives to text."""
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """What each style makes of a paragraph or of words, by the style's id; `usual` is that of paragraphs without."""

    roles: Mapping[str, Role]
    usual: str | None = None

    def of_paragraph(self, properties: Node | None) -> Role:
        """What a paragraph is by its properties."""
        style = attribute(child(properties, "pStyle"), "val") or self.usual
        named = self.roles.get(style or "", PLAIN)
        own = _role("", properties)
        cancelled = named == BULLETED and _number(properties) == "0"
        return own if named == PLAIN and own else PLAIN if cancelled else named

    def hides(self, properties: Node | None) -> bool:
        """Whether words with these properties are hidden."""
        if (own := child(properties, "vanish")) is not None:
            return _is_on(own)
        return self.roles.get(attribute(child(properties, "rStyle"), "val") or "") == HIDDEN


def styles_of(root: Node | None) -> Styles:
    """What the part of styles says."""
    found = {attribute(one, "styleId") or "": one for one in children(root) if local(one) == "style"}
    roles = {id_: _of_chain(id_, found) for id_ in found}
    usual = (id_ for id_, one in found.items() if attribute(one, "type") == "paragraph" and _is_default(one))
    return Styles(roles, next(usual, None))


def _of_chain(id_: str, found: Mapping[str, Node]) -> Role:
    """What a style, or else the styles that it is based on, make of a paragraph."""
    for _ in range(_LONGEST_CHAIN):
        if (style := found.get(id_)) is None:
            break
        if _is_on(child(child(style, "rPr"), "vanish")):
            return HIDDEN
        if role := _role(attribute(child(style, "name"), "val") or id_, child(style, "pPr")):
            return role
        id_ = attribute(child(style, "basedOn"), "val") or ""
    return PLAIN


def _role(name: str, properties: Node | None) -> Role | None:
    if role := of_style(name):
        return role
    level = attribute(child(properties, "outlineLvl"), "val") or ""
    if level.isdecimal() and int(level) < _BODY_LEVEL:
        return HEADING
    return BULLETED if _number(properties) not in (None, "0") else None


def _number(properties: Node | None) -> str | None:
    """The list to which a paragraph belongs; `0` takes it out of its style's."""
    return attribute(child(child(properties, "numPr"), "numId"), "val")


def _is_default(style: Node) -> bool:
    return attribute(style, "default") in {"1", "true", "on"}


def _is_on(toggle: Node | None) -> bool:
    return toggle is not None and attribute(toggle, "val") not in {"0", "false", "off"}
