"""What is wanted of sources that are more than a brief can be made of."""

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import SettingError
from briefing.model import NO_BOUNDS, Bounds
from briefing.settings import is_date

LIMIT = 200
"""Sources of a brief on a topic: as many as a reader would trust to be weighed against one another."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of an archive.

    Args:
        topic: words, in any form and order; phrases in quotation marks.
        bounds: the dates of publication.
        limit: the most sources.
        index: the file of the index; in the user's cache folder if None.
    """

    topic: str | None = None
    bounds: Bounds = NO_BOUNDS
    limit: int = LIMIT
    index: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be followed, before any work is done.

        Raises:
            SettingError: a date is none, the last is before the first, or no source is wanted.
        """
        for date in (self.bounds.since, self.bounds.until):
            if date is not None and not is_date(date):
                raise SettingError(f"“{date}” is no date. Write it as 2012, 2023-07 or 2023-09-16.")
        if self.bounds.since and self.bounds.is_after(self.bounds.since):
            raise SettingError(
                f"The last day of publication, {self.bounds.until}, is before the first, {self.bounds.since}."
                " Swap them."
            )
        if self.limit < 1:
            raise SettingError(f"A brief of {self.limit} sources cannot be made. Give a limit of 1 or more.")
