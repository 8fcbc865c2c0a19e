"""The table of figures, and what the sources tell differently beneath a section."""

from dataclasses import replace

import pytest
from accord import brief, item, said, words
from reading import body_of, page_of, squeezed, text_of_html

from briefing.model import Brief, Count, Figure, LeftOut, Section, Span
from briefing.render import FORMATS, render
from briefing.render.view import CountRow, Figures
from briefing.render.viewing import view
from briefing.settings import Template

HERE = said("B", "The yards of", "people.")
THERE = said("D", "The yards employ", "says.")
FIGURES = Section("figures", "In figures", "figures")


def count(number: str, sentence: Span, **more: str | bool) -> Count:
    """A number of a sentence."""
    span = said(sentence.source, number)
    return Count(words(span), (span,), (sentence,), **more)  # type: ignore[arg-type]


FIGURE = Figure(
    "people employed",
    (
        count("2,300 people", HERE),
        count("some 2,900 people", THERE, nature="claim", speaker="the harbour office", latest=True),
    ),
)
SPELLING, NUMBER = (replace(one, id=f"d{n}") for n, one in enumerate(brief.disagreements, start=1))


@pytest.fixture
def counted() -> Brief:
    """The hand-made brief with a table of figures in place of the actors, and a difference beneath the terms."""
    first, _, terms, *others = brief.sections
    disputed = replace(item("Yards", HERE), disputed=("d2",))
    terms = replace(terms, items=(disputed, *terms.items), differences=("d2",))
    return replace(
        brief, sections=(first, FIGURES, terms, *others), actors=(), figures=(FIGURE,), disagreements=(SPELLING, NUMBER)
    )


def rows(counted: Brief) -> tuple[CountRow, ...]:
    (body,) = (section.body for section in view(counted).sections if section.shape == "figures")
    assert isinstance(body, Figures)
    return body.rows[0].counts


class DescribeTheTableOfFigures:
    def it_has_each_number_as_it_is_said_with_its_sources_and_their_dates(self, counted: Brief) -> None:
        told = [(row.line.text, [cite.number for cite in row.line.cites], row.published) for row in rows(counted)]
        assert told == [("2,300 people", [2], "16 May 2026"), ("some 2,900 people", [3], "May 2026")]

    def it_says_who_says_it_and_which_is_the_latest(self, counted: Brief) -> None:
        assert [row.line.marks for row in rows(counted)] == [(), ("[claim, speaker: the harbour office; latest]",)]

    def it_says_what_numbers_side_by_side_may_be_and_how_many_are_left_out(self, counted: Brief) -> None:
        (body,) = (
            one.body for one in view(replace(counted, left_out=LeftOut(figures=2))).sections if one.id == "figures"
        )
        assert isinstance(body, Figures)
        assert body.more.startswith("and 2 more figures given. Numbers of one thing may be")
        alone = replace(counted, figures=(replace(FIGURE, counts=FIGURE.counts[:1]),))
        (body,) = (one.body for one in view(alone).sections if one.id == "figures")
        assert isinstance(body, Figures)
        assert body.more == ""

    def it_heads_the_rows_of_one_thing_once_on_the_page(self, counted: Brief, template: Template) -> None:
        (table,) = page_of(render(counted, "html", template)).xpath("//section[@id='section_figures']/table")
        assert [(head.text, head.get("rowspan")) for head in table.xpath(".//th[@scope='row']")] == [
            ("People employed", "2")
        ]
        assert len(table.xpath("./tbody/tr")) == 2

    def it_has_as_many_rows_in_the_word_file(self, counted: Brief, template: Template) -> None:
        table = next(body_of(render(counted, "docx", template)).iter("{*}tbl"))
        assert [len(row.findall("{*}tc")) for row in table.iter("{*}tr")] == [3, 3, 3]

    def it_is_left_out_where_nothing_is_counted(self, counted: Brief) -> None:
        assert "figures" not in {one.shape for one in view(replace(counted, figures=())).sections}


class DescribeDifferencesBeneathASection:
    def it_shows_them_there_and_not_among_the_others(self, counted: Brief) -> None:
        shown = {one.id: one for one in view(counted).sections}
        assert [row.about for row in shown["terms"].differences] == [NUMBER.about]
        assert [row.about for row in shown["disagreements"].body.rows] == [SPELLING.about]  # type: ignore[union-attr]

    def it_leads_a_reader_to_the_right_heading(self, counted: Brief) -> None:
        (line,) = (line for one in view(counted).sections if one.id == "terms" for line in one.body.lines[:1])  # type: ignore[union-attr]
        assert line.marks == ("[one\u00a0origin; disputed, see “Accord terms”]",)

    def it_shows_a_section_that_holds_nothing_else(self, counted: Brief, template: Template) -> None:
        bare = tuple(replace(one, items=()) if one.id == "terms" else one for one in counted.sections)
        page = text_of_html(render(replace(counted, sections=bare), "html", template))
        assert squeezed("Accord terms The sources differ: People who work in the yards") in page

    def it_shows_none_beneath_a_table_of_figures(self, counted: Brief) -> None:
        sections = tuple(
            replace(one, differences=("d2",) if one.shape == "figures" else ()) for one in counted.sections
        )
        shown = {one.id: one for one in view(replace(counted, sections=sections)).sections}
        assert shown["figures"].differences == ()
        assert [row.about for row in shown["disagreements"].body.rows] == [SPELLING.about]  # type: ignore[union-attr]

    @pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"pdf", "json"}))
    def it_tells_each_version_once_in_every_format(self, counted: Brief, template: Template, format_: str) -> None:
        told = render(counted, format_, template)
        text = squeezed("".join(body_of(told).itertext())) if format_ == "docx" else squeezed(told.decode())
        assert text.count(squeezed("The sources differ:")) == 1
