"""What holds for origins, whatever the sources: a copy proves nothing. `newsroom` makes the sources up."""

import pytest
from hypothesis import given, settings
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
    return {frozenset(s.text for s in one.support): one.origins(origin_of) for one in merged.statements}


class DescribeOriginsOfEveryCollection:
    @pytest.mark.parametrize("copy", ["first", "last"])
    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_counts_no_more_for_a_copy(self, copy: str, collection: list[str]) -> None:
        copied = [collection[0], *collection] if copy == "first" else [*collection, collection[0]]
        before, after = counts(merging(collection)), counts(merging(copied))
        assert before == after

    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_gives_each_source_one(self, collection: list[str]) -> None:
        merged = merging(collection)
        assert all(document.source.origin for document in merged.documents)
        for statement in merged.statements:
            assert statement.representative == statement.support[0]
            assert len({(s.source, s.start) for s in statement.support}) == len(statement.support)

    @settings(max_examples=60)
    @given(collection=COLLECTIONS)
    def it_loses_no_sentence(self, collection: list[str]) -> None:
        with folder_of(collection) as folder:
            documents = sources.read([folder]).documents
        analysed = language.analyse(documents)
        texts = {document.source.id: document.text for document in documents}
        assert all(texts[s.source][s.start : s.end] == s.text for s in analysed)
        supported = {(s.source, s.order) for one in merge.merge(documents, analysed).statements for s in one.support}
        assert supported == {(s.source, s.order) for s in analysed}
