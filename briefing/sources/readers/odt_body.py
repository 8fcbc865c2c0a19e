"""Step 1, reading: the elements of an OpenDocument text's body → lines.

Insertions that are tracked stand in the text and count; what was deleted is kept
elsewhere in the file and does not.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.sources.draft import Line
from briefing.sources.readers.passages import (
    BULLETED,
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
from briefing.sources.readers.tree import Node, attribute, flat, local, under

_UNREAD = frozenset({
    "tracked-changes", "forms", "note-citation", "ruby-text", "title", "desc", "object", "event-listeners", "settings",
    "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "styles", "automatic-styles",
    "script", "plugin", "applet", "image",
})  # fmt: skip
_INDEXES = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
    "bibliography",
})  # fmt: skip
_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_CELLS = frozenset({"table-cell"})
_LISTS = frozenset({"list-item", "list-header"})
_MOST_SPACES = 100


@dataclass(slots=True)
class Body:
    """A walk through a body; notes and comments, which stand amid the text, are gathered.

    Args:
        styles: what each style of the file makes of what has it.
        deleted: the changes that took something out; a flat file still has it in its place.
    """

    styles: Mapping[str, Role]
    deleted: Container[str] = ()
    notes: list[Line] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    open_changes: set[str] = field(default_factory=set)

    def lines(self, parent: Node, role: Role = PLAIN) -> Iterator[Line]:
        """The lines of the paragraphs, lists and tables below an element; `role` is what the element makes of them."""
        for one in parent:
            name = local(one)
            if name in {"p", "h"}:
                yield from paragraph(self._pieces(one), self._role(one, name, role))
            elif name == "table":
                yield from self._table(one)
            elif name not in _UNREAD:
                yield from self.lines(one, _inside(one, name, role))

    def _role(self, element: Node, name: str, role: Role) -> Role:
        """What a paragraph is: what its style says goes before the list that it is in, and both before `h`."""
        styled = self.styles.get(attribute(element, "style-name") or "", PLAIN)
        if role.reason or styled.reason or styled.kind == "title":
            return role if role.reason else styled
        return HEADING if name == "h" else styled if styled.kind else role

    def _table(self, table: Node) -> Iterator[Line]:
        for each in under(table, {"table-row"}, _ROWS):
            yield from row([list(self.lines(cell)) for cell in under(each, _CELLS, ())])

    def _pieces(self, parent: Node) -> Iterator[Piece]:
        """What a paragraph says; the text behind each element in it is the paragraph's own."""
        yield self._said(parent.text)
        for one in parent:
            yield from self._piece(one, local(one))
            yield self._said(one.tail)

    def _said(self, text: str | None) -> str:
        return "" if self.open_changes else flat(text)

    def _piece(self, one: Node, name: str) -> Iterator[Piece]:
        if name == "s":
            yield " " * min(_MOST_SPACES, int(attribute(one, "c") or 1))
        elif name in {"tab", "line-break"}:
            yield "\n" if name == "line-break" else " "
        elif name == "note":
            self.notes += footnote(self.lines(one))
        elif name == "annotation":
            self.comments.append(" ".join(line.text for line in self.lines(one)))
        elif name in {"change-start", "change-end"}:
            self._turn(name, attribute(one, "change-id") or "")
        elif name == "text-box":
            yield from self.lines(one)
        elif name in {"hidden-text", "hidden-paragraph"} or self._is_hidden(one):
            yield from (Unseen(piece) if isinstance(piece, str) else piece for piece in self._pieces(one))
        elif name not in _UNREAD:
            yield from self._pieces(one)

    def _turn(self, name: str, change: str) -> None:
        if name == "change-start" and change in self.deleted:
            self.open_changes.add(change)
        elif name == "change-end":
            self.open_changes.discard(change)

    def _is_hidden(self, element: Node) -> bool:
        return self.styles.get(attribute(element, "style-name") or "") == HIDDEN


def _inside(element: Node, name: str, role: Role) -> Role:
    """What an element makes of the paragraphs in it."""
    if role.reason:
        return role
    if attribute(element, "display") == "none":
        return HIDDEN
    return CONTENTS if name in _INDEXES else BULLETED if name in _LISTS else role
