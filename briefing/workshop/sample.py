"""The sample that templates are tried on: a few small sources, merged once.

In: nothing, or sources of one's own. Out: what they say, ready for any template.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing import compose, language, merge, sources
from briefing.model import Brief, Merged, Skipped, latest_date
from briefing.settings import Template, load_cue_set, sample_sources, shipped_cue_sets


@dataclass(frozen=True, slots=True)
class Sample:
    """Sources, merged; `year` is that of the latest."""

    merged: Merged
    skipped: tuple[Skipped, ...]
    year: str | None

    def brief(self, template: Template) -> Brief:
        """The brief of a template."""
        sets = tuple(load_cue_set(name) for name in shipped_cue_sets())
        settings = compose.Settings(template, cue_sets=sets)
        return compose.compose(self.merged, settings, language.lemmatize, self.skipped)


@cache
def sample(paths: tuple[Path, ...] = ()) -> Sample:
    """The sample, or the sources of one's own that are to stand in for it.

    Raises:
        NothingToBuildError: no source could be read.
    """
    reading = sources.read(paths or sample_sources())
    as_of = latest_date(reading.documents)
    merged = merge.merge(reading.documents, language.analyse(reading.documents, as_of))
    return Sample(merged, reading.skipped, as_of[:4] if as_of else None)
