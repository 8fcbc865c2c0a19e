"""Title, publisher and date: only what a text states."""

from textwrap import dedent

import pytest
from reading_notation import Draw, ReadText

from briefing.sources.dates import iso_date

ARTICLE = "The two states signed a treaty on Tuesday.\nIt forbids any new dam."


class DescribeIsoDate:
    @pytest.mark.parametrize(
        ("said", "date"),
        [
            ("19 Sep 2023", "2023-09-19"),
            ("May 3, 2022", "2022-05-03"),
            ("Tuesday, 3rd of May 2022", "2022-05-03"),
            ("Sept. 4, 2021 10:30 AM GMT", "2021-09-04"),
            ("Aug 13, 2010 – 4:39 PM", "2010-08-13"),
            ("2022-05-03T08:00:00Z", "2022-05-03"),
            ("10:15 GMT, 3 May 2022", "2022-05-03"),
            ("13/05/2022", "2022-05-13"),
            ("05/13/2022", "2022-05-13"),
            ("03/03/2022", "2022-03-03"),
            ("03/05/2022", "2022"),
            ("May 2022", "2022-05"),
            ("31 February 2022", None),
            ("3 May 1823", "1823-05-03"),
            ("3 May 1588", None),
            ("3 May", None),
            ("in 2022", None),
            ("3 May 2022 the treaty was signed", None),
        ],
    )
    def it_is_as_precise_as_the_text_is_sure(self, said: str, date: str | None) -> None:
        assert iso_date(said) == date


class DescribePublished:
    @pytest.mark.parametrize(
        "line",
        [
            "- 3 May 2022",
            "Published: 3 May 2022",
            "May 3, 2022",
            "Published on May 3, 2022 at 10:15 am | Updated: May 4, 2022",
            "Geneva, 3 May 2022",
            "By Jane Doe May 3, 2022",
            "May 3, 2022 / 3:10 PM / 5 min read",
            "More on this in the programme: Rivers of the North | May 3, 2022 | 6 pm",
        ],
    )
    def it_is_taken_from_a_date_line_which_is_dropped(self, document: ReadText, line: str) -> None:
        made = document(f"Ministers sign the river treaty\n{line}\n{ARTICLE}")
        assert made.source.published == "2022-05-03"
        assert [(made.text[one.start : one.end], one.reason) for one in made.dropped] == [(line, "date line")]

    def it_is_not_taken_from_a_sentence(self, document: ReadText) -> None:
        assert document(f"{ARTICLE}\nThe treaty was signed on 3 May 2022.").source.published is None

    def it_is_not_taken_from_a_chronology(self, drawn: Draw, document: ReadText) -> None:
        text = "The Treaty in Dates\n3 May 2022\nThe treaty was signed.\n4 June 2023\nIt came into force."
        assert document(text).source.published is None
        assert "heading: 4 June 2023" in drawn(text)

    def it_is_the_update_where_nothing_else_is_stated(self, document: ReadText) -> None:
        made = document(f"Ministers sign the river treaty\nLast updated: 4 May 2022\n{ARTICLE}")
        assert made.source.published == "2022-05-04"
        assert made.notes == ("It states only when it was updated; that date is given.",)

    @pytest.mark.parametrize(
        "said", ["31 April 2022", "April 31, 2022", "29 February 2023", "2023-13-45", "31/31/2023", "0 May 2022"]
    )
    def it_is_not_made_of_what_the_calendar_does_not_have(self, drawn: Draw, document: ReadText, said: str) -> None:
        line = f"Published: {said}"
        made = document(f"Ministers sign the river treaty\n{line}\n{ARTICLE}")
        assert made.source.published is None
        assert made.notes == (f"It states a date that the calendar does not have: {said}.",)
        assert f"(date line): {line}" in drawn(f"Ministers sign the river treaty\n{line}\n{ARTICLE}")

    def it_is_the_update_where_the_calendar_does_not_have_the_first(self, document: ReadText) -> None:
        made = document(f"Ministers sign the river treaty\nPublished: 31 April 2022 | Updated: 4 May 2022\n{ARTICLE}")
        assert made.source.published == "2022-05-04"
        assert [note.split(";")[0] for note in made.notes] == [
            "It states a date that the calendar does not have: 31 April 2022.",
            "It states only when it was updated",
        ]

    def it_is_noted_where_front_matter_states_an_impossible_one(self, document: ReadText) -> None:
        made = document(f"---\ndate: 2023-13-45\n---\n{ARTICLE}", "source.md")
        assert made.source.published is None
        assert made.notes == ("It states a date that the calendar does not have: 2023-13-45.",)

    def it_is_taken_from_the_start_of_the_title_line(self, document: ReadText) -> None:
        made = document(f"Date: 2022-05-03 Ministers sign the river treaty\n{ARTICLE}")
        assert (made.source.title, made.source.published) == ("Ministers sign the river treaty", "2022-05-03")


class DescribePublisher:
    @pytest.mark.parametrize(
        "text",
        [
            f"Ministers Sign the River Treaty | The Harbour Gazette\n{ARTICLE}",
            f"{ARTICLE}\n© 2022 The Harbour Gazette. All rights reserved.",
            f"{ARTICLE}\nCopyright 2020-2022 The Harbour Gazette",
            f"{ARTICLE}\nPublisher: The Harbour Gazette",
        ],
    )
    def it_is_taken_where_it_is_named(self, document: ReadText, text: str) -> None:
        assert document(text).source.publisher == "The Harbour Gazette"

    def it_is_not_guessed(self, document: ReadText) -> None:
        text = f"{ARTICLE}\nThe Harbour Gazette understands that copyright law was discussed."
        assert document(text).source.publisher is None


class DescribeWireCredit:
    @pytest.mark.parametrize(
        "credit",
        [
            "GENEVA, May 3, 2022 (Reuters) - ",
            "(Reuters) - ",
            "GENEVA, Switzerland (Reuters) — ",
            "Geneva (Reuters) -- ",
        ],
    )
    def it_is_cut_off_and_names_no_publisher(self, document: ReadText, credit: str) -> None:
        made = document(f"{credit}{ARTICLE}")
        assert made.source.publisher is None
        assert made.notes == ("It is credited to Reuters.",)
        assert made.text[made.blocks[0].start :] == ARTICLE
        assert [one.reason for one in made.dropped] == ["wire credit"]

    @pytest.mark.parametrize("line", ["GENEVA, May 3, 2022 (Reuters)", "Port Sella, 3 May 2022 (Reuters)"])
    def it_may_stand_on_a_line_of_its_own(self, document: ReadText, line: str) -> None:
        made = document(f"The dam above the old town has failed\n{line}\n{ARTICLE}")
        assert made.source.title == "The dam above the old town has failed"
        assert made.source.published == "2022-05-03"
        assert made.notes == ("It is credited to Reuters.",)
        assert [one.reason for one in made.dropped] == ["wire credit"]

    @pytest.mark.parametrize("place", ["GENEVA — ", "GENEVA, May 3 - ", "Geneva, Switzerland – "])
    def it_may_be_a_dateline_without_agency(self, document: ReadText, place: str) -> None:
        made = document(f"{place}{ARTICLE}")
        assert made.source.publisher is None
        assert made.text[made.blocks[0].start :] == ARTICLE

    @pytest.mark.parametrize(
        "sentence",
        [
            "The River Council (RC) - a body of two states - met on Tuesday.",
            "Ministers – Ana Kovac among them – signed the treaty.",
            "NATO — the alliance of the north — has agreed.",
        ],
    )
    def it_is_no_sentence_with_a_dash(self, document: ReadText, sentence: str) -> None:
        assert document(sentence).dropped == ()

    def it_may_be_a_mere_sign(self, drawn: Draw, document: ReadText) -> None:
        text = f"Ministers sign the river treaty\n(CNS)\n{ARTICLE}"
        assert "(wire credit): (CNS)" in drawn(text)
        assert document(text).notes == ("It is credited to CNS.",)


class DescribeByline:
    @pytest.mark.parametrize(
        "line",
        [
            "By Jane Doe",
            "By Jane Doe and John Roe, Staff Writers",
            "Written by: Jane Doe",
            "(By Jane Doe in Geneva)",
        ],
    )
    def it_is_dropped_at_the_top(self, drawn: Draw, line: str) -> None:
        assert f"(byline): {line}" in drawn(f"Ministers sign the river treaty\n{line}\n{ARTICLE}")

    def it_is_dropped_at_the_end(self, drawn: Draw) -> None:
        last = "(Reporting by Jane Doe; Editing by John Roe)"
        assert drawn(f"{ARTICLE}\n{last}").endswith(f": {last}")

    def it_may_be_a_mere_name_beside_the_date(self, drawn: Draw) -> None:
        text = dedent(f"""
            Ministers sign the river treaty
            Jane Doe
            3 May 2022
            {ARTICLE}
        """)
        assert "(byline): Jane Doe" in drawn(text)

    @pytest.mark.parametrize(
        ("line", "author"),
        [
            ("By Jane Doe", "Jane Doe"),
            ("By JANE DOE | Harbour Gazette", "JANE DOE"),
            ("By Jane Doe and Seán O’Roe, Staff Writers", "Jane Doe and Seán O’Roe"),
            ("(By Jane Doe in Geneva)", "Jane Doe"),
            ("By Reuters", None),
            ("By Associated Press", None),
            ("By Our Staff Reporter", None),
            ("By Harbour Gazette Staff", None),
            ("Edited by Jane Doe", None),
        ],
    )
    def it_tells_who_wrote_the_text(self, document: ReadText, line: str, author: str | None) -> None:
        source = document(f"Ministers sign the river treaty\n{line}\n{ARTICLE}").source
        assert source.author == author
        assert [one.manner for one in source.found if one.field == "author"] == (["stated"] if author else [])

    def it_is_no_sentence_that_begins_with_by(self, drawn: Draw) -> None:
        assert "paragraph: By Monday the troops had left." in drawn(f"By Monday the troops had left.\n{ARTICLE}")
