"""The page of a template, read without a brief.

In: its HTML files. Out: findings on names, fields, filters, blocks and files that are
not there, each with its line: all of them, where a build would stop at the first.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.render.html.page import environment
from briefing.settings import Template, nearest
from briefing.workshop.fields import GIVEN, unknown_fields
from briefing.workshop.findings import Finding
from briefing.workshop.style import unfound

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

_WITH_FILE = {"asset", "inline", "digest"}
_OF_JINJA = {"self", "super", "loop", "caller", "varargs", "kwargs"}
_NAMED_FILE = re.compile(r"""\b(?:src|href)\s*=\s*["'](?!#|data:|mailto:|https?:)([^"'{}]+)["']""")
_FETCHED = re.compile(r"""\bsrc\s*=\s*["']((?:https?:)?//[^"']+)["']""")


def read(file: Path, template: Template) -> list[Finding]:
    """What is wrong with a page by itself."""
    from jinja2 import TemplateSyntaxError

    made = environment(template)
    try:
        page = made.parse(file.read_text("utf-8"))
    except UnicodeDecodeError:
        return [Finding("html-syntax", file, "This is not UTF-8. Save it as UTF-8.")]
    except TemplateSyntaxError as error:
        return [
            Finding("html-syntax", file, f"{error.message}. Mend what stands here.".replace("..", "."), error.lineno)
        ]
    extended = [*_extended(page, made)]
    filters = [*_filters(page, made)]
    for name in _unknown(page, made):
        # Jinja would read no further.
        made.filters[name] = made.tests[name] = lambda value: value
    return [
        Finding(rule, file, sentence, line)
        for rule, found in {
            "undefined": _undefined(page, extended, made),
            "attribute": unknown_fields(page),
            "filter": filters,
            "block": _lost(page, extended),
            "file": _files(page, template),
        }.items()
        for line, sentence in found
    ]


def _extended(page: "nodes.Template", made: "Environment") -> "Iterator[nodes.Template]":
    """The pages that a page extends, as far as they can be read."""
    from jinja2 import TemplateError, nodes

    for extends in page.find_all(nodes.Extends):
        if not isinstance(extends.template, nodes.Const) or made.loader is None:
            continue
        try:
            source, *_ = made.loader.get_source(made, extends.template.value)
            found = made.parse(source)
        except TemplateError:
            continue
        yield found
        yield from _extended(found, made)


def _undefined(page: "nodes.Template", extended: "Iterable[nodes.Template]", made: "Environment") -> "Told":
    from jinja2 import meta, nodes

    known = {*made.globals, *GIVEN, *_OF_JINJA, *(name for one in (page, *extended) for name in _exported(one))}
    unknown = meta.find_undeclared_variables(page) - known
    asked = {name for one in page.find_all(nodes.Test) if one.name == "defined" for name in one.find_all(nodes.Name)}
    for name in page.find_all(nodes.Name):
        if name.name in unknown and name.ctx == "load" and name not in asked:
            yield name.lineno, f"Nothing gives “{name.name}”. {nearest(name.name, known - _OF_JINJA)}"


def _exported(page: "nodes.Template") -> Iterator[str]:
    """The names that a page gives to the blocks of those that extend it."""
    from jinja2 import nodes

    for node in page.body:
        if isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Assign):
            yield from (name.name for name in (node.target, *node.target.find_all(nodes.Name)) if hasattr(name, "name"))


def _filters(page: "nodes.Template", made: "Environment") -> "Told":
    from jinja2 import nodes

    for kind, known, node_type in (("filter", made.filters, nodes.Filter), ("test", made.tests, nodes.Test)):
        for node in page.find_all(node_type):
            if node.name not in known:
                yield node.lineno, f"There is no {kind} “{node.name}”. {nearest(node.name, filter(str.isalpha, known))}"


def _unknown(page: "nodes.Template", made: "Environment") -> set[str]:
    from jinja2 import nodes

    return {node.name for node in page.find_all((nodes.Filter, nodes.Test))} - made.filters.keys() - made.tests.keys()


def _lost(page: "nodes.Template", extended: "Iterable[nodes.Template]") -> "Told":
    """What Jinja would pass over in silence: blocks that no extended page has, and words beside the blocks."""
    from jinja2 import nodes

    if page.find(nodes.Extends) is None:
        return
    known = {block.name for one in extended for block in one.find_all(nodes.Block)}
    for node in page.body:
        if known and isinstance(node, nodes.Block) and node.name not in known:
            yield node.lineno, f"The page it extends has no block “{node.name}”. {nearest(node.name, known)}"
        elif isinstance(node, nodes.Output) and (text := _text(node)):
            yield node.lineno, f"“{text}” stands in no block, and is not shown. Put it into one of the blocks."


def _text(output: "nodes.Output") -> str:
    """The first words of what is put out."""
    from jinja2 import nodes

    data = "".join(node.data for node in output.nodes if isinstance(node, nodes.TemplateData)).strip()
    others = any(not isinstance(node, nodes.TemplateData) for node in output.nodes)
    return data.splitlines()[0][:40] if data else "{{ … }}" if others else ""


def _files(page: "nodes.Template", template: Template) -> "Told":
    from jinja2 import nodes

    for call in page.find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name in _WITH_FILE and call.args
        if named and isinstance(call.args[0], nodes.Const) and (told := unfound(str(call.args[0].value), template)):
            yield call.lineno, told
    for data in page.find_all(nodes.TemplateData):
        for match in _FETCHED.finditer(data.data):
            yield data.lineno + data.data.count("\n", 0, match.start()), unfound(match[1], template)
        for match in _NAMED_FILE.finditer(data.data):
            told = f"A page holds all it shows. Write {{{{ asset('{match[1]}') }}}} for {match[1]}."
            yield data.lineno + data.data.count("\n", 0, match.start()), told


Told = Iterator[tuple[int, str]]
"""Sentences with their lines."""
