"""A section that nobody has programmed: a template adds it by TOML alone, and the right sentences stand in it.

The cues are what anyone would write down who asks for a humanitarian situation; the
sentences are told in the words of newspapers, and some of them have none of the cues.
"""

from itertools import zip_longest
from pathlib import Path

import pytest

from briefing import build

SECTION = """
extends = "{extends}"
words = 3000
cue_set = "conflict"
sections = ["key_points", "humanitarian", "set", "sources"]

[[section]]
id = "key_points"
items = 2

[[section]]
id = "humanitarian"
heading = "Humanitarian situation"

[section.cues]
strong = [
    "clean water", "drinking water", "food aid", "hunger", "malnutrition", "malnourished", "humanitarian", "refugee",
    "displaced", "homeless", "shelter", "camp", "tent", "cholera", "measles", "diarrhoea", "epidemic", "vaccinate",
    "clinic", "hospital", "medicine", "latrine", "sanitation", "without electricity", "without water", "aid agency",
    "relief", "ration", "blanket", "famine",
]
weak = [
    "aid", "child", "mother", "family", "food", "water", "patient", "doctor", "nurse", "well", "queue", "school",
    "sleep", "need", "shortage", "run out", "supplies", "charity", "feed", "meal", "disease", "fever", "winter",
]
headings = ["humanitarian", "needs", "relief"]
"""
BELONG = (
    "Around 40,000 displaced villagers are living under plastic sheets on the football ground of Sarno.",
    "Nurses in Belmar say that they have had no medicine for a week.",
    "Mothers queue from four in the morning for a bucket of clean water.",
    "One child in five is malnourished, a survey by Save the Valley found.",
    "Three cases of cholera were confirmed among families who drink from the canal.",
    "The aid agency Corda handed out 6,000 blankets before the first frost.",
    "Two of the four hospitals in the province have closed their doors.",
    "Schools in Belmar are crowded with homeless families who sleep on the floor.",
    "The food ration was cut to half a loaf a day.",
    "Doctors fear measles, since few of the children are vaccinated.",
    "Diarrhoea is spreading in the tents along the river.",
    "The only clinic in Orsk treats twice as many patients as it has beds.",
    "Hunger drives farmers to eat the corn that they meant to sow.",
    "Half of the wells are fouled, and families boil what they can.",
)
BELONG_NOT = (
    "Fighters of the Northern Front seized the airfield of Karst at dawn on Monday.",
    "The two delegations will meet again in Tavira on 12 June.",
    "President Odile Marchand dismissed her minister of defence on Tuesday.",
    "The front was founded in 1998 by officers who had broken with the army.",
    "A government jet was shot down over the eastern hills.",
    "The central bank raised its main rate to nine percent.",
    "Russia and Brazil called on both sides to hold their fire.",
    "The bridge over the Lenta was blown up by retreating troops.",
    "General Paulo Reis said that his men controlled the whole of the coast road.",
    "Elections that were planned for the autumn could be put off until the spring.",
    "The rebels accuse the government of having broken the accord of 2015.",
    "Shares in the mining company Orvex fell by a third in a day.",
    "Parliament voted to extend the state of emergency by ninety days.",
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A source that tells both by turns."""
    told = [sentence for pair in zip_longest(BELONG_NOT, BELONG, fillvalue="") for sentence in pair]
    path = tmp_path / "war.txt"
    path.write_text("\n\n".join(["The war in the valley", *filter(None, told)]), "utf-8")
    return path


@pytest.mark.usefixtures("_rules_alone")
class DescribeASectionThatATemplateAdds:
    @pytest.mark.parametrize("extends", ["analyst", "situation"])
    def it_holds_the_sentences_that_belong_there_and_no_others(
        self, tmp_path: Path, source: Path, extends: str
    ) -> None:
        own = tmp_path / "ministry"
        own.mkdir()
        (own / "template.toml").write_text(SECTION.format(extends=extends), "utf-8")
        homes = {item.text: section.id for section in build(source, own).sections for item in section.items}
        sorted_in = {text: home for text, home in homes.items() if home != "key_points"}
        wanted, unwanted = (sorted_in.keys() & told for told in (BELONG, BELONG_NOT))
        found = {text for text, home in sorted_in.items() if home == "humanitarian"}
        assert len(wanted) >= 8
        assert len(unwanted) >= 12
        assert len(found & wanted) >= 0.75 * len(wanted)
        assert len(found & wanted) >= 0.9 * len(found)
