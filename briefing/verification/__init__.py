"""Verification: a finished brief, held against its record and its evidence by someone who was not there.

In: a brief as PDF, Word file, page or `brief.json`, and where there are any its sources. Out: a `Report` of all that
does not stand. It asks the steps how they would have it, and trusts nothing that the file says of itself.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.verification.report import Fault, Report

__all__ = ["Fault", "Report", "of_one_brief", "verify"]


def verify(file: str | Path, sources: str | Path | None = None, record: str | Path | None = None) -> Report:
    """Check a finished brief.

    Args:
        file: a brief as PDF, Word file or page, which carry their record, or a `brief.json`.
        sources: the folder of its sources; without it the brief is held against the texts that it carries.
        record: its `brief.json`, for a document that does not carry it any more.

    Returns:
        What does not stand; a brief as it was written has no fault.

    Raises:
        BriefFileError: the file is no brief, or carries no record.
        NothingToBuildError: no source can be read in the folder.
        TemplateError: the folder's project file cannot be followed.
    """
    from briefing.verification.whole import verified

    folder, spare = (Path(given) if given is not None else None for given in (sources, record))
    return verified(Path(file), folder, spare)


def of_one_brief(reports: Sequence[Report]) -> Iterator[Fault]:
    """That files are not of the same brief: the seals of their records differ."""
    first, *others = reports
    for other in others:
        if other.seal != first.seal:
            sentence = f"{other.file} is of another brief than {first.file}: the seals of their records differ."
            yield Fault(other.file, sentence)
