"""Step 3: what a thing cannot be at once: agreed and refused, called and called off.

Enters: two sentences. Leaves: whether one takes a stance and the
other the opposed one, where a sentence that takes both tells a change; and
whether one tells what somebody asks for, or what is put off, and the other does not.
"""

import re
from functools import lru_cache

from briefing.model import Sentence

OFF = r"call(?:ed|s) off|cancel(?:l?ed|s)|postpone[ds]?|scrapped|shelved"
"""What was to be and is not, or not at its time."""
STANCES = (
    (r"held|going ahead|goes? ahead|went ahead|takes? place|took place|called (?!off)",
     rf"{OFF}|suspended"),
    (r"accept(?:ed|s)?|agree[ds]?|approve[ds]?|backed|endorse[ds]?|support(?:ed|s)",
     r"block(?:ed|s)|declined?|demand(?:ed|s)?|oppose[ds]?|refuse[ds]?|reject(?:ed|s)?|veto(?:ed|es)|voted down"),
    (r"convict(?:ed|s)|found guilty", r"acquit(?:ted|s)?|cleared|found not guilty"),
    (r"climb(?:ed|s)?|gain(?:ed|s)|grew|grows|increase[ds]?|jump(?:ed|s)|rises?|risen|rose|surge[ds]?",
     r"decline[ds]?|decrease[ds]?|dropp?(?:ed|s)|falls?|fallen|fell|plunge[ds]?|shrank|sank|slump(?:ed|s)"),
    (r"add(?:ed|s)|create[ds]?|hire[ds]?", r"axe[ds]?|cut|cuts|shed"),
    (r"opened|opens|reopen(?:ed|s)", r"closed|closes|shut|shuts"),
    (r"arrest(?:ed|s)?|detain(?:ed|s)|jailed", r"freed|released?"),
    (r"wins?|won", r"lose|loses|lost"),
    (r"joined|joins", r"left|quit|quits|withdraws?|withdrew|withdrawn"),
    (r"resumed?|resumes", r"halt(?:ed|s)|stopp?(?:ed|s)|suspend(?:ed|s)"),
    (r"impose[ds]?", r"lift(?:ed|s)"),
    (r"survive[ds]?", r"died|dies|killed"),
    (r"confirm(?:ed|s)", r"den(?:ied|ies)"),
)  # fmt: skip
"""Words for what a thing cannot be at once, the one and the other."""
SIDES = {
    (n, side == 0): re.compile(rf"\b(?:{words})\b")
    for n, sides in enumerate(STANCES)
    for side, words in enumerate(sides)
}
ANY = re.compile(rf"\b(?:{'|'.join(words for sides in STANCES for words in sides)})\b")
SMALL = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that are read as others, and that `lower` leaves as they are or takes apart."""

BEGUN, ENDED = (
    re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)
    for verbs in (
        r"beg[aiu]ns?|broke out|called (?!off)|erupt(?:ed|s)|launch(?:ed|es)|opened|opens|start(?:ed|s)?",
        r"call(?:ed|s)? off|closed|closes|conclude[ds]?|end(?:ed|s)?|finish(?:ed|es)?|over",
    )
)
"""What tells of the first day of a thing, and of its last."""
ASKED = re.compile(
    r"\b(?:appeal(?:ed|s|ing)? (?:for|to)|ask(?:ed|s|ing)?(?:(?: [\w’'-]+){0,5}? to|(?: [\w’'-]+){1,4}? for)"
    r"|call(?:ed|s|ing)? (?:for|on)"
    r"|demand(?:ed|s|ing)?|insist(?:ed|s) on|plead(?:ed|s)|press(?:ed|es|ing)? for|request(?:ed|s)"
    r"|seek(?:s|ing)?|sought|urg(?:ed|es|ing))\b",
    re.IGNORECASE,
)
"""What somebody wants of another, who may not do it."""
PUT_OFF = re.compile(rf"\b(?:{OFF}|delay(?:ed|s)|push(?:ed|es) back|put off)\b", re.IGNORECASE)
"""The same, or what is to be later."""
MAIN = re.compile(r"(?:(?!\b(?:after|because|before|if|since|when|where|which|while|who|whom|whose)\b).)*", re.DOTALL)
"""A sentence up to its first subordinate clause."""


def another_standing(left: Sentence, right: Sentence) -> bool:
    """Whether one sentence tells that something is asked for, or put off, and the other does not."""
    return standing(left) != standing(right)


def standing(sentence: Sentence) -> tuple[bool, bool]:
    """Whether a sentence tells that something is asked for, and whether that it is put off."""
    return _standing(sentence.text)


@lru_cache(maxsize=1 << 18)
def _standing(text: str) -> tuple[bool, bool]:
    main = MAIN.match(text)
    told = main.group() if main else text
    return ASKED.search(told) is not None, PUT_OFF.search(told) is not None


def at_other_stages(left: Sentence, right: Sentence) -> bool:
    """Whether one sentence tells how a thing began and the other how it ended, or they are opposed."""
    ours, theirs = ((bool(BEGUN.search(one.text)), bool(ENDED.search(one.text))) for one in (left, right))
    return (any(ours) and any(theirs) and ours != theirs) or opposed(left, right)


def taken(sentence: Sentence) -> frozenset[tuple[int, bool]]:
    """The stances that a sentence takes, each as the matter and the side."""
    return _stances(sentence.text)


def opposed(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences take opposed stances in one matter, and neither of them both."""
    ours, theirs = _stances(left.text), _stances(right.text)
    return bool(ours and theirs) and any((n, not yes) in theirs - ours and (n, yes) not in theirs for n, yes in ours)


@lru_cache(maxsize=1 << 18)
def _stances(text: str) -> frozenset[tuple[int, bool]]:
    # One look at the text for the words of all sides: most sentences have none.
    small = text.lower() if text.isascii() else text.translate(SMALL).lower()
    return frozenset().union(*map(_sides, ANY.findall(small)))


@lru_cache(maxsize=1 << 10)
def _sides(words: str) -> frozenset[tuple[int, bool]]:
    """Those that these words stand for. Some of them have to be followed by another word."""
    return frozenset(side for side, pattern in SIDES.items() if pattern.match(f"{words.strip()} on"))
