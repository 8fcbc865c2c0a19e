"""Step 2: whether a sentence tells, where a date stands, of what was or of what is to come.

Enters: a sentence and the place of a date in it. Leaves: a `Tense`. The
nearest verb before the date decides ("The bridge will open, he said on
Monday"); where there is none, the first behind it ("On Monday he said").
"""

import re
from collections.abc import Sequence
from typing import Literal

from briefing.language import gazetteer
from briefing.language.grammar import is_past

Tense = Literal["past", "ahead", "unsure"] | None
"""None where no verb tells; "unsure" for what may have come by now, or not: "was due to open on Friday"."""

EXPECTING = frozenset(
    {"anticipate", "anticipates", "await", "awaits", "expect", "expects", "foresee", "foresees", "predict", "predicts"}
)
"""In the present tense their object is still to come: "expect rain on Friday"."""
MOVED = re.compile(
    r"\b(?:adjourned|brought forward|delayed|moved|postponed|pushed back|put (?:back|off)|rescheduled)(?: [^.;]*)?"
    r" (?:from|to|until|till)(?: the)? $"
)
"""Behind one of these stand the old day and the new one: "put off from 12 July to 2 August"."""
CLOSING = re.compile(r"[’']s (?:clos|open|level\b|price\b|trading\b)")
"""What of a day on the market is told when it is over: "above Friday's close"."""
REACH = 80
"""Characters on either side in which a verb is looked for; one farther off seldom has to do with the date."""
WORD = re.compile(r"\w[\w’'-]*")
MODALS = gazetteer.words("modal")
WERE = frozenset({"was", "were", "been", "being"})
PLANNED = frozenset(
    {"due", "set", "expected", "forecast", "scheduled", "planned", "slated", "supposed", "poised", "going"}
)
PROMISED = re.compile(
    r"(?:agree|ask|decide|hope|intend|need|offer|order|pledge|plan|prepare|promise|threaten|urge|vow|want)"
    r"(?:s|d|ed|ned)?"
)
"""Verbs whose infinitive is still to come: "agreed to meet on Monday"."""
ANNOUNCED = frozenset(
    {"announced", "called", "delayed", "fixed", "moved", "planned", "postponed", "promised", "proposed", "scheduled"}
)
"""What they name may be still to come: "announced elections in October"."""
OPENING = frozenset(
    {"opens", "open", "begins", "begin", "starts", "resumes", "resume", "returns", "expires", "ends", "closes"}
    | {"meets", "meet", "convenes", "convene", "reconvenes", "reopens", "sits", "travels"}
)
"""In the present tense they tell of a calendar: "the summit opens on Monday"."""
TAKES_PLACE = re.compile(r"(?:takes?|comes?|goes|go) (?:effect|place|into|to)")
LIMITS = frozenset({"until", "till", "before"})
"""What ends at a date may have come by now, or not: "was closed until Friday"."""
NEAR = frozenset({"on", "in", "at", "by", "for", "late", "early", "since", "the", "from"})
"""Words that may stand between a verb and its date."""
BE_REACH = 3
"""Words between a participle and the verb that carries it: "will (then be) closed"."""
HEADLINE = 4
"""Words at the start of a sentence among which "to" makes a headline's future: "Junta to free ministers"."""


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the verb that a date belongs to."""
    before = WORD.findall(text, max(0, start - REACH), start)
    if [word.lower() for word in before[-2:]] == ["ahead", "of"]:
        return "ahead"
    tense = next((told for at in reversed(range(len(before))) if (told := _told(before, at))), None)
    if MOVED.search(text, max(0, start - REACH), start):
        return "ahead"
    if CLOSING.match(text, end):
        return "past"
    if tense == "past" and before[-1] in LIMITS:
        return "unsure"
    return tense or _headline(before, start) or _behind(WORD.findall(text, end, end + REACH))


def _behind(words: Sequence[str]) -> Tense:
    return next((told for at in range(len(words)) if (told := _told(words, at, behind=True))), None)


def _told(words: Sequence[str], at: int, *, behind: bool = False) -> Tense:
    """What one word says of the tense, read with its neighbours."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in MODALS or word.endswith(("’ll", "'ll")):
        return "unsure" if following == "have" else "ahead"
    if word == "to":
        return _infinitive(words, at)
    if word in PLANNED and (following == "to" or NEAR.issuperset(words[at + 1 :])):
        return _planned(words[max(0, at - 2) : at], following)
    opens = word in OPENING and words[at - 1 : at] != ["to"] and not behind
    if opens or TAKES_PLACE.fullmatch(f"{word} {following}"):
        return "ahead"
    if word in EXPECTING and not behind:
        return "ahead"
    return _past(words, at, behind=behind) if _is_past(word) else None


def _planned(carrying: Sequence[str], following: str) -> Tense:
    """What is expected, or was: in "the verdict, expected on Friday, …" either."""
    if {"was", "were", "had", "being"}.intersection(carrying):
        return "unsure"
    return "ahead" if following == "to" or {"is", "are", "be", "been"}.intersection(carrying) else "unsure"


def _infinitive(words: Sequence[str], at: int) -> Tense:
    """An infinitive that something makes to come: "are to vote", "agreed to meet", "was to open"."""
    governing = words[max(0, at - BE_REACH) : at]
    if not governing:
        return None
    if governing[-1] in {"is", "are", "be"} or governing[-1] in PLANNED:
        return "unsure" if WERE.intersection(governing) else "ahead"
    if governing[-1] in WERE:
        return "unsure"
    return "ahead" if any(PROMISED.fullmatch(word) for word in governing) else None


def _is_past(word: str) -> bool:
    return word.islower() and (word in {"was", "were", "had", "did"} or is_past(word))


def _past(words: Sequence[str], at: int, *, behind: bool) -> Tense:
    """A past form, unless it is a participle carried by a verb that looks ahead, or announces what comes."""
    carrying, following = words[max(0, at - BE_REACH) : at], next(iter(words[at + 1 :]), "")
    if "be" in carrying:
        to = max(0, at - BE_REACH) + carrying.index("be") - 1
        return (_infinitive(words, to) if to >= 0 and words[to] == "to" else None) or "ahead"
    if words[at] in ANNOUNCED and not behind and words[-1] == "for":
        return "ahead"
    if words[at] in ANNOUNCED and not behind and following != "off" and not NEAR.issuperset(words[at + 1 :]):
        return "unsure"
    return "past"


def _headline(before: Sequence[str], start: int) -> Tense:
    """The future of a headline, which has no other verb: "Junta to free ministers on Friday"."""
    return "ahead" if start <= REACH and "to" in before[1:HEADLINE] else None
