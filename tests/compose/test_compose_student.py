"""The template for students, with each of the cue sets."""

import pytest

from briefing.settings import load_template, shipped_cue_sets


class DescribeTheTemplateForStudents:
    @pytest.mark.parametrize("name", shipped_cue_sets())
    def it_lifts_from_the_main_matter_of_any_cue_set(self, name: str) -> None:
        template = load_template("student", name)
        main = tuple(section.id for section in template.sections if section.main)
        lifting = {section.id: section.lift_from for section in template.sections if section.lift_from}
        assert main
        assert lifting == {"why": main, "key_points": main}

    @pytest.mark.parametrize("name", shipped_cue_sets())
    def it_says_why_before_all_else_and_asks_behind_what_it_asks_for(self, name: str) -> None:
        ids = [section.id for section in load_template("student", name).sections]
        assert ids[:2] == ["why", "key_points"]
        assert ids[-5:] == ["timeline", "glossary", "disagreements", "practice", "sources"]
