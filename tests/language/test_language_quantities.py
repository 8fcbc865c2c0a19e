"""What the numbers of a sentence count. A case: a sentence, `=>`, `words | number | what it counts`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_notation import sentences, table

from briefing.language.numerals import figures
from briefing.language.quantities import quantities
from briefing.model import Quantity

pytestmark = pytest.mark.usefixtures("_rules_alone")

NUMBERS = """
    twenty-one men => 21
    two hundred and forty people => 240
    one thousand two hundred homes => 1200
    a hundred sheep => 100
    half a million people => 500000
    two and a half million people => 2500000
    a dozen ferries => 12
    2.1 billion barrels => 2100000000
    2,130 million barrels => 2130000000
    5bn barrels => 5000000000
    1,00,000 people => 100000
    5 crore people => 50000000
    12,500 homes => 12500
    12 to 15 ferries => 13.5
    12-15 ferries => 13.5
    between 12 and 15 ferries => 13.5
    12 and 15 => 12; 15
    at 10:30 on the 4th => -
    version 1.2.3 => -
"""

COUNTED = """
    At least 12 people were killed in Lipnik. => 12 people killed
    The flood killed 12 people and injured 30. => 12 people killed; 30 people injured
    12 killed, 30 injured. => 12 people killed; 30 people injured
    The blast left 12 dead and 30 wounded. => 12 people killed; 30 people injured
    The death toll rose from 12 to 17. => 17 people killed
    The toll rose to 17 from 12. => 17 people killed
    Seventeen deaths were confirmed. => 17 people killed
    It claimed the lives of 17 miners. => 17 miners killed
    Seventeen people lost their lives. => 17 people killed
    Twelve have lost their lives. => 12 people killed
    The flood cost at least 12 miners their lives. => 12 miners killed
    The fire has claimed 30 lives. => 30 people killed
    Thirty lives were lost. => 30 people killed
    Eight miners were found dead. => 8 miners killed
    Five people succumbed to their injuries. => 5 people killed
    Fatalities have risen to 23. => 23 people killed
    The boats saved 30 lives. => 30 lives
    Twelve soldiers and two civilians were killed. => 12 soldiers killed; 2 civilians killed
    A raid killed 12 soldiers and two civilians. => 12 soldiers killed; 2 civilians killed
    30 people, including three children, were injured. => 30 people injured; 3 children injured
    12 of the 30 passengers were killed. => 12 passengers killed; 30 passengers
    The number of injured rose to 40. => 40 people injured
    12 people are still missing. => 12 people missing
    Police arrested about 20 protesters. => 20 protesters arrested
    All five had been arrested. => 5 people arrested
    No one was hurt. => -
    The flood drove 300 families from their homes. => 300 families
    21 stranded dolphins lay on the beach. => 21 stranded dolphins
    A 12-member panel met. => 12 member
    A third of the voters came. => 33.3% voters
    Turnout was 53 percent. => 53% turnout
    She won 53% of the vote. => 53% vote
    Two-thirds of registered voters came. => 66.7% registered voters
    It paid a fine of €3 million. => 3000000 euro fine
    It signed a $2.1bn deal. => 2100000000 dollar deal
    A man aged 34 fell. => 34 age
    Three men, aged 19, 23 and 31, fell. => 3 men; 19 age; 23 age; 31 age
    A 34-year-old man fell. => 34 age
    The team won 3-1. => 3 score; 1 score
    The three countries met. => -
    She spoke of one another and of one of them. => -
"""

LABELS = """
    Stage 13 ended in Lipnik. => stage 13
    It is in article 5, on page 3. => article 5; page 3
    The second round is near. => round 2
    His third term began. => term 3
    Phase two began. => phase 2
    He was No. 7 there. => no 7
    The plane, Flight 370, was lost. => flight 370
    For the first time, it rained. => -
"""

SAME = """
    about 300 people = 312 people
    about 300 people ≠ 400 people
    2.1 billion barrels = 2,130 million barrels
    2.1 billion barrels ≠ 2.2 billion barrels
    nearly 300 people = 290 people
    more than 300 people = 312 people
    more than 300 people ≠ 290 people
    more than 300 people ≠ 450 people
    up to 300 people = 280 people
    dozens of people = 40 people
    hundreds of people ≠ 40 people
    a dozen people = 13 people
    at least 12 people = 12 people
    at least 12 people ≠ 17 people
    at least 20 people ≠ 25 people
    12 to 15 people = 13 people
    12 to 15 people ≠ 17 people
    300 people ≠ 312 people
    10,000 people = 10,200 people
    53 percent = 53.4 percent
    53 percent ≠ 51 percent
    half of voters = 52 percent of voters
"""


def said(one: Quantity) -> str:
    """A quantity in the notation."""
    if one.label:
        return f"{one.about} {one.value:g}"
    unit = {"%": "%", None: "", "age": "", "score": ""}.get(one.unit, f" {one.unit}")
    return f"{one.value:.10g}{unit} {one.about}".strip()


def found(text: str) -> str:
    return "; ".join(said(one) for one in quantities(text, 0, ()))


class DescribeNumbers:
    @pytest.mark.parametrize(("text", "values"), table(NUMBERS))
    def it_reads_as_people_write_them(self, text: str, values: str) -> None:
        assert "; ".join(f"{figure.value:.10g}" for figure in figures(text)) == values

    @pytest.mark.parametrize("case", SAME.strip().splitlines())
    def it_takes_for_one_what_differs_by_rounding_alone(self, case: str) -> None:
        ours, theirs = (next(figures(side)) for side in case.replace("≠", "=").split("="))
        agree = ours.low <= theirs.value <= ours.high or theirs.low <= ours.value <= theirs.high
        assert agree == ("≠" not in case)


class DescribeWhatIsCounted:
    @pytest.mark.parametrize(("text", "counts"), table(COUNTED))
    def it_says_what_and_what_became_of_it(self, text: str, counts: str) -> None:
        assert found(text) == counts

    @pytest.mark.parametrize(("text", "labels"), table(LABELS))
    def it_tells_a_label_from_a_count(self, text: str, labels: str) -> None:
        assert found(text) == labels
        assert all(one.label for one in quantities(text, 0, ()))

    def it_takes_no_date_for_a_quantity(self) -> None:
        (sentence,) = sentences("On 12 May 2021 the 30 members of the council met in Lipnik.")
        assert [one.about for one in sentence.quantities] == ["members"]

    @given(st.text(st.sampled_from("12 ,.-$%amkilled toofpeople\n"), max_size=80), st.integers(0, 9))
    def it_stands_where_it_says(self, text: str, start: int) -> None:
        for one in quantities(text, start, ()):
            assert start <= one.start < one.end <= start + len(text)
            assert one.low <= one.value <= one.high
