"""Verification: the order of the checks.

In: a file, and where there is one the folder of its sources. Out: the `Report`.
"""

from pathlib import Path

from briefing.errors import BriefFileError, BriefingError
from briefing.model import Brief
from briefing.verification import evidence, showing
from briefing.verification.opening import Given, opened
from briefing.verification.record import checked
from briefing.verification.report import Fault, Report


def verified(file: Path, sources: Path | None) -> Report:
    """The record in itself, then the document that carries it, then the sources.

    Raises:
        BriefingError: the file is no brief, or the sources cannot be read.
    """
    try:
        given = opened(file)
        record = checked(given.record)
    except BriefFileError as error:
        raise BriefFileError(f"{file} cannot be checked. {error}") from error
    brief, faults, notes, phrases = record.brief, [*record.faults], [*record.notes], ["the record"]
    if given.shown is not None and brief is not None and not faults:
        found, told = _document(given, brief)
        faults += found
        notes += told
        phrases.append("what is shown")
    elif given.shown is not None:
        notes.append("What is shown was not compared, for the record does not stand.")
    if sources is not None and brief is not None and record.is_sound:
        found, told = evidence.against(brief, sources)
        faults += found
        notes += told
        phrases.append("the sources")
    title = brief.title if brief else ""
    return Report(str(file), given.kind, title, record.seal, tuple(phrases), tuple(faults), tuple(notes))


def _document(given: Given, brief: Brief) -> tuple[tuple[Fault, ...], tuple[str, ...]]:
    """What a document shows and carries that its record does not hold, and what could not be compared."""
    carried = tuple(showing.attached(given, brief))
    try:
        return (*carried, *showing.differing(given, brief)), ()
    except BriefingError as error:
        reason = str(error).splitlines()[0].rstrip(".")
        note = f"Each sentence was looked for with its numbers; what else is shown was not compared. {reason}."
        return (*carried, *showing.missing(given, brief)), (note,)
