"""The sample that templates are tried on: a few small sources, or some of one's own.

In: nothing, or sources. Out: what they say, as the pipeline gathers it, ready for any
template. It is analysed once, and then kept where all collections are.
"""

from dataclasses import dataclass
from pathlib import Path

from briefing import pipeline
from briefing.model import Brief, latest_date
from briefing.settings import Template, sample_sources


@dataclass(frozen=True, slots=True)
class Sample:
    """Sources, merged."""

    gathered: pipeline.Gathered

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences."""
        return tuple(sentence.text for statement in self.gathered.merged.statements for sentence in statement.sentences)

    @property
    def year(self) -> str | None:
        """That of the latest source."""
        latest = latest_date(self.gathered.merged.documents)
        return latest[:4] if latest else None

    def brief(self, template: Template) -> Brief:
        """The brief of a template."""
        return pipeline.composed(self.gathered, template)


def sample(paths: tuple[Path, ...] = (), *, cache: bool = True) -> Sample:
    """The sample, or the sources of one's own that are to stand in for it.

    Raises:
        NothingToBuildError: no source could be read.
    """
    return Sample(pipeline.gathered(paths or sample_sources(), cache=cache))
