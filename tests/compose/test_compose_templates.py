"""What a template may not say: each mistake is told in a sentence that names the file and the way out."""

from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.settings import load_template

SECTION = '[[section]]\nid = "a"\nheading = "A"\n'


class DescribeMistakesInATemplate:
    @pytest.mark.parametrize(
        ("toml", "told"),
        [
            ("words =", "is not valid TOML"),
            ("words = 9", "has no [[section]]"),
            (f"colour = 1\n{SECTION}", "has the unknown key “colour”"),
            ('extends = "analyst"\n[[sections]]\nid = "a"\n', "Begin each section with [[section]]"),
            (f"words = 0\n{SECTION}", "“words” cannot be 0; it must be a whole number from 1"),
            (SECTION, "is incomplete"),
            (SECTION + SECTION, "has two sections “a”"),
            (SECTION + 'shape = "bulets"', "it must be one of bullets, prose"),
            (SECTION + 'lift_from = ["b"]', "lifts from “b”. Known are: a."),
            (SECTION + 'cues = "treaty"', "“cues” must be a table"),
            (SECTION + '[section.cues]\nsigns = ["past-dat"]', "it must be a list of one of"),
            ('extends = "anlyst"', "Did you mean “analyst”?"),
            ('extends = "."', "Give the name of a template, not a path."),
            ('extends = "../analyst"', "Give the name of a template, not a path."),
            ('extends = "analyst"\nsections = ["terms", "contex"]', "“sections” names “contex”"),
            ('extends = "analyst"\nsections = ["terms", "terms"]', "“sections” names “terms” twice"),
            ('extends = "analyst"\nsections = 3', "“sections” cannot be 3; it must be a list of the ids of sections"),
            ('extends = "analyst"\n[[section]]\nheading = "A"', "has a [[section]] without an id"),
            ('extends = "analyst"\n[[section]]\nid = "background"\nitem = 3', "Did you mean “items”?"),
            ("extends = 1", "“extends” cannot be 1"),
        ],
    )
    def it_refuses_them(self, tmp_path: Path, toml: str, told: str) -> None:
        (tmp_path / "template.toml").write_text(toml, "utf-8")
        with pytest.raises(TemplateError) as refusal:
            load_template(tmp_path)
        assert told in str(refusal.value)
        assert "\n" not in str(refusal.value)
