"""What holds for origins, whatever the sources: a copy proves nothing. `newsroom` makes the sources up."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import COLLECTIONS, folder_of

from briefing import language, merge, sources
from briefing.model import Merged


def merging(collection: list[str]) -> Merged:
    with folder_of(collection) as folder:
        documents = sources.read([folder]).documents
    return merge.merge(documents, language.analyse(documents))


def counts(merged: Merged) -> dict[frozenset[str], int]:
    """The origins of each statement, by the wordings of those who state it."""
    origin_of = {document.source.id: document.source.origin for document in merged.documents}
    return {frozenset(s.sentence.text for s in one.support): one.origins(origin_of) for one in merged.statements}


class DescribeOriginsOfEveryCollection:
    @pytest.mark.parametrize("copy", ["first", "last"])
    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_counts_no_more_for_a_copy(self, copy: str, collection: list[str]) -> None:
        copied = [collection[0], *collection] if copy == "first" else [*collection, collection[0]]
        before, after = counts(merging(collection)), counts(merging(copied))
        assert before == after

    @pytest.mark.parametrize("copy", ["first", "last"])
    @settings(max_examples=60)
    @given(collection=COLLECTIONS, random=st.randoms(use_true_random=False))
    def it_counts_no_more_for_a_copy_in_another_order(self, copy: str, collection: list[str], random: Random) -> None:
        paragraphs = collection[0].split("\n")
        random.shuffle(paragraphs)
        turned = "\n".join(paragraphs)
        copied = merging([turned, *collection] if copy == "first" else [*collection, turned])
        before, after = merging(collection), counts(copied)
        assert len(copied.origins) <= len(before.origins)
        assert all(after.get(texts, 0) <= count for texts, count in counts(before).items())

    def it_counts_no_more_for_a_copy_in_the_order_of_another_story(self) -> None:
        flood = "The Varda river burst its banks on Tuesday and flooded the old town of Lipnik."
        promise = "The finance minister, Ana Lovric, promised to rebuild Gravna."
        charter = "The Varda River Union (VRU) shall pay 12 million dollars to the towns."
        again = "Lipnik's old town was flooded on 30 April 2024 after the Varda river burst its banks."
        collection = [
            f"Flood in the valley\n{promise}\n{flood}\n{charter}",
            "Flood in the valley\nThe Orle river burst its banks on Tuesday and flooded the old town of Lipnik.",
            f"Flood in the valley\n{again}\n“We will rebuild Lipnik,” said the finance minister, Ivan Petrov.",
        ]
        copied = merging([f"Flood in the valley\n{flood}\n{promise}\n{charter}", *collection])
        told = next(texts for texts in counts(copied) if flood in texts)
        assert counts(merging(collection))[told] == counts(copied)[told] == 1

    @settings(max_examples=60)
    @given(collection=COLLECTIONS, random=st.randoms(use_true_random=False))
    def it_does_not_depend_on_the_order_of_sources(self, collection: list[str], random: Random) -> None:
        with folder_of(collection) as folder:
            documents = list(sources.read([folder]).documents)
        merged = merge.merge(documents, language.analyse(documents))
        random.shuffle(documents)
        assert merge.merge(documents, language.analyse(documents)) == merged

    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_gives_a_reason_for_each_source_that_joins_others(self, collection: list[str]) -> None:
        for origin in merging(collection).origins:
            assert len(origin.why) == len(origin.sources) - 1
            assert all({reason.source, reason.other} <= set(origin.sources) for reason in origin.why)

    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_gives_each_source_one(self, collection: list[str]) -> None:
        merged = merging(collection)
        assert all(document.source.origin for document in merged.documents)
        for statement in merged.statements:
            assert statement.representative == statement.support[0].sentence
            assert len({s.sentence.span for s in statement.support}) == len(statement.support)

    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_loses_no_sentence(self, collection: list[str]) -> None:
        with folder_of(collection) as folder:
            documents = sources.read([folder]).documents
        analysed = language.analyse(documents)
        texts = {document.source.id: document.text for document in documents}
        assert all(texts[s.source][s.start : s.end] == s.text for s in analysed)
        supported = {
            (s.sentence.source, s.sentence.order)
            for one in merge.merge(documents, analysed).statements
            for s in one.support
        }
        assert supported == {(s.source, s.order) for s in analysed}
