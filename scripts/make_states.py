"""Bring the states' names and codes up to date with pycountry (ISO 3166) and Babel (CLDR), and set the files in order.

    python scripts/make_states.py

What stands in `states.toml` and `territories.toml` stays: usual names, demonyms and
capitals are ours. Names that are missing are added behind ours, so that a second run
changes nothing. A code that is missing is ours to place: the script names it and stops.
"""

# ruff: noqa: INP001, T201  a script is no package, and prints
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale

DATA = Path(__file__).parent.parent / "briefing" / "language" / "data"
FILES = ("states.toml", "territories.toml")
KEYS = ("alpha3", "names", "demonyms", "people", "capitals")
INVERTED = re.compile(r"(?P<short>.+), (?P<before>.+ of(?: the)?)")
"""How ISO writes some names: "Moldova, Republic of"."""
NO_NAME = frozenset({"Taiwan, Province of China", "Virgin Islands, British", "Virgin Islands, U.S."})
"""What ISO has for lists and nobody says; other names of these are there."""
TERRITORIES: Mapping[str, str] = Locale("en").territories


def codes() -> tuple[str, ...]:
    """All codes of ISO 3166-1, and that of Kosovo, which CLDR has."""
    return tuple(sorted({country.alpha_2 for country in pycountry.countries} | {"XK"}))


def alpha3(code: str) -> str:
    """The code of three letters."""
    country = pycountry.countries.get(alpha_2=code)
    return str(country.alpha_3) if country else "XKX"


def names(code: str) -> tuple[str, ...]:
    """The English names of ISO and CLDR, as a sentence would have them."""
    country = pycountry.countries.get(alpha_2=code)
    iso = [getattr(country, key, "") for key in ("name", "common_name", "official_name")] if country else []
    forms = [form for name in (TERRITORIES[code], *iso) if name and name not in NO_NAME for form in spoken(name)]
    return tuple(dict.fromkeys(forms))


def spoken(name: str) -> Iterable[str]:
    """The name without what only lists have: brackets, inversion, an article, a spaced hyphen; with "and" for "&"."""
    bare = re.sub(r" \(.*?\)", "", name).removeprefix("the ").replace("’", "'").replace(" - ", "-")
    inverted = INVERTED.fullmatch(bare)
    if inverted:
        bare = f"{inverted['before']} {inverted['short']}".removeprefix("The ")
    return dict.fromkeys((bare, bare.replace("&", "and")))


def completed(code: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row with the code and the names that ISO and CLDR have, if they know it."""
    if code not in codes():
        return row
    return {**row, "alpha3": alpha3(code), "names": list(dict.fromkeys([*row["names"], *names(code)]))}


def written(rows: Mapping[str, Any]) -> str:
    """The rows as lines of TOML, in the order of their codes."""
    return "".join(f"{code} = {{ {_fields(rows[code])} }}\n" for code in sorted(rows))


def _fields(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} = {json.dumps(row[key], ensure_ascii=False)}" for key in KEYS if row.get(key))


def remade(text: str) -> str:
    """The text of a file as it should be; its head stays."""
    head, table, _ = re.split(r"(^\[\w+\]\n)", text, maxsplit=1, flags=re.MULTILINE)
    (rows,) = tomllib.loads(text).values()
    return head + table + written({code: completed(code, row) for code, row in rows.items()})


def main() -> int:
    """Write the files."""
    texts = {DATA / name: (DATA / name).read_text("utf-8") for name in FILES}
    held = {code for text in texts.values() for rows in tomllib.loads(text).values() for code in rows}
    missing = [code for code in codes() if code not in held]
    if missing:
        print(f"Add {', '.join(missing)} to states.toml or territories.toml, with a usual name.", file=sys.stderr)
        return 1
    for path, text in texts.items():
        path.write_text(remade(text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
