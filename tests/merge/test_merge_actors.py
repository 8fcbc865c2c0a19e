"""Who is who across the sources. `merge_notation` tells how a collection is written."""

import pytest
from merge_notation import actors, disagreements, merging

pytestmark = pytest.mark.usefixtures("_rules_alone")


class DescribePeople:
    def it_knows_a_person_by_the_surname_alone(self) -> None:
        assert actors("""
            A: President Maria Okello said the vote was fair.
            A: Okello thanked the army.
            B: Maria Okello won the presidential election.
        """) == {"Maria Okello": ("Okello",)}

    @pytest.mark.parametrize(
        ("usual", "variant"),
        [("Yusuf Karimov", "Yusuf Kerimov"), ("Assimi Dakora", "Assimi Dakoura"), ("Omar Qadiri", "Omar Kadiri")],
    )
    def it_takes_two_spellings_of_a_surname_for_one_person(self, usual: str, variant: str) -> None:
        notation = f"""
            A: Foreign minister {usual} said the pipe would open.
            B: Foreign minister {usual} flew to Lipnik.
            C: Foreign minister {variant} warned of delays.
        """
        assert actors(notation) == {usual: (variant,)}
        assert disagreements(notation) == [f"spelling, {usual}: A+B / C"]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Ali Hassan", "Ali Hussein"),
            ("Mary Johnson", "Mary Jones"),
            ("Peter Novak", "Pavel Novak"),
            ("Anna Berg", "Anna Berger"),
        ],
    )
    def it_keeps_different_people_apart(self, one: str, other: str) -> None:
        notation = f"""
            A: The opposition leader, {one}, said the vote was rigged.
            B: The judge, {other}, said the count was correct.
        """
        assert set(actors(notation)) == {one, other}
        assert disagreements(notation) == []

    def it_gives_a_surname_of_two_people_to_neither(self) -> None:
        assert actors("""
            A: The lawyer, Peter Novak, sold his field.
            B: The judge, Pavel Novak, closed the case.
            C: President Novak declined to comment, said the clerk.
        """) == {"Peter Novak": (), "Pavel Novak": (), "Novak": ()}

    def it_takes_another_apostrophe_for_no_other_spelling(self) -> None:
        notation = """
            A: Prime minister Sean O'Nial opened the bridge.
            B: Prime minister Sean O’Nial resigned on Friday.
        """
        assert actors(notation) == {"Sean O'Nial": ("Sean O’Nial",)}
        assert disagreements(notation) == []


class DescribeOrganisations:
    def it_joins_an_acronym_to_the_name_that_it_stands_for(self) -> None:
        assert actors("""
            A: The Harbour Workers Union (HWU) called a strike on Monday.
            A: The HWU wants higher wages.
            B: Members of the Harbour Workers Union blocked the gate.
        """) == {"Harbour Workers Union": ("HWU",)}

    def it_cites_each_source_that_names_an_actor_once(self) -> None:
        (union,) = merging("""
            A: The Harbour Workers Union (HWU) called a strike on Monday.
            A: The HWU wants higher wages.
            B: The Harbour Workers Union (HWU) blocked the gate.
        """).actors
        assert [citation.source for citation in union.citations] == ["A", "B"]


class DescribeRoles:
    def it_says_who_somebody_is_in_a_sources_own_words(self) -> None:
        collection = merging("""
            A: The finance minister, Ana Lovric, resigned on Friday.
            B: Ana Lovric had warned of cracks.
        """)
        (minister,) = collection.actors
        assert minister.role
        assert minister.role.text == "finance minister"
        (span,) = minister.role.spans
        assert collection.documents[0].passage(span) == minister.role.text
        assert minister.role.citations == (span,)

    def it_cites_every_source_that_says_the_same(self) -> None:
        (minister,) = merging("""
            A: The finance minister, Ana Lovric, resigned on Friday.
            B: The finance minister, Ana Lovric, had warned of cracks.
        """).actors
        assert minister.role
        assert [citation.source for citation in minister.role.citations] == ["A", "B"]

    def it_puts_those_whom_most_sources_name_first(self) -> None:
        found = merging("""
            A: The lawyer, Peter Novak, sold his field.
            A: Peter Novak kept his horse, and Peter Novak kept his cart.
            A: The judge, Ana Lovric, closed the case.
            B: The judge, Ana Lovric, fined a farmer.
        """).actors
        assert [actor.name for actor in found] == ["Ana Lovric", "Peter Novak"]
