"""Step 4: the section that each statement belongs in, looked for when somebody asks.

Enters: a statement. Leaves: the section. Of a large collection few statements come as far as to be asked for.
"""

from collections.abc import Sequence

from briefing.compose.cues import Lemmatize, Sorter
from briefing.model import Statement
from briefing.settings import SectionSpec


class Homes:
    """The sections that statements are sorted into, `specs`; the rest is as for `Sorter`."""

    def __init__(self, specs: Sequence[SectionSpec], lemmatize: Lemmatize, year: str | None) -> None:
        self.specs = specs
        self._sorter = Sorter(specs, lemmatize, year)
        self._by_id = {spec.id: spec for spec in specs}
        self._known: dict[int, SectionSpec] = {}

    def of(self, statement: Statement) -> SectionSpec:
        """Where it belongs. The statement has to live as long as this does, since it is known by its identity."""
        if id(statement) not in self._known:
            self._known[id(statement)] = self._by_id[self._sorter.section_of(statement)]
        return self._known[id(statement)]
