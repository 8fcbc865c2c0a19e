"""What a reader revises with: names with what the sources say they are, and questions with their answers."""

import re
from dataclasses import replace

import pytest
from accord import KEY_POINTS, brief, said, words
from reading import squeezed, text_of_docx, text_of_html

from briefing.errors import BriefFileError
from briefing.model import Brief, Gap, Practice, Role, Section, Term
from briefing.render import read, render
from briefing.render.viewing import view
from briefing.render.words import WORDS
from briefing.settings import Template

COUNCIL = said("B", "A Lake Council of nine members")
LIMIT = said("A", "14,000")
DATED = [place for place, event in enumerate(brief.timeline) if event.date]
ORDER = (*DATED[1:], DATED[0])
NOTES = replace(
    brief,
    sections=(
        Section("glossary", "Names", "glossary"),
        Section("practice", "Practice", "practice"),
        *brief.sections,
    ),
    glossary=(Term("Lake Council", (Role(words(COUNCIL), (COUNCIL,), (COUNCIL,)),)),),
    practice=Practice(ORDER, (Gap(1, LIMIT),)),
)


def body(made: Brief, shape: str):  # type: ignore[no-untyped-def]  # noqa: ANN201  whatever the shape has
    return next(section.body for section in view(made).sections if section.shape == shape)


class DescribeTheQuestions:
    def it_shows_no_date_where_it_asks_for_it(self) -> None:
        for question, place in zip(body(NOTES, "practice").dates, ORDER, strict=True):
            event = NOTES.timeline[place]
            assert WORDS.gap in question.text
            assert event.said not in question.text
            assert (event.date or "")[:4] not in question.text

    def it_leaves_a_gap_where_the_answer_stands(self) -> None:
        (question,) = body(NOTES, "practice").gaps
        assert question.text == KEY_POINTS[1].text.replace("14,000", WORDS.gap)
        assert question.answer.text == "14,000"

    def it_letters_them_throughout(self) -> None:
        letters = [question.letter for question in body(NOTES, "practice").questions]
        assert letters == [chr(ord("A") + place) for place in range(len(ORDER) + 1)]

    def it_cites_each_answer(self) -> None:
        assert all(question.answer.cites for question in body(NOTES, "practice").questions)


class DescribeTheGlossaryInADocument:
    def it_shows_each_name_with_what_a_source_says(self) -> None:
        (row,) = body(NOTES, "glossary").rows
        assert (row.name, [line.text for line in row.told]) == ("Lake Council", [words(COUNCIL)])
        assert row.told[0].cites


def markup(page: bytes) -> bytes:
    """A page without its record, in which a citation of hand-made notes says less than one that was read."""
    return re.sub(rb'<script type="application/gzip".*?</script>', b"", page, flags=re.DOTALL)


class DescribeEveryFormat:
    def it_shows_the_same(self, template: Template) -> None:
        page = text_of_html(render(NOTES, "html", template))
        assert text_of_docx(render(NOTES, "docx", replace(template, citations="numbers"))) == page
        notes = squeezed(render(NOTES, "md", template).decode().replace("\\", ""))
        for question in body(NOTES, "practice").questions:
            assert squeezed(question.text) in page
            assert squeezed(question.text) in notes

    def it_is_read_again_from_its_data(self, template: Template) -> None:
        again = read(render(NOTES, "json", template))
        assert (again.glossary, again.practice) == (NOTES.glossary, NOTES.practice)
        assert markup(render(again, "html", template)) == markup(render(NOTES, "html", template))

    @pytest.mark.parametrize(
        ("changed", "complaint"),
        [
            ({"practice": Practice((0, 0))}, "practice.order[1] must be the place of a dated event, each once."),
            ({"practice": Practice((99,))}, "practice.order[0] must be the place of a dated event, each once."),
            ({"practice": Practice((), (Gap(0, LIMIT),))}, "practice.gaps[0].answer must be a part of the item"),
            ({"practice": Practice((), (Gap(99, LIMIT),))}, "practice.gaps[0].answer must be a part of the item"),
            ({"glossary": (Term("Lake Council", ()),)}, "glossary[0].told must not be empty."),
            (
                {"glossary": (Term("Lake Council", (Role("Another", (COUNCIL,), (COUNCIL,)),)),)},
                "glossary[0].told[0].text is not what stands in its source",
            ),
        ],
    )
    def it_is_refused_where_it_could_not_have_been_built(
        self, template: Template, changed: dict[str, object], complaint: str
    ) -> None:
        with pytest.raises(BriefFileError) as refusal:
            read(render(replace(NOTES, **changed), "json", template))  # type: ignore[arg-type]
        assert complaint in str(refusal.value)
