"""In which tenses a sentence tells."""

import pytest

from briefing.language.tense import tenses


class DescribeTenses:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("The dam broke on Tuesday.", "past"),
            ("Rescuers searched the rubble.", "past"),
            ("Inspectors had repeatedly warned the council.", "past-perfect"),
            ("The town has not yet been rebuilt.", "present-perfect"),
            ("Its owners have since left.", "present-perfect"),
            ("The village is on a fault line.", "present"),
            ("The two countries have no common border.", "present"),
            ("It had no brakes.", "past"),
            ("They must have left the damaged house.", ""),
            ("The chairman hopes to see the elected members.", ""),
            ("She said that he had fled.", "past past-perfect"),
        ],
    )
    def it_tells_them_by_the_forms_of_verbs(self, text: str, told: str) -> None:
        assert tenses(text) == set(told.split())
