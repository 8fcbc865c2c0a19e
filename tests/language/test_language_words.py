"""The lists of words reach the news of many kinds of event."""

import tomllib

import pytest
from language_notation import names, roles, table

from briefing.language.gazetteer import DATA

pytestmark = pytest.mark.usefixtures("_rules_alone")

NAMED = {
    "an election": """
        The incumbent, Ana Kovac, thanked the Electoral Commission of Orlia.
        => person Ana Kovac; organisation Electoral Commission of Orlia
        Pollster Jon Orlin expected a second round. => person Jon Orlin
        Lawmaker Ana Kovac left the Upland Caucus. => person Ana Kovac; organisation Upland Caucus
        The Orlia Election was close. => -
    """,
    "a disaster": """
        The Orlia Geological Survey warned of more. => organisation Orlia Geological Survey
        Seismologist Ana Kovac warned of more. => person Ana Kovac
        Firefighter Jon Orlin and paramedic Vesna Kovac came. => person Jon Orlin; person Vesna Kovac
        Cyclone Orlin, the villagers and the Belmora Reservoir were in the news. => -
    """,
    "a business": """
        The carmaker Orlamobil left. => organisation Orlamobil
        Orlin Semiconductors denied it. => organisation Orlin Semiconductors
        Tycoon Jon Orlin bought the Belmora Exchange. => person Jon Orlin; organisation Belmora Exchange
    """,
    "a court case": """
        The plaintiff, Ana Kovac, went to the Supreme Court of Orlia.
        => person Ana Kovac; organisation Supreme Court of Orlia
        Defence counsel Jon Orlin appealed. => person Jon Orlin
        The River Statute was read out. => -
    """,
    "science": """
        Virologist Ana Kovac of the Belmora Observatory left. => person Ana Kovac; organisation Belmora Observatory
        Astronaut Jon Orlin came home. => person Jon Orlin
        The Orlin Telescope saw it. => -
    """,
    "sport": """
        Coach Ana Kovac left Belmora FC. => person Ana Kovac; organisation Belmora FC
        Striker Jon Orlin scored. => person Jon Orlin
        They met in the Belmora Stadium and at the Orlia Open. => -
    """,
    "an armed conflict": """
        Orlian gunmen took a bridge. => group Orlian gunmen
        Somali pirates and Orlian mercenaries left. => group Somali pirates; group Orlian mercenaries
        The Upland Legion left. => organisation Upland Legion
    """,
    "diplomacy": """
        Kenya Health Minister Ana Kovac came. => state Kenya; person Ana Kovac
        Ghana Trade Minister Jon Orlin came. => state Ghana; person Jon Orlin
        Negotiator Ana Kovac left the Belmora Consulate. => person Ana Kovac; organisation Belmora Consulate
        The Belmora Framework was signed. => -
    """,
    "religion and remembrance": """
        The Church of England met. => organisation Church of England
        Cardinal Jon Orlin and Imam Salim al-Orlin prayed. => person Jon Orlin; person Salim al-Orlin
        The Battle of Britain was remembered. => -
    """,
}

ROLES = """
    House Speaker Ana Kovac left. => Ana Kovac | House Speaker
    Ana Kovac, the company's chief operating officer, left. => Ana Kovac | the company's chief operating officer
    Ana Kovac, a barrister for the plaintiff, left. => Ana Kovac | a barrister for the plaintiff
    Human rights lawyer Ana Kovac left. => Ana Kovac | Human rights lawyer
    Reigning champion Ana Kovac left. => Ana Kovac | Reigning champion
    Interim managing director Ana Kovac left. => Ana Kovac | Interim managing director
    The former assembly speaker, Ana Kovac, left. => Ana Kovac | former assembly speaker
    The shipbuilder Navorla left. => Navorla | shipbuilder
"""

CASES = [(kind, *case) for kind, cases in NAMED.items() for case in table(cases)]


class DescribeTheWords:
    @pytest.mark.parametrize(("kind", "text", "named"), CASES)
    def it_finds_who_is_named_in_the_news_of_many_kinds(self, kind: str, text: str, named: str) -> None:
        assert names(text) == named, kind

    @pytest.mark.parametrize(("text", "found"), table(ROLES))
    def it_knows_roles_of_many_kinds(self, text: str, found: str) -> None:
        assert roles(text) == found

    @pytest.mark.parametrize("name", tomllib.loads((DATA / "words.toml").read_text("utf-8")))
    def it_lists_each_word_once_and_in_alphabetical_order(self, name: str) -> None:
        listed = tomllib.loads((DATA / "words.toml").read_text("utf-8"))[name]
        assert listed == sorted({*listed})
