"""Step 2: the numbers of a sentence and what they count.

Enters: a sentence's text and its dates, which are no quantities. Leaves: what is
counted and what became of it, so that "12 people were killed", "killed 12
people" and "the death toll rose to 12" are one thing and "12 were injured" is
another; and the numbers that only name one of several: "stage 13", "the second
round". No parser: what is counted stands beside its number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.language.gazetteer import words
from briefing.language.grammar import is_past
from briefing.language.numerals import LISTS, NUMBERS, Figure, either, figures
from briefing.language.stems import stem
from briefing.model import DateMention, Quantity

STATES = {form: state for state, forms in LISTS["states"].items() for form in forms}
PEOPLE = frozenset(LISTS["nouns"]["people"])
PLURAL = frozenset(LISTS["nouns"]["plural"])
ENDS = frozenset(LISTS["nouns"]["ends"])
NUMBERED = frozenset(LISTS["nouns"]["numbered"])
MEASURES: dict[str, str] = LISTS["measures"]
ORDINALS: dict[str, int] = LISTS["ordinals"]
ANYBODY = "people"
"""What is counted where a sentence says what became of them and not who they are."""
LONGEST = 4
"""Words behind a number among which its noun is."""
REACH = 80
"""Characters before a number in which "the death toll" is its own."""

_STATE = either(STATES)
WORD = re.compile(r"(?:[ -]|(?<=\d))([A-Za-z][\w’'-]*)")
SKIPPED = re.compile(r"(?: of)?(?: (?:the|its|their|all|more|other|additional|further)\b)*", re.IGNORECASE)
OLD = re.compile(r"-year-old\b| years? old\b", re.IGNORECASE)
AGED = re.compile(r"\baged (?:\d+(?:, | and |, and ))*$", re.IGNORECASE)
STATE_BEHIND = re.compile(
    r"(?:, including [^,.;]{0,80})?,?(?: (?:are|be|been|being|confirmed|feared|found|had|has|have|is|left|more|now"
    rf"|officially|others?|presumed|reported|reportedly|still|was|were|who))*[ -]({_STATE})\b",
    re.IGNORECASE,
)
FATE = re.compile(rf" (?:{either(form for form in STATES if ' ' in form)})\b", re.IGNORECASE)
STATE_BEFORE = re.compile(
    rf"\b({_STATE})(?: (?:all|another|of|the|total|a))*(?: the lives of)? $|\bclaimed (?:the )?(lives) of (?:the )?$",
    re.IGNORECASE,
)
TOLL = re.compile(
    r"\btoll\b[^.;:,“”]*$"
    r"|\b(?:deaths|fatalities)(?: ha[ds]| have)? (?:climbed|fell|grew|jumped|risen|rose|stands? at|stood at)(?: to)? $",
    re.IGNORECASE,
)
LOST = re.compile(r"\b(?:claim(?:ed|ing|s)?|cost(?:ing|s)?|lost|t(?:aken?|akes|aking|ook)) $", re.IGNORECASE)
"""Before lives, of which others may be saved."""
LOST_BEHIND = re.compile(r" (?:(?:had|has|have|been|were) )+lost\b", re.IGNORECASE)
NUMBER_OF = re.compile(rf"\bnumber of (?:people )?(?:the )?({_STATE})\b[^.;:,“”]*$", re.IGNORECASE)
BEFORE = re.compile(
    r"\b([A-Za-z][\w-]+)(?: (?:are|at|be|been|climbed|dropped|fell|grew|had|has|hit|increased|is|jumped|of|reached|rose"
    r"|stands|stood|the|to|was|were|will|worth|would))+ $"
)
"""What a share or a sum is of, said before it: "turnout was 53%", "a fine of $3 million"."""
JOINT = re.compile(r",? (?:and|or) |, ")
"""Between two counts that share what became of them: "killing 12 soldiers and two civilians"."""
PART = re.compile(r" (?:out )?of (?:(?:the|its|their|all) )?")
"""Between a part and the whole, "12 of the 30 passengers": what became of them is told of the part."""
NONE = re.compile(r"\bno one$", re.IGNORECASE)
KNOWN = re.compile(r"\b(?:both|her|his|its|other|our|the|their|these|those)(?: [a-z]+)? $", re.IGNORECASE)
KNOWN_TO = 9
"""Up to this, "the three countries" is a name of those whom the text has told and counts nothing."""
_NUMBER = rf"\d{{1,4}}|(?i:{either(NUMBERS)})"
_FOLLOW = r"(?=$|[,;:)”\"’]|\.(?!\d)| (?!(?:million|billion|people|percent|per cent)\b)[a-z]*[a-rt-z]\b| says\b|s\b)"
"""What may stand behind a label; a plural does not: "in part 12 people went"."""
LABEL = re.compile(
    rf"\b(?P<noun>(?i:{either(NUMBERED)})|[A-Z][a-z]{{2,}}) (?:[Nn]o\. ?|[Nn]umber )?(?P<number>{_NUMBER})\b{_FOLLOW}"
    rf"|\b(?P<no>No\. ?)(?P<bare>\d+)\b"
)
ORDINAL = re.compile(
    rf"\b(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>(?i:{either(ORDINALS)})))[ -]"
    r"(?P<noun>[a-z]{3,}(?:-final)?)\b"
)
SCORE = re.compile(r"(?<![\w.,-])(?P<ours>\d{1,3})[-–](?P<theirs>\d{1,3})(?![\w.,-]*\d| ?%)")

COUNTING = [*NUMBERS, *ORDINALS, *LISTS["vague"], *LISTS["shares"], *LISTS["scales"]]
MAY_COUNT = re.compile(rf"\d|\b(?:{either(COUNTING)})\b", re.IGNORECASE)
DIGIT, WHOLE = re.compile(r"\d"), re.compile(r"\w+")
SIGNALLING = frozenset(form.casefold().rpartition(" ")[2] for form in COUNTING)
"""The last words of what may count; a text that has none of them, and no figure, counts nothing."""


def quantities(text: str, start: int, dates: Iterable[DateMention]) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in order.

    Args:
        text: the sentence's text.
        start: where it begins in its document.
        dates: its dates.
    """
    if not _may_count(text):
        return ()
    blanked = _blanked(text, ((mention.start - start, mention.end - start) for mention in dates))
    named = [*_labels(blanked), *_scores(blanked)]
    blanked = _blanked(blanked, ((one.start, one.end) for one in named))
    found = sorted([*named, *_counts(blanked)], key=lambda one: one.start)
    return tuple(replace(one, start=one.start + start, end=one.end + start) for one in found)


def _may_count(text: str) -> bool:
    if not DIGIT.search(text) and SIGNALLING.isdisjoint(WHOLE.findall(text.casefold())):
        return False
    return MAY_COUNT.search(text) is not None


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans blotted out, all offsets as they were."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [text[at:start], "·" * (end - max(start, at))]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _labels(text: str) -> Iterator[Quantity]:
    """The numbers that name one of several."""
    for match in LABEL.finditer(text):
        noun, number = (match["noun"] or "no").casefold(), match["number"] or match["bare"]
        if noun in NUMBERED or noun == "no" or (match.start() and noun not in ENDS and not _is_verb(noun)):
            yield _label(match.start(), match.end(), noun, NUMBERS.get(number.casefold()) or float(number))
    for match in ORDINAL.finditer(text):
        noun = match["noun"]
        number = int(match["figure"] or ORDINALS[match["word"].casefold()])
        if noun in NUMBERED or (number > 1 and noun not in ENDS and not _is_verb(noun)):
            yield _label(match.start(), match.end(), noun, number)


def _label(start: int, end: int, noun: str, number: float) -> Quantity:
    return Quantity(start, end, number, number, number, stem(noun), about=noun, label=True)


def _scores(text: str) -> Iterator[Quantity]:
    """The two numbers of a result, "3-1"; what goes up ("12-15") is a range."""
    for match in SCORE.finditer(text):
        if int(match["ours"]) >= int(match["theirs"]):
            for side in ("ours", "theirs"):
                number = int(match[side])
                yield Quantity(match.start(), match.end(), number, number, number, side, unit="score", about="score")


@dataclass(frozen=True, slots=True)
class _Noun:
    """What stands behind a number: its words, the head among them, and where they end."""

    said: str
    head: str
    end: int


def _counts(text: str) -> Iterator[Quantity]:
    found = [one for one in figures(text) if not NONE.search(text, max(0, one.start - 3), one.end)]
    told = [one for n, one in enumerate(found) if not _is_former(found, n, text)]
    nouns = [_noun(text, one.end, one.value) for one in told]
    wholes = [n for n in range(1, len(told)) if PART.fullmatch(text, told[n - 1].end, told[n].start)]
    for n in reversed(wholes):
        nouns[n - 1] = nouns[n]
    states = _states(text, told, nouns)
    for n in wholes:
        states[n] = ""
    for one, noun, state in zip(told, nouns, states, strict=True):
        if counted := _quantity(text, one, noun, state):
            yield counted


def _is_former(told: Sequence[Figure], n: int, text: str) -> bool:
    """Whether a number is the one before a change, "rose from 12 to 17", "to 17 from 12"."""
    one = told[n]
    if not text.endswith(("from ", "From "), 0, one.start):
        return False
    return text.startswith(" to ", one.end) or (n > 0 and text.endswith(" to ", 0, told[n - 1].start))


def _noun(text: str, end: int, value: float) -> _Noun:
    """The noun phrase behind a number, up to a verb, a function word or a stop."""
    if FATE.match(text, end):
        return _Noun("", "", end)
    skipped = SKIPPED.match(text, end)
    first = at = skipped.end() if skipped else end
    is_compound = text.startswith("-", end)
    run: list[str] = []
    ends: list[int] = []
    while len(run) < LONGEST and (match := WORD.match(text, at)) and not _ends(match[1], run):
        run.append(match[1])
        at = match.end()
        ends.append(at)
    if not run:
        return _Noun("", "", end)
    head = 0 if is_compound else _head(run, value)
    return _Noun(text[first : ends[head]].lstrip(" -"), run[head].casefold(), ends[head])


def _ends(word: str, run: Sequence[str]) -> bool:
    """Whether a word is no part of the noun phrase that a number opens."""
    lower = word.casefold()
    return lower in ENDS | words("auxiliary") or (
        bool(run) and (lower in STATES or (word.islower() and _is_verb(lower)))
    )


def _is_verb(word: str) -> bool:
    """As far as its form tells; the plurals of nouns that are verbs too are nouns behind a number."""
    return is_past(word) and word not in STATES


def _head(run: Sequence[str], value: float) -> int:
    """The index of the noun among the words: the first plural, else the last."""
    if value != 1:
        for n, word in enumerate(run):
            if word.casefold() in PLURAL | PEOPLE or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
                return n
    return len(run) - 1


def _states(text: str, told: Sequence[Figure], nouns: Sequence[_Noun]) -> list[str]:
    """The word for what became of those who are counted, for each number; empty where nothing tells."""
    found = []
    taken = 0
    for one, noun in zip(told, nouns, strict=True):
        word = "" if one.unit else _state(text[max(taken, one.start - REACH) : one.start], noun, text)
        found.append(word)
        behind = STATE_BEHIND.match(text, noun.end)
        taken = behind.end() if behind else one.end
    return _shared(text, told, nouns, found)


def _state(before: str, noun: _Noun, text: str) -> str:
    if noun.head in STATES and (noun.head not in PEOPLE or LOST.search(before) or LOST_BEHIND.match(text, noun.end)):
        return noun.head
    beside = STATE_BEFORE.search(before) or STATE_BEHIND.match(text, noun.end) or NUMBER_OF.search(before)
    if beside:
        return str(next(filter(None, beside.groups()))).casefold()
    return "dead" if TOLL.search(before) else ""


def _shared(text: str, told: Sequence[Figure], nouns: Sequence[_Noun], found: list[str]) -> list[str]:
    """The states, with what two joined counts have in common: "12 soldiers and two civilians were killed"."""
    joined = [
        JOINT.fullmatch(text, ours.end, one.start) is not None for ours, one in zip(nouns, told[1:], strict=False)
    ]
    for n in [*range(len(joined)), *reversed(range(len(joined)))]:
        if joined[n] and bool(found[n]) != bool(found[n + 1]):
            found[n] = found[n + 1] = found[n] or found[n + 1]
    return found


def _quantity(text: str, one: Figure, noun: _Noun, state: str) -> Quantity | None:
    """A number with what it counts; None where nothing tells that."""
    old = OLD.match(text, one.end)
    if old or AGED.search(text, max(0, one.start - REACH), one.start):
        return _made(one, _normal(_noun(text, old.end(), 1).head) if old else "", None, "age", "age")
    if one.unit:
        before = BEFORE.search(text, max(0, one.start - REACH), one.start)
        head = noun.head or (before[1].casefold() if before else "")
        return _made(one, _normal(head), None, one.unit, noun.said or head)
    if state:
        anybody = not noun.head or noun.head in PEOPLE or noun.head in STATES
        told = f"{ANYBODY if anybody else noun.said} {STATES[state]}"
        return _made(one, ANYBODY if anybody else _normal(noun.head), STATES[state], None, told)
    is_name = one.value <= KNOWN_TO and KNOWN.search(text, max(0, one.start - REACH), one.start)
    if is_name or not noun.head:
        return None
    return _made(one, ANYBODY if noun.head in PEOPLE else _normal(noun.head), None, None, noun.said)


def _made(one: Figure, counted: str, state: str | None, unit: str | None, about: str) -> Quantity:
    return Quantity(one.start, one.end, one.value, one.low, one.high, counted, state, unit, about, one.approximate)


def _normal(noun: str) -> str:
    """The normal form of a noun, "kilometre" for "km"."""
    return stem(MEASURES.get(noun, noun))
