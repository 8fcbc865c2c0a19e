"""What holds of two briefs, whatever their sources. `newsroom` makes them up."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import COLLECTIONS, SOURCES, folder_of

from briefing import Brief, build, compare
from briefing.model import Change, Changes, Span

FEW = settings(max_examples=8)
TEMPLATES = st.sampled_from(["analyst", "situation", "summary"])


def made(collection: list[str], template: str = "analyst", since: Brief | None = None) -> Brief:
    with folder_of(collection) as folder:
        return build([folder], template, since=since)


def passages(brief: Brief, spans: tuple[Span, ...]) -> list[str]:
    texts = {document.source.id: document.text for document in brief.documents}
    return [texts[span.source][span.start : span.end] for span in spans]


def shown(brief: Brief) -> Iterator[Change]:
    assert brief.changes
    yield from brief.changes.changes


def nothing(found: Changes) -> bool:
    return not (found.changes or found.named or found.added or found.revised or found.gone or found.untold)


class DescribeWhatHasChanged:
    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES)
    def it_is_nothing_since_the_brief_itself(self, collection: list[str], template: str) -> None:
        brief = made(collection, template)
        assert nothing(compare(brief, brief))
        again = made(collection, template, since=brief)
        assert again.changes
        assert nothing(again.changes)

    @FEW
    @given(old=COLLECTIONS, new=COLLECTIONS, template=TEMPLATES)
    def it_is_told_word_for_word(self, old: list[str], new: list[str], template: str) -> None:
        before = made(old, template)
        brief = made(new, template, since=before)
        then = {(document.source.path, document.source.sha256): document.text for document in before.documents}
        numbers = {source.id: source.number for source in brief.sources}
        for change in shown(brief):
            assert " … ".join(passages(brief, change.spans)) == change.verbatim
            assert all(numbers[span.source] for span in change.citations)
            earlier = change.before
            assert (earlier is None) == (change.kind in {"new", "confirmed"})
            if earlier:
                known = then.get((earlier.path, earlier.sha256), "")
                assert earlier.text in {known[earlier.start : earlier.end], *passages(brief, earlier.citations)}
                assert all(numbers[span.source] for span in earlier.citations)

    @FEW
    @given(old=COLLECTIONS, new=COLLECTIONS)
    def it_is_the_same_whatever_the_order_of_the_sources(self, old: list[str], new: list[str]) -> None:
        before, after = made(old), made(new)
        turned = (replace(brief, documents=brief.documents[::-1]) for brief in (before, after))
        assert compare(*turned) == compare(before, after)

    @FEW
    @given(collection=COLLECTIONS, place=st.integers(0, 3))
    def it_is_not_confirmed_by_a_copy(self, collection: list[str], place: int) -> None:
        before = made(collection)
        copied = [*collection, collection[place % len(collection)]]
        found = compare(before, made(copied))
        assert not [change for change in found.changes if change.kind != "dropped"]
        assert found.added == ()

    @FEW
    @given(collection=COLLECTIONS, other=SOURCES)
    def it_is_dropped_only_where_a_source_is_gone(self, collection: list[str], other: str) -> None:
        before = made([*collection, other])
        assert "dropped" not in {change.kind for change in compare(made(collection), before).changes}
        for change in compare(before, made(collection)).changes:
            assert change.kind != "new"
            assert change.kind != "dropped" or change.loss in {"gone", "apart"}
