"""Quotations by speaker, and who, what, when and where, as every format shows them."""

from dataclasses import replace

import pytest
from accord import KEY_POINTS, SIGNED, brief, item, said, words
from reading import page_of, squeezed, text_of_docx, text_of_html

from briefing.model import Answer, Brief, Essential, Role, Section, Span
from briefing.render import render
from briefing.render.view import Essentials, Quotes
from briefing.render.viewing import view
from briefing.render.wording import embargoed
from briefing.render.words import WORDS
from briefing.settings import Template, load_template


def answer(*spans: Span, date: str | None = None) -> Answer:
    return Answer(words(spans[0]), spans[:1], spans, date)


ENVOY = said("B", "Orvane's trade envoy")
WHEN = Essential("when", (answer(said("B", "16 May 2026"), date="2026-05-16"), answer(said("A", "Saturday"))), True)
SHEET = replace(
    brief,
    template="press",
    sections=(
        Section("essentials", "In brief", "essentials", KEY_POINTS[:1]),
        Section(
            "quotations",
            "Quotations",
            "quotes",
            (
                replace(
                    item(None, said("B", "“a floor", "ceiling”"), nature="quote", speaker="Tomas Adeyar"),
                    role=Role(words(ENVOY), (ENVOY,), (ENVOY,)),
                ),
                item(None, said("D", "“Eleven thousand", "honest,”"), nature="quote"),
            ),
        ),
        Section("contact", "Contact", "contact"),
    ),
    essentials=(Essential("who", (answer(said("A", "Tessaly")),)), WHEN, Essential("where")),
    contact=("Press office", "press@example.org"),
    embargo="2026-05-18T06:00Z",
)


@pytest.fixture(scope="module")
def press() -> Template:
    return load_template("press")


def body(shown: Brief, number: int) -> object:
    return view(shown).sections[number].body


class DescribeTheEssentials:
    def it_tells_who_what_when_and_where(self) -> None:
        shown = body(SHEET, 0)
        assert isinstance(shown, Essentials)
        assert [row.question for row in shown.rows] == ["Who", "What", "When", "Where"]
        assert shown.rows[1].answers[0].line.text == words(SIGNED[0])

    def it_tells_a_day_in_words_and_as_it_was_said(self) -> None:
        shown = body(SHEET, 0)
        assert isinstance(shown, Essentials)
        known, unknown = shown.rows[2].answers
        assert (known.when, known.line.text) == ("16 May 2026", "“16 May 2026”")
        assert (unknown.when, unknown.line.text) == ("", "Saturday")
        assert shown.rows[2].remark == "[the sources differ]"

    @pytest.mark.parametrize("format_", ["html", "docx", "md"])
    def it_says_what_no_source_states(self, press: Template, format_: str) -> None:
        told = {"html": text_of_html, "docx": text_of_docx, "md": lambda text: squeezed(text.decode())}[format_]
        shown = told(render(SHEET, format_, press)).replace("*", "")
        assert "Wherenotstated" in shown.replace(":", "")


class DescribeTheQuotations:
    def it_names_the_speaker_first(self, press: Template) -> None:
        page = page_of(render(SHEET, "html", press))
        speakers = [" ".join(line.text_content().split()) for line in page.find_class("speaker")]
        assert speakers[0].startswith("Tomas Adeyar, Orvane's trade envoy")
        assert speakers[1] == "Speaker not stated"
        assert len(page.xpath("//blockquote")) == 2

    def it_does_not_say_again_that_it_is_a_quotation(self) -> None:
        shown = body(SHEET, 1)
        assert isinstance(shown, Quotes)
        assert [line.marks for row in shown.rows for line in row.lines] == [("[one\u00a0origin]",)] * 2


class DescribeTheContact:
    def it_is_a_line_each(self, press: Template) -> None:
        assert "Pressofficepress@example.org" in text_of_html(render(SHEET, "html", press))
        assert "- Press office\n- press" in render(SHEET, "md", press).decode()

    def it_stands_at_the_end_of_a_template_without_a_place_for_it(self, template: Template) -> None:
        *_, last, annex = view(replace(brief, contact=("Press office",))).sections
        assert (last.heading, last.shape, annex.shape) == ("Contact", "contact", "passages")
        assert all(section.shape != "contact" for section in view(brief).sections)
        assert "Pressoffice" in text_of_docx(render(replace(brief, contact=("Press office",)), "docx", template))


class DescribeAnEmbargo:
    @pytest.mark.parametrize(
        ("until", "told"),
        [
            ("2026-05-18T06:00Z", "Embargoed until 18 May 2026, 06:00 UTC (2026-05-18T06:00Z)"),
            ("2026-05-18T06:00:00+02:00", "Embargoed until 18 May 2026, 06:00 UTC+02:00 (2026-05-18T06:00:00+02:00)"),
            ("2026-05-18 06:00", "Embargoed until 18 May 2026, 06:00 (2026-05-18 06:00)"),
            ("2026-05-18", "Embargoed until 18 May 2026 (2026-05-18)"),
            ("Not before the speech", "Not before the speech"),
            ("", ""),
        ],
    )
    def it_is_told_in_words_where_it_is_a_moment(self, until: str, told: str) -> None:
        assert embargoed(until, WORDS) == told

    def it_is_the_first_line(self, press: Template) -> None:
        assert render(SHEET, "md", press).decode().startswith("**Embargoed until 18 May 2026")
        assert page_of(render(SHEET, "html", press)).find_class("marking")[0].text.startswith("Embargoed until")

    def it_has_a_line_of_its_own_in_the_header_of_the_word_file(self, press: Template) -> None:
        from io import BytesIO

        from docx import Document

        def headers(shown: Brief) -> list[list[str]]:
            document = Document(BytesIO(render(shown, "docx", press)))
            page = document.sections[0]
            return [[line.text for line in part.paragraphs] for part in (page.first_page_header, page.header)]

        told = "Embargoed until 18 May 2026, 06:00 UTC (2026-05-18T06:00Z)"
        assert [lines[0] for lines in headers(SHEET)] == [told, told]
        assert [len(lines) for lines in headers(replace(SHEET, embargo=""))] == [1, 1]
