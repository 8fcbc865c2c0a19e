"""Expressions → ISO dates, as precise as they are said."""

import pytest
from language_notation import dates, table

PUBLISHED = "2024-05-18"
"""A Saturday."""

STATED = """
    on 11 May 2024 => 11 May 2024 | 2024-05-11
    on May 11, 2024 => May 11, 2024 | 2024-05-11
    on the 11th of May 2024 => the 11th of May 2024 | 2024-05-11
    on Saturday, 11 May 2024 => Saturday, 11 May 2024 | 2024-05-11
    on 2024-05-11 => 2024-05-11 | 2024-05-11
    on Sept 5, 2023 => Sept 5, 2023 | 2023-09-05
    in May 2023 => May 2023 | 2023-05
    in Sept. 2023 => Sept. 2023 | 2023-09
    in late July 2023 => late July 2023 | 2023-07
    in mid-2023 => mid-2023 | 2023
    in 1990 => 1990 | 1990
    by 2030 => 2030 | 2030
    on 29 February 2024 => 29 February 2024 | 2024-02-29
    on 29 February 2023 => 29 February 2023 | ?
    on 31 September 2023 => 31 September 2023 | ?
    on 31 September => 31 September | ?
    on 0 May => 0 May | ?
    on 2024-02-30 => 2024-02-30 | ?
"""

RELATIVE = """
    on 11 May => 11 May | 2024-05-11
    on May 11th => May 11th | 2024-05-11
    on May the 11th => May the 11th | 2024-05-11
    on Saturday, May 11 => Saturday, May 11 | 2024-05-11
    on Monday, May 11 => Monday, May 11 | ?
    on 12 December => 12 December | 2023-12-12
    on Sept. 5 => Sept. 5 | 2023-09-05
    in May => May | 2024-05
    in early July => early July | 2023-07
    since December => December | 2023-12
    last May => last May | 2023-05
    last March => last March | 2024-03
    in May last year => May last year | 2023-05
    in July of last year => July of last year | 2023-07
    in January this year => January this year | 2024-01
    in July next year => July next year | 2025-07
    on Friday => Friday | 2024-05-17
    on Saturday => Saturday | 2024-05-18
    last Saturday => last Saturday | 2024-05-11
    this Monday => this Monday | 2024-05-20
    next Friday => next Friday | ?
    yesterday => yesterday | 2024-05-17
    today => today | 2024-05-18
    tomorrow => tomorrow | 2024-05-19
    last month => last month | 2024-04
    this month => this month | 2024-05
    next month => next month | 2024-06
    last year => last year | 2023
    this year => this year | 2024
"""

RANGES = """
    from 1999-2003 => 1999-2003 | ?
    in 2019–2021 => 2019–2021 | ?
    in the season 2023/24 => 2023/24 | ?
    between 2019 and 2021 => 2019 | 2019; 2021 | 2021
    under the 2015 peace agreement => 2015 | 2015
    on 3-5 May 2024 => May 2024 | 2024-05
    on May 3-5 => May 3-5 | 2024-05
"""

NO_DATES = """
    with 2000 people => -
    with 2,000 people => -
    with 2023 troops => -
    at the 2007 Tour de France => -
    for $2000 => -
    for €2023 million => -
    at 2019% => -
    at 2019 percent => -
    with May 5 people => -
    they may march => -
    in the 1990s => -
    call 555-2019-77 => -
    COVID-19 => -
    20190 => -
"""

AHEAD = """
    It will open on Monday. => Monday | 2024-05-20
    It is expected to open before Monday. => Monday | 2024-05-20
    It opened on Monday. => Monday | 2024-05-13
    It will open in March. => March | 2025-03
    It opened in March. => March | 2024-03
    It is due to open on 3 April. => 3 April | 2025-04-03
    They will stay, officials said on Monday. => Monday | 2024-05-13
"""

YEAR_ENDS = """
    2024-01-03 on 28 December => 28 December | 2023-12-28
    2023-12-28 on 3 January => 3 January | 2024-01-03
    2023-12-28 on 20 January => 20 January | 2023-01-20
    2024-01-03 yesterday => yesterday | 2024-01-02
    2024-01-01 yesterday => yesterday | 2023-12-31
    2024-01-03 last month => last month | 2023-12
    2023-12-03 next month => next month | 2024-01
    2024-01-03 on Sunday => Sunday | 2023-12-31
"""


class DescribeDates:
    @pytest.mark.parametrize(("text", "found"), table(STATED))
    def it_reads_what_is_stated_in_full(self, text: str, found: str) -> None:
        assert dates(f"It came {text}, they said.", PUBLISHED) == found

    @pytest.mark.parametrize(("text", "found"), table(RELATIVE))
    def it_counts_from_the_day_of_publication(self, text: str, found: str) -> None:
        assert dates(f"It came {text}, they said.", PUBLISHED) == found

    @pytest.mark.parametrize(("text", "found"), table(RANGES))
    def it_says_of_a_range_only_what_both_ends_share(self, text: str, found: str) -> None:
        assert dates(f"It came {text}, they said.", PUBLISHED) == found

    @pytest.mark.parametrize(("text", "found"), table(NO_DATES))
    def it_takes_no_count_for_a_date(self, text: str, found: str) -> None:
        assert dates(f"It came {text}, they said.", PUBLISHED) == found

    @pytest.mark.parametrize(("text", "found"), table(AHEAD))
    def it_looks_ahead_where_the_sentence_does(self, text: str, found: str) -> None:
        assert dates(text, PUBLISHED) == found

    @pytest.mark.parametrize(("text", "found"), table(YEAR_ENDS))
    def it_crosses_the_turn_of_the_year(self, text: str, found: str) -> None:
        published, _, said = text.partition(" ")
        assert dates(f"It came {said}, they said.", published) == found


class DescribeDatesOfAnUndatedSource:
    @pytest.mark.parametrize("text", ["on Friday", "in July", "on 11 May", "last year", "yesterday"])
    def it_resolves_nothing_that_counts_from_publication(self, text: str) -> None:
        assert dates(f"It came {text}, they said.", None, PUBLISHED).endswith("| ?")

    @pytest.mark.parametrize("published", ["2024", "2024-05"])
    def it_does_not_count_from_a_coarse_date(self, published: str) -> None:
        assert dates("It came on Friday.", published) == "Friday | ?"

    def it_lets_a_weekday_tell_the_year(self) -> None:
        assert dates("It came on Thursday, May 11.", None, PUBLISHED) == "Thursday, May 11 | 2023-05-11"

    def it_resolves_no_weekday_that_fits_no_recent_year(self) -> None:
        assert dates("It came on Friday, May 11.", None, PUBLISHED) == "Friday, May 11 | ?"

    def it_looks_for_no_year_before_the_first(self) -> None:
        assert dates("It came on Thursday, May 11.", None, "0001-12-31") == "Thursday, May 11 | ?"

    def it_looks_for_no_year_without_the_collections_date(self) -> None:
        assert dates("It came on Thursday, May 11.") == "Thursday, May 11 | ?"
