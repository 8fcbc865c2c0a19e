"""Plain text and Markdown → titles, headings, paragraphs and bullets."""

from textwrap import dedent

from reading_notation import Draw, ReadText


def expected(drawing: str) -> str:
    return dedent(drawing).strip()


class DescribePlainText:
    def it_knows_titles_headings_paragraphs_and_bullets(self, drawn: Draw) -> None:
        assert drawn("""
            Ministers Sign the River Treaty
            The two states signed it on Tuesday.

            What the treaty says
            It forbids any new dam.

            Key Points
            - Joint review: Each dam is reviewed by both states.
            • Farmers keep their wells.
            1. Disputes go to a court.
        """) == expected("""
            title: Ministers Sign the River Treaty
            paragraph: The two states signed it on Tuesday.
            heading: What the treaty says
            paragraph: It forbids any new dam.
            heading: Key Points
            bullet: Joint review: Each dam is reviewed by both states.
            bullet: Farmers keep their wells.
            bullet: Disputes go to a court.
        """)

    def it_finds_no_title_where_the_text_begins_with_a_sentence(self, document: ReadText) -> None:
        made = document("On Tuesday, the two states signed a treaty.\nIt forbids any new dam.")
        assert made.source.title is None
        assert [block.kind for block in made.blocks] == ["paragraph", "paragraph"]

    def it_takes_what_leads_over_to_a_quotation_for_text(self, drawn: Draw) -> None:
        assert drawn("""
            The two states signed a treaty.
            The foreign minister, Ana Kovac, said:
            “We share one river.”
            The parties agreed to:
            - share all data.
        """) == expected("""
            paragraph: The two states signed a treaty.
            paragraph: The foreign minister, Ana Kovac, said:
            paragraph: “We share one river.”
            heading: The parties agreed to:
            bullet: share all data.
        """)

    def it_takes_questions_for_headings(self, drawn: Draw) -> None:
        assert "heading: What happens next?" in drawn("The treaty is signed.\nWhat happens next?\nA court will sit.")

    def it_takes_nothing_above_the_first_sentence_for_text(self, drawn: Draw) -> None:
        assert drawn("""
            Ministers sign the river treaty
            Two states end a quarrel that has lasted since the drought of 1998 and cost dozens of lives
            The two states signed it on Tuesday.
        """).startswith("title: Ministers sign the river treaty\nheading: Two states end a quarrel")

    def it_keeps_a_source_note_within_its_paragraph(self, drawn: Draw) -> None:
        text = "Ana Kovac wrote: “We share one river.” (source: social media account)"
        assert drawn(f"The treaty was signed.\n{text}\nIt rained.").split("\n")[1] == f"paragraph: {text}"


class DescribeWrappedText:
    WRAPPED = """
        The governments of the two states signed a treaty on the river on
        Tuesday. It forbids any new dam without the well-
        known joint review, officials said.
        Farmers fear a drought.

        - Each dam is reviewed by both of the states that share the river
          and by a court.
    """

    def it_joins_the_lines_of_a_paragraph(self, drawn: Draw) -> None:
        assert drawn(self.WRAPPED) == expected("""
            paragraph: The governments of the two states signed a treaty on the river on Tuesday. It forbids any new dam without the well-known joint review, officials said.
            paragraph: Farmers fear a drought.
            bullet: Each dam is reviewed by both of the states that share the river and by a court.
        """)  # noqa: E501 - a paragraph is one line

    def it_takes_its_width_from_what_is_wrapped(self, drawn: Draw) -> None:
        title = "Governments of two states sign a treaty that ends their old quarrel over the river"
        assert drawn(f"{title}\n{self.WRAPPED.replace('treaty on the river', 'treaty in Port Ellen')}") == expected(f"""
            title: {title}
            paragraph: The governments of the two states signed a treaty in Port Ellen on Tuesday. It forbids any new dam without the well-known joint review, officials said.
            paragraph: Farmers fear a drought.
            bullet: Each dam is reviewed by both of the states that share the river and by a court.
        """)  # noqa: E501 - a paragraph is one line

    def it_tells_a_figure_at_the_end_of_a_sentence_from_an_entry(self, drawn: Draw) -> None:
        assert drawn("""
            The governments of the two states signed a treaty on the river in May
            20. It forbids any new dam without the joint review, officials said to
            reporters who had come. It says:

            1. Each dam is reviewed by both of the states that share the big lakes
            2. A court is set up
        """).split("\n") == [
            "paragraph: The governments of the two states signed a treaty on the river in May 20. It forbids any new dam without the joint review, officials said to reporters who had come. It says:",  # noqa: E501 - a paragraph is one line
            "bullet: Each dam is reviewed by both of the states that share the big lakes",
            "bullet: A court is set up",
        ]

    def it_says_so(self, document: ReadText) -> None:
        assert document(self.WRAPPED).notes == ("Its lines were wrapped to a width; they were joined into paragraphs.",)

    def it_leaves_a_text_alone_that_has_a_paragraph_on_each_line(self, document: ReadText) -> None:
        text = "The treaty was signed.\nIt forbids any new dam, officials said.\nFarmers fear a drought."
        assert document(text).text == text


class DescribeMarkdown:
    def it_takes_kinds_from_markup(self, drawn: Draw) -> None:
        assert drawn(
            """
            # Ministers sign the *river* treaty

            The two states [signed](https://example.com) it
            on **Tuesday**.

            ## Terms

            - Each dam is reviewed.
            - No dam is built.
              1. Wells are free.

            > “We share one river,” she said.

            | State | Dams |
            |-------|------|
            | North | 2    |

            ```
            print(1)
            ```

            ![Two ministers](a.png)

            <div>
            """,
            "a.md",
        ) == expected("""
            title: Ministers sign the river treaty
            paragraph: The two states signed it on Tuesday.
            heading: Terms
            bullet: Each dam is reviewed.
            bullet: No dam is built.
            bullet: Wells are free.
            paragraph: “We share one river,” she said.
            (table row): State | Dams
            (table row): North | 2
            (code): print(1)
            (photo caption or credit): Two ministers
            (markup): <div>
        """)

    def it_reads_plain_front_matter(self, document: ReadText) -> None:
        made = document(
            """
            ---
            title: "River treaty: signed"
            publisher: The Harbour Gazette
            date: 2022-05-03
            ---
            The two states signed it on Tuesday.
            """,
            "a.md",
        )
        source = made.source
        assert (source.title, source.publisher, source.published) == (
            "River treaty: signed",
            "The Harbour Gazette",
            "2022-05-03",
        )
        assert [made.text[block.start : block.end] for block in made.blocks] == ["The two states signed it on Tuesday."]
        assert {dropped.reason for dropped in made.dropped} == {"front matter"}
