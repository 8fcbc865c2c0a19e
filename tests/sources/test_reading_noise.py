"""What stands around an article is dropped, and nothing that it tells; the floors are those of noise_notation.py."""

from textwrap import dedent

import noise_notation
import pytest
from reading_notation import Draw

ARTICLE = """\
Dam gives way above Belmora

The dam on the Ilva gave way on Tuesday.

Two bridges were swept away.
"""


def thread(page: str) -> str:
    """The article with what stands below it."""
    return f"{ARTICLE}\n{dedent(page)}"


class DescribeNoise:
    @pytest.mark.parametrize(
        ("half", "kind", "recall", "lost"),
        [
            ("development", "lines", 0.94, 0),
            ("development", "pages", 0.92, 0),
            ("held_out", "lines", 0.68, 1),
            ("held_out", "pages", 0.88, 0),
        ],
    )
    def it_keeps_the_quality_that_was_reached(self, half: str, kind: str, recall: float, lost: int) -> None:
        figures = noise_notation.figures([*getattr(noise_notation, kind)(half)])
        assert figures.recall >= recall
        assert figures.lost <= lost

    def it_is_measured_on_many_lines(self) -> None:
        every = [one for half in noise_notation.HALVES for kind in ("lines", "pages")
                 for one in getattr(noise_notation, kind)(half)]  # fmt: skip
        assert sum(one.is_noise for one in every) >= 600
        assert sum(not one.is_noise for one in every) >= 390


class DescribeReaderComments:
    def it_drops_a_thread_below_the_article(self, drawn: Draw) -> None:
        page = thread("""\
            2 Comments

            ole

            4 June 2021

            My father worked there. He said the same for years.

            Reply

            Ana K.

            They were warned.

            Reply · 3 likes

            Show more comments
        """)
        assert drawn(page).splitlines() == [
            "title: Dam gives way above Belmora",
            "paragraph: The dam on the Ilva gave way on Tuesday.",
            "paragraph: Two bridges were swept away.",
            "(reader comments): 2 Comments",
            "(reader comments): ole",
            "(reader comments): 4 June 2021",
            "(reader comments): My father worked there. He said the same for years.",
            "(reader comments): Reply",
            "(reader comments): Ana K.",
            "(reader comments): They were warned.",
            "(reader comments): Reply · 3 likes",
            "(comment form): Show more comments",
        ]

    def it_takes_no_date_from_a_thread(self, drawn: Draw) -> None:
        page = thread("Comments\n\n4 June 2021\n\nThey were warned.\n\nReply\n")
        assert "(date line)" not in drawn(page)

    def it_keeps_an_article_below_the_number_of_its_comments(self, drawn: Draw) -> None:
        page = f"12 comments\n\n{ARTICLE}\nThe port is closed.\n\nReply\n"
        assert drawn(page).count("paragraph:") == 3

    def it_keeps_an_article_between_a_cookie_notice_and_a_thread_without_a_mark(self, drawn: Draw) -> None:
        page = f"We use cookies. Read our policy.\n\n12 comments\n\n{ARTICLE}\nole\n\nSad.\n\nReply\n"
        assert drawn(page).count("paragraph:") >= 2

    def it_keeps_a_story_on_comments(self, drawn: Draw) -> None:
        page = thread("Comments\n\nReaders wrote 12 comments. Nobody had a reply.\n")
        assert "paragraph: Readers wrote 12 comments. Nobody had a reply." in drawn(page)

    def it_keeps_what_stands_far_below_the_last_answer(self, drawn: Draw) -> None:
        rest = "\n\n".join(f"The council met for the {number}th time." for number in range(20))
        page = thread(f"Comments\n\nThey were warned.\n\nReply\n\n{rest}\n")
        assert drawn(page).count("paragraph: The council met") == 20


class DescribeNotesOnAuthors:
    NOTE = "Ana Ruiz is a staff writer at The Gazette."

    def it_drops_one_at_the_end(self, drawn: Draw) -> None:
        assert f"(author note): {self.NOTE}" in drawn(thread(self.NOTE))

    def it_keeps_one_of_somebody_whom_the_article_speaks_of(self, drawn: Draw) -> None:
        page = thread(f"Police arrested Ruiz at the dam.\n\n{self.NOTE}\n")
        assert f"paragraph: {self.NOTE}" in drawn(page)


class DescribeAppeals:
    @pytest.mark.parametrize(
        "line",
        [
            "Subscribe to the treaty or lose the loan, the fund told Belmora.",
            "Please consider the children, she asked the court.",
            "Join us on the square, the union urges its members.",
            "The picture: two in three wells are dry.",
        ],
    )
    def it_keeps_an_appeal_that_is_told(self, drawn: Draw, line: str) -> None:
        assert f"paragraph: {line}" in drawn(f"{ARTICLE}\n{line}\n\nThe port is closed.\n")

    @pytest.mark.parametrize("line", ["Join us on Facebook.", "This story was updated on Monday.", "Sign up here."])
    def it_drops_one_to_the_reader(self, drawn: Draw, line: str) -> None:
        assert f"paragraph: {line}" not in drawn(f"{ARTICLE}\n{line}\n\nThe port is closed.\n")


class DescribeCredits:
    def it_drops_a_caption_that_ends_with_an_agency(self, drawn: Draw) -> None:
        assert "(photo caption or credit)" in drawn(
            f"{ARTICLE}\nSoldiers on the bridge on Tuesday (Reuters)\n\nIt rained.\n"
        )

    def it_keeps_a_headline_that_does(self, drawn: Draw) -> None:
        assert "title: Dam gives way above Belmora (Reuters)" in drawn(
            ARTICLE.replace("Belmora\n", "Belmora (Reuters)\n", 1)
        )

    def it_keeps_a_sentence_that_ends_with_its_agency(self, drawn: Draw) -> None:
        assert "paragraph: The talks resume on Monday. (Reuters)" in drawn(
            f"{ARTICLE}\nThe talks resume on Monday. (Reuters)\n"
        )

    def it_keeps_a_sentence_with_a_remark_on_a_photograph(self, drawn: Draw) -> None:
        line = "He fled across the river (the photo shows him on the bridge)."
        assert f"paragraph: {line}" in drawn(f"{ARTICLE}\n{line}\n\nIt rained all night.\n")
