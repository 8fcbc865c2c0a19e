"""Whether the table of actors is right, by `actors.toml` in a collection's folder.

How it is written is told in `docs/quality.md`. A collection may have this file alone.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks.quality.collection import COLLECTIONS, PROJECT, FaultyError
from briefing import language, merge, sources
from briefing.model import Actor, Document, latest_date

KINDS = ("state", "person", "organisation", "group", "place")
UNLABELLED = 1 / 3
"""Rows that no label knows are fair up to this share of the labelled ones: who else acts is a matter of taste."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An actor that a careful reader finds, or may find where it is not `required`.

    `role` is a pattern that any right wording of the role fits, empty where no source states one.
    """

    name: str
    names: frozenset[str]
    kind: str
    role: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Who acts in a collection, which names are no actor's, and who stands at the top."""

    name: str
    documents: tuple[Document, ...]
    actors: tuple[Labelled, ...]
    forbidden: frozenset[str]
    lead: tuple[str, ...]


def tables(folder: Path = COLLECTIONS) -> tuple[Table, ...]:
    """The labelled tables, by the name of their collection.

    Raises:
        FaultyError: a table has faults.
    """
    return tuple(read(file) for file in sorted(folder.glob("*/actors.toml")))


def read(file: Path) -> Table:
    """A labelled table.

    Raises:
        FaultyError: a name stands in no source or has two rows, or a kind is unknown.
    """
    given = tomllib.loads(file.read_text("utf-8"))
    at = PROJECT / given["sources"] if "sources" in given else file.parent / "sources"
    documents = sources.read([at]).documents
    labelled = tuple(map(_labelled, given["actors"]))
    faults = [f"{file.parent.name}: {fault}" for fault in _faults(labelled, given["lead"], documents)]
    if faults:
        raise FaultyError("\n".join(faults))
    return Table(file.parent.name, documents, labelled, frozenset(map(plain, given["forbidden"])), tuple(given["lead"]))


def _labelled(one: Mapping[str, Any]) -> Labelled:
    names = frozenset(map(plain, (one["name"], *one.get("aliases", ()))))
    return Labelled(one["name"], names, one["kind"], one.get("role", ""), one.get("required", True))


def _faults(labelled: Sequence[Labelled], lead: Iterable[str], documents: Iterable[Document]) -> list[str]:
    text = plain("\n".join(document.text for document in documents))
    every = [name for one in labelled for name in one.names]
    return [
        *(f"“{one.name}” has the kind “{one.kind}”; write one of {', '.join(KINDS)}."
          for one in labelled if one.kind not in KINDS),
        *(f"No name of “{one.name}” stands in a source; quote one." for one in labelled
          if not any(name in text for name in one.names)),
        *(f"“{name}” names two actors; leave it with one."
          for name in sorted({one for one in every if every.count(one) > 1})),
        *(f"“{name}” leads and has no row; give it one." for name in lead if plain(name) not in every),
    ]  # fmt: skip


def plain(name: str) -> str:
    """A name as it is compared: without case, article and typographic marks."""
    return re.sub(r"\bthe ", "", name.replace("’", "'").casefold())


class Found:
    """What the program's table is against the labelled one."""

    def __init__(self, table: Table, rows: Sequence[Actor] | None = None) -> None:
        self.table = table
        self.rows = tuple(rows) if rows is not None else _made(table.documents)
        self.right: dict[int, Labelled] = {}
        self.wrong: list[str] = []
        self.unknown: list[str] = []
        for n, row in enumerate(self.rows):
            self._judge(n, row)

    def _judge(self, n: int, row: Actor) -> None:
        names = {plain(name) for name in (row.name, *row.aliases)}
        meant = [one for one in self.table.actors if names & one.names]
        if len(meant) > 1:
            self.wrong.append(f"{row.name} is {' and '.join(one.name for one in meant)} in one row")
        elif names & self.table.forbidden and not (meant and plain(row.name) not in self.table.forbidden):
            self.wrong.append(f"{row.name} is no actor")
        elif not meant:
            self.unknown.append(row.name)
        elif meant[0] in self.right.values():
            self.wrong.append(f"{row.name} is {meant[0].name} again")
        else:
            self.right[n] = meant[0]

    @cached_property
    def missing(self) -> list[str]:
        """The required actors that have no row."""
        return [one.name for one in self.table.actors if one.required and one not in self.right.values()]

    @cached_property
    def kinds(self) -> list[str]:
        """The rows of a wrong kind."""
        return [
            f"{self.rows[n].name} is {self.rows[n].kind}, not {one.kind}"
            for n, one in self.right.items()
            if self.rows[n].kind != one.kind
        ]

    @cached_property
    def roles(self) -> list[str]:
        """The rows without the role that a source states."""
        told = {n: role.text if (role := self.rows[n].role) else "" for n in self.right}
        return [
            f"{one.name}: “{told[n]}” for {one.role}"
            for n, one in self.right.items()
            if one.role and not re.search(one.role, told[n], re.IGNORECASE)
        ]

    @cached_property
    def below(self) -> list[str]:
        """Those of the labelled lead that stand further down than there are names in it, one row of grace."""
        top = [self.right[n].names for n in range(len(self.table.lead) + 1) if n in self.right]
        return [name for name in self.table.lead if not any(plain(name) in names for names in top)]

    def figures(self) -> dict[str, float]:
        """All figures, by name."""
        required = sum(one.required for one in self.table.actors)
        recall = _share(required - len(self.missing), required)
        unfair = max(len(self.unknown) - int(len(self.table.actors) * UNLABELLED), 0)
        precision = _share(len(self.right), len(self.right) + len(self.wrong) + unfair)
        with_role = sum(bool(one.role) for one in self.right.values())
        return {
            "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "recall": recall,
            "precision": precision,
            "kind": _share(len(self.right) - len(self.kinds), len(self.right)),
            "role": _share(with_role - len(self.roles), with_role),
            "lead": _share(len(self.table.lead) - len(self.below), len(self.table.lead)),
        }

    def errors(self) -> list[str]:
        """Each error as a line."""
        return [
            *(f"{self.table.name}: {one}" for one in (*self.wrong, *self.kinds)),
            *(f"{self.table.name}: {one} is not labelled" for one in self.unknown),
            *(f"{self.table.name}: {one} is missing" for one in self.missing),
            *(f"{self.table.name}: role of {one}" for one in self.roles),
            *(f"{self.table.name}: {one} leads, and stands further down" for one in self.below),
        ]


def _made(documents: Sequence[Document]) -> tuple[Actor, ...]:
    return merge.merge(documents, language.analyse(documents, latest_date(documents))).actors


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 1.0
