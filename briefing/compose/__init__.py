"""Step 4, composition: every fact where a reader looks for it, under a length, main point first.

Enters: what merging found, and a template with its settings. Leaves: a `Brief`,
complete and numbered. No file is read here and no markup made.
"""

import re
from dataclasses import dataclass

from briefing.compose.cues import Lemmatize
from briefing.compose.fitting import fitting
from briefing.compose.rankers import RANKERS
from briefing.errors import SettingError
from briefing.model import Brief, Changes, Merged, Skipped
from briefing.settings import CueSet, Template, is_date, nearest

__all__ = ["Settings", "compare", "compose", "fitting", "lengths"]

MOMENT = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user asks for beside the template. None leaves it to the template and the sources.

    `words` is the length of all sentences together, `as_of` an ISO date,
    `pipeline` the name of the language pipeline, for the signature, `generated` the
    moment in which the brief is made, ISO 8601 in UTC, `marking` how the brief is to be
    handled, `embargo` until when it is not to be published. Of `cue_sets` one may suit
    the sources better than the template's. `since` is an earlier brief, for what has changed.

    Raises:
        SettingError: the ranker is unknown, a date or the moment is none, or the length is no positive number.
    """

    template: Template
    words: int | None = None
    title: str | None = None
    as_of: str | None = None
    ranker: str | None = None
    pipeline: str = ""
    generated: str | None = None
    marking: str | None = None
    embargo: str | None = None
    cue_sets: tuple[CueSet, ...] = ()
    since: Brief | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be followed, before any work is done."""
        if self.words is not None and self.words < 1:
            raise SettingError(f"A brief of {self.words} words cannot be made. Give a number of 1 or more.")
        if self.as_of is not None and not is_date(self.as_of):
            raise SettingError(f"“{self.as_of}” is no date. Write it as 2012, 2023-07 or 2023-09-16.")
        if self.generated is not None and not MOMENT.fullmatch(self.generated):
            raise SettingError(f"“{self.generated}” is no moment. Write it as 2023-09-16T08:30:00Z, in UTC.")
        if self.ranker is not None and self.ranker not in RANKERS:
            raise SettingError(f"There is no ranker “{self.ranker}”. {nearest(self.ranker, RANKERS)}")

    @property
    def length(self) -> int:
        """The length of all sentences together, in words."""
        return self.template.words if self.words is None else self.words


def lengths(settings: Settings) -> tuple[Settings, ...]:
    """The settings and all that ask for less, the longest first; what is cut from one to the next goes by rank."""
    from briefing.compose import cutting

    return cutting.lengths(settings)


def compare(old: Brief, new: Brief) -> Changes:
    """All that a brief tells otherwise than an earlier one."""
    from briefing.compose.changes import changes

    return changes(old, new)


def compose(merged: Merged, settings: Settings, lemmatize: Lemmatize, skipped: tuple[Skipped, ...] = ()) -> Brief:
    """Compose the brief.

    Args:
        merged: what the sources say.
        settings: what the user asks for.
        lemmatize: the lemmas of a text, as analysis gives those of a sentence.
        skipped: what could not be read, for the list of sources.
    """
    from briefing.compose.brief import composed

    return composed(merged, settings, lemmatize, skipped)
