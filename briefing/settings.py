"""Templates as data: what a person writes in `template.toml`, checked and frozen.

A template is a folder. `template.toml` says what the brief holds; `brief.html`,
`brief.css` and `brief.docx` say how it looks. A template takes each file it does
not have, and each setting it does not make, from the one that it `extends`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from briefing.errors import TemplateError
from briefing.model import Shape

PACKAGE = Path(__file__).parent
VERSION = version("briefing")

T = TypeVar("T")
Sign = Literal["modal", "quote", "past-date", "forecast"]


@dataclass(frozen=True, slots=True)
class Cues:
    """What belongs in a section. Words and phrases are matched on their lemmas.

    `strong` cues place a sentence by themselves, `weak` ones together with
    others, `against` ones keep it out; `headings` match the heading or label
    under which the source itself has put the sentence. `signs` are features of a
    sentence: `modal` (parties shall, will, must), `quote`, `past-date` (a year
    before the event's), `forecast`.
    """

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section as its template describes it.

    `items` and `words` bound it; None leaves that to the brief's own length.
    `lift_from` makes it one of key points: the main point of all, then the
    best-founded statements of the sections named, then others move up into this
    one. `default` takes what no cue places. `order` is `"importance"`, or `"time"` for the earliest first.
    """

    id: str
    heading: str
    shape: Shape = "bullets"
    items: int | None = None
    words: int | None = None
    required: bool = False
    lift_from: tuple[str, ...] = ()
    default: bool = False
    order: Literal["importance", "time"] = "importance"
    cues: Cues = Cues()


@dataclass(frozen=True, slots=True)
class Template:
    """A template, read and checked.

    `words` is the length of all sentences together. `choose` is `"importance"`, or
    `"coverage"` for as many different facts as fit. `folders` are the template's
    own folder and those it extends, nearest first.
    """

    name: str
    audience: str
    words: int
    sections: tuple[SectionSpec, ...]
    labels: bool = True
    choose: Literal["importance", "coverage"] = "importance"
    folders: tuple[Path, ...] = ()

    def file(self, name: str) -> Path:
        """The nearest file of this name along `extends`.

        Raises:
            TemplateError: neither the template nor one it extends has the file.
        """
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise TemplateError(f"Template “{self.name}” has no file {name}, nor has one that it extends.")


def shipped_folder() -> Path:
    """The folder of shipped templates: in the package, or beside it in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


def shipped_templates() -> tuple[str, ...]:
    """The names of the shipped templates, sorted."""
    return tuple(sorted(path.parent.name for path in shipped_folder().glob("*/template.toml")))


def load_template(name: str | Path) -> Template:
    """Read a template by its shipped name or from its folder.

    Raises:
        TemplateError: there is none, or its `template.toml` says what cannot be followed.
    """
    chain = tuple(_chain(name))
    folders = tuple(folder for folder, _ in chain)
    where = folders[0] / "template.toml"
    merged: dict[str, Any] = {}
    for _, table in reversed(chain):
        merged |= table
    if "sections" in merged:
        raise TemplateError(f"{where} has the unknown key “sections”. Begin each section with [[section]].")
    merged["name"] = chain[0][1].get("name", folders[0].name)
    tables = merged.pop("section", [])
    if not isinstance(tables, list) or not tables:
        raise TemplateError(f"{where} has no [[section]]; a brief needs at least one.")
    sections = tuple(_section(table, where) for table in tables)
    _check_sections(sections, where)
    return _build(Template, {**merged, "sections": sections, "folders": folders}, where)


def _chain(name: str | Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The template's folder and table, then those it extends."""
    seen: set[Path] = set()
    folder: Path | None = _folder(name, Path())
    while folder is not None:
        if folder in seen:
            raise TemplateError(f"Template {folder} extends itself. Change “extends” in its template.toml.")
        seen.add(folder)
        table = _table(folder / "template.toml")
        wanted = table.pop("extends", None)
        if not isinstance(wanted, str | None):
            raise TemplateError(f"{folder / 'template.toml'}: “extends” cannot be {wanted!r}; it must be a text.")
        yield folder, table
        folder = None if wanted is None else _folder(wanted, folder)


def _folder(name: str | Path, base: Path) -> Path:
    """The folder of a template: a bare name is a shipped template's first, a path counts from `base`."""
    shipped, path = shipped_folder() / name, base / name
    if len(Path(name).parts) == 1 and (shipped / "template.toml").is_file():
        return shipped
    if (path / "template.toml").is_file():
        return path.resolve()
    if path.is_dir():
        raise TemplateError(f"The folder {path} is no template: it has no template.toml.")
    raise TemplateError(f"There is no template “{name}”. {nearest(str(name), shipped_templates())}")


def _check_sections(sections: Sequence[SectionSpec], where: Path) -> None:
    """Refuse sections that contradict one another."""
    ids = [section.id for section in sections]
    for section in sections:
        if ids.count(section.id) > 1:
            raise TemplateError(f"{where} has two sections “{section.id}”. Give each an id of its own.")
        for other in section.lift_from:
            if other not in ids:
                raise TemplateError(f"{where}: section “{section.id}” lifts from “{other}”. {nearest(other, ids)}")
    if sum(section.default for section in sections) > 1:
        raise TemplateError(f"{where} has two default sections. Leave “default” to one.")


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path} is not valid TOML: {error}.") from error


def _section(table: Any, where: Path) -> SectionSpec:
    if not isinstance(table, dict):
        raise TemplateError(f"{where}: a section must be a table that begins with [[section]].")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    cues = values.pop("cues", {})
    if not isinstance(cues, dict):
        raise TemplateError(f'{where}: “cues” must be a table such as strong = ["treaty"].')
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in cues.items()}
    return _build(SectionSpec, {**values, "cues": _build(Cues, lists, where)}, where)


def _build(kind: type[T], values: Mapping[str, Any], where: Path) -> T:
    """Make a settings type from a table, naming the key that does not fit it."""
    known = get_type_hints(kind)
    for key, value in values.items():
        if key not in known:
            raise TemplateError(f"{where} has the unknown key “{key}”. {nearest(key, known)}")
        if not _fits(value, known[key]):
            raise TemplateError(f"{where}: “{key}” cannot be {value!r}; it must be {_named(known[key])}.")
    try:
        return kind(**values)
    except TypeError as error:
        raise TemplateError(f"{where} is incomplete: {error}.") from error


def _fits(value: Any, wanted: Any) -> bool:
    """Whether a value of TOML is of the type; numbers count from 1, lists hold texts."""
    if wanted in {int, int | None}:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 1
    if get_origin(wanted) is tuple:
        return isinstance(value, tuple) and all(_fits(one, get_args(wanted)[0]) for one in value)
    if wanted in {str, bool}:
        return isinstance(value, wanted)
    return value in get_args(wanted) if get_origin(wanted) is Literal else True


def _named(wanted: Any) -> str:
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(get_args(wanted))
    if get_origin(wanted) is tuple and get_args(wanted)[0] is not str:
        return f"a list of {_named(get_args(wanted)[0])}"
    names = {str: "a text", bool: "true or false", tuple[str, ...]: "a list of texts"}
    return names.get(wanted, "a whole number from 1")


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of an error's sentence: the known name that was most likely meant, or all of them."""
    names = sorted(known)
    close = get_close_matches(word.lower(), names, n=1)
    return f"Did you mean “{close[0]}”?" if close else f"Known are: {', '.join(names) or 'none'}."


def is_date(text: str) -> bool:
    """Whether ISO 8601 writes a date so, as a year, a month or a day, and the calendar has it."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
