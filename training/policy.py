"""Training, step 2: one policy for labels that the corpora draw differently.

PERSON, ORG and LOC are people, bodies and places; a state that acts stays a
LOC. NORP is a people, nation, religion or conviction as an adjective or a noun
("Syrian", "the Kurds", "Muslim"), whatever a corpus calls it; a party or an
armed group under its own name is an ORG. EVENT is an election, war, battle,
tournament or conference. MISC, works and products and other names, is there so
that the model does not take them for one of the rest. A span has no leading
article and no title ("the", "President").
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from training.samples import UNCLEAR, Mark, apart

DATA = Path(__file__).parent / "data"
ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"\s?['’]s$")


@cache
def lists() -> dict[str, frozenset[str]]:
    """The word lists of `data/policy.toml`."""
    return {name: frozenset(words) for name, words in tomllib.loads((DATA / "policy.toml").read_text("utf-8")).items()}


@cache
def states() -> frozenset[str]:
    """The names of states."""
    return frozenset(name for state in _states() for name in state["names"])


@cache
def _states() -> tuple[dict[str, list[str]], ...]:
    return tuple(tomllib.loads((DATA / "states.toml").read_text("utf-8")).values())


@cache
def peoples() -> frozenset[str]:
    """Words that are NORP wherever they stand alone: demonyms and their plurals."""
    words = {word for state in _states() for word in state["demonyms"]} | lists()["people"]
    plurals = {f"{word}s" for word in words if not word.endswith(("s", "sh", "ch", "se", "x"))}
    return frozenset(words | plurals)


@cache
def _people() -> re.Pattern[str]:
    longest_first = sorted(peoples(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def trimmed(text: str, mark: Mark) -> Mark:
    """The mark without spaces, articles, titles before it and a possessive behind it."""
    start, end = mark.start, mark.end
    while start < end and text[start].isspace():
        start += 1
    passage = text[start:end].rstrip()
    passage = POSSESSIVE.sub("", passage)
    end = start + len(passage)
    lead = _lead(text[start:end], mark.label)
    return Mark(start + lead, end, mark.label)


def _lead(passage: str, label: str) -> int:
    """How many characters an article or titles take at the head."""
    at = 0
    while True:
        match = ARTICLE.match(passage, at) or (_title(passage, at) if label == "PERSON" else None)
        if match is None or match.end() >= len(passage):
            return at
        at = match.end()


def _title(passage: str, at: int) -> re.Match[str] | None:
    match = re.compile(r"([^\s]+)\s+").match(passage, at)
    return match if match and _is_title(match[1]) else None


def _is_title(word: str) -> bool:
    return word.rstrip(".,").lower().removesuffix("-designate").removesuffix("-elect") in lists()["title"]


def unofficial(text: str, mark: Mark) -> Mark | None:
    """The mark without all that leads to its last title: "Kerry" of "U.S. Secretary of State Kerry"; no bare office."""
    words = list(re.finditer(r"\S+", text[mark.start : mark.end]))
    titles = [number for number, word in enumerate(words) if _is_title(word[0])]
    if not titles:
        return mark
    named = words[titles[-1] + 1 :]
    is_person = named and named[0][0][0].isupper() and not {"of", "for", "to"}.intersection(word[0] for word in named)
    return Mark(mark.start + named[0].start(), mark.end, mark.label) if is_person else None


def is_office(passage: str) -> bool:
    """Whether the passage is titles alone: "Capt.", "the Prime Minister"."""
    return all(_is_title(word) for word in ARTICLE.sub("", passage).split())


def is_date(passage: str) -> bool:
    """Whether the passage is names of days and months, or other words with a capital that name nobody."""
    return lists()["date"].issuperset(re.findall(r"[a-z]+", passage.lower()))


def is_name(passage: str) -> bool:
    """Whether every word but small ones has a capital or a digit, the first and the last included."""
    words = passage.split()
    if not words or not any(letter.isupper() for letter in passage):
        return False
    big = [word[:1].isdigit() or any(letter.isupper() for letter in word) for word in words]
    inner = all(
        ok or word.lower() in lists()["small"] or not word[:1].isalpha() for ok, word in zip(big, words, strict=True)
    )
    return inner and big[-1] and (big[0] or words[0].lower() in {"al", "el", "de", "van", "von", "bin", "al-", "ibn"})


@cache
def _event() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(lists()['event']))})\b", re.IGNORECASE)


def is_event(passage: str) -> bool:
    """Whether a word of the passage is an event's."""
    return _event().search(passage) is not None


def other(passage: str) -> str:
    """The label of a name that a corpus calls "miscellaneous"."""
    if passage in peoples():
        return "NORP"
    if is_event(passage):
        return "EVENT"
    return "MISC" if is_name(passage) else UNCLEAR


def settled(text: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks trimmed, with peoples as NORP wherever they stand outside other marks or are one by themselves."""
    kept = []
    for mark in (trimmed(text, mark) for mark in marks):
        passage = text[mark.start : mark.end]
        if passage in peoples():
            kept.append(Mark(mark.start, mark.end, "NORP"))
        elif passage:
            kept.append(Mark(mark.start, mark.end, UNCLEAR) if is_office(passage) else mark)
    covered = apart(kept)
    free = [
        Mark(match.start(), match.end(), "NORP")
        for match in _people().finditer(text)
        if not any(mark.start < match.end() and match.start() < mark.end for mark in covered)
    ]
    return apart([*covered, *free])
