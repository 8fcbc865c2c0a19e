"""Where templates are found: beside what is worked on, with the user, and with the program."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.errors import TemplateError
from briefing.settings.mistakes import refuse
from briefing.settings.shipped import PACKAGE, shipped_folder
from briefing.settings.tables import closest, nearest

TEMPLATE = "template.toml"
"""The file that makes a folder a template."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of templates, and whose they are."""

    whose: Literal["here", "yours", "shipped"]
    folder: Path

    def names(self) -> tuple[str, ...]:
        """The names of its templates, sorted."""
        return tuple(sorted(file.parent.name for file in self.folder.glob(f"*/{TEMPLATE}")))


def places() -> tuple[Place, ...]:
    """The folders in which a template's name is looked for, in this order, each once."""
    from platformdirs import user_config_path

    found = (
        Place("here", Path("templates").resolve()),
        Place("yours", user_config_path(PACKAGE.name, appauthor=False) / "templates"),
        Place("shipped", shipped_folder()),
    )
    # In a checkout of the program the first is the last.
    return tuple(place for n, place in enumerate(found) if place.folder not in {one.folder for one in found[n + 1 :]})


def known_templates() -> dict[str, Place]:
    """The names of all templates, sorted, each with where it is found first."""
    found = {name: place for place in reversed(places()) for name in place.names()}
    return dict(sorted(found.items()))


def template_folder(name: str | Path) -> Path:
    """The folder of a template: `name` itself where it is one, else that of the first template of this name.

    Raises:
        TemplateError: there is none.
    """
    path = Path(name)
    if (path / TEMPLATE).is_file():
        return path.resolve()
    if len(path.parts) == 1 and (known := known_templates().get(str(name))):
        return known.folder / name
    if path.is_dir():
        raise TemplateError(f"The folder {path} is no template: it has no {TEMPLATE}.")
    raise TemplateError(f"There is no template “{name}”. {nearest(str(name), known_templates())}")


def extended_folder(name: str, seen: tuple[Path, ...]) -> Path:
    """The folder of the template that the last of `seen` extends: one beside it, else the first of this name.

    A template may extend one of its own name, which is then found further on.

    Raises:
        TemplateError: there is none but those that extend this one, or the name is a path.
    """
    where = seen[-1] / TEMPLATE
    if len(Path(name).parts) != 1 or name in {".", ".."}:
        return _stand_in(name, where, f"{where} extends “{name}”. Give the name of a template, not a path.")
    candidates = [*_candidates(name, seen[-1].parent)]
    for folder in candidates:
        if folder not in seen:
            return folder
    if candidates:
        return _stand_in("", where, f"{where}: the template extends itself. Change “extends”.")
    told = f"{where}: there is no template “{name}” to extend. {nearest(name, known_templates())}"
    return _stand_in(name, where, told)


def _stand_in(name: str, where: Path, sentence: str) -> Path:
    """Refuse what a template extends; the template that was most likely meant stands in for it."""
    refuse(TemplateError(sentence, rule="extends", where=where, key="extends"))
    return shipped_folder() / (closest(name, Place("shipped", shipped_folder()).names()) or "analyst")


def _candidates(name: str, beside: Path) -> Iterator[Path]:
    for folder in (beside, *(place.folder for place in places())):
        if (folder / name / TEMPLATE).is_file():
            yield (folder / name).resolve()
