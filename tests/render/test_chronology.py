from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.chronology import DOT, WIDTH, lettered, strip
from briefing.render.view import Dot, Strip
from briefing.render.words import WORDS

DAYS = st.dates(date(1600, 1, 1), date(2400, 1, 1)).map(str)
DATES = st.builds(lambda day, characters: day[:characters], DAYS, st.sampled_from([4, 7, 10]))
NEAR = st.builds(lambda day: f"2026-05-{day:02}", st.integers(1, 31))
TIMELINES = st.lists(st.none() | DATES | NEAR, max_size=30)


def drawn(*dates: str | None) -> Strip:
    made = strip(dates, WORDS)
    assert made
    return made


def told(made: Strip) -> list[str]:
    """The labels of each stretch, with the year where it stands under one."""
    return [" ".join(f"{tick.label} {tick.year}".strip() for tick in stretch.ticks) for stretch in made.stretches]


def touch(one: Dot, other: Dot) -> bool:
    return abs(one.y - other.y) < DOT and one.x < other.x + other.width and other.x < one.x + one.width


class DescribeAxis:
    @pytest.mark.parametrize(
        ("dates", "labels"),
        [
            (("2012", "2015", "2017"), ["2012 2013 2014 2015 2016 2017"]),
            (("1951", "2003", "2024"), ["1955 1960 1965 1970 1975 1980 1985 1990 1995 2000 2005 2010 2015 2020"]),
            (("2023-11", "2024-02"), ["Nov 2023 Dec Jan 2024 Feb"]),
            (("2025-10-13", "2025-10-15", "2025-10-17"), ["13 Oct 2025 14 Oct 15 Oct 16 Oct 17 Oct"]),
            (("2025-12-31", "2026-01-01"), ["31 Dec 2025 1 Jan 2026"]),
        ],
    )
    def it_counts_in_what_the_dates_are_told_in(self, dates: tuple[str, ...], labels: list[str]) -> None:
        assert told(drawn(*dates)) == labels

    def it_counts_weeks_from_mondays(self) -> None:
        (labels,) = told(drawn("2026-05-05", "2026-05-20", "2026-06-10"))
        assert labels == "11 May 2026 18 May 25 May 1 Jun 8 Jun"

    @pytest.mark.parametrize(
        ("dates", "labels"),
        [
            (("1996", "2026-05-12", "2026-05-14"), ["1996", "12 May 2026 13 May 14 May"]),
            (("1996", "2010", "2026-05-12", "2026-05-14"), ["1996", "2010", "12 May 2026 13 May 14 May"]),
        ],
    )
    def it_is_broken_where_one_date_would_squeeze_the_others(self, dates: tuple[str, ...], labels: list[str]) -> None:
        assert told(drawn(*dates)) == labels

    @pytest.mark.parametrize("dates", [("1996", "2012", "2026-05-16"), ("2026", "2026-05-12", "2026-05-14")])
    def it_is_whole_where_dates_are_spread_or_within_one_another(self, dates: tuple[str, ...]) -> None:
        assert len(drawn(*dates).stretches) == 1

    @pytest.mark.parametrize("dates", [(), (None,), ("2026",), ("2026", "2026", None), ("2026", "2026-02-30")])
    def it_is_drawn_for_two_dates_or_more(self, dates: tuple[str | None, ...]) -> None:
        assert strip(dates, WORDS) is None


class DescribeDots:
    def it_shows_a_vague_date_as_a_bar(self) -> None:
        month, day = drawn("2026-04", "2026-05-16").dots
        assert (month.vague, day.vague) == (True, False)
        assert month.width > day.width == DOT

    def it_shows_events_of_one_date_as_one(self) -> None:
        dots = drawn("2024", "2025", "2025", "2026", "2026", "2026").dots
        assert [dot.text for dot in dots] == ["a", "b, c", "d–f"]

    def it_names_events_in_order_of_time(self) -> None:
        assert lettered(["2026", "2025-03", "2025", "2025-03-01", "2026"]) == ("d", "b", "a", "c", "e")

    def it_draws_months_where_days_would_pile_up(self) -> None:
        days = [f"2026-05-{day:02}" for day in range(1, 9)]
        dots = drawn("1990", "1997", "2004", "2011", "2018", *days).dots
        assert [dot.text for dot in dots] == ["a", "b", "c", "d", "e", "f–m"]

    @given(TIMELINES)
    def it_holds_each_dated_event_once(self, dates: list[str | None]) -> None:
        made = strip(dates, WORDS)
        letters = [letter for letter in lettered(dates) if letter]
        assert len(set(letters)) == len(letters) == len([day for day in dates if day])
        if made and all("–" not in dot.text for dot in made.dots):
            assert sorted(", ".join(dot.text for dot in made.dots).split(", ")) == sorted(letters)

    @given(TIMELINES)
    def it_overlaps_nothing_and_keeps_all_inside(self, dates: list[str | None]) -> None:
        if made := strip(dates, WORDS):
            assert not any(touch(one, other) for one, other in combinations(made.dots, 2))
            for dot in made.dots:
                assert -0.01 <= dot.x <= dot.x + dot.width <= WIDTH + 0.01
                assert 0 <= dot.y <= dot.y + DOT <= made.axis < made.height

    @given(TIMELINES)
    def it_keeps_the_order_of_time(self, dates: list[str | None]) -> None:
        days = sorted({day for day in dates if day and len(day) == len("2026-05-16")})
        if made := strip(days, WORDS):
            dots = [dot for dot in made.dots if not dot.vague]
            assert [dot.x + dot.width / 2 for dot in dots] == sorted(dot.x + dot.width / 2 for dot in dots)
        if made := strip(dates, WORDS):
            ends = [end for stretch in made.stretches for end in (stretch.start, stretch.end)]
            assert ends == sorted(ends)

    @given(TIMELINES)
    def it_leaves_room_for_each_label(self, dates: list[str | None]) -> None:
        made = strip(dates, WORDS)
        for stretch in made.stretches if made else ():
            assert stretch.ticks
            places = [*(tick.x for tick in stretch.ticks), stretch.end]
            assert all(later - earlier > 8 for earlier, later in pairwise(places))


def it_goes_on_with_two_letters_behind_z() -> None:
    assert lettered(["2026"] * 54)[24:29] == ("y", "z", "aa", "ab", "ac")
    assert lettered([None, "2025", "2026-02-30", "2026"]) == ("", "a", "", "b")
