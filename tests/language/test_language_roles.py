"""Names → who that is, in the sentence's own words."""

import pytest
from language_notation import roles, table

BEFORE = """
    Orlia's junta leader, Jon Orlin, left. => Jon Orlin | Orlia's junta leader
    US President Joe Biden left. => Joe Biden | US President
    French President Ana Kovac left. => Ana Kovac | French President
    Kenya's ousted president Jon Orlin left. => Jon Orlin | Kenya's ousted president
    The army spokesman Jon Orlin left. => Jon Orlin | army spokesman
    UN Secretary-General Ana Kovac left. => Ana Kovac | UN Secretary-General
    Yesterday officials met President Jon Orlin. => Jon Orlin | President
    Col. Jon Orlin left. => Jon Orlin | Col.
    Mr. Orlin met Dr. Vesna Kovac. => -
    Mr. Orlin thanked President Vesna Kovac. => Vesna Kovac | President
    The regional bloc Ostara left. => Ostara | regional bloc
    The founder's grandson, Jon Orlin, left. => Jon Orlin | founder's grandson
    His brother, Jon Orlin, said no. => -
    The lawyer for Jon Orlin, Sir Peter Kovac, left. => Peter Kovac | lawyer for Jon Orlin
    The minister, Dr Ana Kovac, left. => Ana Kovac | minister
"""

AFTER = """
    Ana Kovac, the leader of the party, left. => Ana Kovac | the leader of the party
    Ana Kovac, leader of the party, left. => Ana Kovac | leader of the party
    Ana Kovac, Orlia's minister of health, left. => Ana Kovac | Orlia's minister of health
    Ana Kovac, analyst at the Belmora Institute, left. => Ana Kovac | analyst at the Belmora Institute
    Ana Kovac, who leads the party, left. => Ana Kovac | leads the party
    Ana Kovac, who leads it, left. => -
    Ana Kovac, a judge who is not related to the mayor, left. => Ana Kovac | a judge
    The River Council, a regional body, met. => River Council | a regional body
    The River Council (RC), a regional body, met. => River Council | a regional body
    The River Council, which met, left. => -
"""


class DescribeRoles:
    @pytest.mark.parametrize(("text", "found"), table(BEFORE))
    def it_finds_them_before_the_name(self, text: str, found: str) -> None:
        assert roles(text) == found

    @pytest.mark.parametrize(("text", "found"), table(AFTER))
    def it_finds_them_behind_the_name(self, text: str, found: str) -> None:
        assert roles(text) == found
