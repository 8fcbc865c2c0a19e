"""Which sentences state one fact. `merge_notation` tells how a collection is written and drawn."""

import pytest
from merge_notation import documents, merging, name, quoted, statements, supporters

pytestmark = pytest.mark.usefixtures("_rules_alone")


class DescribeEqualSentences:
    @pytest.mark.parametrize(("undated", "dated"), ["AB", "BA"])
    def it_goes_by_the_one_whose_date_is_known(self, undated: str, dated: str) -> None:
        flood = "The Varda river burst its banks on {} and flooded the old town of Lipnik."
        assert (
            statements(f"""
            {undated}: {flood.format("Tuesday")}
            {dated} 2024-05-03: {flood.format("Tuesday")}
            {dated} 2024-05-03: {flood.format("12 March 2023")}
        """)
            == f"[{dated}1 {undated}1] [{dated}2]"
        )


class DescribeParaphrases:
    def it_merges_an_active_and_a_passive_telling(self) -> None:
        assert (
            statements("""
            A 2024-05-01: The transport ministry closed the bridge over the Varda to all lorries.
            B 2024-05-02: Officials said the bridge over the Varda was closed to lorries by the transport ministry.
            C 2024-05-02: Grain prices rose again in the capital.
            """)
            == "[B1 A1] [C1]"
        )

    def it_merges_the_news_of_a_flood(self) -> None:
        assert (
            statements("""
            A 2024-05-01: The swollen Varda river burst its banks on Tuesday and flooded the old town of Lipnik.
            A: Grain prices in the region rose.
            B 2024-05-02: Lipnik's old town was flooded on Tuesday after the Varda river burst its banks.
            B: Schools stay closed until Monday.
            """)
            == "[A1 B1] [A2] [B2]"
        )

    def it_merges_the_news_of_an_election(self) -> None:
        assert (
            statements("""
            A 2024-05-01: Maria Okello won the presidential election with 53 percent of the vote.
            A: Turnout was the lowest in twenty years, the electoral commission said.
            B 2024-05-02: With 53 percent of the vote, Maria Okello has won the election for president.
            B: The electoral commission said turnout was the lowest in two decades.
            C 2024-05-02: Shops in the port stayed shut.
            """)
            == "[A1 B1] [A2 B2] [C1]"
        )

    def it_merges_the_news_of_a_company(self) -> None:
        assert (
            statements("""
            A 2024-05-01: Norvik Foods agreed to buy its rival Talbot Mills for 2 billion dollars in cash.
            B 2024-05-02: Talbot Mills will be bought by its rival Norvik Foods for 2 billion dollars in cash.
            C 2024-05-02: Regulators in three countries must approve the takeover.
            """)
            == "[A1 B1] [C1]"
        )

    def it_merges_the_news_of_a_court(self) -> None:
        assert (
            statements("""
            A 2024-05-01: The high court acquitted the former mayor Ivan Petrov of bribery.
            B 2024-05-02: Former mayor Ivan Petrov was acquitted of bribery by the high court.
            C 2024-05-02: Prosecutors will appeal to the supreme court within 30 days.
            """)
            == "[A1 B1] [C1]"
        )

    def it_merges_the_terms_of_a_pact(self) -> None:
        assert (
            statements("""
            A 2024-05-01: The three island states pledged to share radar data on every vessel in the strait.
            B 2024-05-02: Under the accord the three island states will share radar data on vessels in the strait.
            C 2024-05-02: Fishermen in the strait have feared pirates for years.
            """)
            == "[B1 A1] [C1]"
        )

    def it_merges_a_number_in_words_with_the_same_in_digits(self) -> None:
        assert (
            statements("""
            A: Three ferries ran aground near Gravna.
            B: Near Gravna, 3 ferries ran aground.
            """)
            == "[B1 A1]"
        )

    def it_merges_a_weekday_with_the_date_it_means(self) -> None:
        assert (
            statements("""
            A 2024-05-01: The high court convicted the mayor on Monday.
            B 2024-05-01: The high court convicted the mayor on April 29.
            """)
            == "[B1 A1]"
        )

    def it_merges_a_month_with_a_day_of_it_but_not_with_another_year(self) -> None:
        assert (
            statements("""
            A: The bridge opened in March 2019.
            B: The bridge opened on 12 March 2019.
            C: The bridge opened in 2018.
            """)
            == "[B1 A1] [C1]"
        )


class DescribeLookalikes:
    def it_keeps_other_counts_apart(self) -> None:
        assert (
            statements("""
            A: At least 12 people were killed when the flood reached Lipnik.
            B: At least 17 people were killed when the flood reached Lipnik.
            """)
            == "[A1] [B1]"
        )

    def it_keeps_other_counts_in_words_apart(self) -> None:
        assert (
            statements("""
            A: Three ferries ran aground near Gravna.
            B: Five ferries ran aground near Gravna.
            """)
            == "[A1] [B1]"
        )

    @pytest.mark.parametrize("percent", ["{} percent", "{} per cent", "{}%"])
    def it_keeps_other_shares_apart(self, percent: str) -> None:
        assert (
            statements(f"""
            A: Maria Okello won {percent.format(53)} of the vote.
            B: Maria Okello won {percent.format(51)} of the vote.
            """)
            == "[A1] [B1]"
        )

    def it_keeps_other_sums_apart(self) -> None:
        assert (
            statements("""
            A: Norvik Foods will pay $2 billion for Talbot Mills.
            B: Norvik Foods will pay $3 billion for Talbot Mills.
            """)
            == "[A1] [B1]"
        )

    def it_keeps_other_dates_apart(self) -> None:
        assert (
            statements("""
            A: Norvik Foods signed the contract with the port of Gravna on 3 March 2024.
            B: Norvik Foods signed the contract with the port of Gravna on 12 April 2024.
            """)
            == "[A1] [B1]"
        )

    @pytest.mark.parametrize(
        ("yes", "no"),
        [
            (
                "The electoral commission will recount the votes of the northern province.",
                "The electoral commission will not recount the votes of the northern province.",
            ),
            (
                "The high court convicted the former mayor Ivan Petrov of bribery.",
                "The high court did not convict the former mayor Ivan Petrov of bribery.",
            ),
            (
                "Norvik Foods can close the plant in Gravna before the summer.",
                "Norvik Foods cannot close the plant in Gravna before the summer.",
            ),
        ],
        ids=["will not", "did not", "cannot"],
    )
    def it_keeps_a_denial_apart(self, yes: str, no: str) -> None:
        assert statements(f"A: {yes}\nB: {no}") == "[A1] [B1]"

    def it_keeps_facts_of_one_topic_apart(self) -> None:
        assert (
            statements("""
            A: The takeover of Talbot Mills needs the approval of regulators in three countries.
            B: The takeover of Talbot Mills will be paid for with a loan from two banks.
            C: Unions fear that the takeover of Talbot Mills will cost jobs in Gravna.
            """)
            == "[A1] [B1] [C1]"
        )


class DescribeClusters:
    def it_makes_no_chains(self) -> None:
        notation = """
            A: Norvik Foods will close its plant in Gravna.
            A: Insurers expect losses of 40 million dollars.
            B: Norvik Foods will close its plant in Gravna and cut 300 jobs at its head office in Lipnik.
            B: The army sent boats to the islands.
            C: About 300 jobs will be cut at the head office of the company in Lipnik.
            C: Schools stay closed until the end of the week.
        """
        # B1 tells both facts, so A1 and C1 each support it; neither supports the other.
        others = [statement for statement in merging(notation).statements if name(statement.representative) != "B1"]
        assert others
        for statement in others:
            assert not {"A1", "C1"} <= set(supporters(statement))

    def it_keeps_two_sentences_of_one_source_apart(self) -> None:
        assert (
            statements("""
            A: The union called a strike at the Gravna plant for Monday.
            A: The union called off its strike at the smelter.
            B: Shares of the company fell.
            """)
            == "[A1] [A2] [B1]"
        )

    def it_lets_a_source_repeat_itself(self) -> None:
        assert (
            statements("""
            A: The union called a strike at the Gravna plant for Monday.
            A: Shares of the company fell by a tenth.
            A: The union called a strike at the Gravna plant for Monday.
            """)
            == "[A1 A3] [A2]"
        )

    def it_cites_a_long_sentence_that_states_the_fact_among_others(self) -> None:
        notation = """
            A: The dam at Sorvo has cracks.
            B: Inspectors who had climbed down on ropes reported on Friday that the dam at Sorvo has cracks, that \
its gates are rusted, and that the village below still waits for a siren.
        """
        assert supporters(quoted(notation, "A1")) == ["A1", "B1"]

    def it_does_not_cite_a_sentence_that_shares_nothing_but_names(self) -> None:
        notation = """
            A: Norvik Foods has agreed to buy its rival Talbot Mills for 2.1 billion dollars in cash.
            A: Norvik Foods will close the Talbot Mills plant in Gravna before the summer.
            B: Talbot Mills will be bought by its larger rival, Norvik Foods, for 2.1 billion dollars.
        """
        assert supporters(quoted(notation, "A2")) == ["A2"]


class DescribeParts:
    NOTATION = """
        A: Norvik Foods has agreed to buy its rival Talbot Mills for 2.1 billion dollars in cash.
        A: Norvik Foods will close the Talbot Mills plant in Gravna and cut 300 jobs at its mills.
        B: Talbot Mills will be bought by its larger rival, Norvik Foods, for 2.1 billion dollars.
        B: A union says that Norvik Foods will close the Gravna plant and cut 450 jobs at its mills.
    """

    def it_cites_no_more_of_a_source_than_what_says_it(self) -> None:
        told = [one for one in quoted(self.NOTATION, "A2").support if one.span.source == "B"]
        source = documents(self.NOTATION)[1]
        assert [source.passage(one.span) for one in told] == [
            "A union says that Norvik Foods will close the Gravna plant"
        ]

    def it_says_that_it_is_a_part(self) -> None:
        (own, other) = quoted(self.NOTATION, "A2").support
        assert (own.whole, own.source_whole, own.citation.part) == (True, True, False)
        assert (other.whole, other.source_whole, other.citation.part) == (False, False, True)

    def it_takes_what_a_text_asks_of_its_parties_for_a_part_of_what_one_of_them_promises(self) -> None:
        notation = """
            A: The ministers signed the rescue treaty in Lipnik on Friday.
            A: Norway and Chile have pledged to provide assistance to Ghana in the event of a sudden flood.
            B: The ministers signed the rescue treaty on Friday in Lipnik.
            B: The treaty binds its signatories to provide assistance in the event of a flood.
            C: Norway and Chile pledged assistance to Ghana in the event of a sudden flood.
        """
        told = {one.span.source: one.source_whole for one in quoted(notation, "A2").support}
        assert told == {"A": True, "B": False, "C": True}

    def it_takes_parts_of_a_source_together(self) -> None:
        notation = """
            A: Inspectors found deep cracks in the dam at Sorvo, and the village below has had no siren for ten years.
            B: Deep cracks were found by inspectors in the dam at Sorvo.
            B: Schools stay closed until Monday.
            B: For ten years the village below has had no siren.
            C: Grain prices rose in the capital.
        """
        told = quoted(notation, "A1").support
        assert sorted(supporters(quoted(notation, "A1"))) == ["A1", "B1", "B3"]
        assert [(one.whole, one.source_whole) for one in told] == [(True, True), (False, True), (False, True)]

    def it_counts_no_origin_for_a_part(self) -> None:
        found = merging(self.NOTATION)
        statement = next(one for one in found.statements if name(one.representative) == "A2")
        assert statement.origins(found.origin_of) == 1
        assert statement.origins(found.origin_of, parts=True) == 2

    @pytest.mark.parametrize("order", ["ABC", "CAB", "BCA", "CBA"])
    def it_finds_the_same_whatever_the_order_of_sources(self, order: str) -> None:
        notation = """
            A: The storm tore the roof off the hospital in Gravna.
            A: The army sent boats to the islands on Tuesday.
            B: In Gravna, the roof of the hospital was torn off by the storm.
            B: Insurers expect losses of 40 million dollars.
            C: Boats were sent to the islands on Tuesday by the army.
        """
        sources = {document.source.id: document for document in documents(notation)}
        found = merging(sources[letter] for letter in order).statements
        together = {frozenset(supporters(statement)) for statement in found}
        assert together == {frozenset({"A1", "B1"}), frozenset({"A2", "C1"}), frozenset({"B2"})}

    def it_loses_no_sentence(self) -> None:
        found = merging("""
            A: The storm tore the roof off the hospital in Gravna. Rain fell. And then?
            B: “We saw nothing,” he said. Twelve. The roof is gone!
        """)
        assert {sentence for one in found.statements for sentence in supporters(one)} == {
            "A1",
            "A2",
            "A3",
            "B1",
            "B2",
            "B3",
        }


class DescribeNature:
    @pytest.mark.parametrize(
        ("text", "nature", "speaker"),
        [
            ("The storm tore the roof off the hospital in Gravna.", "fact", None),
            ("“The roof is gone,” said the mayor, Ivan Petrov.", "quote", "Ivan Petrov"),
            ("The mayor, Ivan Petrov, said that the hospital would reopen.", "claim", "Ivan Petrov"),
            ("Ivan Petrov has told us that the roof is gone, nurse Ana Orlin said.", "claim", "Ana Orlin"),
            ("The city will build a new hospital, Ivan Petrov announced during a visit.", "claim", "Ivan Petrov"),
            ("The mayor, Ivan Petrov, promised cheap loans to every family.", "fact", None),
            ("Repairs are expected to take three years and to cost a fortune.", "forecast", None),
            ("Builders expect higher prices for the new roof.", "forecast", None),
        ],
    )
    def it_tells_what_is_said_from_what_is_so(self, text: str, nature: str, speaker: str | None) -> None:
        statement = quoted(f"A: {text}", "A1")
        assert (statement.nature, statement.speaker) == (nature, speaker)

    def it_tells_whom_a_speaking_pronoun_means(self) -> None:
        text = "The mayor, Ivan Petrov, visited the hospital on Monday. He also said that the roof was gone."
        statement = quoted(f"A: {text}", "A2")
        assert (statement.nature, statement.speaker) == ("claim", "Ivan Petrov")
