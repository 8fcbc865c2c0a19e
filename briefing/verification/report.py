"""Verification: what it finds.

Out: a `Report`, for the command line and for Python alike.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not stand, as a sentence; `place` is where in `brief.json`, or the name of a file."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of checking one file.

    `kind` is what the file is, by its bytes: `json`, `html`, `pdf` or `docx`. `title` and `seal` are those of the
    brief that it carries. `checked` tells what was compared, a phrase each. `faults` are in the order of the checks,
    and empty where all stands; `notes` are sentences that a reader should know and that say nothing against the brief.
    `summary` counts what an editor has changed in a Word file, and is empty where nothing was.
    """

    file: str
    kind: str
    title: str
    seal: str
    checked: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()
    summary: str = ""

    @property
    def stands(self) -> bool:
        """Whether nothing was found against it."""
        return not self.faults
