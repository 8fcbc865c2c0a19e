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

    def it_prefers_the_office_that_somebody_holds(self) -> None:
        (leader,) = merging("""
            A: The former judge of the supreme court, Ana Lovric, won the vote.
            B: The party leader, Ana Lovric, thanked her voters.
        """).actors
        assert leader.role
        assert leader.role.text == "party leader"

    def it_puts_those_whom_most_sources_name_first(self) -> None:
        found = merging("""
            A: The lawyer, Peter Novak, sold his field.
            A: Peter Novak kept his horse, and Peter Novak kept his cart.
            A: The judge, Ana Lovric, closed the case.
            B: The judge, Ana Lovric, fined a farmer.
        """).actors
        assert [actor.name for actor in found] == ["Ana Lovric", "Peter Novak"]


class DescribeTheOrderOfActors:
    def it_puts_who_acts_before_who_is_acted_upon(self) -> None:
        found = merging("""
            A: The judge, Ana Lovric, fined the lawyer, Peter Novak.
        """).actors
        assert [actor.name for actor in found] == ["Ana Lovric", "Peter Novak"]

    def it_puts_the_head_of_a_source_before_its_end(self) -> None:
        found = merging("""
            A: The judge, Vesna Orlin, closed the case.
            A: Rain fell on the town.
            A: Nobody was in the street.
            A: The lawyer, Ana Lovric, sold a field.
        """).actors
        assert [actor.name for actor in found] == ["Vesna Orlin", "Ana Lovric"]

    def it_orders_three_hundred_actors(self) -> None:
        families = [f"{one}a{two}i{three}os" for one in "BDFKMPV" for two in "lnrst" for three in "bdfkmpv"]
        names = [f"{given} {family}" for given in ("Ana", "Peter") for family in families][:300]
        found = merging("\n".join(f"A: The judge, {name}, closed a case." for name in names)).actors
        assert {actor.name for actor in found} == set(names)
        assert found[0].name == names[0]


class DescribeStatesThatAct:
    @pytest.mark.parametrize(
        ("told", "state", "alias"),
        [
            ("On Monday the Algerians called a meeting.", "Algeria", "Algerians"),
            ("On Monday the French would not sign.", "France", "French"),
            ("Libyan troops fired at the village.", "Libya", "Libyan troops"),
        ],
    )
    def it_knows_them_by_their_people_and_their_forces(self, told: str, state: str, alias: str) -> None:
        assert actors(f"A: {told}") == {state: (alias,)}

    def it_knows_a_capital_where_the_state_is_named(self) -> None:
        assert actors("""
            A: Turkey closed the border.
            A: Ankara denied the claim.
        """) == {"Turkey": ("Ankara",)}
        assert actors("A: Ankara denied the claim.") == {}

    @pytest.mark.parametrize("told", ["The French wine was sold.", "He met Libyan troops."])
    def it_knows_no_state_where_nobody_acts(self, told: str) -> None:
        assert actors(f"A: {told}") == {}
