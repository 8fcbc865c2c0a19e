"""What holds for every brief, whatever the sources. `newsroom` makes them up."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import COLLECTIONS, folder_of

from briefing import Brief, build
from briefing.model import Section, Span

FEW = settings(max_examples=60)
TEMPLATES = st.sampled_from(["analyst", "press", "situation", "summary"])
WORDS = st.sampled_from([None, 1, 25, 120, 100_000])


def made(collection: list[str], template: str = "analyst", words: int | None = None) -> Brief:
    with folder_of(collection) as folder:
        return build([folder], template, words=words)


def passages(brief: Brief, spans: tuple[Span, ...]) -> list[str]:
    texts = {document.source.id: document.text for document in brief.documents}
    return [texts[span.source][span.start : span.end] for span in spans]


def citations(brief: Brief) -> Iterator[Span]:
    """Every citation, in the order in which a reader of the sections meets it."""
    for section in brief.sections:
        yield from essentials(brief) if section.shape == "essentials" else of_items(section)
        if section.shape == "actors":
            for actor in brief.actors:
                yield from (*(actor.role.citations if actor.role else ()), *actor.citations)
        if section.shape == "timeline":
            for event in brief.timeline:
                yield from event.citations
        if section.shape == "figures":
            yield from (span for figure in brief.figures for count in figure.counts for span in count.citations)
        else:
            told = brief.differences(section)
            yield from (span for one in told for version in one.versions for span in version.citations)


def of_items(section: Section) -> Iterator[Span]:
    for item in section.items:
        yield from (*(item.role.citations if item.role else ()), *item.citations)


def essentials(brief: Brief) -> Iterator[Span]:
    """The citations of who, what, when and where."""
    (section,) = (section for section in brief.sections if section.shape == "essentials")
    for one in brief.essentials:
        for answer in one.answers:
            yield from (*answer.citations, *(answer.role.citations if answer.role else ()))
        if one.question == "who":
            yield from (span for item in section.items for span in item.citations)


class DescribeEveryBrief:
    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES, words=WORDS)
    def it_quotes_word_for_word(self, collection: list[str], template: str, words: int | None) -> None:
        brief = made(collection, template, words)
        for section in brief.sections:
            for item in section.items:
                assert item.text
                assert " … ".join(passages(brief, item.spans)) == item.verbatim
        for event in brief.timeline:
            assert " … ".join(passages(brief, event.spans)) == event.verbatim
            assert event.said in event.text
        for actor in brief.actors:
            assert set(passages(brief, actor.citations)) <= {actor.name, *actor.aliases}
            assert actor.role is None or passages(brief, actor.role.spans) == [actor.role.text]
        for answer in (answer for one in brief.essentials for answer in one.answers):
            assert passages(brief, answer.spans) == [answer.text]
            assert answer.spans[0] in answer.citations
        for disagreement in brief.disagreements:
            assert len({version.text for version in disagreement.versions}) == len(disagreement.versions) > 1
            for version in disagreement.versions:
                assert passages(brief, version.citations[:1]) == [version.text]
        for figure in brief.figures:
            for count in figure.counts:
                assert passages(brief, count.spans) == [count.text]

    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES, words=WORDS)
    def it_clarifies_in_words_of_the_same_source(self, collection: list[str], template: str, words: int | None) -> None:
        brief = made(collection, template, words)
        items = [item for section in brief.sections for item in section.items]
        for told in (*items, *brief.timeline):
            for note in told.clarified:
                (passage,) = passages(brief, (Span(note.source, note.start, note.end),))
                assert told.text[note.at :].startswith(f"[{note.text}]")
                assert note.source == told.spans[0].source
                assert passage.casefold() == note.text.casefold()

    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES, words=WORDS)
    def it_cites_all_it_tells(self, collection: list[str], template: str, words: int | None) -> None:
        brief = made(collection, template, words)
        for section in brief.sections:
            for item in section.items:
                first, *others = item.citations
                assert all(first.source == span.source for span in item.spans)
                assert all(first.start <= span.start and span.end <= first.end for span in item.spans)
                # Of a source that states only parts, each passage is cited.
                whole = [first, *(other for other in others if not other.part)]
                assert len({citation.source for citation in whole}) == len(whole)
                assert len({*item.citations}) == len(item.citations)
                assert 1 <= item.origins <= len(item.citations)
        assert all(event.citations for event in brief.timeline)
        assert all(actor.citations for actor in brief.actors)
        assert all(version.citations for one in brief.disagreements for version in one.versions)

    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES, words=WORDS)
    def it_cites_nothing_that_is_dropped(self, collection: list[str], template: str, words: int | None) -> None:
        brief = made(collection, template, words)
        documents = {document.source.id: document for document in brief.documents}
        for citation in citations(brief):
            document = documents[citation.source]
            assert 0 <= citation.start < citation.end <= len(document.text)
            assert all(citation.end <= gone.start or gone.end <= citation.start for gone in document.dropped)

    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES, words=WORDS)
    def it_numbers_in_the_order_of_first_use(self, collection: list[str], template: str, words: int | None) -> None:
        brief = made(collection, template, words)
        numbers = {source.id: source.number for source in brief.sources}
        met = list(dict.fromkeys(citation.source for citation in citations(brief)))
        assert [numbers[source] for source in met] == list(range(1, len(met) + 1))
        assert all(numbers[source] == 0 for source in numbers.keys() - set(met))
        items = [item.id for section in brief.sections for item in section.items]
        assert items == [f"c{n}" for n in range(1, len(items) + 1)]

    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES, words=st.integers(1, 400))
    def it_keeps_to_the_length(self, collection: list[str], template: str, words: int) -> None:
        brief = made(collection, template, words)
        texts = [item.verbatim for section in brief.sections for item in section.items]
        texts += [event.verbatim for event in brief.timeline]
        assert sum(len(text.split()) for text in texts) <= words

    @FEW
    @given(collection=COLLECTIONS, template=TEMPLATES)
    def it_tells_nothing_twice(self, collection: list[str], template: str) -> None:
        brief = made(collection, template)
        texts = [item.text for section in brief.sections for item in section.items]
        assert len(texts) == len(set(texts))
        labels = [item.label for section in brief.sections for item in section.items if item.label]
        assert len(labels) == len({label.casefold() for label in labels})
        dates = [event.date or "9999" for event in brief.timeline]
        assert dates == sorted(dates)

    @FEW
    @given(collection=COLLECTIONS, random=st.randoms(use_true_random=False))
    def it_is_the_same_whatever_the_order_of_paths(self, collection: list[str], random: object) -> None:
        with folder_of(collection) as folder:
            paths: list[Path] = sorted(folder.iterdir())
            brief = build(paths)
            random.shuffle(paths)  # type: ignore[attr-defined]
            assert build([*paths, paths[0]]) == brief
