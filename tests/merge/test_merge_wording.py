"""Which wording is quoted, and what may be left out of it. `merge_notation` tells how a collection is written."""

import pytest
from merge_notation import documents, merging, name, quoted

pytestmark = pytest.mark.usefixtures("_rules_alone")

FACT = "the transport ministry closed the bridge over the Varda to lorries."


class DescribeLeadIns:
    @pytest.mark.parametrize(
        "lead_in",
        [
            "It was gathered that ",
            "It can be recalled that ",
            "Recall that ",
            "This newspaper understands that ",
            "Our correspondent reports that ",
            "Daily Lantern gathered that ",
        ],
    )
    def it_cuts_one_that_only_names_the_outlet(self, lead_in: str) -> None:
        notation = f"A: {lead_in}{FACT}"
        sentence = quoted(notation, "A1").representative
        assert sentence.text == FACT
        assert documents(notation)[0].passage(sentence.span) == FACT
        assert sentence.attribution is None

    @pytest.mark.parametrize(
        "attribution",
        [
            "Anna Kovac said that ",
            "The mayor, Ivan Petrov, reports that ",
            "The Harbour Workers Union says that ",
            "According to the police, ",
            "It is understood that ",
            "Reports have it that ",
            "Investigators learned that ",
            "The Prime Minister recalled that ",
            "Press Secretary Anna Kovac learned that ",
            "Minister Ivan Petrov understands that ",
        ],
    )
    def it_keeps_an_attribution_to_a_speaker(self, attribution: str) -> None:
        assert quoted(f"A: {attribution}{FACT}", "A1").representative.text == attribution + FACT

    def it_cuts_reports_only_of_a_name_that_is_known_for_the_outlets_own(self) -> None:
        found = merging(f"""
            A: Daily Lantern reports that {FACT}
            A: Daily Lantern gathered that two ferries ran aground.
            B: Civic Watch reports that votes were bought in Lipnik.
        """)
        texts = {name(one.representative): one.representative.text for one in found.statements}
        assert texts["A1"] == FACT
        assert texts["B1"] == "Civic Watch reports that votes were bought in Lipnik."

    def it_merges_what_is_told_behind_it(self) -> None:
        assert [
            name(sentence)
            for sentence in quoted(f"A: It was gathered that {FACT}\nB: {FACT.capitalize()}", "B1").support
        ] == ["B1", "A1"]


class DescribeTheWording:
    @pytest.mark.parametrize(
        "dependent",
        [
            "He acquitted the former mayor Ivan Petrov of bribery on Friday.",
            "However, the high court acquitted the former mayor Ivan Petrov of bribery.",
            "Following this, the high court acquitted the former mayor Ivan Petrov of bribery.",
            "Acquitted: the former mayor Ivan Petrov, of bribery, by them.",
        ],
        ids=["pronoun", "connective", "back reference", "fragment"],
    )
    @pytest.mark.parametrize("letters", ["AB", "BA"])
    def it_quotes_the_one_that_stands_by_itself(self, dependent: str, letters: str) -> None:
        alone = "The high court acquitted the former mayor Ivan Petrov of bribery."
        found = merging(f"{letters[0]}: {dependent}\n{letters[1]}: {alone}")
        assert [one.representative.text for one in found.statements] == [alone]

    def it_quotes_the_one_that_tells_most(self) -> None:
        found = merging("""
            A: Norvik Foods agreed to buy its rival Talbot Mills.
            B: Norvik Foods agreed to buy its rival Talbot Mills for 2 billion dollars in cash.
            C: For 2 billion dollars, Norvik Foods agreed to buy Talbot Mills.
        """)
        assert [name(one.representative) for one in found.statements] == ["B1"]

    def it_puts_the_quoted_sentence_first_in_its_support(self) -> None:
        for statement in merging("""
            A: However, the union called a strike at the Gravna plant.
            B: The union called a strike at the Gravna plant for Monday.
            B: Talks over night shifts had failed.
        """).statements:
            assert statement.support[0] == statement.representative

    def it_knows_how_clear_a_wording_is_by_itself(self) -> None:
        clear = "The union called a strike at the Gravna plant for Monday."
        found = merging(f"A: {clear}\nB: They also want a doctor on every one of the night shifts there.")
        clarity = {name(one.representative): one.clarity for one in found.statements}
        assert clarity["A1"] == 1.0
        assert clarity["B1"] < clarity["A1"]
