"""Which short forms a text writes out, and what it says that a term is: a sentence, and what is found in it."""

import pytest

from briefing import language
from briefing.language.acronyms import acronyms
from briefing.language.glosses import glosses
from briefing.model import Block, Document, Source

WRITTEN_OUT = [
    ("The Central Bank of West African States (CBWAS) met.", "CBWAS", "Central Bank of West African States"),
    ("ECOWAS (Economic Community of West African States) met.", "ECOWAS", "Economic Community of West African States"),
    ("The ICRC (the International Committee of the Red Cross) left.", "ICRC",
     "International Committee of the Red Cross"),
    ("They founded the Alliance of Sahel States (AES).", "AES", "Alliance of Sahel States"),
    ("The World Food Programme (WFP, based in Rome) flies food.", "WFP", "World Food Programme"),
    ("The World Food Programme (WFP; see below) flies food.", "WFP", "World Food Programme"),
    ("The “Southern Protection Front” (“SPF”) fired.", "SPF", "Southern Protection Front"),
    ("The Tarvian People's Union (TPU) lost.", "TPU", "Tarvian People's Union"),
    ("A Non-Aligned Movement (NAM) summit began.", "NAM", "Non-Aligned Movement"),
    ("The gross domestic product (GDP) fell.", "GDP", "gross domestic product"),
    ("GDP (gross domestic product) fell.", "GDP", "gross domestic product"),
    ("Tuberculosis (TB) spread.", "TB", "Tuberculosis"),
    ("The National Oil Corporation (the NOC) shut the port.", "NOC", "National Oil Corporation"),
    ("Doctors measured the body mass index (BMI) of each.", "BMI", "body mass index"),
    ("The Organisation for the Prohibition of Chemical Weapons (OPCW) sent a team.", "OPCW",
     "Organisation for the Prohibition of Chemical Weapons"),
    ("The Support Group for Islam and Muslims (GSIM) attacked.", "GSIM", "Support Group for Islam and Muslims"),
    ("The U.N. (United Nations) voted.", "U.N.", "United Nations"),
    ("A memorandum of understanding (MoU) was signed.", "MoU", "memorandum of understanding"),
    ("The report of the Agence France-Presse (AFP) was denied.", "AFP", "Agence France-Presse"),
    ("The Mine Workers Union of Zambia (MUZ) objected.", "MUZ", "Mine Workers Union of Zambia"),
]  # fmt: skip
NOT_WRITTEN_OUT = [
    "They signed the plan (approved on Monday).",
    "The army crossed into Mali (see map).",
    "The terrorists (Jihadists) fled.",
    "He wrote it on X (formerly known as Twitter).",
    "Jan Moor (54) resigned.",
    "Ilena Doraz (Civic Renewal) won.",
    "Doraz (CR) won.",
    "It rose by a third (AFP).",
    "The price fell (in US dollars).",
    "The minister (PM) left.",
    "The river rose (by 4 m).",
    "They met. Others Stayed (MOS).",
    "The European Union EU (EU) agreed.",
    "She spoke of a deal (a bad one).",
    "It is in Port Hollin (Tessaly).",
    "The council (nine members) meets.",
    "Nothing stands in the brackets of the council ().",
    "The bank opened (it had been shut) at noon.",
]
TOLD = [
    ("They signed a mutual defence pact, known as the Liptako-Gourma Charter, on Saturday.",
     "Liptako-Gourma Charter", "a mutual defence pact"),
    ("He leads a group of officers known as the Night Council.", "Night Council", "a group of officers"),
    ("Farmers feared an insect, dubbed “Red Reaper”, more than drought.", "Red Reaper", "an insect"),
    ("The Liptako-Gourma region, a junction where the frontiers of Mali, Burkina Faso, and Niger meet, is poor.",
     "Liptako-Gourma region", "a junction where the frontiers of Mali, Burkina Faso, and Niger meet"),
    ("The Lake Council is a body of nine members that meets twice a year.",
     "Lake Council", "a body of nine members that meets twice a year"),
]  # fmt: skip
NOT_TOLD = [
    "In Mali, a soldier who fled, had said so.",
    "The minister is a friend that nobody trusts.",
    "A spokesman called the Accord a mistake.",
    "The Accord is a step back.",
    "This agreement, dubbed the Alliance of Sahel States, underscores it.",
    "It is a country that exports tin.",
    "The signed pact, known as the Charter, holds.",
]


def document(text: str) -> Document:
    return Document(Source("A", "a.txt", ""), text, (Block("paragraph", 0, len(text)),))


class DescribeAcronyms:
    @pytest.mark.parametrize(("text", "short", "long"), WRITTEN_OUT)
    def it_finds_what_a_short_form_stands_for(self, text: str, short: str, long: str) -> None:
        assert [(text[slice(*one)], text[slice(*other)]) for one, other in acronyms(text)] == [(short, long)]

    @pytest.mark.parametrize("text", NOT_WRITTEN_OUT)
    def it_takes_no_remark_for_a_definition(self, text: str) -> None:
        assert list(acronyms(text)) == []


class DescribeGlosses:
    @pytest.mark.parametrize(("text", "term", "what"), TOLD)
    def it_finds_what_a_term_is(self, text: str, term: str, what: str) -> None:
        assert [(text[slice(*one)], text[slice(*other)]) for one, other in glosses(text)] == [(term, what)]

    @pytest.mark.parametrize("text", NOT_TOLD)
    def it_takes_nothing_for_an_explanation_that_may_be_none(self, text: str) -> None:
        assert list(glosses(text)) == []


class DescribeTheDefinitionsOfASentence:
    def it_says_where_they_stand_in_the_document(self) -> None:
        text = "It rained.\nThe Civil Protection Agency (CPA) warned of it."
        sentences = language.analyse((document(text),))
        found = [definition for sentence in sentences for definition in sentence.definitions]
        assert [(text[one.term.start : one.term.end], text[one.meaning.start : one.meaning.end]) for one in found] == [
            ("CPA", "Civil Protection Agency")
        ]
        assert found[0].full

    def it_leaves_people_to_their_roles(self) -> None:
        text = "She married a painter known as Karin Holm in Verrin."
        (sentence,) = language.analyse((document(text),))
        assert sentence.definitions == ()
