"""Expressions → ISO dates, as precise as they are said."""

from collections import Counter
from datetime import date
from itertools import product

import pytest
from date_cases import briefing, cases, tally
from hypothesis import given, settings
from hypothesis import strategies as st
from language_notation import dates, document, sentences, table

from briefing.language import as_of_for
from briefing.language.pipeline import load, prepared
from briefing.model import Document

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
    this Monday => this Monday | 2024-05-13
    next Friday => next Friday | 2024-05-24
    the following Friday => the following Friday | ?
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
    on 3-5 May 2024 => 3-5 May 2024 | 2024-05
    from 30 April to 2 May => 30 April to 2 May | 2024
    from 30 December 2023 to 2 January 2024 => 30 December 2023 | 2023-12-30; 2 January 2024 | 2024-01-02
    in the 1990s => the 1990s | ?
    last week => last week | 2024-05
    on May 3-5 => May 3-5 | 2024-05
"""

PIECES = (
    "on", "in", "the", "and", "to", "of", ".", ",", "“", "”", '"', "-", "–", "3", "31", "May", "March", "Sept.",
    "2012", "2023-02-30", "16/09/2023", "Monday", "Friday night", "last", "next", "week", "year", "month", "two",
    "days", "ago", "later", "yesterday", "the same day", "will", "said", "the 1990s", "44 BC", "Q3", "at 9 a.m.", "0",
)  # fmt: skip

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
    call 555-2019-77 => -
    COVID-19 => -
    20190 => -
"""

AFTER_ANOTHER = """
    It began on 3 May 2021 and ended three days later. => 3 May 2021 | 2021-05-03; three days later | 2021-05-06
    It began on 3 May 2021. It ended the following year. => 3 May 2021 | 2021-05-03; the following year | 2022
    It began on 3 May 2021 and ended on 9 June. => 3 May 2021 | 2021-05-03; 9 June | 2021-06-09
    It began in 2021 and ended two days later. => 2021 | 2021; two days later | ?
    It began in 2021 or 2022. It ended the same year. => 2021 | 2021; 2022 | 2022; the same year | ?
    In 2021 he said that this year was hard. => 2021 | 2021; this year | ?
    In 2021, it began in April that year. => 2021 | 2021; April that year | 2021-04
    It ended three days later. => three days later | ?
"""

QUOTED = """
    “It came today,” she said. => today | ?
    “It came on 3 May 2021,” she said on Friday. => 3 May 2021 | 2021-05-03; Friday | 2024-05-17
    "It came on Monday," she said on Friday. => Monday | ?; Friday | 2024-05-17
"""

AHEAD = """
    It will open on Monday. => Monday | 2024-05-20
    It is expected to open before Monday. => Monday | 2024-05-20
    It opened on Monday. => Monday | 2024-05-13
    It will open in March. => March | 2025-03
    It opened in March. => March | 2024-03
    It is due to open on 3 April. => 3 April | 2025-04-03
    They will stay, officials said on Monday. => Monday | 2024-05-13
    On Monday, they said that it would open. => Monday | 2024-05-13
    It was due to open on Monday. => Monday | ?
    They agreed to meet on Monday. => Monday | 2024-05-20
    They announced elections in July. => July | ?
    It will open on Monday and Tuesday. => Monday | 2024-05-20; Tuesday | 2024-05-21
    Junta to free ministers on Monday => Monday | 2024-05-20
"""

YEAR_ENDS = """
    2024-01-03 on 28 December => 28 December | 2023-12-28
    2023-12-28 on 3 January => 3 January | ?
    2023-12-28 on 20 February => 20 February | 2023-02-20
    2024-01-03 last week => last week | ?
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

    @pytest.mark.parametrize(("text", "found"), table(AFTER_ANOTHER))
    def it_counts_from_the_date_told_just_before(self, text: str, found: str) -> None:
        assert dates(text, PUBLISHED) == found

    def it_does_not_count_from_another_paragraph(self) -> None:
        assert dates("It began on 3 May 2021.\nIt ended the next day.").endswith("the next day | ?")

    @pytest.mark.parametrize(("text", "found"), table(QUOTED))
    def it_does_not_know_from_when_a_quotation_counts(self, text: str, found: str) -> None:
        assert dates(text, PUBLISHED) == found

    def it_takes_no_person_for_a_month(self) -> None:
        assert dates("Power passed in April to President June Okafor.", PUBLISHED) == "April | 2024-04"

    @pytest.mark.parametrize(("text", "found"), table(YEAR_ENDS))
    def it_crosses_the_turn_of_the_year(self, text: str, found: str) -> None:
        published, _, said = text.partition(" ")
        assert dates(f"It came {said}, they said.", published) == found


class DescribeDatesOfAnUndatedSource:
    @pytest.mark.parametrize("text", ["on Friday", "in July", "on 11 May", "last year", "yesterday"])
    def it_resolves_nothing_that_counts_from_publication(self, text: str) -> None:
        assert dates(f"It came {text}, they said.", None, PUBLISHED).endswith("| ?")

    @pytest.mark.parametrize("published", ["2024", "2024-05"])
    def it_counts_no_day_from_a_coarse_date(self, published: str) -> None:
        assert dates("It came on Friday.", published) == "Friday | ?"

    def it_lets_a_weekday_tell_the_year(self) -> None:
        assert dates("It came on Thursday, May 11.", None, PUBLISHED) == "Thursday, May 11 | 2023-05-11"

    def it_resolves_no_weekday_that_fits_no_recent_year(self) -> None:
        assert dates("It came on Friday, May 11.", None, PUBLISHED) == "Friday, May 11 | ?"

    def it_looks_for_no_year_before_the_first(self) -> None:
        assert dates("It came on Thursday, May 11.", None, "0001-12-31") == "Thursday, May 11 | ?"

    def it_looks_for_no_year_without_the_collections_date(self) -> None:
        assert dates("It came on Thursday, May 11.") == "Thursday, May 11 | ?"

    @pytest.mark.parametrize(("published", "found"), [("2024-05", "2024-04"), ("2024", "?")])
    def it_counts_from_a_coarse_date_what_all_its_days_agree_on(self, published: str, found: str) -> None:
        assert dates("It came last month.", published) == f"last month | {found}"


class DescribeTheLabelledSentences:
    @pytest.mark.parametrize("half", ["seen", "held out"])
    def it_reads_nearly_all_of_them(self, half: str) -> None:
        found = tally(cases(half), briefing)
        assert found.exact >= 0.97 * found.labelled
        assert found.wrong <= 0.01 * found.labelled
        assert found.alarms <= 0.02 * found.labelled

    def it_has_each_sentence_once(self) -> None:
        told = Counter((case.sentence, case.published) for case in cases())
        assert told.most_common(1)[0][1] == 1


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Dates in any order, with words and marks between them."""
    return " ".join(draw(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25)))


PUBLISHED_DATES = st.sampled_from([None, "0001", "2023", "2024-02", "2024-02-29", "9999-12-31", "0001-01-01"])


class DescribeAnyDate:
    @settings(max_examples=300)
    @given(texts(), PUBLISHED_DATES)
    def it_is_verbatim_within_its_sentence_and_of_the_calendar(self, text: str, published: str | None) -> None:
        for sentence in sentences(text, published, published):
            ends = [sentence.start, *(mention.end for mention in sentence.dates)]
            for mention, before in zip(sentence.dates, ends, strict=False):
                assert before <= mention.start < mention.end <= sentence.end
                assert sentence.text[mention.start - sentence.start :].startswith(mention.said)
                assert mention.date is None or _is_of_the_calendar(mention.date)

    @given(st.dates(), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y"]))
    def it_is_read_back_as_it_was_written(self, day: date, form: str) -> None:
        day = day.replace(year=day.year % 200 + 1850, day=min(day.day, 28))
        written = day.strftime(form)
        assert dates(f"It came on {written}.") == f"{written} | {day.isoformat()}"


def _is_of_the_calendar(iso: str) -> bool:
    return date.fromisoformat(iso + "0000-01-01"[len(iso) :]).isoformat().startswith(iso)


class DescribeTheDateOfTheCollection:
    @pytest.mark.parametrize("before", ["", "In 2023 it was "])
    @pytest.mark.parametrize("weekday", ["", "Thursday ", "Thu., ", "Thursday The "])
    @pytest.mark.parametrize("day", ["May 11", "11 May", "11th of May", "11th"])
    def it_leaves_the_dates_as_they_are_where_it_does_not_bear_on_them(
        self, before: str, weekday: str, day: str
    ) -> None:
        for published, as_of in product([None, "2024-06-02"], ["2024-05", PUBLISHED]):
            drawn = document(before + weekday + day, published)
            assert _resolved(drawn, as_of) == _resolved(drawn, as_of_for(drawn, as_of))

    @pytest.mark.parametrize(
        "text", ["It came on Tuesday.", "It came on 11 May.", "It came on Tuesday night and left in May.", "Sun 🙂"]
    )
    def it_bears_on_no_text_without_a_weekday_and_its_day(self, text: str) -> None:
        assert as_of_for(document(text, "2024-05-02"), PUBLISHED) is None

    @pytest.mark.parametrize("text", ["on Thursday, May 11", "on Thu. the 11th of May", "Thursday The 11th of May"])
    def it_bears_on_a_weekday_with_its_day(self, text: str) -> None:
        assert as_of_for(document(text), PUBLISHED) == PUBLISHED

    def it_bears_on_a_source_that_is_dated_after_it(self) -> None:
        assert as_of_for(document("It came on Tuesday.", "2024-05-19"), PUBLISHED) == PUBLISHED


def _resolved(drawn: Document, as_of: str | None) -> list[str | None]:
    """The dates of a document as the pipeline finds them when it is told all of the collection's date."""
    nlp = load()
    doc = prepared(nlp, drawn, None)
    doc._.as_of = as_of
    return [span._.date for span in nlp(doc).spans["dates"]]


EXTREMES = {
    "300 dates": " ".join(f"It came on {n % 28 + 1} May 20{n % 30:02}." for n in range(300)),
    "digits": "1" * 1_000_000,
    "years": "2012 " * 20_000,
    "months": "May 3 and " * 5_000,
    "quotation marks": '" 2012 “ ' * 5_000,
    "digits of other scripts": "٢٠١٢ ２０１２ ²⁰¹² in २०१२ on ٣ May ２０１２",
    "years after the last": "in 9999-12-31 and 99999 and 2099-12-31, the day after tomorrow",
}


class DescribeExtremeDates:
    @pytest.mark.parametrize("text", EXTREMES.values(), ids=EXTREMES)
    def it_comes_through_them(self, text: str) -> None:
        found = [mention for sentence in sentences(text, PUBLISHED) for mention in sentence.dates]
        assert all(mention.date is None or _is_of_the_calendar(mention.date) for mention in found)

    def it_finds_each_of_300_dates(self) -> None:
        assert sum(len(sentence.dates) for sentence in sentences(EXTREMES["300 dates"])) == 300
