"""Step 2: the names and the words that the rules go by.

Enters: the TOML files in `data/`, and those of a user, which add to ours and go
before them. Leaves: a `Gazetteer`, made once, and lists of words.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from briefing.errors import SettingError
from briefing.language.namefile import BODIES, NameFile, State, read
from briefing.model import EntityKind

DATA = Path(__file__).parent / "data"
OURS = (
    "states",
    "territories",
    "organisations",
    "missions",
    "parties",
    "companies",
    "groups",
    "outlets",
    "places",
    "cities",
    "ambiguous",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name stands for.

    Attributes:
        name: the usual name.
        kind: what it is.
        states: codes of the state or territory that it names, of all that share the name, or of that whose capital
            it is.
        also: what else the form may mean: a "person", another "place", an ordinary "word".
    """

    name: str
    kind: EntityKind
    states: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known names. Forms are compared by exact case: "WHO" is no "who".

    Attributes:
        names: what each form stands for.
        states: states and territories by their ISO 3166 code.
        demonyms: for each word such as "Malian", the codes of the states that it may mean.
        people: for each word such as "Malians", the same.
    """

    names: Mapping[str, Known]
    states: Mapping[str, State]
    demonyms: Mapping[str, tuple[str, ...]]
    people: Mapping[str, tuple[str, ...]]

    def state_of(self, demonym: str) -> str | None:
        """The usual name of the state that a demonym means; None where it means none, or several."""
        codes = self.demonyms.get(demonym, ())
        return self.states[codes[0]].names[0] if len(codes) == 1 else None


@cache
def load(*extra: Path) -> Gazetteer:
    """The known names: ours and those of a user's files, each of which goes before those before it.

    Raises:
        SettingError: a file cannot be read, or says what cannot be followed.
    """
    layers = (_ours(), *map(read, extra))
    states = _states(layers)
    names = _with_typographic_marks(_known(layers, states))
    ignored = {form for layer in layers for form in layer.ignored}
    return Gazetteer(
        names={form: known for form, known in names.items() if form not in ignored},
        states=states,
        demonyms=_shared((word, code) for code, state in states.items() for word in state.demonyms),
        people=_shared((word, code) for code, state in states.items() for word in state.people),
    )


def _ours() -> NameFile:
    """Our files as one."""
    files = [read(DATA / f"{name}.toml") for name in OURS]
    return NameFile(
        path=DATA,
        states={code: state for file in files for code, state in file.states.items()},
        bodies={name: body for file in files for name, body in file.bodies.items()},
        ambiguous={sense: names for file in files for sense, names in file.ambiguous.items()},
    )


def _states(layers: Iterable[NameFile]) -> dict[str, State]:
    """All states, each with what every layer says of it, the last one first."""
    states: dict[str, State] = {}
    for layer in layers:
        for code, state in layer.states.items():
            states[code] = _joined(state, states[code]) if code in states else state
            if not states[code].names:
                raise SettingError(f'{layer.path}: “{code}” needs a name. Give it one: {code} = {{ names = ["…"] }}.')
    return states


def _joined(state: State, ours: State) -> State:
    return State(
        state.kind,
        state.alpha3 or ours.alpha3,
        *(
            tuple(dict.fromkeys(getattr(state, each) + getattr(ours, each)))
            for each in ("names", "demonyms", "people", "capitals")
        ),
    )


def _known(layers: Sequence[NameFile], states: Mapping[str, State]) -> dict[str, Known]:
    """What each form stands for: in the last layer that has it, and there in a state before all else."""
    capital_of = _shared((capital, code) for code, state in states.items() for capital in state.capitals)
    found = {capital: Known(capital, "place", codes) for capital, codes in capital_of.items()}
    table_of = {name: body.table for layer in layers for name, body in layer.bodies.items()}
    for layer in layers:
        for name, body in layer.bodies.items():
            known = Known(name, BODIES[table_of[name]], capital_of.get(name, ()))
            found |= dict.fromkeys((name, *body.forms), known)
        shared = _shared((form, code) for code in layer.states for form in layer.states[code].names)
        found |= {form: _state(form, codes, states) for form, codes in shared.items()}
    return found | _ambiguous(layers, found)


def _state(form: str, codes: tuple[str, ...], states: Mapping[str, State]) -> Known:
    """A name of one state, or one that several share and that means none of them by itself."""
    state = states[codes[0]]
    return Known(state.names[0] if len(codes) == 1 else form, state.kind, codes)


def _ambiguous(layers: Iterable[NameFile], found: Mapping[str, Known]) -> dict[str, Known]:
    """The names that mean something else besides, with what that is."""
    also = _shared((form, sense) for layer in layers for sense, forms in layer.ambiguous.items() for form in forms)
    return {form: replace(found[form], also=frozenset(senses)) for form, senses in also.items() if form in found}


def _shared(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """For each first of the pairs all its seconds."""
    found: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        found[one] = (*found.get(one, ()), other)
    return found


def _with_typographic_marks(names: Mapping[str, Known]) -> dict[str, Known]:
    return {**names, **{form.replace("'", "’"): known for form, known in names.items()}}


def demonyms() -> Mapping[str, tuple[str, ...]]:
    """The codes of the states that a word such as "Malian" may mean."""
    return load().demonyms


@cache
def titles() -> frozenset[str]:
    """What a person is called, in full or in short."""
    return words("person", "short_title")


@cache
def speaking() -> frozenset[str]:
    """Verbs that report what someone says."""
    return words("speech", "reporting")


@cache
def words(*kinds: str) -> frozenset[str]:
    """One list of `data/words.toml`, or several together, by their names there."""
    return frozenset(word for kind in kinds for word in _words()[kind])


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads((DATA / "words.toml").read_text("utf-8"))
