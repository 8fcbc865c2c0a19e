"""Step 2: whether a clause tells a happening at its date.

Enters: a parsed sentence, one of its dates and the clause that it stands in. Leaves: how far the clause tells what
happened then, or None: for a date within a name, a state, a count, a condition, or what somebody merely says.
"""

import re

from briefing.language.date_tense import MOVED, OPENING, PLANNED
from briefing.language.gazetteer import speaking, words
from briefing.language.predications import Clause, Parsed
from briefing.language.stretches import Stretch
from briefing.model import DateMention, Weight

STATES = frozenset({
    "averaged", "believed", "belonged", "consisted", "cost", "earned", "employed", "existed", "expected", "feared",
    "felt", "hoped", "included", "intended", "kept", "knew", "known", "lacked", "lived", "meant", "needed",
    "numbered", "owned", "preferred", "remained", "seemed", "stood", "stayed", "thought", "totaled", "totalled",
    "wanted", "weighed",
})  # fmt: skip
"""Verbs that tell how things were, and no happening."""
PLANS = frozenset({"expected", "feared", "planned", "scheduled", "slated"})
"""Participles of what may not have come: "the strike that had been planned for Friday"."""
ACTS = frozenset({
    "acknowledged", "admitted", "agreed", "announced", "apologised", "apologized", "asked", "called", "conceded",
    "confirmed", "declared", "demanded", "denied", "ordered", "pledged", "proclaimed", "promised", "proposed", "ruled",
    "threatened", "urged", "vowed", "warned",
})  # fmt: skip
"""Verbs of speech that do something by being said."""
UNREAL = frozenset({"can", "could", "may", "might", "must", "should"})
CONDITIONS = frozenset({"if", "unless", "whether", "until"})
PHRASE = 2
"""Words at most between the beginning of a phrase that says when and its date: "early on Friday"."""
EVENTS = frozenset({
    "accident", "agreement", "ambush", "assault", "attack", "ballot", "blast", "bombing", "ceasefire", "collapse",
    "conference", "coup", "crash", "deal", "drought", "earthquake", "election", "elections", "eruption", "explosion",
    "fire", "flood", "invasion", "killing", "landslide", "massacre", "merger", "outbreak", "pact", "poll", "polls",
    "protest", "protests", "quake", "raid", "rebellion", "referendum", "revolt", "revolution", "riot", "riots",
    "run-off", "shooting", "storm", "strike", "summit", "takeover", "treaty", "trial", "truce", "uprising", "verdict",
    "vote", "war",
})  # fmt: skip
"""Nouns that tell a happening by themselves."""
NEWS = frozenset({"has", "have", "will"})
"""Verbs that tell what is new on the day on which it is said."""
HAS = frozenset({"has", "have"})
WILL = frozenset({"will", "shall", "would"})
PAST = frozenset({"was", "were", "had"})
APPOINTED = PLANNED | {"called", "fixed"}
BEING = frozenset({"is", "are", "be"})
DENIALS = frozenset({"never", "not", "no"})
COMPARED = re.compile(r"\b(?:than|compared|up from|down from|as (?:in|of)|since \w[^,]*)\b[^,]*$", re.IGNORECASE)
"""Words before a date that set it beside another: "up from 55 percent in 2020", "the lowest since the vote in 2020"."""
DEADLINE = re.compile(r"\b(?:until|till|before|after|than|between the)(?: the)? $", re.IGNORECASE)
SET_BESIDE = re.compile(r"\b(?:above|at|below|from|of|over|than|to|under) $")
OF_DAY = re.compile(r"\b(?:afternoon|beginning|day|end|evening|morning|night|start|week|weekend) of (?:the )?$")
THROUGH_NOUN = re.compile(
    r"\b(?:after|amid|before|despite|during|following|since)(?! (?:on|in|at)\b)(?: [\w’'-]+){1,6} (?:in|on|of|last) ?$",
    re.IGNORECASE,
)
"""A date that belongs to a noun behind a preposition: "after a coup in July"."""


def weight(parsed: Parsed, mention: DateMention, at: int, clause: Clause) -> Weight | None:
    """How far a clause tells what happened at a date of its; `at` is the date's unit."""
    if clause.stretch.word in CONDITIONS:
        return None
    if _is_name(parsed, at):
        return "named" if _names_event(parsed, at) else None
    before = _before(parsed, mention, clause)
    if _is_owner(parsed, at, before) or not _is_beside(at, clause):
        return None
    if not _is_when(before, mention, parsed.group(clause)):
        return None
    told = _told(parsed, clause)
    if told is None:
        return "named" if clause.stretch.opener == "" and _names_event(parsed, at) else None
    return "named" if before.endswith("since ") or THROUGH_NOUN.search(before) else told


# --- the date -------------------------------------------------------------------------------------


def _is_owner(parsed: Parsed, at: int, before: str) -> bool:
    """Whether what is the day's own is only set beside something: "below Friday's close"."""
    return parsed.kinds[at + 1 : at + 2] == "s" and SET_BESIDE.search(before) is not None


def _before(parsed: Parsed, mention: DateMention, clause: Clause) -> str:
    """The words before a date; in a clause that hangs on another, from where that begins."""
    opened = parsed.units[clause.stretch.first].start if clause.stretch.opener else mention.start
    return parsed.text(opened if opened < mention.start else parsed.sentence.start, mention.start)


def _is_name(parsed: Parsed, at: int) -> bool:
    """Whether the date is part of a name: "the 2015 agreement"."""
    around = parsed.kinds[max(0, at - 1) : at + 2]
    following = parsed.units[at + 1 : at + 2]
    return any(unit.lower in EVENTS for unit in following) or re.fullmatch("[dWCE]D[WCEV]", around) is not None


def _names_event(parsed: Parsed, at: int) -> bool:
    """Whether a noun beside the date tells a happening: "a coup in July", "Sunday's vote"."""
    return any(unit.lower in EVENTS for unit in parsed.units[max(0, at - 3) : at + 4])


def _is_when(before: str, mention: DateMention, group: list[str]) -> bool:
    """Whether the words before a date let it say when something happens, `group` being the verbs of the clause."""
    word = (before.split() or [""])[-1].lower()
    if COMPARED.search(before) or DEADLINE.search(before):
        return False
    if word in {"to", "from"} and MOVED.search(before):
        return word == "to"
    match word:
        case "for":
            return not APPOINTED.isdisjoint(group) and PAST.isdisjoint(group)
        case "from":
            return len(mention.said) > len("2012")
        case "since":
            return not HAS.isdisjoint(group)
    return word not in {"to", "of"} or OF_DAY.search(before) is not None


def _is_beside(at: int, clause: Clause) -> bool:
    """Whether a phrase beside the clause is its date, and no more than that."""
    phrase = next((part for part in (*clause.fronted, *clause.parts[1:]) if at in part), None)
    return phrase is None or at - phrase.start <= PHRASE


# --- the verb -------------------------------------------------------------------------------------


def _told(parsed: Parsed, clause: Clause) -> Weight | None:
    """How far the verb of a clause tells a happening."""
    stretch, group = clause.stretch, set(parsed.group(clause))
    if group & UNREAL or group & DENIALS:
        return None
    if stretch.verb is None or stretch.opener in {"G", "v"}:
        return "named" if stretch.opener == "v" else "told"  # "the firm, founded in 1921, …" is told by the way
    verbs = [unit.lower for unit in parsed.units[stretch.verb : stretch.behind] if unit.kind == "V"]
    if not verbs:
        return "told" if _is_to_come(parsed, clause) else None
    if verbs[-1] in STATES or (verbs[-1] in PLANS and not group & BEING):
        return None
    acts = verbs[-1] in ACTS and (clause is parsed.main or _has_object(parsed, stretch))
    if acts or not _says(parsed, stretch, verbs[-1]):
        return "told"
    return "said" if stretch.opener == "" and _reports_news(parsed, clause) else None


def _says(parsed: Parsed, stretch: Stretch, verb: str) -> bool:
    """Whether a verb only reports; "recalled 4,000 doses" does not."""
    return verb in speaking() or (verb in words("telling") and not _has_object(parsed, stretch))


def _has_object(parsed: Parsed, stretch: Stretch) -> bool:
    return stretch.behind < stretch.last and parsed.kinds[stretch.behind] in "dNECWvt"


def _is_to_come(parsed: Parsed, clause: Clause) -> bool:
    """Whether something is to come, in a form that has no participle: "will sell", "is to meet", "opens"."""
    stretch, group = clause.stretch, parsed.group(clause)
    if "S" in parsed.kinds[stretch.verb or 0 : stretch.behind]:
        return group[-1] in OPENING
    if not BEING.isdisjoint(group) and (not PLANNED.isdisjoint(group) or parsed.kinds[stretch.behind :][:1] == "t"):
        return True
    return not WILL.isdisjoint(group) and group[-1] not in {"be", "have"}


def _reports_news(parsed: Parsed, clause: Clause) -> bool:
    """Whether what is said stands before it and has just become so: "has risen to 14, the mayor said on Monday"."""
    first = parsed.main
    return (
        first is not clause
        and first.stretch.first < clause.stretch.first
        and not NEWS.isdisjoint(parsed.group(first)[:1])
    )
