"""Training, step 3: names out of GUM, which annotates every mention of anything.

A mention is taken for a name when GUM links it to an encyclopedia and it reads
as one. Proper names in no such mention are unclear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from training.policy import is_date, is_name, settled, trimmed
from training.samples import UNCLEAR, Mark, Sample, spaced

LABEL = {"person": "PERSON", "organization": "ORG", "place": "LOC", "event": "EVENT"}
BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
LINKED = re.compile(r"-(?:coref|ana|appos|sgl|cata|disc|pred)-.+$")
"""After the kind of coreference comes the link, where there is one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of GUM: its form, tag and the brackets of mentions at it."""

    form: str
    tag: str
    entity: str
    space: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """The first and last word of a mention, the type of what is meant, and whether it is linked."""

    first: int
    last: int
    kind: str
    linked: bool


def read(path: Path) -> Iterator[Sample]:
    """The sentences of a file."""
    document = ""
    words: list[Word] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id = "):
            document = line.removeprefix("# newdoc id = ")
        elif not line and words:
            yield _sample(words, document)
            words = []
        elif line[:1].isdigit():
            words += _word(line.split("\t"))


def _word(row: list[str]) -> list[Word]:
    if not row[0].isdigit():
        return []
    misc = dict(field.split("=", 1) for field in row[9].split("|") if "=" in field)
    return [Word(row[1], row[3], misc.get("Entity", ""), misc.get("SpaceAfter") != "No")]


def _sample(words: list[Word], document: str) -> Sample:
    text, places = spaced([word.form for word in words], [word.space for word in words])
    marks = [mark for mention in _mentions(words) for mark in _marks(text, places, words, mention)]
    clear = [mark for mark in marks if mark.label != UNCLEAR]
    marks += _unlinked(text, places, words, clear)
    return Sample(text, settled(text, marks), "gum", document)


def _mentions(words: list[Word]) -> Iterator[Mention]:
    """The mentions that open and close in a sentence."""
    opened: list[tuple[str, Mention]] = []
    for at, word in enumerate(words):
        for match in BRACKET.finditer(word.entity):
            if match[1]:
                number, kind = match[1].split("-")[:2]
                opened.append((number, Mention(at, at, kind, bool(LINKED.search(match[1])))))
            number = match[1].split("-")[0] if match[2] else match[3]
            index = next((i for i in reversed(range(len(opened))) if opened[i][0] == number), None)
            if index is not None:
                yield replace(opened.pop(index)[1], last=at)


def _marks(text: str, places: list[tuple[int, int]], words: list[Word], mention: Mention) -> Iterator[Mark]:
    label = LABEL.get(mention.kind, "MISC")
    mark = trimmed(text, Mark(places[mention.first][0], places[mention.last][1], label))
    passage = text[mark.start : mark.end]
    proper = any(word.tag == "PROPN" for word in words[mention.first : mention.last + 1])
    if proper and is_name(passage) and "," not in passage:
        if mention.linked or (label == "PERSON" and " of " not in passage):
            yield mark
        elif label != "MISC":
            yield Mark(mark.start, mark.end, UNCLEAR)


def _unlinked(text: str, places: list[tuple[int, int]], words: list[Word], clear: list[Mark]) -> Iterator[Mark]:
    """Proper names outside all clear names."""
    for is_proper, group in groupby(zip(places, words, strict=True), key=lambda pair: pair[1].tag == "PROPN"):
        run = [place for place, _ in group]
        named = is_proper and not is_date(text[run[0][0] : run[-1][1]])
        if named and not any(mark.start < run[-1][1] and run[0][0] < mark.end for mark in clear):
            yield Mark(run[0][0], run[-1][1], UNCLEAR)
