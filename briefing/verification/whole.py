"""Verification: the order of the checks.

In: a file, and where there is one the folder of its sources. Out: the `Report`.
"""

from pathlib import Path

from briefing.errors import BriefFileError, BriefingError
from briefing.model import Brief
from briefing.verification import evidence, showing
from briefing.verification.edited import editing
from briefing.verification.opening import Given, opened
from briefing.verification.record import checked
from briefing.verification.report import Fault, Report
from briefing.verification.shown import Shown
from briefing.verification.verdict import verdict

_Checked = tuple[tuple[Fault, ...], tuple[str, ...], str]
"""What does not stand, what else is to be known, and a count of both."""


def verified(file: Path, sources: Path | None, record_file: Path | None = None) -> Report:
    """The record in itself, then the document that carries it, then the sources.

    Raises:
        BriefingError: the file is no brief, or the sources cannot be read.
    """
    try:
        given = opened(file, record_file)
        record = checked(given.record)
    except BriefFileError as error:
        raise BriefFileError(f"{file} cannot be checked. {error}") from error
    brief, faults, notes, phrases = record.brief, [*record.faults], [*record.notes], ["the record"]
    summary = ""
    if given.shown is not None and brief is not None and not faults:
        found, told, summary = (_word_file if given.kind == "docx" else _document)(given, brief)
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
    return Report(str(file), given.kind, title, record.seal, tuple(phrases), tuple(faults), tuple(notes), summary)


def _word_file(given: Given, brief: Brief) -> _Checked:
    """What an editor has done to a Word file."""
    shown, told = given.shown or Shown(()), []
    made: Shown | None = None
    try:
        made = showing.shown_in("docx", showing.made_again(given, brief))
    except BriefingError as error:
        told.append(_not_compared(error))
    if shown == made:
        return (), (), ""
    found = verdict(editing(shown, brief, made), brief)
    faults = tuple(Fault("docx", sentence) for sentence in found.faults)
    return faults, (*told, *found.notes), found.summary


def _document(given: Given, brief: Brief) -> _Checked:
    """What a document shows and carries that its record does not hold, and what could not be compared."""
    carried = tuple(showing.attached(given, brief))
    try:
        return (*carried, *showing.differing(given, brief)), (), ""
    except BriefingError as error:
        return (*carried, *showing.missing(given, brief)), (_not_compared(error),), ""


def _not_compared(error: BriefingError) -> str:
    reason = str(error).splitlines()[0].rstrip(".")
    return f"Each sentence was looked for with its numbers; what else is shown was not compared. {reason}."
