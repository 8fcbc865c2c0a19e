"""A `template.toml` and a `words.toml` in which every key stands as a comment.

In: the template that is extended. Out: a text that says `extends` and nothing else, with
each key, what it means, and the value that it has there; and one that says nothing, with
each word. Without the marks `#:` they say what the extended template says.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from textwrap import wrap
from typing import Any, Literal, get_args, get_origin, get_type_hints

from briefing.render.words import Named, Words
from briefing.settings import (
    TEMPLATE,
    SectionSpec,
    Setting,
    Template,
    key_meanings,
    load_cue_set,
    load_template,
    parsed,
    settings_of,
)

MARK = "#:"
"""What stands before a setting that does not count yet; words to the reader have `#` and a space."""
_WIDTH = 100
_HEAD = f"""\
# The template “{{name}}”. It takes from “{{extends}}” all that it does not say itself.
#
# A line with {MARK} holds a setting as it is in “{{extends}}”. To change it, take the {MARK} away
# and write your own value. Of a section, take it from its [[section]] and its id as well.
# What is no section's stands above the first [[section]]; a new section may stand at the end.
# Mistakes are found by: briefing templates check {{name}}

extends = "{{extends}}"
"""
_WORDS = f"""\
# The words that a document says beside the sources' sentences, by their keys.
#
# A line with {MARK} holds them as they are in “{{extends}}”. To change one, take the {MARK} away
# and write your own; keep what stands in braces, which something is put into. Of a phrase
# with a number, write each form, such as one and other; 0 = "…" is a form for none.
#
# The headings of what is shipped can be changed at the end, by the English ones:
#
#   [headings]
#   "Key points" = "Key judgements"

"""
_EXAMPLE = """
# A section of your own is written so; `sections` above says where it stands.
#
#   [[section]]
#   id = "neighbours"
#   heading = "Neighbours and partners"
#
#   [section.cues]
#   strong = ["neighbour", "ambassador"]
#   weak = ["partner", "border"]
#
# The keys of [section.cues]:
#
"""


def template_toml(name: str, extends: str) -> str:
    """The text of the file, for a template of this name."""
    base, settings = load_template(extends), [*settings_of(extends)]
    lines = [_HEAD.format(name=name, extends=extends)]
    for setting in settings:
        if "." not in setting.key:
            lines += _explained("template", setting.key, name if setting.key == "name" else _value(Template, setting))
    lines += _explained("template", "sections", _order(base))
    for number, spec in enumerate(base.sections):
        of_it = [one for one in settings if one.key.startswith(f"{spec.id}.")]
        lines += ["\n", f"{MARK}[[section]]\n", *_of_section(spec, of_it, explained=number == 0)]
    return "".join([*lines, _EXAMPLE, *_of_cues()])


def words_toml(extends: str, words: Words) -> str:
    """The words of the template that is extended, each as a comment."""
    told = ((field.name, getattr(words, field.name)) for field in fields(Words) if field.name != "language")
    return _WORDS.format(extends=extends) + "".join(f"{MARK}{key} = {_phrase(value)}\n" for key, value in told)


def _phrase(value: str | tuple[str, ...] | Named) -> str:
    """A text, a list of them, or a table, on one line as TOML wants that."""
    if isinstance(value, Named):
        return f"{{ {', '.join(f'{_name(name)} = {_phrase(text)}' for name, text in value.entries.items())} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_phrase, value))}]"
    # In an editor it would look like any other space.
    return _toml(value).replace("\u00a0", "\\u00a0")


def _name(key: str) -> str:
    return key if key.isidentifier() else _toml(key)


def _explained(kind: str, key: str, value: Any) -> Iterator[str]:
    """A key with what it means and its value; one that has none is only told of."""
    told = key_meanings(kind).get(key, "")
    yield "\n"
    yield from (f"# {line}\n" for line in wrap(f"{key}: {told}{_choices(kind, key)}", _WIDTH - 2))
    if value is not None:
        yield from _assigned(key, value)


def _value(kind: type, setting: Setting) -> Any:
    """The value as a file writes it: a bound that is not there is 0."""
    hint = get_type_hints(kind).get(setting.key.rpartition(".")[2])
    return 0 if setting.value is None and hint == int | None else setting.value


def _choices(kind: str, key: str) -> str:
    """What the value may be, where only a few may."""
    hint = get_type_hints(Template if kind == "template" else SectionSpec).get(key)
    chosen = next((one for one in (hint, *get_args(hint)) if get_origin(one) is Literal), None)
    return f" ({' | '.join(get_args(chosen))})" if chosen else ""


def _assigned(key: str, value: Any) -> Iterator[str]:
    values = [_toml(one) for one in value] if isinstance(value, list | tuple) else None
    written = _toml(value) if values is None else f"[{', '.join(values)}]"
    line = f"{MARK}{key} = {written}\n"
    if values is None or len(line) <= _WIDTH:
        yield line
        return
    yield f"{MARK}{key} = [\n"
    yield from (f"{MARK}  {row}\n" for row in _rows(values))
    yield f"{MARK}]\n"


def _rows(values: Sequence[str]) -> Iterator[str]:
    """The values in rows that fit the page."""
    row = ""
    for value in values:
        if row and len(row) + len(value) > _WIDTH:
            yield row.rstrip()
            row = ""
        row += f"{value}, "
    yield row.rstrip()


def _toml(value: Any) -> str:
    """A text, a number or a truth value in TOML, which writes these as JSON does."""
    return json.dumps(value, ensure_ascii=False)


def _order(base: Template) -> list[str]:
    """The ids of the sections in their order, those of the cue set under its one name where no file names them."""
    of_set = {spec.id for spec in load_cue_set(base.cue_set, base.folders).sections} if base.cue_set else set()
    orders = (parsed(folder / TEMPLATE).get("sections") for folder in base.folders)
    listed: list[str] = next(filter(None, orders), [])
    found = dict.fromkeys("set" if spec.id in of_set - {*listed} else spec.id for spec in base.sections)
    # What is listed may be of another of its cue sets.
    return listed if found.keys() <= {*listed} else [*found]


def _of_section(spec: SectionSpec, settings: Sequence[Setting], *, explained: bool) -> Iterator[str]:
    """The keys of a section: all of them with what they mean, or only those that a file says."""
    yield from _explained("section", "id", spec.id) if explained else _assigned("id", spec.id)
    for setting in settings:
        key = setting.key.removeprefix(f"{spec.id}.")
        value = _value(SectionSpec, setting)
        if key.startswith("cues."):
            continue
        if explained:
            yield from _explained("section", key, value)
        elif setting.where:
            yield from _assigned(key, value)
    cues = [one for one in settings if ".cues." in one.key]
    yield from [f"{MARK}[section.cues]\n"] if cues else []
    for setting in cues:
        yield from _assigned(setting.key.rpartition(".")[2], setting.value)


def _of_cues() -> Iterator[str]:
    for key, told in key_meanings("cues").items():
        yield from (f"#   {line}\n" for line in wrap(f"{key}: {told}", _WIDTH - 4))
