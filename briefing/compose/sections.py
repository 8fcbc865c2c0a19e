"""Step 4: the sections filled, and the timeline beside them.

Enters: ranked statements and the template. Leaves: the statements of each
section and the events. Lifted sections take their best first, then the rest is
taken in the order of importance, each statement into the section it belongs in.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from briefing.compose.cues import Lemmatize, Sorter
from briefing.compose.quotations import REPORTED
from briefing.compose.selection import LESS_NEWS, NEWS, Selection
from briefing.compose.timeline import timeline
from briefing.model import Event, Statement
from briefing.settings import SectionSpec, Template

SOONER = 0.5
"""What a dated statement's rank is multiplied by in a section in the order of time."""

Taken = dict[str, list[Statement]]
"""The statements of each section, by section id."""


class Plan:
    """What goes where in a brief of one template.

    Args:
        template: whose sections are to be filled.
        length: all sentences together, in words.
        ranked: the statements, the most important first.
        queue: the same in the order in which they are taken while they fit.
        origin_of: the origin of each source, by source id.
        said: what somebody says, in the order in which it is to be quoted.
    """

    def __init__(
        self,
        template: Template,
        length: int,
        ranked: Sequence[Statement],
        queue: Sequence[Statement],
        origin_of: Mapping[str, str],
        *,
        said: Sequence[Statement] = (),
    ) -> None:
        self.template, self.length, self.ranked, self.queue = template, length, ranked, queue
        self.said = said
        self.origin_of = origin_of
        self._home_of: Mapping[int, SectionSpec] = {}
        self.timeline_spec = next((spec for spec in template.sections if spec.shape == "timeline"), None)

    def filled(self, lemmatize: Lemmatize, year: str | None) -> tuple[Taken, tuple[Event, ...], int]:
        """The statements of each section, the timeline, and how many more events found no room.

        Args:
            lemmatize: the lemmas of a cue.
            year: the year of the event; None if it is not known.
        """
        self._home_of = homes = self._homes(lemmatize, year)
        candidates = {id(statement): statement for statement in (*self.ranked, *self.said)}
        selection = Selection(self.length, [*candidates.values()], self.origin_of)
        self._tell_first(selection)
        self._lift(homes, selection)
        kept = min(self._kept(), selection.left)
        selection.left -= kept
        self._seat(homes, selection)
        self._fill(homes, selection, NEWS, LESS_NEWS)
        selection.left += kept
        events, left_out = self._events(selection)
        selection.left -= sum(len(event.verbatim.split()) for event in events)
        self._fill(homes, selection, LESS_NEWS)
        return selection.taken, events, left_out

    def matter(self, section: str) -> list[Statement]:
        """The statements that belong in a section, taken or not, once the sections are filled."""
        return [one for one in self.ranked if (home := self._home_of.get(id(one))) and home.id == section]

    def _homes(self, lemmatize: Lemmatize, year: str | None) -> dict[int, SectionSpec]:
        """The section that each statement belongs in, by its identity."""
        specs = self._open()
        if not specs:
            return {}
        sorter, by_id = Sorter(specs, lemmatize, year), {spec.id: spec for spec in specs}
        return {id(statement): by_id[sorter.section_of(statement)] for statement in self.ranked}

    def _tell_first(self, selection: Selection) -> None:
        """The main point where a section is for what is essential, then the quotations, before the rest has them."""
        for spec in self.template.sections:
            if spec.shape == "essentials" and self.ranked:
                selection.take(spec, self.ranked[0], 0)
        for spec in self.template.sections:
            if spec.shape == "quotes":
                self._quote(spec, selection)

    def _quote(self, spec: SectionSpec, selection: Selection) -> None:
        for statement in self.said:
            direct = statement.nature == "quote" and statement.speaker
            if direct or len(selection.taken.get(spec.id, ())) < REPORTED:
                selection.take(spec, statement, LESS_NEWS)

    def _lift(self, homes: Mapping[int, SectionSpec], selection: Selection) -> None:
        """Fill the sections that lift, before any word is kept for the timeline."""
        in_rank = [homes[id(statement)] for statement in self.ranked if homes]
        for spec in self.template.sections:
            if spec.lift_from:
                preferred = {n for n, home in enumerate(in_rank) if home.id in spec.lift_from}
                selection.lift(spec, self.ranked, preferred, self._left_behind(in_rank))

    def _seat(self, homes: Mapping[int, SectionSpec], selection: Selection) -> None:
        """Take what a section has at least, so that a small one is not left empty for the others' sake."""
        for statement in self._in_turn(homes):
            home = homes[id(statement)]
            if len(selection.taken.get(home.id, ())) < (home.least or 0):
                selection.take(home, statement)

    def _fill(self, homes: Mapping[int, SectionSpec], selection: Selection, *news: float) -> None:
        """Take what fits, all statements in their turn, as often as there are bounds for what is new."""
        for share, statement in product(news, self._in_turn(homes)):
            if homes[id(statement)].shown:
                selection.take(homes[id(statement)], statement, share)

    def _in_turn(self, homes: Mapping[int, SectionSpec]) -> list[Statement]:
        turns = {id(s): _turn(place, homes[id(s)], s) for place, s in enumerate(self.queue) if homes}
        return sorted((s for s in self.queue if homes), key=lambda statement: turns[id(statement)])

    def _events(self, selection: Selection) -> tuple[tuple[Event, ...], int]:
        """The timeline, in what the sections leave of the length: first of what they tell, then of the rest."""
        if self.timeline_spec is None:
            return (), 0
        spoken = {id(statement) for statements in selection.taken.values() for statement in statements}
        first = sorted(self.ranked, key=lambda statement: id(statement) not in spoken)
        return timeline(first, selection.left, self.timeline_spec.items)

    def _left_behind(self, homes: Sequence[SectionSpec]) -> set[int]:
        """One statement of each required section, the least important, so that lifting does not empty it."""
        last = {home.id: n for n, home in enumerate(homes) if home.required and home.shown}
        return set(last.values()) - {0}

    def _open(self) -> list[SectionSpec]:
        """The sections that statements are sorted into."""
        specs = [spec for spec in self.template.sections if spec.shape in {"bullets", "prose"}]
        return [spec for spec in specs if not spec.lift_from] or specs

    def _kept(self) -> int:
        """Words kept for the timeline, in proportion where the brief is not of the template's own length."""
        spec = self.timeline_spec
        return spec.words * self.length // self.template.words if spec and spec.words else 0


def _turn(rank: int, spec: SectionSpec, statement: Statement) -> float:
    """When a statement's turn comes; a section that is told in the order of time takes dated ones sooner."""
    dated = any(mention.date for mention in statement.representative.dates)
    return rank * (SOONER if dated and spec.order == "time" else 1)
