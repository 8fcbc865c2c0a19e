"""Sentences with the events that they tell, and how many of these are found.

A line of `labelled/events.*.txt` is a sentence, `=>`, and its events, parts between `;`: `date | words`, `?` for a date
that nothing tells. Only what a verb tells is listed. A part in parentheses may be missing; `-` is a sentence that
tells none.
"""

from dataclasses import dataclass
from pathlib import Path

from language_notation import sentences

FOLDER = Path(__file__).parent / "labelled"
PUBLISHED = "2024-05-15"
Told = tuple[str, str]
"""An event: its date and its words, without the full stop."""


@dataclass(frozen=True)
class Case:
    """A labelled sentence."""

    sentence: str
    expected: tuple[Told, ...]
    allowed: tuple[Told, ...]


def cases(half: str) -> list[Case]:
    """The labelled sentences of a half, "development" or "held-out"."""
    lines = (FOLDER / f"events.{half}.txt").read_text("utf-8").splitlines()
    return [_case(line) for line in lines if "=>" in line and not line.startswith("#")]


def _case(line: str) -> Case:
    sentence, _, drawn = line.partition(" => ")
    parts = [part.strip() for part in drawn.split(";") if part.strip() != "-"]
    optional = tuple(_told(part.strip("()")) for part in parts if part.startswith("("))
    return Case(sentence, tuple(_told(part) for part in parts if not part.startswith("(")), optional)


def _told(part: str) -> Told:
    date, _, words = part.partition(" | ")
    return date, words.rstrip(".")


def told(text: str) -> list[Told]:
    """The events that the program finds in a text of the labels' day."""
    return [
        (happening.date.date or "?", " … ".join(text[span.start : span.end] for span in happening.spans))
        for sentence in sentences(text, PUBLISHED)
        for happening in sentence.happenings
        if happening.weight != "named"
    ]


def score(given: list[Case], *, words: bool) -> float:
    """F1 of the events; by their dates alone, or with their words to the letter."""
    size = 2 if words else 1
    right = found = labelled = 0
    for case in given:
        left = [one[:size] for one in case.expected]
        allowed = [one[:size] for one in case.allowed]
        for one in told(case.sentence):
            if one[:size] in left:
                left.remove(one[:size])
                right += 1
            elif one[:size] in allowed:
                continue
            found += 1
        labelled += len(case.expected)
    return 2 * right / (found + labelled)
