"""Blocks → sentences, each with its label and the heading above it."""

import pytest
from language_notation import drawn, expected, sentences, table

ENDS = """
    It rained. They left. => It rained. / They left.
    Is it ours? Yes! They left. => Is it ours? / Yes! / They left.
    The U.S. envoy came at 5 p.m. sharp. => The U.S. envoy came at 5 p.m. sharp.
    He lives in the U.S. The envoy left. => He lives in the U.S. / The envoy left.
    He came at 5 p.m. Then he left. => He came at 5 p.m. / Then he left.
    Mr. Orlin met Dr. Kovac and Gen. Moor. => Mr. Orlin met Dr. Kovac and Gen. Moor.
    Lt. Col. Orlin met Sgt. Moor. They left. => Lt. Col. Orlin met Sgt. Moor. / They left.
    J. R. Orlin met John F. Moor. => J. R. Orlin met John F. Moor.
    Annex No. 5 was read. => Annex No. 5 was read.
    Arts. 5 and 6 apply. They bind. => Arts. 5 and 6 apply. / They bind.
    They said no. Nobody left. => They said no. / Nobody left.
    It cost $3.5 million. It grew. => It cost $3.5 million. / It grew.
    He waited … and then left. => He waited … and then left.
    He waited... and then left. => He waited... and then left.
    He waited… Then he left. => He waited… / Then he left.
    The parties agreed to the […] => The parties agreed to the […]
    The parties agreed to […] It rained. => The parties agreed to […] / It rained.
    It rained (and it snowed). They left. => It rained (and it snowed). / They left.
    (It rained.) They left. => (It rained.) / They left.
    Belmora.[1] It was closed.[2][3] They left. => Belmora.[1] / It was closed.[2][3] / They left.
    It was built in Belmora[1] and closed. => It was built in Belmora[1] and closed.
    It rained.They left. => It rained. / They left.
    It rained. 12 people left. => It rained. / 12 people left.
    He listed two (see below): rain and snow. => He listed two (see below): rain and snow.
"""

QUOTATIONS = """
    “We share a river. We share a law,” she said. => “We share a river. We share a law,” she said.
    She said: “We share a river. It is ours.” Then she left.
    => She said: “We share a river. It is ours.” / Then she left.
    "We share a river. We share a law," she said. => "We share a river. We share a law," she said.
    "We share a river. It is ours." He left. => "We share a river. It is ours." / He left.
    «We share a river. It is ours.» He left. => «We share a river. It is ours.» / He left.
    “We share a river.” The minister left. => “We share a river.” / The minister left.
    He asked: "Why?" Nobody knew. => He asked: "Why?" / Nobody knew.
    “Why?” she asked. => “Why?” she asked.
    “We share a river. It is ours. => “We share a river. / It is ours.
"""


class DescribeSentences:
    @pytest.mark.parametrize(("text", "split"), table(ENDS))
    def it_ends_them_where_a_reader_would(self, text: str, split: str) -> None:
        assert drawn(text) == split.replace(" / ", "\n")

    @pytest.mark.parametrize(("text", "split"), table(QUOTATIONS))
    def it_keeps_a_quotation_whole(self, text: str, split: str) -> None:
        assert drawn(text) == split.replace(" / ", "\n")

    def it_splits_a_quotation_that_no_brief_could_carry_whole(self) -> None:
        assert len(sentences("“" + "We share one river and one law. " * 40 + "It is ours,” she said.")) > 30

    def it_makes_none_of_what_never_stops(self) -> None:
        endless = "rain and snow " * 5000
        assert drawn(f"It rained. It was cold, {endless}.\nIt cleared up.") == "It rained.\nIt cleared up."


class DescribeContext:
    def it_gives_sentences_their_heading_and_never_crosses_a_block(self) -> None:
        assert drawn("""
            # Ministers Sign the River Treaty
            It was signed on Tuesday
            in Belmora.
            ## What it says
            It forbids dams. It binds.
            - no new dams
            ## What comes next?
            A court will sit.
        """) == expected("""
            It was signed on Tuesday
            in Belmora.
            [What it says] It forbids dams.
            [What it says] It binds.
            [What it says] no new dams
            [What comes next?] A court will sit.
        """)

    def it_counts_the_sentences_of_a_document(self) -> None:
        found = sentences("## Terms\nIt rained. They left.\n- They came back.")
        assert [sentence.order for sentence in found] == [0, 1, 2]


LABELS = """
    - Shared Goal: The alliance aims to keep the peace. => <Shared Goal> The alliance aims to keep the peace.
    - Aid and Trade: Each state opens its markets. They pay.
    => <Aid and Trade> Each state opens its markets. / They pay.
    - A failed attempt: The company withdrew its offer. => <A failed attempt> The company withdrew its offer.
    - The minister said: They will come back soon. => The minister said: They will come back soon.
    A failed attempt: The company withdrew its offer. => A failed attempt: The company withdrew its offer.
    The treaty has one goal: The alliance keeps the peace. => The treaty has one goal: The alliance keeps the peace.
    The minister said: The alliance keeps the peace. => The minister said: The alliance keeps the peace.
    - Shared Goal: Peace. => Shared Goal: Peace.
    - Shared Goal: to keep the peace of all. => Shared Goal: to keep the peace of all.
"""


class DescribeLabels:
    @pytest.mark.parametrize(("text", "split"), table(LABELS))
    def it_parts_an_authors_label_from_its_sentence(self, text: str, split: str) -> None:
        assert drawn(text) == split.replace(" / ", "\n")
