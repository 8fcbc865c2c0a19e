from dataclasses import replace

from accord import TEXTS, brief, said, words
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block, Brief, Citation, Document, Dropped, Item, Section, Source, Span
from briefing.render.html.reader import Paragraph, Reading, Unused, readings
from briefing.render.passages import all_spans
from briefing.render.view import Place


def told(*documents: Document, cited: tuple[Citation, ...] = ()) -> tuple[Reading, ...]:
    """What is read beside a brief of one item."""
    items = (Item("I", "", cited[:1], cited),) if cited else ()
    return readings(Brief("T", "analyst", "S", sections=(Section("x", "X", items=items),), documents=documents))


def document(
    text: str, *dropped: Dropped, blocks: tuple[Block, ...] = (), number: int = 0, name: str = "A"
) -> Document:
    return Document(Source(name, f"{name}.txt", "", number=number), text, blocks, dropped)


def paragraphs(reading: Reading) -> list[Paragraph]:
    return [part for part in reading.parts if isinstance(part, Paragraph)]


def text_of(paragraph: Paragraph) -> str:
    return "".join(segment.text for segment in paragraph.segments)


def marked(reading: Reading, span: Span) -> str:
    """The words of the segments that lie within a span, paragraph by paragraph."""
    return "\n\n".join(
        "".join(s.text for s in paragraph.segments if span.start <= s.start and s.end <= span.end)
        for paragraph in paragraphs(reading)
        if paragraph.segments[0].start < span.end and span.start < paragraph.segments[-1].end
    )


class DescribeAReading:
    def it_is_there_for_each_source_those_that_are_cited_first(self) -> None:
        assert [reading.source.number for reading in readings(brief)] == ["1", "2", "3", "4", "5", ""]

    def it_tells_what_the_list_of_sources_tells(self) -> None:
        first, *_ = readings(brief)
        assert first.source.title == TEXTS["A"].split("\n")[0]
        assert first.source.imprint[0] == "Hollin Courier"

    def it_holds_all_paragraphs_with_the_numbers_that_citations_give(self) -> None:
        for name, reading in zip("ABDCEF", readings(brief), strict=True):
            texts = TEXTS[name].split("\n\n")
            assert [text_of(paragraph) for paragraph in paragraphs(reading)] == texts
            if name != "D":
                assert [paragraph.at for paragraph in paragraphs(reading)] == [
                    Place((number,)) for number in range(1, len(texts) + 1)
                ]

    def it_names_the_pages_of_a_source_that_has_them(self) -> None:
        (reading,) = (one for one in readings(brief) if one.source.number == "3")
        places = [paragraph.at for paragraph in paragraphs(reading)]
        assert places == [Place((1,), paged=True), Place((1,), paged=True), Place((1, 2, 3), paged=True)]

    def it_knows_a_title_from_a_paragraph(self) -> None:
        assert [paragraph.kind for paragraph in paragraphs(readings(brief)[5])] == ["title", "paragraph"]

    def it_can_mark_the_very_words_of_every_citation(self) -> None:
        by_source = dict(zip("ABDCEF", readings(brief), strict=True))
        spans = [span for each in all_spans(brief).values() for span in each]
        assert len(spans) > 30
        assert {span: marked(by_source[span.source], span) for span in spans} == {span: words(span) for span in spans}

    def it_says_of_each_segment_whether_it_is_cited(self) -> None:
        span = said("F", "It will", "rain")
        one = document(TEXTS["F"], number=1, name="F")
        (reading,) = told(one, cited=(Citation("F", span.start, span.end),))
        assert [(s.text, s.cited) for p in paragraphs(reading) for s in p.segments] == [
            ("Weather at the lake", False),
            ("It will rain", True),
            (" on Sunday.", False),
        ]

    def it_keeps_places_where_characters_cannot_be_shown(self) -> None:
        (reading,) = told(document("a\x00b\ud800c", number=1), cited=(Citation("A", 4, 5),))
        (paragraph,) = paragraphs(reading)
        assert [segment.text for segment in paragraph.segments] == ["a\ufffdb\ufffd", "c"]

    @given(
        text=st.text("ab \n", min_size=1, max_size=40),
        places=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5),
    )
    def it_loses_no_word_whatever_is_cited(self, text: str, places: list[tuple[int, int]]) -> None:
        spans = tuple(Citation("A", min(pair), min(max(pair), len(text))) for pair in places if min(pair) < len(text))
        (reading,) = told(document(text, number=1), cited=spans)
        assert " ".join(map(text_of, paragraphs(reading))).split() == text.split()
        for span in spans:
            assert marked(reading, span).split() == text[span.start : span.end].split()


class DescribeWhatWasDropped:
    TEXT = "Menu\nHome\nA bridge fell.\nShare"
    DROPPED = (Dropped(0, 4, "navigation"), Dropped(5, 9, "navigation"), Dropped(25, 30, "sharing"))

    def it_stands_where_it_stood_with_its_reasons(self) -> None:
        (reading,) = told(document(self.TEXT, *self.DROPPED, blocks=(Block("paragraph", 10, 24),)))
        before, paragraph, behind = reading.parts
        assert before == Unused((("Menu", "navigation"), ("Home", "navigation")), ("navigation",))
        assert isinstance(paragraph, Paragraph)
        assert text_of(paragraph) == "A bridge fell."
        assert behind == Unused((("Share", "sharing"),), ("sharing",))

    def it_does_not_change_the_order_whatever_order_it_is_given_in(self) -> None:
        one = document(self.TEXT, *self.DROPPED, blocks=(Block("paragraph", 10, 24),))
        assert told(replace(one, dropped=self.DROPPED[::-1])) == told(one)
