"""The labelled sentences of `date_expressions.toml`, and how well they are read.

A reader takes a sentence and its source's date of publication, and gives the
dates that it finds: the words, and the ISO date or None.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from language_notation import sentences, table

EXPRESSIONS = Path(__file__).with_name("date_expressions.toml")
Dated = tuple[str, str | None]
Reader = Callable[[str, str | None], list[Dated]]


@dataclass(frozen=True)
class Case:
    """A labelled sentence; `half` is "seen" or "held out"."""

    half: str
    published: str | None
    sentence: str
    expected: tuple[Dated, ...]


@dataclass
class Tally:
    """How the dates of some sentences were read.

    Attributes:
        right: as labelled, with None where the label says that nothing tells the date.
        wrong: another date is given, or one where nothing tells it.
        missed: no date is given where there is one.
        alarms: words that are no date, taken for one.
        exact: the words, too, are those of the label.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    alarms: int = 0
    exact: int = 0

    @property
    def labelled(self) -> int:
        """The dates that are labelled."""
        return self.right + self.wrong + self.missed

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)))


def cases(half: str | None = None) -> list[Case]:
    """The labelled sentences, of one half or of both."""
    return [
        Case(group["half"], group.get("published"), sentence, tuple(_labels(found)))
        for group in tomllib.loads(EXPRESSIONS.read_text("utf-8"))["group"]
        if half in {None, group["half"]}
        for sentence, found in table(group["cases"])
    ]


def _labels(found: str) -> Iterable[Dated]:
    for label in found.split("; ") if found else ():
        said, date = label.split(" | ")
        yield said, None if date == "?" else date


def briefing(sentence: str, published: str | None) -> list[Dated]:
    """Reads as the program does."""
    return [(mention.said, mention.date) for found in sentences(sentence, published) for mention in found.dates]


def tally(chosen: Iterable[Case], reader: Reader) -> Tally:
    """How a reader reads the sentences."""
    return sum((_tally(case, reader(case.sentence, case.published)) for case in chosen), Tally())


def _tally(case: Case, found: list[Dated]) -> Tally:
    result, left = Tally(), list(found)
    for said, date in case.expected:
        match = next((pair for pair in left if said in pair[0] or pair[0] in said), None)
        if match:
            left.remove(match)
        given = match[1] if match else None
        result.right += given == date and (match is not None or date is None)
        result.wrong += given is not None and given != date
        result.missed += given is None and date is not None
        result.exact += match == (said, date)
    result.alarms = len(left)
    return result
