"""The moment of a build comes from the environment's SOURCE_DATE_EPOCH, and from no clock."""

import pytest

from briefing.cli import checks
from briefing.errors import SettingError


class DescribeSourceDateEpoch:
    @pytest.mark.parametrize(("epoch", "moment"), [(None, None), ("", None), ("1700000000", "2023-11-14T22:13:20Z")])
    def it_gives_the_moment(self, epoch: str | None, moment: str | None) -> None:
        assert checks.generated(epoch) == moment

    @pytest.mark.parametrize("epoch", ["today", "1e99", "9" * 40])
    def it_is_refused_where_it_is_no_number_of_seconds(self, epoch: str) -> None:
        with pytest.raises(SettingError, match="seconds since 1970"):
            checks.generated(epoch)
