"""Step 3: what keeps two sentences apart, however alike their words are.

Two sentences that give different numbers for the same thing, or different dates,
tell different facts or disagree; either way they are no support for each other.
"""

import re
from collections.abc import Iterator

from briefing.model import Sentence

QUANTITY = re.compile(
    r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)(?: (million|billion|thousand|percent|per cent))?(?:[ -]([A-Za-z]+))?"
)
WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
WORD_QUANTITY = re.compile(rf"\b({'|'.join(WORDS)}) (million |billion |thousand |hundred )?([a-z]+)", re.IGNORECASE)
NEGATION = re.compile(r"\b(not|no|never|nobody|none|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)


def quantities(sentence: Sentence) -> dict[str, set[str]]:
    """The numbers of a sentence by what they count: `{"soldier": {"12"}}`. Dates are no quantities."""
    found: dict[str, set[str]] = {}
    for noun, number in _quantities(_without_dates(sentence)):
        found.setdefault(noun, set()).add(number)
    return found


def _quantities(text: str) -> Iterator[tuple[str, str]]:
    for match in QUANTITY.finditer(text):
        number, scale, noun = match.groups()
        yield (noun or scale or "").lower().rstrip("s"), f"{number.replace(',', '')} {scale or ''}".strip()
    for match in WORD_QUANTITY.finditer(text):
        number, scale, noun = match.groups()
        yield noun.lower().rstrip("s"), f"{WORDS[number.lower()]} {scale or ''}".strip()


def _without_dates(sentence: Sentence) -> str:
    text = sentence.text
    for mention in reversed(sentence.dates):
        text = text[: mention.start - sentence.start] + text[mention.end - sentence.start :]
    return text


def conflict(left: Sentence, right: Sentence) -> str | None:
    """`"number"` or `"date"` where two sentences contradict each other, else None."""
    ours, theirs = quantities(left), quantities(right)
    if any(noun and ours[noun].isdisjoint(theirs[noun]) for noun in ours.keys() & theirs.keys()):
        return "number"
    if _apart(_days(left), _days(right)):
        return "date"
    return None


def _days(sentence: Sentence) -> list[str]:
    return [mention.date for mention in sentence.dates if mention.date]


def _apart(ours: list[str], theirs: list[str]) -> bool:
    """No date of one side is, or holds, a date of the other."""
    return bool(ours and theirs) and not any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def negated(sentence: Sentence) -> bool:
    """Whether the sentence says that something is not so."""
    return NEGATION.search(sentence.text) is not None
