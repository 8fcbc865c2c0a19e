"""THIRD_PARTY.md names what is bundled and what is installed, with the licences that the libraries state."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata, requires

from docs_reading import ROOT, part, text_of
from packaging.requirements import Requirement

ROW = re.compile(r"^\| (?!library)([a-z][\w-]*) \| ([^|]+) \|", re.MULTILINE)


def named(requirement: str) -> str:
    """The name of a required library, as indexes write it."""
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0].lower())


def licence(library: str) -> str:
    """What a library's metadata says of its licence: an expression, else classifiers, else a text."""
    stated = metadata(library)
    classified = [each.split(" :: ")[-1] for each in stated.get_all("Classifier") or () if each.startswith("License")]
    expression = stated.get_all("License-Expression") or ()
    return "; ".join([*expression] or classified) or stated["License"].splitlines()[0]


def needed(library: str, seen: set[str]) -> Iterator[str]:
    """The libraries that a library needs on this system, and those that these need."""
    for requirement in map(Requirement, requires(library) or ()):
        name = named(requirement.name)
        if name not in seen and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            seen.add(name)
            yield name
            yield from needed(name, seen)


class DescribeTheLibraries:
    def it_gives_the_licence_that_each_states(self) -> None:
        told = dict(ROW.findall(text_of("THIRD_PARTY.md")))
        stated = {name: licence(name) for name in needed("briefing", set())}
        assert {name: told.get(name) for name in stated} == stated

    def it_says_what_each_that_the_program_names_is_for(self) -> None:
        told = part("THIRD_PARTY.md", "## Libraries that the program uses")
        dependencies = tomllib.loads(text_of("pyproject.toml"))["project"]["dependencies"]
        assert [name for name, _ in ROW.findall(told)] == sorted(map(named, dependencies))


class DescribeTheFonts:
    def it_names_every_family_that_is_bundled(self) -> None:
        told = text_of("THIRD_PARTY.md").casefold().replace(" ", "-")
        parts = r"(-(cyrillic|greek|ext|vietnamese))*-[46]00"
        families = {re.sub(parts, "", file.stem) for file in (ROOT / "templates").glob("*/fonts/*.[wt]*f*")}
        assert len(families) > 2
        assert {family for family in families if f"-{family}" not in told.replace("|", "-")} == set()
        assert (ROOT / "templates/analyst/fonts/OFL.txt").is_file()
        assert (ROOT / "templates/analyst/fonts/Apache-2.0.txt").is_file()
