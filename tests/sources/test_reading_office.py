"""Word files, OpenDocument texts, Rich Text and EPUB books: one text is read the same from each."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_writers import WRITERS
from reading_notation import Draw, ReadText

from briefing.model import Finding
from briefing.sources import clean
from briefing.sources.kinds import recognised
from briefing.sources.readers import reader_of

EVERY = pytest.mark.parametrize("ending", WRITERS)
EDITED = pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != "epub"])


def lines(text: str) -> str:
    return dedent(text).strip()


class DescribeAnOfficeFile:
    @EVERY
    def it_gives_paragraphs_what_its_markup_says(self, drawn: Draw, ending: str) -> None:
        content = WRITERS[ending]("""
            ## The Dam Above the Valley
            The dam on the river failed on Monday, officials said.
            ## What the State Did
            - Twelve people were taken to a hospital by boat.
            - Soldiers brought food to the two villages.
            The minister went there on Tuesday, her office said.
            """)
        assert drawn(content, f"a.{ending}") == lines("""
            heading: The Dam Above the Valley
            paragraph: The dam on the river failed on Monday, officials said.
            heading: What the State Did
            bullet: Twelve people were taken to a hospital by boat.
            bullet: Soldiers brought food to the two villages.
            paragraph: The minister went there on Tuesday, her office said.
            """)

    @EVERY
    def it_puts_notes_behind_the_text_and_leaves_out_their_marks(self, drawn: Draw, ending: str) -> None:
        content = WRITERS[ending]("""
            The dam{note:It was built in the year of the drought.} failed on Monday, officials said.
            The minister went there on Tuesday, her office said.
            """)
        assert drawn(content, f"a.{ending}") == lines("""
            paragraph: The dam failed on Monday, officials said.
            paragraph: The minister went there on Tuesday, her office said.
            paragraph: It was built in the year of the drought.
            """)

    @EVERY
    def it_keeps_the_cells_of_a_table_that_tell_something(self, drawn: Draw, ending: str) -> None:
        content = WRITERS[ending]("""
            The dam on the river failed on Monday, officials said.
            | District | Killed
            | North | 12
            | Tuesday | The minister went to the valley and spoke to the people there.
            The search for the missing went on, her office said.
            """)
        assert drawn(content, f"a.{ending}") == lines("""
            paragraph: The dam on the river failed on Monday, officials said.
            (table row): District | Killed
            (table row): North | 12
            (table row): Tuesday
            paragraph: The minister went to the valley and spoke to the people there.
            paragraph: The search for the missing went on, her office said.
            """)

    @EVERY
    def it_drops_what_its_author_has_hidden(self, drawn: Draw, ending: str) -> None:
        content = WRITERS[ending]("The dam on the river {hide:in the secret file }failed on Monday, officials said.")
        assert drawn(content, f"a.{ending}") == lines("""
            paragraph: The dam on the river failed on Monday, officials said.
            (hidden text): in the secret file
            """)

    @EDITED
    def it_takes_the_title_that_readers_see(self, document: ReadText, ending: str) -> None:
        content = WRITERS[ending](
            "# A Dam Fails Above the Valley\nThe dam failed on Monday, officials said.", title="Some older report"
        )
        assert document(content, f"a.{ending}").source.title == "A Dam Fails Above the Valley"

    @EDITED
    def it_keeps_a_title_that_has_a_date(self, document: ReadText, ending: str) -> None:
        content = WRITERS[ending](
            "# Minutes of the river council, 3 May 2022\nThe dam failed on Monday, officials said."
        )
        source = document(content, f"a.{ending}").source
        assert (source.title, source.published) == ("Minutes of the river council, 3 May 2022", "2022-05-03")

    @EDITED
    def it_takes_a_heading_above_all_text_for_the_title_where_there_is_no_other(
        self, document: ReadText, ending: str
    ) -> None:
        content = WRITERS[ending]("## A Dam Fails\nThe dam on the river failed on Monday, officials said.")
        assert document(content, f"a.{ending}").source.title == "A Dam Fails"

    @EDITED
    def it_reads_changes_as_if_all_were_accepted_and_says_so(
        self, drawn: Draw, document: ReadText, ending: str
    ) -> None:
        content = WRITERS[ending]("The dam {del:burst}{ins:failed} on Monday, officials said.")
        assert drawn(content, f"a.{ending}") == "paragraph: The dam failed on Monday, officials said."
        assert document(content, f"a.{ending}").notes == (
            "It has tracked changes; they were read as if all were accepted.",
        )

    @EDITED
    def it_drops_comments_and_running_heads(self, drawn: Draw, ending: str) -> None:
        content = WRITERS[ending]("""
            head: Ministry of Water, situation report
            The dam on the river failed on Monday{say:Is this sure?}, officials said.
            """)
        assert drawn(content, f"a.{ending}") == lines("""
            paragraph: The dam on the river failed on Monday, officials said.
            (comment): Is this sure?
            (running head): Ministry of Water, situation report
            """)

    @EDITED
    def it_keeps_a_text_box_apart_from_the_paragraph_that_holds_it(self, drawn: Draw, ending: str) -> None:
        content = WRITERS[ending]("""
            The dam on the river {box:Some of the water reached the city at night, they said.}failed on Monday.
            """)
        assert drawn(content, f"a.{ending}") == lines("""
            paragraph: The dam on the river failed on Monday.
            paragraph: Some of the water reached the city at night, they said.
            """)


class DescribeItsProperties:
    TEXT = "The dam on the river failed on Monday, officials said.\nThe minister went there on Tuesday."

    @EVERY
    def it_takes_title_and_author(self, document: ReadText, ending: str) -> None:
        source = document(
            WRITERS[ending](self.TEXT, title="Report on the dam", author="Ana Kovac"), f"a.{ending}"
        ).source
        assert (source.title, source.author) == ("Report on the dam", "Ana Kovac")
        assert {Finding("title", "metadata"), Finding("author", "metadata")} <= {*source.found}

    @EDITED
    def it_takes_the_day_of_the_last_change_and_no_date_of_publication(self, document: ReadText, ending: str) -> None:
        source = document(WRITERS[ending](self.TEXT, modified="2024-05-03"), f"a.{ending}").source
        assert (source.modified, source.published) == ("2024-05-03", None)

    @pytest.mark.parametrize("name", ["Microsoft Office User", "user", "python-docx", "Admin", "—", ""])
    @EVERY
    def it_knows_no_author_by_the_name_of_an_account(self, document: ReadText, ending: str, name: str) -> None:
        assert document(WRITERS[ending](self.TEXT, author=name), f"a.{ending}").source.author is None

    @pytest.mark.parametrize(
        "name", ["Microsoft Word - draft3.doc", "Document1", "untitled", "situation_report_v2", ""]
    )
    @EVERY
    def it_takes_no_title_that_a_program_gave(self, document: ReadText, ending: str, name: str) -> None:
        assert document(WRITERS[ending](self.TEXT, title=name), f"a.{ending}").source.title is None

    @EDITED
    def it_refuses_a_brief_of_this_program(self, ending: str) -> None:
        content = WRITERS[ending](self.TEXT, about="briefing 0.1.0 | rules 3 | template=analyst | words=600")
        with pytest.raises(Exception, match=r"It is a brief that briefing made; give its sources\."):
            reader_of(recognised(content, "a"))(content)


WORDS = st.text(st.characters(exclude_categories=["C", "Z", "M"], exclude_characters="{}|#"), min_size=1, max_size=12)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=8)


class DescribeEveryWord:
    @EVERY
    @given(paragraphs=PARAGRAPHS)
    def it_comes_through_in_its_place(self, ending: str, paragraphs: list[str]) -> None:
        content = WRITERS[ending]("\n".join(f"- x{text}" for text in paragraphs))
        read = reader_of(recognised(content, "a"))(content)
        assert (
            " ".join(line.text for line in read.lines).split()
            == clean.line(" ".join(f"x{text}" for text in paragraphs)).split()
        )
