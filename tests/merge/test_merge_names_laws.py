"""What holds for who is who, whatever the collection. The collections are made of the confusable names."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from merge_notation import documents, merging
from test_merge_confusable_names import Pair, plain_lines
from test_merge_confusable_names import pairs as entries

from briefing.model import Actor, Document

FEW = settings(max_examples=60, deadline=None)
TOLD_BY_RULES = [pair for pair in entries() if not pair.marks]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ENTRIES = st.lists(st.sampled_from(TOLD_BY_RULES), min_size=1, max_size=7, unique=True)


def collected(chosen: Sequence[Pair]) -> tuple[tuple[Document, ...], list[tuple[Pair, dict[str, str]]]]:
    """One collection of several entries, and the letters that each entry's sources have in it."""
    lines, letters, free = [], [], iter(LETTERS)
    for pair in chosen:
        own = {source: next(free) for source in sorted({line[0] for line in pair.lines})}
        lines += [own[line[0]] + line[1:] for line in plain_lines(pair)]
        letters.append((pair, own))
    return documents("\n".join(lines)), letters


def rows(given: Sequence[Document]) -> set[tuple[str, str, tuple[str, ...], str | None]]:
    """The rows as a reader sees them, without their citations."""
    return {(a.kind, a.name, a.aliases, a.role.text if a.role else None) for a in merging(given).actors}


def holding(found: Sequence[Actor], name: str, source: str) -> set[int]:
    return {
        n
        for n, actor in enumerate(found)
        if name in {actor.name, *actor.aliases} and source in {span.source for span in actor.citations}
    }


class DescribeEveryCollection:
    @FEW
    @given(chosen=ENTRIES, data=st.data())
    def it_has_the_same_rows_in_any_order_of_its_sources(self, chosen: list[Pair], data: st.DataObject) -> None:
        collection, _ = collected(chosen)
        assert rows(data.draw(st.permutations(collection))) == rows(collection)

    @FEW
    @given(chosen=ENTRIES, data=st.data())
    def it_has_the_same_rows_with_a_copy_of_a_source(self, chosen: list[Pair], data: st.DataObject) -> None:
        collection, _ = collected(chosen)
        copied = data.draw(st.sampled_from(collection))
        copy = replace(copied, source=replace(copied.source, id="copy", path="copy.txt"))
        assert rows([*collection, copy]) == rows(collection)

    @FEW
    @given(chosen=ENTRIES)
    def it_never_puts_two_into_one_row(self, chosen: list[Pair]) -> None:
        collection, letters = collected(chosen)
        found = merging(collection).actors
        for pair, own in letters:
            if pair.verdict == "different":
                one, other = (holding(found, name.text, own[name.source]) for name in pair.names)
                assert not one & other

    @FEW
    @given(chosen=ENTRIES)
    def it_calls_actors_what_a_source_calls_them(self, chosen: list[Pair]) -> None:
        collection, _ = collected(chosen)
        for actor in merging(collection).actors:
            assert all(any(name in document.text for document in collection) for name in (actor.name, *actor.aliases))
