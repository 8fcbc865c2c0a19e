"""Step 2: what is counted from another day, as a stretch of days.

Enters: the named parts of an expression and its `Setting`. Leaves: a `Period`,
or None. "Last week" counts from the day of publication, "three days later" from
the date that the text told just before. Every function here is the meaning of
one or more patterns of `date_grammar.py`.
"""

from datetime import date

from briefing.language.date_meanings import Said, Setting, in_year, weekday_said
from briefing.language.date_periods import Period, months_from, shifted, years
from briefing.language.date_words import NEAR_DAYS, NUMBERS, STEPS

ROUND = 10
"""A count of years that it divides is a round one, and says no year."""
SATURDAY, SUNDAY = 5, 6


def near_day(said: Said, at: Setting) -> Period | None:
    """Yesterday, last night, this morning, tomorrow."""
    return shifted(at.base, NEAR_DAYS[str(said["near"]).lower()]) if at.base else None


def today(said: Said, at: Setting) -> Period | None:
    """At the head of a sentence without a verb of another time, "today" may be "nowadays"."""
    return near_day(said, at) if at.tense else None


def weekday(said: Said, at: Setting) -> Period | None:
    """A day of the week: the last such day, or the coming one where the sentence looks ahead."""
    if at.base is None:
        return None
    wanted, now = weekday_said(said), at.base.weekday()
    back, ahead = (now - wanted) % 7, (wanted - now) % 7
    days_of = {
        "last": -(back or 7),
        "this": ahead if at.tense == "ahead" else wanted - now,
        # Before the week is out, it may mean either of two weeks.
        "next": (ahead or 7) if wanted <= now else None,
        "coming": ahead or 7,
        "": {"ahead": ahead, "unsure": None}.get(at.tense or "past", -back),
    }
    count = days_of[str(said["step"] or "").lower()]
    return None if count is None else shifted(at.base, count)


def relative(said: Said, at: Setting) -> Period | None:
    """The last, this or the next week, weekend, month or year."""
    if at.base is None:
        return None
    step = STEPS[str(said["step"]).lower()]
    if said["unit"] == "year":
        return years(at.base.year + step, at.base.year + step)
    if said["unit"] == "month":
        return months_from(at.base, step)
    return _weekend(at.base, step) if said["unit"] == "weekend" else _week(at.base, step)


def weekend(_said: Said, at: Setting) -> Period | None:
    """The weekend that was, or the one to come."""
    if at.base is None or at.tense == "unsure":
        return None
    return _weekend(at.base, 0 if at.tense == "ahead" or at.base.weekday() >= SATURDAY else -1)


def ago(said: Said, at: Setting) -> Period | None:
    """So many days, weeks, months or years ago; None for a vague or round count."""
    count = _count(said)
    if at.base is None or count is None:
        return None
    if said["unit"] == "day":
        return shifted(at.base, -count)
    if said["unit"] == "week":
        return shifted(at.base, -7 * count, slack=3)
    if said["unit"] == "month":
        return months_from(at.base, -count)
    return years(at.base.year - count, at.base.year - count) if said["unit"] == "year" and count % ROUND else None


def this_season(said: Said, at: Setting) -> Period | None:
    """This year's spring, summer or autumn; a winter is part of two years."""
    return years(at.base.year, at.base.year) if at.base and said["season"] != "winter" else None


def _week(base: date, step: int) -> Period | None:
    """A week, which begins on Sunday or on Monday: both are taken in."""
    return shifted(base, 3 - base.weekday() + 7 * step, slack=4)


def _weekend(base: date, step: int) -> Period | None:
    saturday = shifted(base, SATURDAY - base.weekday() + 7 * step)
    sunday = shifted(base, SUNDAY - base.weekday() + 7 * step)
    return saturday.until(sunday) if saturday and sunday else None


def anchored(said: Said, at: Setting) -> Period | None:
    """The same, the following or the previous day, week, month or year; three days later."""
    count = _count(said) if said.get("count") else 1
    way = str(said["way"]).lower()
    sign = {"later": 1, "following": 1, "next": 1, "same": 0, "that": 0}.get(way, -1)
    return _from(at.before, sign * count, str(said["unit"]).lower()) if at.before and count is not None else None


def month_of_year(said: Said, at: Setting) -> Period | None:
    """A month or a day of the year that the text told just before: "in April that year"."""
    year = anchored({**said, "unit": "year"}, at)
    return in_year(year.first.year, said) if year else None


def anchored_weekday(said: Said, at: Setting) -> Period | None:
    """The following Monday, the previous Friday: counted from a day."""
    if at.before is None or at.before.first != at.before.last:
        return None
    base, wanted = at.before.first, weekday_said(said)
    if str(said["way"]).lower() == "following":
        return shifted(base, (wanted - base.weekday()) % 7 or 7)
    return shifted(base, -((base.weekday() - wanted) % 7 or 7))


def _from(before: Period, count: int, unit: str) -> Period | None:
    """As precise as the unit, where what was told is as precise."""
    precision = len(before.iso or "")
    if unit == "year" and precision:
        return years(before.first.year + count, before.first.year + count)
    if unit == "month" and precision >= 7:
        return months_from(before.first, count)
    if unit == "week" and precision == 10:
        return shifted(before.first, 7 * count) if count else _week(before.first, 0)
    if unit in {"day", "morning", "evening", "afternoon", "night"} and precision == 10:
        return shifted(before.first, count)
    return None


def _count(said: Said) -> int | None:
    """How many; None where it is only roughly told."""
    if said.get("vague"):
        return None
    word = str(said["count"]).lower()
    return int(word) if word.isdigit() else NUMBERS[word]
