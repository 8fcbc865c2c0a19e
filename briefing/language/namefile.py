"""Step 2: a file of known names, ours or a user's, read and checked.

Enters: the path of a TOML file. Leaves: a `NameFile`.

The name of a table says what its names are. A line is a usual name with its other
forms; a state has lists of its own and goes by its code:

    [organisation]
    "African Union" = ["AU", "Union Africaine"]

    [state]
    ML = { names = ["Mali"], demonyms = ["Malian"], people = ["Malians"], capitals = ["Bamako"] }
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing.errors import SettingError
from briefing.language.tables import check_key, check_table, parsed, texts
from briefing.model import EntityKind

BODIES: Mapping[str, EntityKind] = {
    "group": "group",
    "organisation": "organisation",
    "outlet": "outlet",
    "person": "person",
    "place": "place",
}
STATES: Mapping[str, EntityKind] = {"state": "state", "territory": "place"}
SENSES = ("person", "place", "word")
"""What a name may mean besides."""
TABLES = (*BODIES, *STATES, "ambiguous")


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory; the first of its names is the usual one."""

    kind: EntityKind
    alpha3: str = ""
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """What goes by a usual name, with its other forms."""

    table: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameFile:
    """What a file says: states by code, bodies by usual name, names by what else they mean, names to leave alone."""

    path: Path
    states: Mapping[str, State]
    bodies: Mapping[str, Body]
    ambiguous: Mapping[str, tuple[str, ...]]
    ignored: tuple[str, ...] = ()


def read(path: Path) -> NameFile:
    """Read and check a file.

    Raises:
        SettingError: the file cannot be read, or says what cannot be followed.
    """
    tables = parsed(path, "names")
    ignored = _texts(tables.pop("ignore", []), path, "ignore")
    for name, table in tables.items():
        check_key(name, TABLES, path, "the unknown table")
        check_table(table, path, name)
    states = [(code, _state(value, STATES[table], path, code)) for table, code, value in _rows(tables, STATES)]
    bodies = [(name, Body(table, _texts(value, path, name))) for table, name, value in _rows(tables, BODIES)]
    _check_once([*states, *bodies], path)
    return NameFile(path, dict(states), dict(bodies), _ambiguous(tables.get("ambiguous", {}), path), ignored)


def _rows(tables: Mapping[str, Any], wanted: Collection[str]) -> Iterator[tuple[str, str, Any]]:
    return ((table, key, value) for table in tables if table in wanted for key, value in tables[table].items())


def _state(value: Any, kind: EntityKind, path: Path, code: str) -> State:
    if not isinstance(value, dict):
        raise SettingError(f'{path}: “{code}” must be a table such as {{ names = ["Mali"], demonyms = ["Malian"] }}.')
    known = [each.name for each in fields(State)[1:]]
    for key in value:
        check_key(key, known, path, f"“{code}” with the unknown key")
    lists = {key: _texts(value[key], path, key) for key in value if key != "alpha3"}
    return State(kind, str(value.get("alpha3", "")), **lists)


def _ambiguous(table: Mapping[str, Any], path: Path) -> dict[str, tuple[str, ...]]:
    for sense in table:
        check_key(sense, SENSES, path, "[ambiguous] with the unknown key")
    return {sense: _texts(names, path, sense) for sense, names in table.items()}


def _texts(value: Any, path: Path, key: str) -> tuple[str, ...]:
    return texts(value, path, key, 'names, such as ["African Union", "AU"], or []')


def _check_once(rows: list[tuple[str, State | Body]], path: Path) -> None:
    """Refuse a form that stands with two; only states may share one, which then means neither."""
    keys = Counter(key for key, _ in rows)
    owner: dict[str, str] = {}
    for key, row in rows:
        if keys[key] > 1:
            raise SettingError(f"{path} has “{key}” in two tables. Leave it in one.")
        forms = {key, *row.forms} if isinstance(row, Body) else set(row.names)
        for form in forms:
            other = owner.setdefault(form, key)
            if other != key and isinstance(row, Body):
                raise SettingError(f"{path} gives “{form}” to “{other}” and to “{key}”. Leave it with one.")
