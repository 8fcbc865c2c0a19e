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
        assert found.about == "people"
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
        """) == ["number, people: A+C / B"]

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


class DescribeDenials:
    def it_shows_the_statement_and_its_denial(self) -> None:
        assert disagreements("""
            A: The union agreed to a truce with the owners of the mill.
            B: The union did not agree to a truce with the owners of the mill.
        """) == ["denial, whether it is so: A / B"]


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
