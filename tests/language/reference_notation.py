"""Labelled references: what the last sentence of a text points back at, and how often that is understood.

.venv/bin/python tests/language/reference_notation.py    # prints precision and recall
"""

import sys
from dataclasses import dataclass

from labelled_notation import Case, cases
from language_notation import sentences

SETS = ("references.development", "references.held-out")


def reference(drawing: str) -> str:
    """What the subject of the last sentence means, in the words of its antecedent; empty if that is left open."""
    found = sentences(drawing.replace(" / ", "\n"))[-1].reference
    return found.name if found else ""


@dataclass(frozen=True, slots=True)
class Score:
    """Of what was answered, the share that is right; of what can be answered, the share that was."""

    precision: float
    recall: float
    wrong: tuple[tuple[Case, str], ...]
    open: tuple[Case, ...]


def score(name: str) -> Score:
    """How well the references of a set are understood."""
    read = [(case, reference(case.text)) for case in cases(name)]
    answered = [(case, found) for case, found in read if found]
    wrong = tuple((case, found) for case, found in answered if not is_right(case, found))
    left = tuple(case for case, found in read if not found and case.expected and "-" not in readings(case))
    right = len(answered) - len(wrong)
    return Score(right / len(answered), right / (right + len(left)), wrong, left)


def is_right(case: Case, found: str) -> bool:
    """Whether it is the expected antecedent, or one that is as good."""
    return found.casefold() in {reading.casefold() for reading in readings(case)}


def readings(case: Case) -> list[str]:
    """What may be answered; `-` says that silence is as good."""
    return [reading.removeprefix("|").strip() for reading in (case.expected, *case.also) if reading]


if __name__ == "__main__":
    for chosen in SETS:
        result = score(chosen)
        sys.stdout.write(f"{chosen:24} precision {result.precision:.3f}  recall {result.recall:.3f}\n")
