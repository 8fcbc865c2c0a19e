from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pytest
from accord import FALLEN, LIMIT, SIGNED, TEXTS, brief, clarified, item, said, words
from docx import Document
from docx.comments import Comment
from reading import W, body_of, text_of_docx
from word_reading import ids_of, parts_of, stories_of

from briefing.model import Brief, Citation, Disagreement, Item, Origin, Reason, Section, Version
from briefing.render import render
from briefing.render.view import Line
from briefing.render.viewing import view
from briefing.settings import Template


def alone(*items: Item, **changes: object) -> Brief:
    return replace(brief, sections=(Section("s", "S", "bullets", items),), **changes)  # type: ignore[arg-type]


def line(made: Brief) -> Line:
    """The row of the first item."""
    return view(made).sections[0].body.lines[0]  # type: ignore[union-attr]


def told(made: Brief) -> list[tuple[str, list[int], str]]:
    return [(other.lead, [cite.number for cite in other.cites], other.text) for other in line(made).others]


class DescribeOtherWordings:
    def it_is_each_other_sentence_whole_with_those_who_say_it(self) -> None:
        assert told(alone(item(None, *LIMIT))) == [("Also told by", [2, 4], words(LIMIT[1]))]

    def it_comes_without_words_where_they_are_those_that_are_shown(self) -> None:
        assert told(alone(item(None, *SIGNED))) == [
            ("Also told by", [1], words(SIGNED[1])),
            ("In the same words in", [4], ""),
        ]

    def it_puts_those_that_tell_a_part_behind(self) -> None:
        part = Citation(LIMIT[0].source, LIMIT[0].start, LIMIT[0].end, part=True)
        made = replace(item(None, FALLEN[0], LIMIT[1]), citations=(FALLEN[0], part, LIMIT[1]))
        assert [numbers for _, numbers, _ in told(alone(made))] == [[2], [1]]

    def it_tells_the_versions_of_what_is_disputed(self) -> None:
        yards = said("B", "The yards of", "people."), said("D", "The yards employ", "says.")
        versions = tuple(Version(words(span), (span,)) for span in yards)
        disputed = replace(item(None, yards[0]), disputed=("d1",))
        made = alone(disputed, disagreements=(Disagreement("number", "Yards", versions, "d1"),))
        assert told(made) == [("“Yards” (number) is told differently by", [3], words(yards[1]))]

    def it_is_none_where_one_source_says_it_in_one_place(self) -> None:
        assert told(alone(item(None, FALLEN[0]))) == []


class DescribeRemarks:
    @pytest.mark.parametrize(
        ("speaker", "remark"),
        [
            ("Ilse Hrovat", "It is a quote; the speaker is Ilse Hrovat."),
            (None, "It is a quote; the speaker is not stated."),
        ],
    )
    def it_says_who_speaks(self, speaker: str | None, remark: str) -> None:
        made = item(None, *LIMIT[:2], nature="quote", speaker=speaker)
        assert line(alone(made)).remarks == (remark,)

    def it_does_not_repeat_by_itself_what_stands_behind_the_sentence(self) -> None:
        made = item(None, said("A", "“We fish", "catch,”"), nature="quote", speaker="Ilse Hrovat")
        assert line(alone(made)).remarks == ()

    def it_says_why_several_sources_are_one_origin(self) -> None:
        origins = (Origin("O2", ("B", "C"), (Reason("C", "is a copy of", "B"),)),)
        assert line(alone(item(None, *SIGNED), origins=origins)).remarks == (
            "It has two\u00a0origins in three\u00a0sources. Source 4 is a copy of source 2.",
        )

    def it_says_where_words_in_brackets_are_from(self) -> None:
        made = clarified(item(None, LIMIT[1]), "It", said("B", "an accord on fishing"))
        (remark,) = line(alone(made)).remarks
        assert remark == "[an accord on fishing] is from 2\u00a0Verrin News Agency, ¶\u00a02."

    def it_leaves_out_a_bracket_around_a_word_of_the_sentence_itself(self) -> None:
        made = clarified(item(None, LIMIT[1]), "It", said("B", "limits"))
        assert line(alone(made)).remarks == ()


@pytest.fixture(scope="module")
def docx(template: Template) -> bytes:
    return render(brief, "docx", template, review=True)


@pytest.fixture(scope="module")
def comments(docx: bytes) -> list[Comment]:
    return list(Document(BytesIO(docx)).comments)


class DescribeComments:
    def it_tells_the_other_wordings_each_in_a_paragraph_of_its_own(self, comments: list[Comment]) -> None:
        assert comments[0].text.split("\n") == [
            "Also told by 1\u00a0Hollin Courier, ¶\u00a02:",
            words(SIGNED[1]),
            "In the same words in 4\u00a0The Marrow Mail, ¶\u00a02",
            "It has two\u00a0origins in three\u00a0sources.",
        ]

    def it_quotes_word_for_word(self, comments: list[Comment]) -> None:
        paragraphs = [paragraph.text for comment in comments for paragraph in comment.paragraphs]
        quoted = [text for before, text in pairwise(paragraphs) if before.endswith(":")]
        assert len(quoted) >= 5
        assert all(any(text in source for source in TEXTS.values()) for text in quoted)

    def it_stands_on_the_words_of_its_sentence(self, docx: bytes) -> None:
        body = body_of(docx)
        starts, ends = ids_of(body, "commentRangeStart"), ids_of(body, "commentRangeEnd")
        assert starts == ends == ids_of(body, "commentReference") == list(stories_of(docx, "comments"))
        first = next(body.iter(f"{W}commentRangeStart"))
        assert "".join(first.getnext().itertext()) == words(SIGNED[0])

    def it_is_left_out_where_there_is_nothing_to_add(self, template: Template) -> None:
        docx = render(alone(item(None, FALLEN[0])), "docx", template, review=True)
        assert stories_of(docx, "comments") == {}

    def it_is_by_the_program_and_of_the_day_of_the_brief(self, comments: list[Comment]) -> None:
        assert {(one.author, one.initials, one.timestamp) for one in comments} == {
            ("briefing", "b", datetime(2026, 5, 17, tzinfo=UTC))
        }

    def it_changes_no_word_of_the_brief(self, docx: bytes, template: Template) -> None:
        assert text_of_docx(docx) == text_of_docx(render(brief, "docx", template))

    def it_is_there_only_if_it_is_wanted(self, template: Template) -> None:
        assert "word/comments.xml" not in parts_of(render(brief, "docx", template))

    @pytest.mark.parametrize("format_", ["html", "json"])
    def it_is_none_of_the_other_formats(self, template: Template, format_: str) -> None:
        assert render(brief, format_, template, review=True) == render(brief, format_, template)
