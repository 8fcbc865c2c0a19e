"""Step 5, rendering: how the words that a document says by itself are put together.

Phrases with what is put in, in the form that a number asks for; dates as people
write them, first words of a passage, and text made fit for every format. What
enters and what leaves is a string.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from briefing.model import InLanguage
from briefing.render.words import Counted, Words

if TYPE_CHECKING:
    from babel import Locale

_CUSTOMS = {"en": "en-GB"}
"""The country whose customs a language has here, where it is not the one that CLDR takes for all."""
_PLACE = re.compile(r"\{(\w+)\}")
# XML cannot hold the first lines, and the last turns round whatever stands behind it. Reading has cleaned the sources,
# but not a file's name, a user's title or a brief.json that somebody changed.
_UNFIT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    r"\ud800-\udfff\ufffe\uffff"
    r"\u202a-\u202e\u2066-\u2069]"
)
_WITH_SPACE = re.compile(r"\S+\s*")
_BREAKS = re.compile(r"[\t-\r \x85\u2028\u2029]+")
_ISO_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?")
_ISO_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def plain(text: str) -> str:
    """The text on one line, without characters that a document cannot hold."""
    return _BREAKS.sub(" ", fit(text)).strip()


def fit(text: str) -> str:
    """The text, as long as it was, without characters that a document cannot hold."""
    return _UNFIT.sub("\ufffd", text)


def phrase(text: str, /, **values: object) -> str:
    """A phrase with what is put in; what is put in is never read as a phrase again."""
    return _PLACE.sub(lambda match: str(values.get(match[1], match[0])), text)


def places(text: str) -> frozenset[str]:
    """The names of what is put into a phrase."""
    return frozenset(_PLACE.findall(text))


def human_date(date: str, words: Words) -> str:
    """An ISO 8601 date as people write it, no more precise than it is given."""
    match = _ISO_DATE.fullmatch(date)
    if match is None:
        return plain(date)
    year, month, day = match.groups()
    if month is None:
        return year
    name = _months("wide", words.language)[int(month) - 1]
    if day is None:
        return phrase(words.month_of_year, month=name, year=year)
    return phrase(words.date, day=_day(int(day), words), month=name, year=year)


def short_month(month: int, words: Words) -> str:
    """The name of a month, as short as the language has it."""
    return _months("abbreviated", words.language)[month - 1]


def short_day(day: int, month: int, words: Words) -> str:
    """A day of a month, as short as the language has it."""
    return phrase(words.day_of_month, day=_day(day, words), month=short_month(month, words))


def human_moment(moment: str, words: Words) -> str:
    """A moment in ISO 8601, UTC, as people write it: “16 September 2023, 08:30 UTC”."""
    day, _, time = moment.partition("T")
    return phrase(words.moment, date=human_date(day, words), time=time[:5], zone="UTC")


def embargoed(until: str, words: Words) -> str:
    """An embargo as people write it; a moment in ISO 8601 in words, with the moment itself behind them."""
    if not (match := _ISO_MOMENT.fullmatch(until)):
        return until
    day, time, zone = match.groups("")
    named = {"": "", "Z": "UTC"}.get(zone, f"UTC{zone}")
    date = human_date(day, words)
    moment = phrase(words.moment, date=date, time=time, zone=named).rstrip() if time else date
    return f"{words.embargo} {moment} ({until})"


def language_names(codes: Sequence[str], words: Words) -> list[str]:
    """The names of languages, by their ISO 639-1 codes."""
    names = locale(words.language).languages
    return [str(names.get(code, code)) for code in codes]


def date_range(dates: Sequence[str], words: Words) -> str:
    """The first and the last of the dates, or the one there is: “6 to 8 May 2022”.

    A month says nothing that a day of that month does not say better.
    """
    precise = [date for date in dates if not any(other != date and other.startswith(date) for other in dates)]
    ends = min(precise), max(precise)
    first, last = (_WITH_SPACE.findall(human_date(date, words)) for date in ends)
    shared = len([*takewhile(lambda pair: pair[0] == pair[1], zip(reversed(first), reversed(last), strict=False))])
    if first == last:
        return "".join(last)
    between = words.days if all(len(date) == len("2023-09-16") for date in ends) else words.dates
    return phrase(between, first="".join(first[: len(first) - shared]).rstrip(), last="".join(last))


def count(forms: Counted, number: int, words: Words, /, **values: object) -> str:
    """A phrase in the form that its number asks for: “1 source”, “2 sources”."""
    from babel.numbers import format_decimal

    at = locale(words.language)
    return phrase(_form(forms, number, words), n=format_decimal(number, locale=at), **values)


def spelled_count(forms: Counted, number: int, words: Words) -> str:
    """The same with small numbers in letters: a figure looks like one more citation."""
    if number >= len(words.numerals):
        return count(forms, number, words)
    return phrase(_form(forms, number, words), n=words.numerals[number])


def not_listed(uncited: int, skipped: int, words: Words) -> str:
    """What was given beside the sources of a list: “2 more sources were read and not cited; see brief.json.”."""
    forms = ((words.more_read, uncited), (words.more_unusable, skipped))
    told = [count(form, number, words) for form, number in forms if number]
    return phrase(words.named_in_data, told=listed(told, words)) if told else ""


def in_languages(counts: Sequence[InLanguage], words: Words) -> str:
    """How many sources are in which languages: “3 sources in French and 1 source in German”."""
    names = language_names([one.language for one in counts], words)
    told = (count(words.sources_in, one.sources, words, language=name) for one, name in zip(counts, names, strict=True))
    return listed([*told], words)


def set_aside(counts: Sequence[InLanguage], words: Words) -> str:
    """The same as a sentence: “3 sources in French and 1 source in German were set aside.”; nothing of none."""
    total = sum(one.sources for one in counts)
    return count(words.set_aside, total, words, told=in_languages(counts, words)) if counts else ""


def listed(parts: Sequence[str], words: Words) -> str:
    """Words as a list in a sentence: “2”, “2 and 3”, “2, 3 and 4”."""
    from babel.lists import format_list

    return format_list(parts, locale=locale(words.language))


def told(text: str, words: Words) -> str:
    """What an earlier step says in English, in the language of the document where its words know the phrase."""
    for english, said in words.told.entries.items():
        if match := _pattern(english).fullmatch(text):
            values = match.groupdict()
            return phrase(said, **values | {"field": words.told.get(values.get("field", ""), values.get("field", ""))})
    return text


@cache
def locale(language: str) -> "Locale":
    """What CLDR knows of a language, or else of the language that it is a kind of."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_CUSTOMS.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.split("-", maxsplit=1)[0])


@cache
def _months(width: Literal["wide", "abbreviated"], language: str) -> tuple[str, ...]:
    # British customs call the ninth month “Sept”, which is longer than any other.
    names = locale(language if language != "en" else "en-US").months["format"][width]
    return tuple(str(names[month]) for month in range(1, 13))


def _day(day: int, words: Words) -> str:
    return words.first_day if day == 1 else str(day)


def _form(forms: Counted, number: int, words: Words) -> str:
    """The form of a phrase for a number."""
    form = locale(words.language).plural_form(number)
    return forms.get(str(number), forms.get(form, forms.get("other", "")))


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """What a phrase looks like with something put in."""
    parts = _PLACE.split(english)
    return re.compile("".join(f"(?P<{part}>.+)" if n % 2 else re.escape(part) for n, part in enumerate(parts)))


def first_words(text: str, words: int) -> str:
    """The text, or its first words and an ellipsis where it is clearly longer."""
    parts = plain(text).split(" ")
    return " ".join(parts) if len(parts) <= words + 2 else " ".join(parts[:words]) + " …"


def last_words(text: str, words: int) -> str:
    """The text, or an ellipsis and its last words where it is clearly longer."""
    parts = plain(text).split(" ")
    return " ".join(parts) if len(parts) <= words + 2 else "… " + " ".join(parts[-words:])


def capital(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]


def shortened(text: str, characters: int) -> str:
    """The text cut at a word, so that it fits in so many characters."""
    if len(text) <= characters:
        return text
    head = text[: characters - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–—") + "…"
