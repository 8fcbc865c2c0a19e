"""Step 3: common nouns for one thing that do not mean the same: a takeover is no merger.

Enters: sentences. Leaves: what some sources call one thing and others another.
Writers use such nouns loosely, so they are compared only where each source keeps
to one of them and two clauses share a name and a day, or where somebody says
outright what he calls it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from briefing.merge.days import other_dates
from briefing.merge.likeness import LEAST, clauses, telling
from briefing.model import Sentence, Span

RIVALS = (
    ("accord|agreement", "charter", "memorandum", "pact", "treaty"),
    ("state of emergency", "state of disaster", "state of alert", "state of siege", "state of war", "martial law"),
    ("acquisition|buyout|takeover", "merger"),
    ("coup|putsch", "mutiny", "revolution", "uprising"),
    ("accident", "attack|bombing", "sabotage"),
    ("murder", "manslaughter"),
    ("embezzlement", "fraud", "theft", "bribery"),
    ("lockout", "strike|walkout|stoppage"),
    ("epidemic", "pandemic"),
    ("ceasefire|truce", "armistice", "peace agreement|peace treaty"),
)
"""Nouns of one kind of thing; those that mean the same stand together."""
OF_ONE = tuple(tuple(re.compile(rf"\b(?:{term})s?\b", re.IGNORECASE) for term in rivals) for rivals in RIVALS)
ANY = re.compile("|".join(term.pattern for terms in OF_ONE for term in terms), re.IGNORECASE)
CALLED = (
    r"\b(?:call(?:ed|s|ing)|describ(?:ed?|es|ing)|dubb(?:ed|ing)|label(?:l?ed|s)|term(?:ed|s))\b[^.;:,]*?\b(?:an? )"
)
"""What stands before a noun that somebody chooses."""


@dataclass(frozen=True, slots=True)
class Use:
    """A term in a sentence: the narrowest clause that has it, its words, and whether it is chosen outright."""

    clause: Sentence
    text: str
    span: Span
    is_chosen: bool


def differing(sentences: Sequence[Sentence]) -> Iterator[tuple[str, dict[str, list[Span]]]]:
    """What the terms are about, and for each where it stands."""
    using = [sentence for sentence in sentences if ANY.search(sentence.text)]
    for rivals in OF_ONE:
        uses = [[use for sentence in using for use in _uses(term, sentence)] for term in rivals]
        for ours, theirs in combinations(filter(None, uses), 2):
            shared = _in_common(ours, theirs)
            if shared is not None:
                found: defaultdict[str, list[Span]] = defaultdict(list)
                for term in (ours, theirs):
                    found[term[0].text] += [use.span for use in term]
                yield shared, found


def _uses(term: re.Pattern[str], sentence: Sentence) -> Iterator[Use]:
    for match in term.finditer(sentence.text):
        if match[0].islower():
            start, end = sentence.start + match.start(), sentence.start + match.end()
            *_, clause = (one for one in clauses(sentence) if one.start <= start and end <= one.end)
            is_chosen = re.search(f"{CALLED}$", sentence.text[: match.start()]) is not None
            yield Use(clause, match[0], Span(sentence.source, start, end), is_chosen)


def _in_common(ours: Sequence[Use], theirs: Sequence[Use]) -> str | None:
    """What two terms are both used of; None where they may be of two things."""
    if _is_chosen(ours, theirs) or _is_chosen(theirs, ours):
        return " or ".join(sorted({ours[0].text, theirs[0].text}))
    if not {use.span.source for use in ours}.isdisjoint(use.span.source for use in theirs):
        return None
    besides = {*ours[0].text.split(), *theirs[0].text.split()}
    told = [[(use.clause, telling(use.clause, besides)) for use in uses] for uses in (ours, theirs)]
    pairs = (
        (left, right) for left, own in told[0] for right, other in told[1] if _is_of_one_thing(left, right, own & other)
    )
    named = (_shared_names(left, right) for left, right in pairs)
    return next((", ".join(names) for names in named if names), None)


def _is_chosen(ours: Sequence[Use], theirs: Sequence[Use]) -> bool:
    """Whether a source chooses a term outright, and another one uses the other term."""
    choosing = {use.span.source for use in ours if use.is_chosen}
    return bool(choosing) and any(use.span.source not in choosing for use in theirs)


def _is_of_one_thing(left: Sentence, right: Sentence, shared: AbstractSet[str]) -> bool:
    if other_dates(left, right):
        return False
    same_day = not {mention.date for mention in left.dates if mention.date}.isdisjoint(one.date for one in right.dates)
    return len(shared) + same_day >= LEAST


def _shared_names(left: Sentence, right: Sentence) -> list[str]:
    return [name for name in _names(left) if name in _names(right)]


def _names(clause: Sentence) -> dict[str, None]:
    proper = (phrase for phrase in clause.phrases if phrase[0].isupper() and not clause.text.startswith(phrase))
    return dict.fromkeys((*(entity.name for entity in clause.entities), *proper))
