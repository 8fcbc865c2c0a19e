"""Step 2: whether four digits are a year.

Enters: a match with a group `year`. Leaves: yes or no, by the words on both
sides: "in 2015", "the disputed 2017 election" and "(2018)" are years, "2000
villages", "page 2012", "Agenda 2030" and "the 2007 Tour de France" are not.
"""

import re

from spacy.lang.en.stop_words import STOP_WORDS

from briefing.language.date_words import COUNTED
from briefing.language.grammar import is_past

BEFORE = re.compile(r"(\w+(?:[’'-]\w+)*\.?)?(\W*)$")
AFTER = re.compile(r" ([^\W\d_][\w’-]*)")
REACH = 30
"""Characters before the number in which the word before it stands."""
COUNTS = re.compile(rf"[0-9.,/:–—]*[0-9]|/| ?%| [0-9]| {COUNTED}")
NAMED = re.compile(r" [A-Z][\w-]*+(?: [A-Z][\w-]*+)*+(?! [a-z]{5,})")
"""A name that the year is part of; in "the 2015 Algiers peace accord" a noun shows that it is none."""
IN_TIME = frozenset({"in", "since", "until", "till", "during", "before", "after", "between", "by", "through", "late"})
THE = frozenset({"the", "this", "its", "their", "his", "her", "our", "that", "a", "an", "early", "mid", "circa"})
LOOSE = frozenset({"and", "or", "to", "of", "for", "from", "as", "than", "about", "around", "on", "said", "says"})


def is_year(match: re.Match[str]) -> bool:
    """Whether the digits name a year, and count nothing."""
    text, (start, end) = match.string, match.span("year")
    if COUNTS.match(text, end):
        return False
    following = AFTER.match(text, end)
    noun = following.group(1) if following and _may_be_noun(following.group(1)) else ""
    plural = noun.endswith("s") and not noun.endswith("ss")
    if plural and text[start:end].endswith("00"):
        return False
    before = BEFORE.search(text, max(0, start - REACH), start)
    word, gap = (before.group(1) or "", before.group(2)) if before else ("", "")
    if not word or gap.strip(" ") or word.lower() in IN_TIME:
        return True
    return _is_year_after(word, noun, plural=plural) and not (word.lower() == "the" and NAMED.match(text, end))


def _is_year_after(word: str, noun: str, *, plural: bool) -> bool:
    """Whether a year may stand behind a word that does not ask for one."""
    if word.lower() in THE or word.endswith(("’s", "'s")):
        return True
    if word.lower() in LOOSE:
        return not noun
    if not noun:
        return is_past(word)
    return word.islower() and not plural


def _may_be_noun(word: str) -> bool:
    return len(word) > 3 and word.islower() and word not in STOP_WORDS and not is_past(word)


def are_years(match: re.Match[str]) -> bool:
    """Whether two numbers are years in order; behind a stroke, of two years in a row: "2022/23"."""
    first, last = int(match["year"]), int(match["year"][: 4 - len(match["last"])] + match["last"])
    return last == first + 1 if match["mark"] == "/" else last > first
