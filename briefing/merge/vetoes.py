"""Step 3: what keeps two sentences apart, however alike their words are.

Two sentences that give different numbers for the same thing, or different dates,
or of which one denies, tell different facts or disagree; either way they are no
support for each other.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.model import Sentence

QUANTITY = re.compile(
    r"(?<![\w.,])([$€£]?)(\d[\d,]*(?:\.\d+)?)(?: (million|billion|thousand))?"
    r"( ?%| percent\b| per cent\b)?(?:[ -]([A-Za-z]+))?"
)
LABEL = re.compile(
    r"\b([a-z]{3,}) (\d+)\b(?=$|[,;:)]|\.(?!\d)| (?:and|at|by|from|in|is|of|on|to|was)\b)", re.IGNORECASE
)
"""A number behind its noun names one of several: "stage 13", "article 5"."""
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
WORD_QUANTITY = re.compile(rf"\b({'|'.join(WORDS)}) (million |billion |thousand |hundred )?([a-z]+)", re.IGNORECASE)
NO_NOUNS = frozenset({
    "about", "after", "almost", "and", "are", "at", "by", "for", "from", "had", "has", "have", "in", "into", "is",
    "least", "more", "most", "nearly", "of", "on", "or", "others", "over", "than", "that", "the", "their", "to", "was",
    "were", "when", "who", "with",
})  # fmt: skip
"""What stands behind a number and says nothing of what it counts."""


def quantities(sentence: Sentence) -> dict[str, set[str]]:
    """The numbers of a sentence by what they count: `{"soldier": {"12"}}`. Dates are no quantities."""
    counted = _quantities(_without_dates(sentence))
    return _by_noun((noun.rstrip("s"), number) for noun, number in counted if noun and noun not in NO_NOUNS)


def _quantities(text: str) -> Iterator[tuple[str, str]]:
    for match in QUANTITY.finditer(text):
        currency, number, scale, percent, noun = match.groups()
        counted = currency or ("percent" if percent else (noun or scale or "").lower())
        yield counted, f"{number.replace(',', '').rstrip('.')} {scale or ''}".strip()
    for match in WORD_QUANTITY.finditer(text):
        number, scale, noun = match.groups()
        yield noun.lower(), f"{WORDS[number.lower()]} {scale or ''}".strip()


def _labels(sentence: Sentence) -> dict[str, set[str]]:
    """The numbered things of a sentence: `{"stage": {"13"}}`."""
    named = ((noun.lower(), number) for noun, number in LABEL.findall(_without_dates(sentence)))
    return _by_noun((noun, number) for noun, number in named if noun not in NO_NOUNS)


def _by_noun(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for noun, number in pairs:
        found.setdefault(noun, set()).add(number)
    return found


def _without_dates(sentence: Sentence) -> str:
    text = sentence.text
    for mention in reversed(sentence.dates):
        text = text[: mention.start - sentence.start] + text[mention.end - sentence.start :]
    return text


def conflict(left: Sentence, right: Sentence) -> str | None:
    """What keeps two sentences apart, if anything does.

    Returns:
        `"number"`, `"date"` or `"denial"` where they contradict each other, `"other"` where they tell of two things of
        one kind.
    """
    if _contradict(_labels(left), _labels(right)):
        return "other"
    if _contradict(quantities(left), quantities(right)):
        return "number"
    if _apart(_days(left), _days(right)):
        return "date"
    return "denial" if left.negated != right.negated else None


def _contradict(ours: dict[str, set[str]], theirs: dict[str, set[str]]) -> bool:
    return any(ours[noun].isdisjoint(theirs[noun]) for noun in ours.keys() & theirs.keys())


def _days(sentence: Sentence) -> list[str]:
    return [mention.date for mention in sentence.dates if mention.date]


def _apart(ours: list[str], theirs: list[str]) -> bool:
    """No date of one side is, or holds, a date of the other."""
    return bool(ours and theirs) and not any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)
