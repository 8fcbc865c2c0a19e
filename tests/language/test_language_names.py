"""Sentences → who is named, of what kind, under which usual name."""

import pytest
from language_notation import names, table

pytestmark = pytest.mark.usefixtures("_rules_alone")

STATES = """
    Norway closed the border. => state Norway
    The Kingdom of Norway closed the border. => state Kingdom of Norway = Norway
    The Federal Republic of Germany signed. => state Federal Republic of Germany = Germany
    The Islamic Republic of Iran signed. => state Islamic Republic of Iran = Iran
    The United Republic of Tanzania signed. => state United Republic of Tanzania = Tanzania
    The State of Qatar signed. => state State of Qatar = Qatar
    The Kingdom of the Netherlands signed. => state Kingdom of the Netherlands = Netherlands
    The Hellenic Republic signed. => state Hellenic Republic = Greece
    The US and the U.K. signed. => state US = United States; state U.K. = United Kingdom
    Côte d’Ivoire and the Ivory Coast signed. => state Côte d’Ivoire = Côte d'Ivoire; state Ivory Coast = Côte d'Ivoire
    Northern Kenya is dry. => state Kenya
    Norway’s army left Kenya's coast. => state Norway; state Kenya
"""

CONFUSABLE = """
    Niger left. => state Niger
    Nigeria left. => state Nigeria
    The Republic of Niger left. => state Republic of Niger = Niger
    The Federal Republic of Nigeria left. => state Federal Republic of Nigeria = Nigeria
    Guinea left. => state Guinea
    Guinea-Bissau left. => state Guinea-Bissau
    Equatorial Guinea left. => state Equatorial Guinea
    Papua New Guinea left. => state Papua New Guinea
    The Gulf of Guinea is deep. => place Gulf of Guinea
    The Republic of the Congo left. => state Republic of the Congo
    The Democratic Republic of the Congo left. => state Democratic Republic of the Congo
    The Democratic Republic of Congo left. => state Democratic Republic of Congo = Democratic Republic of the Congo
    The Congo River rose. => -
    North Korea left. => state North Korea
    The Republic of Korea left. => state Republic of Korea = South Korea
    The Democratic People's Republic of Korea left. => state Democratic People's Republic of Korea = North Korea
    Sudan left. => state Sudan
    South Sudan left. => state South Sudan
    Central Sudan is dry. => state Sudan
    The Dominican Republic left. => state Dominican Republic
    Dominica left. => state Dominica
    The People’s Republic of China left. => state People’s Republic of China = China
    The Republic of China left. => state Republic of China = Taiwan
    New Mexico is dry. => place New Mexico
"""

NO_STATE = """
    Air Norway cut flights. => -
    Jordan Smith left. => -
    Jordan left. => state Jordan
    Lake Chad is dry. => place Lake Chad
    Port of Spain was closed. => place Port of Spain
    The Vietnam War ended. => -
    The Times of Malta ran it. => -
    The Bank of Japan raised rates. => organisation Bank of Japan
    Kenya Airways cut flights. => organisation Kenya Airways
    They ate turkey. => -
"""

BODIES = """
    The Ministry of Health left. => organisation Ministry of Health
    The Ministry of Trade and Industry left. => organisation Ministry of Trade and Industry
    The Ministry of Health and the Bank of Orlia left. => organisation Ministry of Health; organisation Bank of Orlia
    The Orlian Air Force left. => organisation Orlian Air Force
    The National Assembly of Orlia met. => organisation National Assembly of Orlia
    The company Acme Inc. said so. => organisation Acme Inc.
    The bloc Ostara left. => organisation Ostara
    The regional bloc OSTARA left. => organisation OSTARA
    Ostara, a joint force of three states, left. => organisation Ostara
    The UN and the African Union met. => organisation UN = United Nations; organisation African Union
    Who left? => -
"""

ACRONYMS = """
    The River Council (RC) met. => organisation River Council; organisation RC = River Council
    The RC left the River Council (RC).
    => organisation RC = River Council; organisation River Council; organisation RC = River Council
    The Union of Upland States (UUS) met.
    => organisation Union of Upland States; organisation UUS = Union of Upland States
    The River Council (Belmora) met. => organisation River Council
    The River Council (2019) met. => organisation River Council
"""

PEOPLE = """
    President Ana Kovac left. => person Ana Kovac
    Prime Minister Ana Kovac left. => person Ana Kovac
    US President Joe Biden left. => state US = United States; person Joe Biden
    UN envoy Ana Kovac left. => organisation UN = United Nations; person Ana Kovac
    Kenya Foreign Minister Jon Orlin left. => state Kenya; person Jon Orlin
    Mr. Orlin met Dr. Vesna Kovac. => person Orlin; person Vesna Kovac
    Col. Jon Orlin left. => person Jon Orlin
    The junta leader, Jon Orlin, left. => person Jon Orlin
    Ana Kovac said so. => person Ana Kovac
    “It is ours,” said Ana Kovac. => person Ana Kovac
    The envoy of the River Council, Ana Kovac, said so. => organisation River Council; person Ana Kovac
    Ana Kovac, who leads the party, left. => person Ana Kovac
    Ana Kovac, the leader of the party, left. => person Ana Kovac
    Ana Kovac, Orlia's minister of health, left. => person Ana Kovac
    According to Ana Kovac, the mayor, it rained. => person Ana Kovac
    Ana Kovac of Belmora said so. => person Ana Kovac
    Analyst Jon Orlin of the Belmora Institute left. => person Jon Orlin; organisation Belmora Institute
    Jean-Pierre Kovac said so. => person Jean-Pierre Kovac
    Salim al-Orlin said so. => person Salim al-Orlin
    Ursula von der Orlin said so. => person Ursula von der Orlin
    Ana O’Hara said so. => person Ana O’Hara
    The Minister of Health, a doctor, left. => -
"""

SURNAMES = """
    Ana Kovac said so. Kovac left. => person Ana Kovac; person Kovac = Ana Kovac
    Ana Kovac said so. President Kovac left. => person Ana Kovac; person Kovac = Ana Kovac
    Ana Kovac said so. Ana Kovac left. => person Ana Kovac; person Ana Kovac
    Ana Kovac said so. But Kovac left. => person Ana Kovac; person Kovac = Ana Kovac
    Ana Kovac said so. Joe Kovac left. => person Ana Kovac
    Ana Kovac said so. Vesna Kovac said so. Kovac left. => person Ana Kovac; person Vesna Kovac
    President Jon France left. France signed. => person Jon France; state France
"""

GROUPS = """
    Tuareg armed groups left. => group Tuareg armed groups
    Orlian rebels left. => group Orlian rebels
    Taliban fighters left. => group Taliban
    Fighters of ISIS left. => group ISIS = Islamic State
    Islamist groups left. => -
    Jihadist fighters left. => -
    Armed groups left. => -
"""

NOBODY = """
    They met on Monday in March. => -
    May came. => -
    The River Treaty was signed. => -
    The Belmora Accord was signed. => -
    Hurricane Orlin came. => -
    Ministers Sign Treaty in Belmora. => -
    The World Cup began. => -
    However, it rained. => -
    The government fell. => -
"""


class DescribeNames:
    @pytest.mark.parametrize(("text", "named"), table(STATES))
    def it_knows_states_by_their_short_and_their_long_names(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(CONFUSABLE))
    def it_tells_states_with_like_names_apart(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(NO_STATE))
    def it_takes_no_state_out_of_a_longer_name(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(BODIES))
    def it_knows_organisations_by_their_head_or_by_what_they_are_called(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(ACRONYMS))
    def it_takes_acronyms_from_the_text(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(PEOPLE))
    def it_knows_people_by_title_role_or_speech(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(SURNAMES))
    def it_gives_a_surname_to_the_one_whom_it_can_mean(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(GROUPS))
    def it_knows_people_under_arms(self, text: str, named: str) -> None:
        assert names(text) == named

    @pytest.mark.parametrize(("text", "named"), table(NOBODY))
    def it_leaves_alone_what_acts_through_nobody(self, text: str, named: str) -> None:
        assert names(text) == named
