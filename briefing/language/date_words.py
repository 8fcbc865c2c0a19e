"""Step 2: the parts that expressions of dates are made of, as patterns.

English only. What has a name is a named group; every pattern holds each group
at most once, so that parts can be put together freely.
"""

import re

from briefing import calendar_names

MONTHS = {name: number for number, name in enumerate(calendar_names.SHORT_MONTHS, start=1)}
WEEKDAYS = {name: number for number, name in enumerate(calendar_names.SHORT_WEEKDAYS)}
"""By their first three letters."""
NUMBERS = {
    name: number
    for number, name in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"an": 1, "one": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Those that stand on one day of every year."""

NEAR_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}

_FULL = "|".join(calendar_names.MONTHS)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
TO = r" ?(?:[-–—]|\b(?:to|and|until|through)\b) ?"

MONTH = rf"(?P<month>{_FULL}|{_SHORT})"
LAST_MONTH = rf"(?P<last_month>{_FULL}|{_SHORT})"
CERTAIN_MONTH = "(?P<month>January|February|July|September|October|November|December)"
"""Months that are no words and no names."""
DAY = rf"(?P<day>{_DAY})"
LAST_DAY = rf"(?P<last_day>{_DAY})"
YEAR = r"(?P<year>1[89][0-9]{2}|20[0-9]{2})"
ANY_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
"""Behind a month, older years are years too."""
WEEKDAY = rf"(?P<weekday>{'|'.join(calendar_names.WEEKDAYS)})"
WEEKDAY_OF_DAY = r"(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\.?,? (?:the )?"
"""The weekday before a day of a month."""
ON = rf"(?:{WEEKDAY_OF_DAY})?"
PART = r"(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)(?:-| in | )|[Mm]id)?"
"""Which part of a month or a year; the ISO date does not tell."""
TIME = r"(?: (?:early |late )?(?:morning|afternoon|evening|night)\b)?"
STEP = r"(?P<step>[Ll]ast|[Tt]his|[Nn]ext)"
STEPS = {"last": -1, "this": 0, "next": 1}
COUNT = rf"(?P<count>[0-9]{{1,3}}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"
VAGUE = (
    "(?:[Aa]bout|[Aa]round|[Aa]lmost|[Aa]t least|[Nn]early|[Oo]ver|[Uu]nder|[Rr]oughly|[Ss]ome"
    "|(?:[Mm]ore|[Ll]ess) than|[Jj]ust (?:over|under))"
)
COUNTED = (
    r"(?:people|persons|men|women|children|civilians|refugees|troops|soldiers|fighters|workers|families|homes|houses"
    r"|dollars|euros|pounds|tonnes|tons|barrels|hectares|acres|kilometres|kilometers|km|metres|meters|miles|feet|pages"
    r"|percent|per cent|points|votes|voters|jobs|times|years|months|weeks|days|hours|minutes)\b"
)
"""What makes a figure before it a count."""
_ZONE = r"(?: (?:GMT|UTC|[A-Z]{1,3}[SD]?T|local time)\b)?"
_CLOCK = (
    rf"(?:(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?: ?[ap]\.?m\b\.?)?{_ZONE}"
    rf"|1?[0-9] ?[ap]\.?m\b\.?{_ZONE}|[Nn]oon|[Mm]idnight)"
)
CLOCK_REACH = 30
"""Characters before a day in which its time of day stands."""
CLOCK_BEFORE = re.compile(rf"(?<![\w.:])(?:{_CLOCK})(?:,? on|,)? (?:the )?$")
CLOCK_BEHIND = re.compile(rf",?(?: (?:about|after|around|at|before|by|from|shortly after))* (?:{_CLOCK})(?!\w)")
OF_DAY = r"(?:[T ][0-2][0-9]:[0-5][0-9](?::[0-9]{2})?(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
"""The time of day behind an ISO date."""
