"""TOML as people write it, checked: each mistake is told with the file and the way out."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from briefing.errors import TemplateError
from briefing.settings.mistakes import refuse
from briefing.settings.own_files import own_file

T = TypeVar("T")
_LARGEST = 1_000_000
"""Bytes of a file of settings."""
Table = Mapping[str, Any]
"""What TOML holds between two headings."""


class Told(NamedTuple):
    """A value, and the file that says it."""

    value: Any
    where: Path


Sheet = Mapping[str, Told]
"""A table whose values may come from several files."""


def sheet(table: Table, where: Path) -> dict[str, Told]:
    """A table that comes from one file."""
    return {key: Told(value, where) for key, value in table.items()}


def parsed(path: Path) -> dict[str, Any]:
    """What a file holds.

    Raises:
        TemplateError: it cannot be read, is not valid TOML, or lies outside its folder.
    """
    try:
        own_file(path.parent, path.name, _LARGEST)
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise TemplateError(f"{path} cannot be read: {error.strerror or error}.", rule="toml", where=path) from error
    except RecursionError as error:
        raise TemplateError(f"{path} nests too deep. Write it flat.", rule="toml", where=path) from error
    except ValueError as error:
        raise TemplateError(f"{path} is not valid TOML: {error}.", rule="toml", where=path) from error


def built(kind: type[T], values: Sheet, where: Path, section: str = "", others: Sequence[str] = ()) -> T:
    """Make a settings type from what is told of it.

    Args:
        kind: the type, a dataclass.
        values: its fields.
        where: the file that an error names where something is missing.
        section: the id of the section that it is, or is part of.
        others: keys that may stand beside the fields, and are read elsewhere.

    Raises:
        TemplateError: a key is unknown, missing, or has a value that does not fit; the message names it and its file.
    """
    known = _hints(kind)  # type: ignore[arg-type]  # mypy takes a class for something without a hash
    given = {}
    for key, told in values.items():
        if sentence := _mistake(key, told, known, others):
            rule = "value" if key in known else "unknown-key"
            refuse(TemplateError(sentence, rule=rule, where=told.where, section=section, key=key))
        else:
            given[key] = _value(told.value, known[key])
    return kind(**_completed(kind, given, values, where, section))


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The types of the fields, which take longer to find than all the rest of a table to read."""
    return get_type_hints(kind)


def _mistake(key: str, told: Told, known: Mapping[str, Any], others: Sequence[str]) -> str:
    value = tuple(told.value) if isinstance(told.value, list) else told.value
    if key not in known:
        names = [name for name, hint in known.items() if hint != tuple[Path, ...]]
        return f"{told.where} has the unknown key “{key}”. {nearest(key, [*names, *others])}"
    if not _fits(value, known[key]):
        return f"{told.where}: “{key}” cannot be {told.value!r}; it must be {_named(known[key])}."
    return ""


def _completed(kind: Any, given: dict[str, Any], values: Sheet, where: Path, section: str) -> dict[str, Any]:
    """The values with something for each field that must be given; what is not there is refused."""
    bare = {field.name for field in fields(kind) if field.default is MISSING is field.default_factory}
    needed = bare - given.keys()
    if missing := ", ".join(f"“{name}”" for name in sorted(needed - values.keys())):
        of_section = f": section “{section}” lacks " if section else ": it lacks "
        refuse(
            TemplateError(f"{where} is incomplete{of_section}{missing}.", rule="missing", where=where, section=section)
        )
    hints = _hints(kind)
    return given | {name: 1 if hints[name] is int else () if get_origin(hints[name]) else "" for name in needed}


def _value(value: Any, wanted: Any) -> Any:
    """The value as the type has it: lists are tuples, and 0 takes away a bound that may be missing."""
    if wanted == int | None and value == 0:
        return None
    return tuple(value) if isinstance(value, list) else value


def _fits(value: Any, wanted: Any) -> bool:
    """Whether a value of TOML is of the type; numbers count from 1, lists hold texts that say something."""
    if wanted in {int, int | None}:
        return isinstance(value, int) and not isinstance(value, bool) and value >= (wanted is int)
    if get_origin(wanted) is tuple:
        return isinstance(value, tuple) and all(
            _fits(one, get_args(wanted)[0]) and _says_something(one) for one in value
        )
    if wanted in {str, bool, str | None}:
        return isinstance(value, wanted)
    choices = _choices(wanted)
    return value in choices if choices else True


def _choices(wanted: Any) -> tuple[Any, ...]:
    """The values of which one must be given, where a type lists them, beside None."""
    kinds = [wanted, *get_args(wanted)]
    return next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())


def _says_something(value: Any) -> bool:
    """Whether a text has a letter or a digit; a cue without one could match nothing, or everything."""
    return not isinstance(value, str) or any(map(str.isalnum, value))


def _named(wanted: Any) -> str:
    if get_origin(wanted) is not tuple and (choices := _choices(wanted)):
        return "one of " + ", ".join(choices)
    if get_origin(wanted) is tuple and get_args(wanted)[0] is not str:
        return f"a list of {_named(get_args(wanted)[0])}"
    names = {
        str: "a text",
        str | None: "a text",
        bool: "true or false",
        tuple[str, ...]: "a list of texts, none of them empty",
    }
    return names.get(wanted, "a whole number from 1" if wanted is int else "a whole number, or 0 for no bound")


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of an error's sentence: the known name that was most likely meant, or all of them."""
    names = sorted(known)
    close = closest(word, names)
    return f"Did you mean “{close}”?" if close else f"Known are: {', '.join(names) or 'none'}."


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known name that was most likely meant, if any is like it."""
    return next(iter(get_close_matches(word.lower(), sorted(known), n=1)), None)


def is_date(text: str) -> bool:
    """Whether ISO 8601 writes a date so, as a year, a month or a day, and the calendar has it."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
