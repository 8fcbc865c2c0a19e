"""Step 5, rendering: the few words that a document says by itself.

Dates as people write them, first words of a passage, and text made fit for
every format. What enters and what leaves is a string.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from briefing.calendar_names import MONTHS

_SMALL = dict(enumerate(("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")))

# XML cannot hold the first lines, and the last turns round whatever stands behind it. Reading has cleaned the sources,
# but not a file's name, a user's title or a brief.json that somebody changed.
_UNFIT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    r"\ud800-\udfff\ufffe\uffff"
    r"\u202a-\u202e\u2066-\u2069]"
)
_BREAKS = re.compile(r"[\t-\r \x85\u2028\u2029]+")
_ISO_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def plain(text: str) -> str:
    """The text on one line, without characters that a document cannot hold."""
    return _BREAKS.sub(" ", fit(text)).strip()


def fit(text: str) -> str:
    """The text, as long as it was, without characters that a document cannot hold."""
    return _UNFIT.sub("\ufffd", text)


def human_date(date: str) -> str:
    """An ISO 8601 date as people write it, no more precise than it is given."""
    match = _ISO_DATE.fullmatch(date)
    if match is None:
        return plain(date)
    year, month, day = match.groups()
    parts = [str(int(day))] if day else []
    return " ".join([*parts, MONTHS[int(month) - 1], year] if month else [year])


def human_moment(moment: str) -> str:
    """A moment in ISO 8601, UTC, as people write it: “16 September 2023, 08:30 UTC”."""
    day, _, time = moment.partition("T")
    return f"{human_date(day)}, {time[:5]} UTC"


def languages(codes: Sequence[str]) -> list[str]:
    """The English names of languages, by their ISO 639-1 codes."""
    from babel import Locale

    names = Locale("en").languages
    return [str(names.get(code, code)) for code in codes]


def date_range(dates: Sequence[str]) -> str:
    """The first and the last of the dates, or the one there is: “6 to 8 May 2022”.

    A month says nothing that a day of that month does not say better.
    """
    precise = [date for date in dates if not any(other != date and other.startswith(date) for other in dates)]
    first, last = human_date(min(precise)).split(), human_date(max(precise)).split()
    shared = len([*takewhile(lambda pair: pair[0] == pair[1], zip(reversed(first), reversed(last), strict=False))])
    return " ".join(last if first == last else [*first[: len(first) - shared], "to", *last])


def count(number: int, noun: str) -> str:
    """A number with its noun: “1 source”, “2 sources”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def spelled_count(number: int, noun: str) -> str:
    """A number with its noun on one line, small ones in letters: a figure looks like one more citation."""
    figure, _, words = count(number, noun).partition(" ")
    return f"{_SMALL.get(number, figure)}\u00a0{words}"


def not_listed(uncited: int, skipped: int) -> str:
    """What was given beside the sources of a list: “2 more sources were read and are not cited.”."""
    told = []
    if uncited:
        told.append(f"{count(uncited, 'more source')} {'was' if uncited == 1 else 'were'} read and not cited")
    if skipped:
        told.append(f"{count(skipped, 'file')} could not be used")
    return f"{listed(told)}; brief.json names {'it' if uncited + skipped == 1 else 'them'}." if told else ""


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: “2”, “2 and 3”, “2, 3 and 4”."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def first_words(text: str, words: int) -> str:
    """The text, or its first words and an ellipsis where it is clearly longer."""
    parts = plain(text).split(" ")
    return " ".join(parts) if len(parts) <= words + 2 else " ".join(parts[:words]) + " …"


def last_words(text: str, words: int) -> str:
    """The text, or an ellipsis and its last words where it is clearly longer."""
    parts = plain(text).split(" ")
    return " ".join(parts) if len(parts) <= words + 2 else "… " + " ".join(parts[-words:])


def shortened(text: str, characters: int) -> str:
    """The text cut at a word, so that it fits in so many characters."""
    if len(text) <= characters:
        return text
    head = text[: characters - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–—") + "…"
