"""The fields that a page asks for, held against the view that it is given.

In: a page as Jinja reads it. Out: each field that what stands before its dot does not
have. What a macro is given is not known here, and nothing is said of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing.render.html.look import Logo
from briefing.render.html.reader import Reading
from briefing.render.view import SectionView, View
from briefing.settings import nearest

if TYPE_CHECKING:
    from jinja2 import nodes

GIVEN: Mapping[str, Any] = {
    "brief": View,
    "css": str,
    "screen": bool,
    "logo": Logo | None,
    "readings": tuple[Reading, ...],
    "section": SectionView,
}
"""What a page is given by name, with its type; `section` in the block of that name."""

Scope = dict[str, Any]
_LENIENT = {"default", "d"}


def unknown_fields(page: "nodes.Template") -> Iterator[tuple[int, str]]:
    """Each field that is not there, with its line."""
    found: dict[tuple[int, str], None] = {}
    _walk(page, dict(GIVEN), lambda line, sentence: found.setdefault((line, sentence)))
    return iter(found)


Tell = Callable[[int, str], object]


def _walk(node: "nodes.Node", scope: Scope, tell: Tell) -> None:
    from jinja2 import nodes

    if isinstance(node, nodes.For):
        _check(node.iter, scope, tell)
        scope = scope | _bound(node.target, _element(_type(node.iter, scope)))
        children: Iterator[nodes.Node] = (child for child in node.iter_child_nodes(exclude=("iter", "target")))
    elif isinstance(node, nodes.Macro | nodes.CallBlock):
        scope = scope | {argument.name: None for argument in node.args}
        children = node.iter_child_nodes(exclude=("args",))
    elif isinstance(node, nodes.Assign):
        _check(node.node, scope, tell)
        scope |= _bound(node.target, _type(node.node, scope))
        return
    elif isinstance(node, nodes.Expr):
        _check(node, scope, tell)
        return
    else:
        children = node.iter_child_nodes()
    for child in children:
        _walk(child, scope, tell)


def _check(node: "nodes.Node", scope: Scope, tell: Tell) -> None:
    """Tell of the fields within an expression that are not there, unless the page asks whether they are."""
    from jinja2 import nodes

    if isinstance(node, nodes.Test) and node.name in {"defined", "undefined"}:
        return
    if isinstance(node, nodes.Filter) and node.name in _LENIENT:
        return
    if isinstance(node, nodes.Getattr) and (sentence := _lacking(_type(node.node, scope), node)):
        tell(node.lineno, sentence)
    for child in node.iter_child_nodes():
        _check(child, scope, tell)


def _lacking(kinds: Any, node: "nodes.Getattr") -> str:
    from jinja2 import nodes

    known = _kinds(kinds)
    if not known or any(hasattr(kind, node.attr) or node.attr in _hints(kind) for kind in known):
        return ""
    before = f"“{node.node.name}”" if isinstance(node.node, nodes.Name) else f"What stands before “.{node.attr}”"
    names = {name for kind in known for name in _hints(kind)}
    return f"{before} has no field “{node.attr}”. {nearest(node.attr, names)}" if names else ""


def _bound(target: "nodes.Node", kind: Any) -> Scope:
    """The names that a loop or an assignment gives, with their types."""
    from jinja2 import nodes

    if isinstance(target, nodes.Name):
        return {target.name: kind}
    parts = get_args(kind) if get_origin(kind) is tuple else ()
    items = target.items if isinstance(target, nodes.Tuple) else []
    kinds = parts if len(parts) == len(items) and ... not in parts else [None] * len(items)
    return {name: one for item, part in zip(items, kinds, strict=True) for name, one in _bound(item, part).items()}


def _type(node: "nodes.Node", scope: Scope) -> Any:
    """The type of an expression, or None where it is not known."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return scope.get(node.name)
    if isinstance(node, nodes.Getattr):
        found = [_hints(kind)[node.attr] for kind in _kinds(_type(node.node, scope)) if node.attr in _hints(kind)]
        return Union[tuple(found)] if found else None  # noqa: UP007  the number of types is not known
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return _element(_type(node.node, scope))
    return None


def _element(kind: Any) -> Any:
    """The type of what a list holds."""
    parts = [get_args(one)[0] for one in _kinds(kind) if get_origin(one) is tuple and get_args(one)[1:] == (...,)]
    return Union[tuple(parts)] if parts else None  # noqa: UP007


def _kinds(kind: Any) -> tuple[Any, ...]:
    """The types that something may be of, without None; none where one of them is not known."""
    if kind is None or kind is Any:
        return ()
    if get_origin(kind) in {Union, UnionType}:
        return tuple(one for one in get_args(kind) if one is not NoneType)
    return (str,) if get_origin(kind) is Literal else (kind,)


def _hints(kind: Any) -> Mapping[str, Any]:
    """The fields of a type, and its properties."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return {}
    shown = {
        name: get_type_hints(one.fget).get("return") for name, one in vars(kind).items() if isinstance(one, property)
    }
    return get_type_hints(kind) | shown
