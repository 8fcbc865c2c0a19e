"""What keeps two sentences apart, and what does not. A case: two sentences, and wherein they conflict."""

import pytest
from merge_notation import disagreements, documents, merging

from briefing import language
from briefing.merge.names import resolve
from briefing.merge.vetoes import conflict

NUMBERS = """
    Rescuers said 12 people were killed. | The flood killed 17 people. | number
    The flood killed 12 people. | The death toll rose to 17. | number
    The flood killed 12 people. | The toll stood at 12 on Monday. | -
    The flood killed 12 people and injured 30. | Twelve died and 30 were injured. | -
    The flood killed 12 people in Lipnik. | The flood injured 30 people in Lipnik. | other
    The flood killed 12 soldiers in Lipnik. | The flood killed 300 sheep in Lipnik. | other
    The mill cost $2.1 billion. | The mill cost $2,130 million. | -
    The mill cost $2.1 billion. | The mill cost $2.4 billion. | number
    The mill cost $2.1 billion. | The mill cost €1.9 billion. | -
    Revenue was $2 billion last year. | Profit was $300 million last year. | other
    Turnout was 53%. | Turnout was 51%. | number
    Turnout was 53%. | More than half of voters took part. | -
    She won 53% of the vote, against 47% for him. | She took 53 percent. | -
    Three men, aged 19, 23 and 31, were arrested. | Police arrested three men. | -
    About 300 families fled. | Some 312 families fled. | -
    The team won 3-1. | The team won 2-1. | number
    Stage 13 ended in Lipnik. | Stage 14 ended in Lipnik. | other
    The second round is near. | The first round is near. | other
    On 3 May 2021 a flood killed 12 people. | On 9 June 2023 a flood killed 17 people. | other
"""

DATES = """
    The bridge opened in March 2019. | The bridge opened on 12 March 2019. | -
    The bridge opened on 3 March 2019. | The bridge opened on 12 March 2019. | date
    The bridge opened on 3 March 2019. | The bridge, which was begun in May 2015, opened. | -
    The bridge opened on 3 March 2019. | The bridge opened under the 2015 agreement. | -
    The 2015 agreement is moribund. | The 2016 agreement is moribund. | date
    Parliament is to meet on March 27. | Parliament will convene on March 29. | date
    Parliament is to meet on March 27. | Parliament meets on the 27th of March. | -
"""

DENIALS = """
    The union agreed to a truce. | The union did not agree to a truce. | denial
    The union refused a truce. | The union did not agree to a truce. | -
    The union called a strike at the mill. | The union called off the strike at the mill. | stance
    Parliament approved the budget. | Parliament voted down the budget. | stance
    The company cut 300 jobs. | The company added 300 jobs. | stance
    The court convicted the mayor of fraud. | The court acquitted the mayor of fraud. | stance
    The union plans a strike at the mill. | The union began a strike at the mill. | -
    The port opened after the strike. | The port closed and then opened after the strike. | -
    The union asked the mill to pay a bonus. | The mill has agreed to pay a bonus. | other
    The governor asked the army for help. | The governor requested help from the army. | -
    The mill, which was asked to pay a bonus, is closing. | The mill is closing. | -
    Shareholders are to vote in July. | The vote of the shareholders was put off. | other
    The council approved the budget. | Rain stopped the race, and the referee opposed a new start. | -
"""

ACTORS = """
    Norvik Foods Group bought Talbot Mills Group. | Talbot Mills Group bought Norvik Foods Group. | actor
    Norvik Foods Group bought Talbot Mills Group. | Talbot Mills Group was bought by Norvik Foods Group. | -
    Norvik Foods Group bought Talbot Mills Group. | Sable Steel Corporation bought Talbot Mills Group. | actor
    Norvik Foods Group bought Talbot Mills Group. | Norvik Foods Group bought Sable Steel Corporation. | actor
    Norvik Foods Group bought Talbot Mills Group. | Ana Kovac bought Talbot Mills Group. | -
    The court convicted Ana Kovac. | The court convicted Ivan Orlin. | actor
    The court convicted Ana Kovac. | Ana Kovac was convicted by the court. | -
    The court convicted Ana Kovac. | The court convicted Ivan Orlin and Ana Kovac. | -
    The Gravna Saints bought Ivan Orlin. | The Saints bought the striker Ivan Orlin. | -
    Parliament elected Ana Kovac as speaker. | Parliament elected Ivan Orlin as speaker. | actor
    Kenya beat Ghana 3-1. | Ghana beat Kenya 3-1. | actor
    Minister Ana Kovac met Ivan Orlin. | Ivan Orlin met Ana Kovac. | -
    Chad and Kenya signed a treaty. | Kenya signed a treaty. | -
    “We will rebuild it,” said Ana Kovac. | “The bridge will be rebuilt,” said Ivan Orlin. | actor
    “We will rebuild it,” said Ana Kovac. | “We will rebuild it,” the mayor said. | -
"""

PLACES = """
    The fire in Chad destroyed the old town hall. | The fire in Kenya destroyed the old town hall. | place
    The fire in Chad destroyed the old town hall. | The fire destroyed the old town hall in Chad. | -
    The fire in Paris destroyed the old town hall. | The fire in France destroyed the old town hall. | -
    The envoy spoke in Chad of peace. | The fire in Kenya destroyed the old town hall. | -
"""

PURPOSES = """
    They signed a pact to counter foreign armies. | They signed a pact to combat smuggling gangs. | purpose
    They signed a pact to combat terrorism. | They signed a pact aimed at fighting terrorist groups. | -
    They signed a pact to combat terrorism. | They signed a pact. | -
    The bank cut its rates to help builders grow. | The mayor opened a park to honour old miners. | -
"""


def cases(drawing: str) -> list[tuple[str, str, str]]:
    rows = [tuple(part.strip() for part in line.split(" | ")) for line in drawing.strip().splitlines()]
    return [(left, right, "" if found == "-" else found) for left, right, found in rows]


class DescribeVetoes:
    @pytest.mark.parametrize(
        ("left", "right", "found"),
        [case for table in (NUMBERS, DATES, DENIALS, ACTORS, PLACES, PURPOSES) for case in cases(table)],
    )
    def it_finds_wherein_two_sentences_conflict(self, left: str, right: str, found: str) -> None:
        ours, theirs = resolve(language.analyse(documents(f"A: {left}\nB: {right}"), None))
        assert (conflict(ours, theirs) or "") == found
        assert (conflict(theirs, ours) or "") == found

    def it_keeps_them_out_of_one_statement(self) -> None:
        for left, right, found in (case for table in (NUMBERS, DENIALS, ACTORS) for case in cases(table)):
            if found:
                assert all(len(one.support) == 1 for one in merging(f"A: {left}\nB: {right}").statements)


class DescribeRivals:
    def it_shows_who_cannot_both_have_done_it(self) -> None:
        assert disagreements("""
            A: Norvik Foods Group bought Talbot Mills Group on Monday.
            B: Sable Steel Corporation bought Talbot Mills Group on Monday.
        """) == ["actor, Talbot Mills Group: A / B"]

    def it_takes_two_deeds_for_no_disagreement(self) -> None:
        assert not disagreements("""
            A: The court in Gravna convicted Ana Kovac of fraud.
            B: The court in Gravna convicted Ivan Orlin of fraud.
        """)
