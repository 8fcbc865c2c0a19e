"""Names that are easily taken for one another: `confusable_names.toml` says how its entries are written."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from merge_notation import documents

from briefing import language, merge
from briefing.merge.names import resolve
from briefing.model import Entity, EntityKind, Merged, Sentence

TABLE = tomllib.loads(Path(__file__).with_name("confusable_names.toml").read_text("utf-8"))
WITH_A_MODEL = True
"""Whether analysis finds the names that are marked "model"; until it does, the table itself tells where they stand."""


@dataclass(frozen=True)
class Name:
    """A name in brackets: where it stands in its source."""

    source: str
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Pair:
    kind: EntityKind
    verdict: str
    lines: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        one, other = self._keys()
        return (one == other) == (self.verdict == "same")

    @property
    def names(self) -> list[Name]:
        found, lengths = [], Counter[str]()
        for line in self.lines:
            source, text = line[0], line[3:]
            for n, match in enumerate(re.finditer(r"\[(.+?)\]", text)):
                found.append(Name(source, lengths[source] + match.start() - 2 * n, match[1]))
            lengths[source] += len(re.sub(r"[\[\]]", "", text)) + 1
        return found

    def _keys(self) -> list[tuple[str, str]]:
        """Under what merging knows the two names, which is one actor's row or two."""
        collection = documents("\n".join(plain_lines(self)))
        analysed = language.analyse(collection)
        sentences = analysed if WITH_A_MODEL or "model" not in self.marks else [self._seen(s) for s in analysed]
        meant = [_meant(resolve(sentences), name) for name in self.names]
        rows = [_rows(merge.merge(collection, sentences), *found) for found in zip(self.names, meant, strict=True)]
        assert [len(row) for row in rows] == [entity.kind != "place" for entity in meant]
        return [(entity.kind, entity.name) for entity in meant]

    def _seen(self, sentence: Sentence) -> Sentence:
        """The sentence with the names in brackets, as a model that knows nothing else would see them."""
        inside = [name for name in self.names if name.source == sentence.source and _overlap(sentence, name) > 0]
        others = [entity for entity in sentence.entities if not any(_overlap(entity, name) > 0 for name in inside)]
        seen = [Entity(name.start, name.end, name.text, self.kind, name.text) for name in inside]
        return replace(sentence, entities=tuple(sorted((*seen, *others), key=lambda entity: entity.start)))


def plain_lines(pair: Pair) -> list[str]:
    """The lines without their brackets."""
    return [re.sub(r"[\[\]]", "", line) for line in pair.lines]


def _overlap(passage: Sentence | Entity, name: Name) -> int:
    return min(passage.end, name.end) - max(passage.start, name.start)


def _meant(sentences: list[Sentence], name: Name) -> Entity:
    """The name that analysis finds in the brackets."""
    entities = [entity for sentence in sentences if sentence.source == name.source for entity in sentence.entities]
    found = [entity for entity in entities if _overlap(entity, name) > 0]
    assert found, f"analysis does not find “{name.text}” in {name.source}"
    return max(found, key=lambda entity: _overlap(entity, name))


def _rows(merged: Merged, name: Name, entity: Entity) -> list[int]:
    """The rows that hold a name of a source."""
    return [
        n
        for n, actor in enumerate(merged.actors)
        if entity.text in {actor.name, *actor.aliases} and name.source in {span.source for span in actor.citations}
    ]


def pairs() -> Iterator[Pair]:
    for kind, verdicts in TABLE.items():
        for verdict, entries in verdicts.items():
            for entry in entries:
                lines = tuple(line for line in entry if re.match("[A-Z]: ", line))
                yield Pair(kind, verdict, lines, tuple(line for line in entry if line not in lines))


def wrong(pair: Pair) -> bool:
    return any(mark.startswith("wrong: ") for mark in pair.marks)


def drawn(pair: Pair) -> str:
    return f"{pair.verdict}: {' / '.join(name.text for name in pair.names)}"


class DescribeConfusableNames:
    @pytest.mark.parametrize("pair", [p for p in pairs() if not wrong(p)], ids=drawn)
    def it_tells_who_is_who(self, pair: Pair) -> None:
        assert pair.is_right

    @pytest.mark.parametrize("pair", [p for p in pairs() if wrong(p)], ids=drawn)
    def it_lists_as_wrong_only_what_is_wrong(self, pair: Pair) -> None:
        assert not pair.is_right

    def it_knows_enough_pairs_of_all_kinds(self) -> None:
        told = [(pair.kind, pair.verdict) for pair in pairs()]
        assert len(told) >= 200
        assert {kind for kind, _ in told} == {"person", "state", "organisation", "group", "place"}
        assert 0.4 < sum(verdict == "same" for _, verdict in told) / len(told) < 0.6
        assert all(len(pair.names) == 2 for pair in pairs())
        assert sum(map(wrong, pairs())) <= 6
