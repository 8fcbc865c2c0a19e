"""Whether a collection is about one event. The golden collections are about one each."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from merge_notation import documents, merging

from briefing import sources
from briefing.model import Document, Merged, set_apart

GOLDEN = Path(__file__).parent.parent / "golden"

FLOOD_OF_2023 = """
    A 2023-05-02: The Varda burst its banks on 1 May 2023 and flooded the old town of Lipnik, the army said.
    A: Four people were killed when a wall of the market fell, and 900 families left their homes for a sports hall.
    A: The prime minister, Elena Marić, promised cheap loans to every shop that lost its stock.
    A: The dyke above the old town was built in 1987, and engineers had warned of holes in its clay.
"""
FLOOD_OF_2024 = """
    B 2024-05-03: The Varda burst its banks on 2 May 2024 and flooded the old town of Lipnik, rescuers said.
    B: At least 12 people were killed when houses beside the market collapsed, and 4,000 families are homeless.
    B: Elena Marić, the prime minister, flew to Lipnik, where she was met with silence.
    B: The clay dyke above the old town had been mended in March, after a year of quarrels over money.
"""


@cache
def golden(*names: str) -> tuple[Document, ...]:
    """The sources of golden collections, read together."""
    return sources.read([GOLDEN / name / "sources" for name in names]).documents


def of(name: str, *collections: str) -> list[Document]:
    """Those of the documents that tell of one collection's event."""
    return [one for one in golden(*collections) if (GOLDEN / name / "sources" / Path(one.source.path).name).exists()]


def apart(merged: Merged) -> list[tuple[str, ...]]:
    """The files of each event that is set apart."""
    names = {document.source.id: Path(document.source.path).stem for document in merged.documents}
    return [tuple(names[source] for source in one.sources) for one in merged.apart]


class DescribeOneEvent:
    @pytest.mark.parametrize("name", ["flood", "merger", "election"])
    def it_stays_together(self, name: str) -> None:
        assert not merging(golden(name)).apart

    @pytest.mark.parametrize("name", ["flood", "merger", "election"])
    def it_stays_together_in_any_two_of_its_sources(self, name: str) -> None:
        first, second, third = golden(name)
        assert not any(merging(pair).apart for pair in ((first, second), (first, third), (second, third)))

    def it_stays_together_with_one_of_the_same_actors_a_year_later(self) -> None:
        assert not merging(FLOOD_OF_2023 + FLOOD_OF_2024).apart

    def it_keeps_what_is_too_short_to_tell(self) -> None:
        assert not merging("A: The ministry closed the bridge.\nB: Grain prices rose.").apart
        stray = documents("Z: Grain prices rose.")
        assert apart(merging([*golden("flood"), *stray])) == []


class DescribeUnrelatedEvents:
    def it_keeps_all_but_the_one_of_most_origins_apart(self) -> None:
        election, merger = of("election", "election", "merger"), of("merger", "election", "merger")
        assert apart(merging([*election, *merger[:1]])) == [("business-courier",)]
        assert apart(merging([*election[:1], *merger])) == [("island-times",)]

    def it_counts_origins_before_documents(self) -> None:
        flood, merger = of("flood", "flood", "merger"), of("merger", "flood", "merger")
        copies = [replace(flood[0], source=replace(flood[0].source, id=f"X{n}", path=f"x/{n}.txt")) for n in range(5)]
        assert len(apart(merging([*copies, *merger]))[0]) == 5

    def it_tells_of_one_alone(self) -> None:
        both = golden("flood", "merger")
        merged = merging(both)
        elsewhere = set_apart(merged.apart)
        told = {one.span.source for statement in merged.statements for one in statement.support}
        assert len(elsewhere) == 3
        assert told == {document.source.id for document in both} - elsewhere
        assert {span.source for actor in merged.actors for span in actor.citations} == told
        assert {document.source.id for document in merged.briefed} == told

    def it_tells_of_it_as_if_it_were_alone(self) -> None:
        merged = merging(golden("flood", "merger"))
        alone = merging(merged.briefed)
        assert alone.statements == merged.statements
        assert alone.actors == merged.actors

    def it_loses_no_document_and_gives_each_an_origin(self) -> None:
        both = golden("flood", "merger")
        merged = merging(both)
        assert [one.source.path for one in merged.documents] == [one.source.path for one in both]
        assert [one.id for one in merged.origins] == [f"O{n}" for n in range(1, len(merged.origins) + 1)]
        assert merged.origin_of == {source: one.id for one in merged.origins for source in one.sources}

    def it_credits_no_source_that_is_set_apart(self) -> None:
        courier, gazette, *others = golden("flood", "merger")
        gazette = replace(gazette, source=replace(gazette.source, publisher="Solheim"))
        merged = merging([courier, gazette, *others])
        told = [one.sentence for statement in merged.statements for one in statement.support]
        assert any("Solheim said" in sentence.text for sentence in told)
        assert all(sentence.credited is None for sentence in told)

    def it_names_each_by_a_title(self) -> None:
        assert [one.about for one in merging(golden("flood", "merger", "election")).apart] == [
            "Flood drowns old town of Lipnik",
            "Okello wins presidency in first round",
        ]

    def it_is_not_misled_by_one_source_that_tells_of_both(self) -> None:
        flood, merger = of("flood", "flood", "merger"), of("merger", "flood", "merger")
        halves = [
            "".join(one.text[: len(one.text) // 2].splitlines(keepends=True)[3:]) for one in (flood[0], merger[0])
        ]
        review = documents("\n".join(f"Q: {line}" for half in halves for line in half.splitlines() if line))
        assert len(merging([*flood, *review, *merger]).apart) == 1

    def it_tells_three_from_one_another(self) -> None:
        assert [len(group) for group in apart(merging(golden("flood", "merger", "election")))] == [3, 3]


@pytest.mark.filterwarnings("error")
class DescribeBadInput:
    @pytest.mark.parametrize("texts", [[""], ["", ""], ["Of the and."], ["!!!", "???", "Of it."], ["", "A. B. C."]])
    def it_makes_something_of_sources_that_tell_nothing(self, texts: list[str]) -> None:
        found = [replace(one, text=text, blocks=()) for one, text in zip(golden("merger"), texts, strict=False)]
        merged = merging(found)
        assert len(merged.documents) == len(texts)
        assert not merged.apart

    def it_makes_nothing_of_nothing(self) -> None:
        assert merging(()).documents == ()

    def it_takes_one_document(self) -> None:
        merged = merging(golden("merger")[:1])
        assert len(merged.origins) == 1
        assert merged.statements
