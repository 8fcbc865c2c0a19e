"""Step 4: the sections filled, and the timeline beside them.

Enters: ranked statements and the template. Leaves: the statements of each
section and the events. Lifted sections take their best first, then the rest is
taken in the order of importance, each statement into the section it belongs in.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefing.compose.cues import Lemmatize
from briefing.compose.homes import Homes
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
        self._homes: Homes | None = None
        self.timeline_spec = next((spec for spec in template.sections if spec.shape == "timeline"), None)

    def filled(self, lemmatize: Lemmatize, year: str | None) -> tuple[Taken, tuple[Event, ...], int]:
        """The statements of each section, the timeline, and how many more events found no room.

        Args:
            lemmatize: the lemmas of a cue.
            year: the year of the event; None if it is not known.
        """
        specs = self._open()
        self._homes = Homes(specs, lemmatize, year) if specs else None
        candidates = {id(statement): statement for statement in (*self.ranked, *self.said)}
        selection = Selection(self.length, [*candidates.values()], self.origin_of)
        self._tell_first(selection)
        self._lift(selection)
        kept = min(self._kept(), selection.left)
        selection.left -= kept
        self._seat(selection)
        self._fill(selection, NEWS)
        self._fill(selection, LESS_NEWS)
        selection.left += kept
        events, left_out = self._events(selection)
        selection.left -= sum(len(event.verbatim.split()) for event in events)
        self._fill(selection, LESS_NEWS)
        return selection.taken, events, left_out

    def home(self, statement: Statement) -> str | None:
        """The section that one of the statements belongs in, taken or not, once the sections are filled."""
        return self._homes.of(statement).id if self._homes else None

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

    def _lift(self, selection: Selection) -> None:
        """Fill the sections that lift, before any word is kept for the timeline."""
        for spec in self.template.sections:
            if spec.lift_from:
                selection.lift(spec, self.ranked, lambda n, spec=spec: self._is_from(spec, n), self._is_last)  # type: ignore[misc]

    def _is_from(self, spec: SectionSpec, n: int) -> bool:
        """Whether the statement at a place belongs in a section that another lifts from."""
        return self.home(self.ranked[n]) in spec.lift_from

    def _is_last(self, n: int) -> bool:
        """Whether it is the least important one of a required section, which lifting must not empty."""
        homes = self._homes
        if homes is None or not ((home := homes.of(self.ranked[n])).required and home.shown):
            return False
        return all(homes.of(other) is not home for other in self.ranked[n + 1 :])

    def _seat(self, selection: Selection) -> None:
        """Take what a section has at least, so that a small one is not left empty for the others' sake."""
        small = {spec.id: spec.least for spec in (self._homes.specs if self._homes else ()) if spec.least}

        def unseated() -> bool:
            return any(len(selection.taken.get(id_, ())) < least for id_, least in small.items())

        for home, statement in self._in_turn(selection, NEWS) if small else ():
            if not unseated():
                break
            if len(selection.taken.get(home.id, ())) < small.get(home.id, 0):
                selection.take(home, statement)

    def _fill(self, selection: Selection, news: float) -> None:
        """Take what fits, all statements in their turn."""
        for home, statement in self._in_turn(selection, news):
            if home.shown:
                selection.take(home, statement, news)

    def _in_turn(self, selection: Selection, news: float) -> Iterator[tuple[SectionSpec, Statement]]:
        """The statements that could be taken, each with the section it belongs in."""
        homes, queue = self._homes, self.queue
        if homes is None:
            return
        timed = any(spec.order == "time" for spec in homes.specs)
        soonest = (n * (SOONER if timed and _is_dated(one) else 1) for n, one in enumerate(queue))

        def turn(n: int) -> float:
            """A section that is told in the order of time takes dated ones sooner."""
            return n * (SOONER if homes.of(queue[n]).order == "time" and _is_dated(queue[n]) else 1)

        for n in selection.in_turn(queue, soonest, turn, news):
            yield homes.of(queue[n]), queue[n]

    def _events(self, selection: Selection) -> tuple[tuple[Event, ...], int]:
        """The timeline, in what the sections leave of the length: first of what they tell, then of the rest."""
        if self.timeline_spec is None:
            return (), 0
        spoken = {id(statement) for statements in selection.taken.values() for statement in statements}
        first = sorted(self.ranked, key=lambda statement: id(statement) not in spoken)
        return timeline(first, selection.left, self.timeline_spec.items)

    def _open(self) -> list[SectionSpec]:
        """The sections that statements are sorted into."""
        specs = [spec for spec in self.template.sections if spec.shape in {"bullets", "prose"}]
        return [spec for spec in specs if not spec.lift_from] or specs

    def _kept(self) -> int:
        """Words kept for the timeline, in proportion where the brief is not of the template's own length."""
        spec = self.timeline_spec
        return spec.words * self.length // self.template.words if spec and spec.words else 0


def _is_dated(statement: Statement) -> bool:
    return any(mention.date for mention in statement.representative.dates)
