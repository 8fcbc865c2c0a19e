"""Step 5, rendering: what stands in tables and drawings, as rows."""

from dataclasses import dataclass
from typing import Literal

from briefing.render.counting import Pieces, whole
from briefing.render.view.lines import Cite, Line


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One who acts, under all names, with what a source calls them, and how many independent origins name them."""

    name: str
    aliases: str
    kind: str
    role: Line | None
    cites: tuple[Cite, ...]
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Actors:
    """The table of actors; `more` says how many it leaves out."""

    rows: tuple[ActorRow, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis of time; `year` stands under the label where it is another than before."""

    x: float
    label: str
    year: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis that is to one scale; it is broken between two of them."""

    start: float
    end: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A date with the letters of its events; a `vague` one is a bar as long as its month or year."""

    x: float
    y: float
    width: float
    text: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """The timeline as a drawing, in millimetres: dots that stand in rows above an axis.

    `axis` is the place of the axis below the upper edge. `title` tells in words what
    is drawn, and `notes` what a reader must know of it.
    """

    width: float
    height: float
    axis: float
    stretches: tuple[Stretch, ...]
    dots: tuple[Dot, ...]
    title: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """What happened when. A date that is not `resolved` stands as it was said, in its source's `language`.

    `letter` is that of its dot in the drawing, if it has one.
    """

    when: str
    resolved: bool
    line: Line
    letter: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The table of events; `more` says how many it leaves out. `strip` draws them, where they are of several dates."""

    rows: tuple[EventRow, ...]
    more: str = ""
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class CountRow:
    """A number as it is said, with what it counts, and when its sources were published."""

    line: Line
    published: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What is counted, in `pieces`, and each number that is given for it."""

    pieces: Pieces
    counts: tuple[CountRow, ...]

    @property
    def about(self) -> str:
        """What is counted, whatever language its parts are in."""
        return whole(self.pieces)


@dataclass(frozen=True, slots=True)
class Figures:
    """The table of figures; `more` says how many it leaves out, and what a reader must know of numbers side by side."""

    rows: tuple[FigureRow, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """What sources tell differently, version by version; `pieces` are the parts of what it is `about`."""

    pieces: Pieces
    kind: str
    versions: tuple[Line, ...]

    @property
    def about(self) -> str:
        """What it is about, whatever language its parts are in."""
        return whole(self.pieces)


@dataclass(frozen=True, slots=True)
class Disagreements:
    """What sources tell differently; `more` says how much of that it leaves out."""

    rows: tuple[DisagreementRow, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A name or a term, and what the sources say it is. `language` is the name's, where it is not the document's."""

    name: str
    told: tuple[Line, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The names and terms in the order of the alphabet; `more` says how many it leaves out."""

    rows: tuple[GlossaryRow, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Words of a source with a gap, their letter, and what stands in the gap; the answer has the citations.

    `language` is that of the text, where it is not the document's.
    """

    letter: str
    text: str
    answer: Line
    language: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """Questions of when something was, and other gaps."""

    dates: tuple[Question, ...]
    gaps: tuple[Question, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, in the order of their letters."""
        return (*self.dates, *self.gaps)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table in a line: its name in `pieces`, what the sources say there, at its end who else names it.

    `quiet` tells that the name is none of the brief's own making, as a date that stands as it was said.
    """

    pieces: Pieces
    lines: tuple[Line, ...]
    cites: tuple[Cite, ...] = ()
    quiet: bool = False
    origins: int = 0

    @property
    def name(self) -> str:
        """The name, whatever language its parts are in."""
        return whole(self.pieces)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table in lines; `of` names what its rows are, and `more` says how many it leaves out."""

    of: Literal["actor", "event", "difference"]
    rows: tuple[Row, ...]
    more: str = ""
