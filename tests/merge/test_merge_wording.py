"""Which wording is quoted, and what may be left out of it. `merge_notation` tells how a collection is written."""

import pytest
from merge_notation import documents, merging, name, quoted, supporters

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
            "The Daily Lantern has learned that ",
            "Daily Lantern can exclusively reveal that ",
            "As earlier reported by this newspaper, ",
            "According to our findings, ",
            "Findings by our reporters show that ",
            "Information reaching this paper indicates that ",
            "However, it was gathered that ",
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
            "Sources told this newspaper that ",
            "The police can reveal that ",
            "As earlier reported by the police, ",
            "According to their findings, ",
            "According to findings by the court, ",
            "Reuters has learned that ",
            "As reported by Reuters, ",
            "It is believed that ",
            "It is alleged that ",
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

    def it_keeps_the_speaker_who_is_named_behind_it(self) -> None:
        told = "It was gathered that the mayor, Ivan Petrov, said that the bridge over the Varda is closed."
        statement = quoted(f"A: {told}", "A1")
        assert (statement.nature, statement.speaker) == ("claim", "Ivan Petrov")

    def it_merges_what_is_told_behind_it(self) -> None:
        found = quoted(f"A: It was gathered that {FACT}\nB: {FACT.capitalize()}", "B1")
        assert supporters(found) == ["B1", "A1"]


class DescribeConnectives:
    @pytest.mark.parametrize(
        "connective", ["Also, ", "However, ", "In addition, ", "Meanwhile, ", "But ", "In response, "]
    )
    @pytest.mark.parametrize("left", [FACT, "Anna Kovac closed the bridge over the Varda to lorries."])
    def it_cuts_one_where_a_whole_sentence_is_left(self, connective: str, left: str) -> None:
        notation = f"A: {connective}{left}"
        sentence = quoted(notation, "A1").representative
        assert sentence.text == left
        assert documents(notation)[0].passage(sentence.span) == left

    @pytest.mark.parametrize(
        "told",
        [
            "Later, the ministry closed the bridge over the Varda.",
            "Since then, the ministry has closed the bridge over the Varda.",
            "Otherwise, the ministry will close the bridge over the Varda.",
            "Despite this, the ministry closed the bridge over the Varda.",
            "However much it rains, the ministry keeps the bridge open.",
            "However, he closed the bridge over the Varda to all lorries.",
            "But for the rain, the bridge over the Varda would be open.",
            "Also on Monday, the ministry closed the bridge over the Varda.",
        ],
    )
    def it_keeps_what_says_when_or_whether_and_what_leaves_no_whole_sentence(self, told: str) -> None:
        assert quoted(f"A: {told}", "A1").representative.text == told

    def it_keeps_the_speaker(self) -> None:
        statement = quoted("A: However, Ivan Petrov said that the bridge over the Varda is safe.", "A1")
        assert (statement.nature, statement.speaker) == ("claim", "Ivan Petrov")


class DescribeHowWellAWordingStandsAlone:
    @pytest.mark.parametrize(
        ("dependent", "alone"),
        [
            (
                "As they fled the town, this shelter gave hope to many.",
                "As they fled the town, the United Nations gave hope to many.",
            ),
            (
                "However, shifts in Varda led to a review of these alliances.",
                "However, shifts in Varda led to a review of old alliances.",
            ),
        ],
        ids=["clause of a pronoun", "back reference within"],
    )
    def it_is_too_little_where_a_reader_asks_who_is_meant(self, dependent: str, alone: str) -> None:
        clarity = [quoted(f"A: {told}", "A1").clarity for told in (dependent, alone)]
        assert clarity[0] < 0.5 <= clarity[1]

    def it_is_less_behind_an_adverbial_that_does_not_say_it(self) -> None:
        dependent, alone = "it had stood at 71 percent", "turnout had stood at 71 percent"
        clarity = [quoted(f"A: In the vote four years earlier {told}.", "A1").clarity for told in (dependent, alone)]
        assert clarity[0] < clarity[1] == 1.0


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

    def it_quotes_the_one_with_the_numbers(self) -> None:
        found = merging("""
            A: Maria Okello won the presidential election with 53 percent of the vote.
            B: Maria Okello is the clear winner of the presidential vote, the election commission declared.
        """)
        assert [name(one.representative) for one in found.statements] == ["A1"]

    def it_puts_the_quoted_sentence_first_in_its_support(self) -> None:
        for statement in merging("""
            A: However, the union called a strike at the Gravna plant.
            B: The union called a strike at the Gravna plant for Monday.
            B: Talks over night shifts had failed.
        """).statements:
            assert statement.support[0].sentence == statement.representative

    def it_knows_how_clear_a_wording_is_by_itself(self) -> None:
        clear = "The union called a strike at the Gravna plant for Monday."
        found = merging(f"A: {clear}\nB: They also want a doctor on every one of the night shifts there.")
        clarity = {name(one.representative): one.clarity for one in found.statements}
        assert clarity["A1"] == 1.0
        assert clarity["B1"] < clarity["A1"]

    @pytest.mark.parametrize("letters", ["AB", "BA"])
    def it_quotes_the_one_with_the_whole_quotation(self, letters: str) -> None:
        whole = "“We will close the bridge over the Varda until the cables are safe,” said Ivan Petrov, the mayor."
        cut = "Ivan Petrov, the mayor, said the bridge over the Varda will close “until the cables are safe”."
        found = merging(f"{letters[0]}: {whole}\n{letters[1]}: {cut}")
        assert [one.representative.text for one in found.statements] == [whole]

    @pytest.mark.parametrize("letters", ["AB", "BA"])
    def it_quotes_the_one_whose_subject_is_understood(self, letters: str) -> None:
        lines = {
            letters[0]: ["The ferries stood still on Friday.", "It bans all fishing nets in the lake for ninety days."],
            letters[1]: ["The charter was signed.", "It bans all fishing nets in the lake for ninety days a year."],
        }
        notation = "\n".join(f"{source}: {text}" for source in "AB" for text in lines[source])
        statement = quoted(notation, f"{letters[1]}2")
        assert statement.representative.reference
        assert statement.clarity > 0.8
        assert len(statement.support) == 2


class DescribeWhatSubjectsMean:
    def it_has_the_lemmas_that_the_collection_has(self) -> None:
        found = merging("""
            A: The Varda River Union (VRU) met in Lipnik. It banned lorries from the old bridge.
            B: VRU envoys wrote to the mayor. Boats may pass.
            C: The president, Ana Kovac, spoke. She thanked the fire brigades.
            D: Kovac left the town of Lipnik.
        """)
        told = [one.sentence for statement in found.statements for one in statement.support]
        meant = {name(sentence): sentence.reference.lemmas for sentence in told if sentence.reference}
        assert meant["C2"] == ("ana kovac",)
        assert "river" in meant["A2"]
