"""The words that a pattern of a modality cannot do without: they hide nothing that it would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.certainty import MODALITIES, modality
from briefing.model import Modality

FRAGMENTS = (
    "shall must Should OUGHT to has have had is are was were be required obliged obligated bound will not won't won’t "
    "they'll they’ll about going planned scheduled slated may might could perhaps possibly It it possible that due "
    "expected forecast likely unlikely poised projected set probably risks rising Would a the leave leaving political"
)


class DescribeModality:
    @given(st.lists(st.sampled_from(FRAGMENTS.split()), min_size=1, max_size=8).map(" ".join))
    def it_is_what_the_patterns_find(self, text: str) -> None:
        assert modality(text) == {kind for kind, pattern in MODALITIES if pattern.search(text)}

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("They ought to leave.", {"obligation"}),
            ("They'll leave.", {"future"}),
            ("It is possible that they left.", {"possibility"}),
            ("It is unlikely that they left.", {"forecast"}),
            ("They would leave.", {"conditional"}),
            ("They left.", set()),
        ],
    )
    def it_is_told_by_its_words(self, text: str, told: set[Modality]) -> None:
        assert modality(text) == told
