"""What sources tell differently. `merge_notation` tells how a collection is written."""

import pytest
from merge_notation import disagreements, merging

pytestmark = pytest.mark.usefixtures("_rules_alone")


class DescribeNumbers:
    def it_shows_both_counts_of_one_thing(self) -> None:
        (found,) = merging("""
            A: At least 12 people were killed when the flood reached Lipnik.
            A: Trains to the coast were cancelled.
            B: At least 17 people were killed when the flood reached Lipnik.
            B: The army sent boats.
        """).disagreements
        assert found.kind == "number"
        assert found.about == "people killed"
        assert [version.text for version in found.versions] == [
            "At least 12 people were killed when the flood reached Lipnik.",
            "At least 17 people were killed when the flood reached Lipnik.",
        ]
        assert [[span.source for span in version.citations] for version in found.versions] == [["A"], ["B"]]

    def it_cites_everyone_who_gives_a_version(self) -> None:
        assert disagreements("""
            A: At least 12 people were killed when the flood reached Lipnik.
            B: At least 17 people were killed when the flood reached Lipnik.
            C: At least 12 people were killed when the flood reached Lipnik.
        """) == ["number, people killed: A+C / B"]

    def it_shows_both_shares(self) -> None:
        (found,) = merging("""
            A: Maria Okello won 53% of the vote in the north.
            B: Maria Okello won 51% of the vote in the north.
        """).disagreements
        assert found.kind == "number"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                "Norvik Foods will pay $2 billion for Talbot Mills.",
                "Norvik Foods will pay $3 billion for Talbot Mills.",
            ),
            ("Maria Okello won 53 percent of the vote.", "Maria Okello won 51 percent of the vote."),
        ],
        ids=["dollars", "percent"],
    )
    def it_names_what_is_counted_not_a_function_word(self, one: str, other: str) -> None:
        (found,) = merging(f"A: {one}\nB: {other}").disagreements
        assert found.about not in {"for", "of", ""}

    def it_names_what_is_counted_as_the_source_does(self) -> None:
        assert disagreements("""
            A: The flood drove 300 families from their homes in Lipnik.
            B: The flood drove 200 families from their homes in Lipnik.
        """) == ["number, families: A / B"]

    def it_shows_counts_of_different_things_as_no_disagreement(self) -> None:
        assert not disagreements("""
            A: The flood killed 12 people in Lipnik.
            B: The flood killed 300 sheep in Lipnik.
        """)

    def it_leaves_a_source_to_contradict_itself(self) -> None:
        assert not disagreements("""
            A: At least 12 people were killed when the flood reached Lipnik.
            A: At least 17 people were killed when the flood reached Lipnik.
        """)

    def it_brings_all_counts_together_in_the_order_of_time(self) -> None:
        assert disagreements("""
            A 2024-05-03: The death toll rose to 19 when the flood reached Lipnik.
            B 2024-05-01: At least 12 people were killed when the flood reached Lipnik.
            C 2024-05-02: At least 17 people were killed when the flood reached Lipnik.
            D 2024-05-02: Officials said 17 people were killed when the flood reached Lipnik.
        """) == ["number, people killed: B / C+D / A!"]

    def it_names_none_the_latest_where_a_source_has_no_date(self) -> None:
        assert disagreements("""
            A 2024-05-01: At least 12 people were killed when the flood reached Lipnik.
            B: At least 17 people were killed when the flood reached Lipnik.
        """) == ["number, people killed: A / B"]

    def it_names_none_the_latest_where_one_date_holds_the_other(self) -> None:
        assert disagreements("""
            A 2024-05: At least 12 people were killed when the flood reached Lipnik.
            B 2024-05-02: At least 17 people were killed when the flood reached Lipnik.
        """) == ["number, people killed: A / B"]

    def it_tells_a_disagreement_once_however_often_it_is_shown(self) -> None:
        assert disagreements("""
            A: At least 12 people were killed when the flood reached Lipnik.
            A: Divers found all 12 people who were killed in the cellars of the old brewery.
            B: At least 17 people were killed when the flood reached Lipnik.
            B: Divers found all 17 people who were killed in the cellars of the old brewery.
        """) == ["number, people killed: A / B"]

    def it_does_not_confuse_the_killed_with_the_injured(self) -> None:
        assert disagreements("""
            A: The crash near Gravna killed 12 people and injured 30.
            B: The crash near Gravna killed 12 people and injured 34.
        """) == ["number, people injured: A / B"]

    def it_takes_rounding_for_no_disagreement(self) -> None:
        assert not disagreements("""
            A: Norvik Foods will pay $2.1 billion for Talbot Mills.
            B: Norvik Foods will pay $2,130 million for Talbot Mills.
            C: Norvik Foods will pay about $2 billion for Talbot Mills.
        """)

    def it_takes_the_figures_of_two_years_for_two_events(self) -> None:
        assert not disagreements("""
            A: On 3 May 2021 a flood killed 12 people in Lipnik.
            B: On 9 June 2023 a flood killed 17 people in Lipnik.
        """)

    def it_does_not_count_what_may_come(self) -> None:
        assert not disagreements("""
            A: Rescuers said 12 people were killed when the flood reached Lipnik.
            B: Rescuers said 40 people could have been killed when the flood reached Lipnik.
        """)

    def it_keeps_figures_of_an_earlier_year_out(self) -> None:
        assert not disagreements("""
            A: Turnout was 58 percent.
            B: Back in 2019, turnout had reached 71 percent.
            C: The vote was held on 8 October 2023.
            C: The count ended on 9 October 2023.
        """)

    def it_knows_a_share_by_its_name(self) -> None:
        assert disagreements("""
            A: Turnout was 62 percent, the lowest since independence in 1974.
            B: Turnout was 58 percent, according to observers who visited 400 polling stations.
        """) == ["number, turnout: A / B"]

    def it_shows_two_guesses_of_one_number(self) -> None:
        assert disagreements("""
            A: Analysts reckon that 700 jobs could go, most of them in the offices.
            B: The union said the sale of the mill would cost 400 jobs.
        """) == ["number, jobs: A / B"]

    def it_gives_each_owner_its_own_number(self) -> None:
        assert not disagreements("""
            A: Norvik's shares rose 27 percent.
            B: Shares of Talbot Mills rose 6 percent.
        """)

    def it_counts_all_reports_of_a_toll_as_one_matter(self) -> None:
        assert disagreements("""
            A 2024-05-01: At least 12 people were killed in the fire.
            B 2024-05-02: The death toll rose to 17.
            C 2024-05-03: Nineteen people died in the blaze in Lipnik.
        """) == ["number, people killed: A / B / C!"]

    def it_takes_two_things_that_last_for_two(self) -> None:
        assert not disagreements("""
            A: The earthquake lasted 30 seconds.
            B: The aftershock lasted 10 seconds.
        """)


class DescribeDates:
    def it_shows_both_dates(self) -> None:
        (found,) = merging("""
            A: Norvik Foods signed the contract with the port of Gravna on 3 March 2024.
            B: Norvik Foods signed the contract with the port of Gravna on 12 April 2024.
        """).disagreements
        assert found.kind == "date"
        assert [[span.source for span in version.citations] for version in found.versions] == [["A"], ["B"]]

    def it_takes_a_month_and_a_day_of_it_for_one_date(self) -> None:
        assert not disagreements("""
            A: The bridge over the Varda opened in March 2019.
            B: The bridge over the Varda opened on 12 March 2019.
        """)

    def it_knows_weekdays_apart_where_no_date_is_known(self) -> None:
        assert disagreements("""
            A: The owner opened the sluice gates of the mill on Tuesday evening.
            B 2024-05-03: The sluice gates of the mill were opened on Monday afternoon, an engineer said.
        """) == ["date, sluice gates, mill: A / B"]

    def it_does_not_take_the_beginning_and_the_end_for_one_day(self) -> None:
        assert not disagreements("""
            A: The union called a strike at the mill on 3 May 2024.
            B: The union ended the strike at the mill on 7 May 2024.
        """)


class DescribeDenials:
    def it_shows_the_statement_and_its_denial(self) -> None:
        assert disagreements("""
            A: The union agreed to a truce with the owners of the mill.
            B: The union did not agree to a truce with the owners of the mill.
        """) == ["denial, union, truce, owners: A / B"]

    def it_does_not_take_a_denial_in_another_clause_for_one(self) -> None:
        assert not disagreements("""
            A: The union agreed to a truce with the owners of the mill.
            B: The union agreed to a truce with the owners of the mill, but did not say when the looms would start.
        """)

    def it_does_not_take_few_words_for_a_denial(self) -> None:
        assert not disagreements("""
            A: There was no warning at the port.
            B: The warning at the port was lifted in the evening.
        """)

    def it_shows_what_is_denied_by_the_meaning_of_a_verb(self) -> None:
        assert disagreements("""
            A: Talbot Mills denied that it had hidden the report on the dust.
            B: Talbot Mills had concealed the report on the dust, a former manager said.
        """) == ["denial, Talbot Mills: A / B"]

    def it_asks_for_the_very_deed_that_is_denied(self) -> None:
        assert not disagreements("""
            A: Talbot Mills denied that it had ignored warnings from the inspector.
            B: The inspector said he had warned Talbot Mills three times.
        """)

    def it_does_not_take_what_did_not_come_for_a_denial_that_it_was_expected(self) -> None:
        assert not disagreements("""
            A: Meteorologists expect more rain on Friday.
            B: The rain that had been expected for Friday did not come.
        """)

    def it_does_not_take_an_opposite_that_is_denied_for_a_denial(self) -> None:
        assert not disagreements("""
            A: The old bridge, ten kilometres upstream, was not damaged, its owner said.
            B: According to its owner, the old bridge ten kilometres up the river remained intact.
        """)

    def it_shows_what_was_called_and_what_was_called_off(self) -> None:
        assert disagreements("""
            A 2024-05-01: The union called a strike at the Talbot mill for Friday.
            B 2024-05-02: The union called off the strike at the Talbot mill for Friday.
        """) == ["stance, union, strike, talbot mill: A / B!"]


class DescribePurposes:
    def it_shows_both_purposes_of_one_act(self) -> None:
        assert disagreements("""
            A: The ministry closed the old bridge over the Varda to repair its rusted deck.
            B: The ministry closed the old bridge over the Varda to stop fuel smugglers.
        """) == ["purpose, ministry, old bridge, varda: A / B"]

    def it_knows_a_purpose_before_the_act(self) -> None:
        assert disagreements("""
            A: To calm the markets, the central bank raised its key rate.
            B: The central bank raised its key rate in order to protect savers.
        """) == ["purpose, central bank, key rate: A / B"]

    def it_takes_no_other_words_for_another_purpose(self) -> None:
        assert not disagreements("""
            A: The council closed the bridge in order to repair the deck.
            B: The council closed the bridge with the aim of mending its deck.
        """)


class DescribeRivalTerms:
    def it_shows_nouns_of_which_each_source_keeps_to_one(self) -> None:
        assert disagreements("""
            A: Governor Luisa Marin declared a state of emergency in the province.
            B: The governor, Luisa Marin, has imposed a state of disaster in the province.
        """) == ["term, Luisa Marin: A / B"]

    def it_shows_what_somebody_says_outright_that_it_is(self) -> None:
        assert disagreements("""
            A: The mayor called the crash an accident.
            B: The crash was an attack, the union said.
        """) == ["term, accident or attack: A / B"]

    def it_leaves_a_writer_who_uses_both_alone(self) -> None:
        assert not disagreements("""
            A: The ministers of Chad signed a treaty with the Varda Company.
            A: The pact runs for two years.
            B: The pact with the Varda Company binds the ministers of Chad.
        """)


class DescribeTerms:
    def it_shows_what_one_thing_is_called(self) -> None:
        (found,) = merging("""
            A: The ministers signed the Lake Varda Charter on Monday.
            B: The Lake Varda Pact binds all of them.
            C: Nobody has read the Lake Varda charter.
        """).disagreements
        assert (found.kind, found.about) == ("term", "Lake Varda")
        assert [version.text for version in found.versions] == ["Lake Varda Charter", "Lake Varda Pact"]
        assert [[span.source for span in version.citations] for version in found.versions] == [["A", "C"], ["B"]]

    @pytest.mark.parametrize(
        "collection",
        [
            "A: They signed the Lake Varda Charter.\nA: The Lake Varda Pact was older.\nB: The Lake Varda Pact holds.",
            "A: The Security Treaty holds.\nB: The Security Agreement is about security.",
            "A: The France Treaty holds.\nB: The France Agreement ended.\nC: France stayed.",
        ],
        ids=["one source has both", "no name", "a state"],
    )
    def it_does_not_take_two_things_for_one(self, collection: str) -> None:
        assert not disagreements(collection)


class DescribeEveryVersion:
    def it_quotes_the_source_word_for_word(self) -> None:
        collection = merging("""
            A: Foreign minister Yusuf Karimov said 12 ferries were stuck in Gravna.
            B: Foreign minister Yusuf Kerimov said 17 ferries were stuck in Gravna.
        """)
        texts = {document.source.id: document for document in collection.documents}
        assert {one.kind for one in collection.disagreements} == {"spelling", "number"}
        for disagreement in collection.disagreements:
            for version in disagreement.versions:
                assert all(texts[span.source].passage(span) == version.text for span in version.citations)


class DescribeVersions:
    def it_cites_a_version_to_all_who_state_it(self) -> None:
        (found,) = merging("""
            A: Rescuers said that 12 people were killed when the flood reached Lipnik.
            B: Rescuers said that 12 people had been killed when the flood reached Lipnik.
            C: Rescuers said that 17 people were killed when the flood reached Lipnik.
        """).disagreements
        assert [sorted(citation.source for citation in version.citations) for version in found.versions] == [
            ["A", "B"],
            ["C"],
        ]
