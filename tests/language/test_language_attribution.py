"""Sentences → who says what they tell."""

import pytest
from language_notation import attributions, table

QUOTES = """
    “We share one river,” said Ana Kovac. => quote | Ana Kovac | said
    “We share one river,” Ana Kovac, the minister, said on Monday. => quote | Ana Kovac | said
    Ana Kovac said: “We share one river and one law.” => quote | Ana Kovac | said
    “We share one river,” the minister said. => quote | the minister | said
    “We share one river,” said the ministry on Monday. => quote | the ministry | said
    “We share one river,” said the mayor of Belmora, Ana Kovac. => quote | Ana Kovac | said
    “We share one river,” said Kenya's minister of water, Ana Kovac, on Monday. => quote | Ana Kovac | said
    “We share one river,” said officials in Kenya, Ana Kovac among them. => quote | officials | said
    “We share one river,” he said. => quote | ? | said
    “We share one river,” she told Ana Kovac. => quote | ? | told
    "We share one river," said Ana Kovac. => quote | Ana Kovac | said
    “We share one river and one law.” => quote | ?
    The treaty is known as the “Charter of the River”. => -
    The minister called it “a historic step for us”. => quote | The minister | called
    The mayor blocked the sale, which it called “a historic step”. => quote | ? | called
"""

CLAIMS = """
    The minister said that the bridge was closed. => claim | The minister | said
    Ana Kovac said the bridge was closed. => claim | Ana Kovac | said
    He said that the bridge was closed. => claim | ? | said
    The ministry has also said that the bridge was closed. => claim | The ministry | said
    The ministry said on Monday that the bridge was closed. => claim | The ministry | said
    In a statement, the ministry said the bridge was closed. => claim | the ministry | said
    The ministry said that Ana Kovac, the mayor, had left. => claim | The ministry | said
    Ana Kovac told Jon Orlin that the bridge was closed. => claim | Ana Kovac | told
    The bridge was closed, the ministry said. => claim | the ministry | said
    The bridge was closed, said Ana Kovac. => claim | Ana Kovac | said
    The bridge, Ana Kovac said, was closed. => claim | Ana Kovac | said
    According to the ministry, the bridge was closed. => claim | the ministry | according to
    The bridge was closed, according to two officials. => claim | two officials | according to
    According to Ana Kovac, the mayor, it was closed. => claim | Ana Kovac | according to
    The bridge was reportedly closed. => claim | ? | reportedly
    It is believed to be closed. => claim | ? | is believed to
    Reports have it that the bridge was closed. => claim | ? | Reports have it
    It is understood that the bridge was closed. => claim | ? | It is understood that
    Observers warned that the bridge was unsafe. => claim | Observers | warned
    The mayor refused to go and said the bridge was unsafe. => claim | ? | said
"""

FACTS = """
    The bridge was closed. => -
    The junta's claims that the bridge was closed are false. => -
    Their reports that it was closed are false. => -
    These claims that the bridge was closed are false. => -
    The alleged thief left. => -
    The law, announced in May, binds all. => -
"""


class DescribeAttribution:
    @pytest.mark.parametrize(("text", "found"), table(QUOTES))
    def it_knows_who_is_quoted(self, text: str, found: str) -> None:
        assert attributions(text) == found

    @pytest.mark.parametrize(("text", "found"), table(CLAIMS))
    def it_knows_who_claims_what(self, text: str, found: str) -> None:
        assert attributions(text) == found

    @pytest.mark.parametrize(("text", "found"), table(FACTS))
    def it_takes_nouns_for_no_one_speaking(self, text: str, found: str) -> None:
        assert attributions(text) == found

    def it_knows_a_quotation_that_goes_on_in_the_next_paragraph(self) -> None:
        assert (
            attributions("""
            Ana Kovac said: “We share one river and one law.
            “It is ours.”
        """)
            == "quote | Ana Kovac | said; quote | Ana Kovac"
        )

    def it_gives_a_new_paragraph_of_its_own_no_speaker(self) -> None:
        assert (
            attributions("""
            Ana Kovac said: “We share one river and one law.”
            “It is ours.”
        """)
            == "quote | Ana Kovac | said; quote | ?"
        )
