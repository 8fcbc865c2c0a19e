"""Step 2: how English writes dates, each way with what it means.

Enters: a sentence's text. Leaves: the expressions in it, none of which overlap,
as long as they can be. The rules stand in families; a family is tried only
where a sentence has the sign that all its expressions have.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from briefing.language import date_meanings as means
from briefing.language import date_relative as counted
from briefing.language.date_meanings import Said, Setting
from briefing.language.date_periods import Period
from briefing.language.date_tense import MOVED
from briefing.language.date_words import (
    ANY_YEAR,
    CERTAIN_MONTH,
    CLOCK_BEFORE,
    CLOCK_BEHIND,
    CLOCK_REACH,
    COUNT,
    COUNTED,
    DAY,
    HOLIDAYS,
    LAST_DAY,
    LAST_MONTH,
    MONTH,
    NEAR_DAYS,
    OF_DAY,
    ON,
    PART,
    STEP,
    TIME,
    TO,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
)
from briefing.language.date_years import are_years, is_year

Meaning = Callable[[Said, Setting], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a date.

    Attributes:
        pattern: the words.
        meaning: what they mean.
        counts: whether it counts from the day on which it is said, which for a quotation nobody knows.
        alone: whether it is the name of a month or a day and little more, and so may be a person's.
        holds: whether a match is a date, where the words alone do not tell.
    """

    pattern: re.Pattern[str]
    meaning: Meaning
    counts: bool = False
    alone: bool = False
    holds: Callable[[re.Match[str]], bool] | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as a text writes it; offsets are those of the text."""

    start: int
    end: int
    said: Said
    rule: Rule


def _rule(pattern: str, meaning: Meaning, **traits: Any) -> Rule:
    """A rule whose words stand by themselves."""
    return Rule(re.compile(rf"(?<![\w-])(?<![0-9][.,])(?:{pattern})(?!\w|-[0-9])"), meaning, **traits)


def _behind(*words: str) -> str:
    """A place behind one of the words."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words) + ")"


_THE = "(?:[Tt]he )?"
_THE_NTH = "(?:[Tt]he (?=[0-9]+[a-z]))?"
_OF_YEAR = rf"(?:,? (?:of )?{ANY_YEAR})?"
_YEARS = rf"{YEAR}(?:[-–/][0-9]{{2,4}})?"
_FISCAL = "(?:[Ff]iscal|[Ff]inancial|[Tt]ax)"
_QUARTER = "(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)"
_SEASON = "(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_YEAR_BY = "(?P<year_by>last|this|next) year"
_SUCH = "(?P<way>[Ss]ame|[Ff]ollowing|[Pp]revious|[Tt]hat)"
_STRETCH = "(?P<unit>day|morning|afternoon|evening|night|week|month|year)"
_CENTURY = (
    "(?:[0-9]{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_NEAR_DAY = f"(?i:{'|'.join(NEAR_DAYS)})"
_HOLIDAY = "(?i:" + "|".join(HOLIDAYS).replace("'", "['’]") + ")"
_IN = _behind(
    "[Ii]n", "[Ss]ince", "[Uu]ntil", "till", "[Dd]uring", "[Tt]hroughout", "end of", "start of", "beginning of"
)
_AROUND = _behind("[Bb]y", "[Bb]efore", "[Aa]fter", "[Ff]or", "[Ff]rom", "[Oo]f", "to")
_BETWEEN = _behind("[Ff]rom", "[Bb]etween")
_DAYS_OF_NOTE = ("Ash", "Black", "Bloody", "Cyber", "Daily", "Easter", "Good", "Holy", "Maundy", "Palm", "Super")
_NO_NAME = "".join(rf"(?<!\b{word} )" for word in (*_DAYS_OF_NOTE, "[Ee]ach", "[Ee]very"))
_NO_TITLE = (
    r"(?! (?:Club|Express|Herald|Independent|League|Mail|Mirror|Night Li(?:ve|ghts)|Post|Star|Telegraph|Times|World)\b)"
)
_ENDS = r"(?=$|[^\w ]| (?:and|at|but|by|for|from|in|of|or|to|when|where|with)\b)"


def _is_run(match: re.Match[str]) -> bool:
    """Whether all days from one to the other are meant; not so in "moved from 12 July to 2 August"."""
    return not MOVED.search(match.string, 0, match.start())


_WITH_MONTH = (
    _rule(rf"{ON}{_THE_NTH}{DAY}[ -](?:of )?{MONTH},?[ -]{ANY_YEAR}", means.stated),
    _rule(rf"{ON}{MONTH} (?:the )?{DAY},? {ANY_YEAR}", means.stated),
    _rule(rf"{ON}{_THE_NTH}{DAY}{TO}(?:the )?{LAST_DAY} (?:of )?{MONTH}{_OF_YEAR}", means.days, holds=_is_run),
    _rule(rf"{ON}{MONTH} {DAY}{TO}{LAST_DAY}{_OF_YEAR}", means.days, holds=_is_run),
    _rule(
        rf"{ON}{_THE_NTH}{DAY} (?:of )?{MONTH}{TO}(?:the )?{LAST_DAY} (?:of )?{LAST_MONTH}{_OF_YEAR}",
        means.days,
        holds=_is_run,
    ),
    _rule(rf"{ON}{MONTH} {DAY}{TO}{LAST_MONTH} {LAST_DAY}{_OF_YEAR}", means.days, holds=_is_run),
    _rule(rf"{ON}{MONTH} (?:the )?{DAY}(?! {COUNTED}|[.,:]?[0-9])", means.unstated),
    _rule(rf"{ON}{_THE_NTH}{DAY} (?:of )?{MONTH}", means.unstated),
    _rule(rf"{PART}{MONTH},? (?:of )?{ANY_YEAR}", means.stated),
    _rule(rf"{MONTH}{TO}{LAST_MONTH},? (?:of )?{ANY_YEAR}", means.days, holds=_is_run),
    _rule(rf"{_BETWEEN}{MONTH}{TO}{LAST_MONTH}", means.days, holds=_is_run),
    _rule(rf"(?:{DAY} (?:of )?|{PART}){MONTH},? (?:of )?{_YEAR_BY}", means.unstated, counts=True),
    _rule(rf"{MONTH} {DAY},? (?:of )?{_YEAR_BY}", means.unstated, counts=True),
    _rule(rf"(?:{DAY} (?:of )?)?{MONTH} (?:of )?{_THE}{_SUCH} year", counted.month_of_year),
    _rule(rf"{STEP} {MONTH}", means.unstated, counts=True, alone=True),
    _rule(rf"{_IN}{PART}{MONTH}", means.unstated, alone=True),
    _rule(rf"(?:[Ee]arly|[Ll]ate|[Mm]id)[- ]{MONTH}", means.unstated, alone=True),
    _rule(rf"{_AROUND}{PART}{CERTAIN_MONTH}", means.unstated),
    _rule(rf"{CERTAIN_MONTH}(?=['’]s\b)", means.unstated),
    _rule(rf"{_behind('[Tt]he')}{CERTAIN_MONTH}(?= [a-z])", means.unstated),
)
_WITH_WEEKDAY = (
    _rule(
        rf"(?:(?:[Tt]h(?:e|is) )?(?P<step>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming) )?{_NO_NAME}{WEEKDAY}{TIME}{_NO_TITLE}",
        counted.weekday,
        counts=True,
        alone=True,
    ),
    _rule(rf"{_THE}(?P<way>[Ff]ollowing|[Pp]revious) {WEEKDAY}{TIME}", counted.anchored_weekday),
)
_WITH_DIGIT = (
    _rule(rf"{YEAR}-(?P<month>0[1-9]|1[0-2])-{DAY}{OF_DAY}", means.stated),
    _rule(rf"(?P<one>[0-3]?[0-9])(?P<mark>[/.-])(?P<two>[0-3]?[0-9])(?P=mark){YEAR}", means.figures),
    _rule(rf"{YEAR}(?P<mark>[-–—/])(?P<last>(?:1[89]|20)?[0-9]{{2}})(?!/)", means.run_of_years, holds=are_years),
    _rule(rf"(?<![$€£#.,/–—]){PART}{YEAR}", means.stated, holds=is_year),
    _rule(r"(?<=[Ii]n )(?P<year>1[0-7][0-9]{2})(?=$|[^\w ,.]|[,.](?![0-9])| (?:and|by|to|when)\b)", means.stated),
    _rule(rf"{_THE}{PART}(?:1[0-9]|20)[0-9]0s", means.unknown),
    _rule(r"AD [1-9][0-9]{0,3}|[1-9][0-9]{0,4} ?(?:BCE?|CE|AD)", means.unknown),
    _rule(r"9/11(?!/)", means.september_11),
    _rule(rf"(?<=[Oo]n )the (?P<day>[0-3]?[0-9](?:st|nd|rd|th)){_ENDS}", means.day_alone),
    _rule(r"FY ?(?:20)?[0-9]{2}(?:[-–/][0-9]{2,4})?|Q[1-4]", means.unknown),
    _rule(rf"[QH][1-4](?: of)? {YEAR}", means.stated),
)
_WITH_WORD = (
    _rule("^(?P<near>Today)(?!['’])", counted.today, counts=True),
    _rule(
        f"(?P<near>(?i:{'|'.join(NEAR_DAYS)}))(?: morning| afternoon| evening| night)?", counted.near_day, counts=True
    ),
    _rule(rf"{PART}(?<![Tt]he ){STEP} (?P<unit>week|weekend|month|year)", counted.relative, counts=True),
    _rule(r"(?<=[Oo]ver |. [Aa]t )the weekend", counted.weekend, counts=True),
    _rule(rf"{PART}[Tt]his {_SEASON}", counted.this_season, counts=True),
    _rule(rf"(?:[Ll]ast|[Nn]ext) {_SEASON}", means.unknown),
    _rule(rf"(?:(?P<vague>{VAGUE}) )?{COUNT} {UNIT} ago", counted.ago, counts=True),
    _rule(rf"(?:(?P<vague>{VAGUE}) )?{COUNT} {UNIT} (?P<way>later|earlier)(?! than)", counted.anchored),
    _rule(r"[Tt]he (?P<way>[Nn]ext) (?P<unit>day|morning|afternoon|evening|night)", counted.anchored),
    _rule(rf"{PART}{_THE}{_SUCH} {_STRETCH}", counted.anchored),
    _rule(rf"{_THE}{PART}(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all)(?: of|,)? {YEAR}", means.stated),
    _rule(rf"{_THE}{PART}[Ww]inter(?: of|,)? {_YEARS}", means.unknown),
    _rule(rf"{_THE}{_QUARTER} (?:quarter|half)(?: of)? {YEAR}", means.stated),
    _rule(rf"[Tt]he {_QUARTER} quarter", means.unknown),
    _rule(rf"{_THE}{_FISCAL} (?:years? )?{_YEARS}", means.unknown),
    _rule(rf"{_THE}{_YEARS} {_FISCAL} year", means.unknown),
    _rule(rf"{_THE}{_QUARTER} quarter of (?:the )?{_FISCAL} (?:year )?{_YEARS}", means.unknown),
    _rule(rf"{_THE}{PART}{_CENTURY} century(?: BCE?)?", means.unknown),
    _rule(rf"(?P<holiday>{_HOLIDAY})(?:,? (?:of )?{YEAR})?", means.holiday),
)
_FAMILIES = (
    (re.compile(MONTH), _WITH_MONTH),
    (re.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"), _WITH_WEEKDAY),
    (re.compile("[0-9]"), _WITH_DIGIT),
    (
        re.compile(
            r"(?i)\b(?:yesterday|to(?:day|night|morrow)|week|weekend|month|year|day|morning|afternoon|evening|night|ago|later"
            r"|earlier|spring|summer|autumn|fall|winter|quarter|half|fiscal|financial|tax|century|eve|halloween)\b"
        ),
        _WITH_WORD,
    ),
)
"""The rules, by the sign that a text must have for any of them to hold."""


def expressions(text: str) -> list[Expression]:
    """The dates of a text in their order; of two that overlap, the one that begins first and is longer."""
    rules = [rule for sign, rules in _FAMILIES if sign.search(text) for rule in rules]
    found = [expression for rule in rules for expression in _written(text, rule)]
    chosen: list[Expression] = []
    for expression in sorted(found, key=lambda expression: (expression.start, -expression.end)):
        if not chosen or expression.start >= chosen[-1].end:
            chosen.append(expression)
    return chosen


def _written(text: str, rule: Rule) -> Iterator[Expression]:
    for match in rule.pattern.finditer(text):
        if rule.holds is None or rule.holds(match):
            said = match.groupdict()
            start, end = _with_clock(text, match) if _is_day(said) else match.span()
            yield Expression(start, end, said, rule)


def _is_day(said: Said) -> bool:
    return any(said.get(part) for part in ("day", "weekday", "near"))


def _with_clock(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The time of day is part of the date that it stands beside."""
    before = CLOCK_BEFORE.search(text, max(0, match.start() - CLOCK_REACH), match.start())
    after = CLOCK_BEHIND.match(text, match.end())
    return before.start() if before else match.start(), after.end() if after else match.end()
