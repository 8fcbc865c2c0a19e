"""Step 2: how numbers are written, and what a source may have meant by them.

Enters: a text. Leaves: figures, each with its value and the bounds within which
another source's number may lie and be the same: "about 300" holds 312 and "2.1
billion" holds 2,130 million; "12" holds 12 alone.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

LISTS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "quantities.toml").read_text("utf-8"))
NUMBERS: dict[str, int] = LISTS["numbers"]
SCALES: dict[str, int] = LISTS["scales"]
SHARES: dict[str, float] = LISTS["shares"]
VAGUE: dict[str, list[int]] = LISTS["vague"]
APPROXIMATORS = {form: side for side, forms in LISTS["approximators"].items() for form in forms}
CURRENCIES = {form.casefold(): name for name, forms in LISTS["currencies"].items() for form in forms}


def either(forms: Iterable[str]) -> str:
    """A pattern for one of several forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_WORD = either([*NUMBERS, *(scale for scale in SCALES if len(scale) > 3)])
_SPELLED = rf"(?:half )?(?:an? (?=(?:{either(SCALES)})\b))?(?:{_WORD})\b(?:(?:-| and | | and a half )(?:{_WORD})\b)*"
_SHARE = either([*SHARES, *(share.replace(" ", "-") for share in SHARES)])
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = either(form for form in CURRENCIES if not form[-1].isalpha())
_MEASURE = rf"(?:{either(LISTS['measures'])})\b"
_MONEY = either(form for form in CURRENCIES if form[-1].isalpha())
AMOUNT = re.compile(
    rf"\b(?P<vague>{either(VAGUE)})\b"
    rf"|\b(?P<share>{_SHARE})(?= (?:of|the|its|their|all)\b)"
    rf"|(?<![\w.,:/])(?:(?P<sign>{_SIGN}|(?:{_MONEY})(?= ?\d)) ?)?"
    rf"(?:(?P<digits>{_DIGITS})(?P<short>(?:{either(SCALES)}|m)\b)?|(?P<spelled>{_SPELLED}))"
    rf"(?P<scale>[ -](?:{either(SCALES)})\b)?"
    rf"(?:(?P<percent> ?%|[ -]per ?cent\b| percentage points?\b)|[ -]?(?P<money>{_MONEY})\b)?"
    rf"(?![.:/]?\d|(?!{_MEASURE})\w)",
    re.IGNORECASE,
)
APPROXIMATE = re.compile(rf"(?:^|\W)({either(APPROXIMATORS)}) (?:the |an estimated |(?:a |another ))?$", re.IGNORECASE)
REACH = 32
"""Characters before a number in which a word stands that leaves it open."""
RANGE = re.compile(r" ?[-–] ?| (?:to|and) ", re.IGNORECASE)
ROUNDED = 0.1
"""The most by which a number with a scale, a point or a percent sign may be rounded, as a share of it."""
ZEROS = 0.025
"""The same for a large number that ends in zeros: "10,000" may be 10,200, but "300" is not 312."""
AROUND, BEYOND, LEAST = 0.2, 0.2, 0.05
"""How far from its number "about", "more than" and "at least" reach at most; a toll of "at least 20" is not 25."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a text writes it.

    Attributes:
        start: where it begins.
        end: where it ends, its unit included.
        value: the number; the middle of a range.
        low: the least that may be meant.
        high: the most.
        unit: "%", or a currency's name.
        approximate: whether the text leaves the number open.
        scale: what its digits are multiplied by; the number before "to" shares it.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str | None = None
    approximate: bool = False
    scale: float = 1


def figures(text: str) -> Iterator[Figure]:
    """The numbers of a text, in order; two that bound a range are one."""
    held: Figure | None = None
    for match in AMOUNT.finditer(text):
        found = _bounded(_figure(match), text)
        if held and (joined := _joined(held, found, text)):
            held = joined
            continue
        if held:
            yield held
        held = found
    if held:
        yield held


def _figure(match: re.Match[str]) -> Figure:
    """A number by itself, with the bounds that rounding gives it."""
    start, end = match.span()
    if match["vague"]:
        low, high = VAGUE[match["vague"].casefold()]
        return Figure(start, end, (low + high) / 2, low, high, approximate=True)
    if match["share"]:
        share = SHARES[match["share"].casefold().replace("-", " ")]
        return Figure(start, end, share, share, share, "%", approximate=True)
    written = (match["digits"] or "").replace(",", "")
    number = float(written) if written else spelled(match["spelled"])
    is_dozen = not written and "dozen" in match["spelled"].casefold()
    scale = _scale(match["scale"] or match["short"] or "")
    unit = "%" if match["percent"] else CURRENCIES.get((match["sign"] or match["money"] or "").strip().casefold())
    value = number * scale
    decimals = len(written.partition(".")[2])
    near = min(scale / 2 / 10**decimals, ROUNDED * value) if scale > 1 or decimals or unit == "%" else 0.0
    if not near and value >= 1000 and value % 100 == 0:
        near = ZEROS * value
    return Figure(start, end, value, value - near, value + near, unit, is_dozen, scale)


def _scale(word: str) -> float:
    """What a scale multiplies by; "m" behind digits is a million."""
    return SCALES.get(word.strip(" -").casefold(), 1_000_000) if word else 1


def spelled(words: str) -> float:
    """The value of a number in words: 240 for "two hundred and forty"."""
    total, current = 0.0, 0.0
    for word in re.split(r"[ -]", words.casefold()):
        if word == "half":
            current += 0.5
        elif word in NUMBERS:
            current += NUMBERS[word]
        elif SCALES.get(word, 0) in {12, 100}:
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
    return total + current


def _bounded(figure: Figure, text: str) -> Figure:
    """The figure as the words before it leave it open."""
    match = APPROXIMATE.search(text, max(0, figure.start - REACH), figure.start)
    side = APPROXIMATORS[match[1].casefold()] if match else "around"
    if match is None and (not figure.approximate or figure.low < figure.high):
        return figure
    value = figure.value
    near = min(max(_place(value) / 2, value * AROUND / 2), value * AROUND)
    low, high = {
        "around": (value - near, value + near),
        "below": (value - near, value),
        "above": (value, value * (1 + BEYOND)),
        "least": (value, value * (1 + LEAST) if _place(value) > 1 else value),
        "most": (value * (1 - BEYOND), value),
    }[side]
    return replace(figure, start=match.start(1) if match else figure.start, low=low, high=high, approximate=True)


def _place(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 300."""
    place = 1.0
    while value >= 10 * place and value % (10 * place) == 0:
        place *= 10
    return place


def _joined(lower: Figure, upper: Figure, text: str) -> Figure | None:
    """The range between two numbers, if the words between make them one; "from 12 to 17" is a change."""
    between = text[lower.end : upper.start]
    before = text[max(0, lower.start - REACH) : lower.start].casefold()
    is_range = RANGE.fullmatch(between) and (between != " and " or before.endswith("between "))
    if (
        not is_range
        or (between == " to " and before.endswith("from "))
        or (lower.unit and upper.unit and lower.unit != upper.unit)
    ):
        return None
    shared = upper.scale if lower.scale == 1 and lower.value < upper.value / upper.scale else 1
    low = lower.value * shared
    if low >= upper.value:
        return None
    return replace(
        upper, start=lower.start, value=(low + upper.value) / 2, low=low, high=upper.value,
        unit=upper.unit or lower.unit, approximate=True,
    )  # fmt: skip
