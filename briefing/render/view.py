"""Step 5, rendering: what every document shows, as plain frozen rows.

In: what `viewing` takes from a `Brief`. Out: what HTML, PDF and DOCX set in
type. All text is fit for every format, dates are in words, citations have
their numbers, and no decision is left.
"""

from dataclasses import dataclass
from typing import Literal

from briefing.model import Shape, Skipped, Span
from briefing.render.counting import Pieces, whole
from briefing.render.wording import count, phrase
from briefing.render.words import WORDS, Words

_TOGETHER = 8
"""Citations of a line that are not parted where it breaks."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation number and where it leads.

    `target` is the anchor of the passage, or of the source where the brief has no
    annex; `part` tells that the source states only a part. `source` is a short name
    of it, `paragraphs` are those that the passages stand in, and `spans` the passages.
    """

    number: int
    target: str
    part: bool
    source: str
    paragraphs: tuple[int, ...]
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The number as it is set: in parentheses where the source states a part."""
        return f"({self.number})" if self.part else str(self.number)

    def spoken(self, words: Words) -> str:
        """Where it leads, for who cannot see the page: “Source 3, paragraph 4”."""
        paragraphs = ", ".join(map(str, self.paragraphs))
        place = count(words.place, len(self.paragraphs), words, number=self.number, paragraphs=paragraphs)
        return phrase(words.in_part, place=place) if self.part else place

    def place(self, words: Words) -> str:
        """Where it stands, behind the number: “Hollin Courier, ¶ 2, 4”, and whether that is only a part."""
        paragraphs = ", ".join(map(str, self.paragraphs))
        part = f" ({words.part})" if self.part else ""
        return f"{self.source}, {words.paragraph}\u00a0{paragraphs}{part}"


@dataclass(frozen=True, slots=True)
class Wording:
    """Other words for what a line tells: a passage as it stands in the sources that `cites` name.

    `lead` says what it is to the line, as in “Also told by”. Without `text` they are the line's own words.
    `language` is theirs, where it is not the document's.
    """

    lead: str
    cites: tuple[Cite, ...]
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a source with their citations.

    `label` stands before them, with its colon. `marks` are short remarks: what
    they are if no fact, with who speaks where the words do not tell; how many
    independent origins, where that is one or fewer than the sources; whether
    sources dispute it. They stand in brackets, for they are not the source's words.
    `pieces` are the parts of the text, each with whether it only explains another.
    `origins` counts the independent origins that state it in full. `others` and
    `remarks` are what an editor asks: how else it is told, and why it is marked.
    `language` is that of the label and the text, where it is not the document's.
    """

    text: str
    cites: tuple[Cite, ...]
    label: str = ""
    marks: tuple[str, ...] = ()
    pieces: tuple[tuple[str, bool], ...] = ()
    origins: int = 0
    others: tuple[Wording, ...] = ()
    remarks: tuple[str, ...] = ()
    language: str = ""

    @property
    def between(self) -> str:
        """What stands between its citations; a few of them keep together, and many would not fit on a line."""
        return ",\u00a0" if len(self.cites) <= _TOGETHER else ", "


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences one by one."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences that run on, in paragraphs."""

    paragraphs: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer: a date in words or nothing, the source's words, and what a source calls those who are named."""

    when: str
    line: Line
    role: Line | None = None


@dataclass(frozen=True, slots=True)
class EssentialRow:
    """A question in a word with its answers; a `remark` where they cannot all be so."""

    question: str
    answers: tuple[AnswerRow, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Essentials:
    """Who, what, when, where."""

    rows: tuple[EssentialRow, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """Who speaks, with what a source calls them; and the words. A speaker that is not `named` is none.

    `language` is that of the speaker's name, where it is not the document's.
    """

    speaker: str
    named: bool
    role: Line | None
    lines: tuple[Line, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quotes:
    """What is said, speaker by speaker."""

    rows: tuple[Speech, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, a line each."""

    lines: tuple[str, ...]


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
class Passage:
    """A paragraph of a source, and the first words of each passage in it that the brief uses."""

    paragraph: int
    words: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source. Without `number` and `anchor` nothing cites it; `passages` are for a brief without an annex."""

    number: str
    anchor: str
    title: str
    titled: bool
    language: str
    imprint: tuple[str, ...]
    remarks: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SourceList:
    """The cited sources in the order of their numbers, and all else that was given.

    A `compact` one has a line for each that is cited, and lets many `run_on`; `more` says how many others there are.
    """

    cited: tuple[SourceRow, ...]
    uncited: tuple[SourceRow, ...]
    skipped: tuple[Skipped, ...]
    compact: bool = False
    run_on: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph: a passage that is cited, or without `anchor` what stands around it."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is cited of a paragraph, in its context."""

    paragraph: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source by its number, with all that is cited of it."""

    number: str
    target: str
    title: str
    titled: bool
    language: str
    imprint: tuple[str, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The passages that the brief cites, where a citation leads."""

    sources: tuple[QuotedSource, ...]


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


Body = (
    Bullets
    | Prose
    | Essentials
    | Quotes
    | Actors
    | Timeline
    | Figures
    | Disagreements
    | Glossary
    | Practice
    | Rows
    | SourceList
    | Annex
    | Contact
)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section that is shown; without a body it says `Words.nothing`.

    A `boxed` section stands out from the rest; a `compact` one has lines in the place of a
    table. `differences` is what the sources tell differently of its matter, to be set beneath
    its body.
    """

    id: str
    heading: str
    shape: Shape
    boxed: bool
    body: Body | None
    differences: tuple[DisagreementRow, ...] = ()
    compact: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All that a document shows, in reading order.

    `as_of` is in words; `dated` is the same day in ISO 8601, empty if there is
    none. `marking` says how the brief is to be handled, `embargo` until when it is not to
    be published; `notices` are those that there are. `facts` are name and value;
    `audience`, the `template`'s name and `generated` are there to be set by themselves.
    `language` is that of `words`; `title_language` the title's, where it is another.
    """

    title: str
    running_title: str
    as_of: str
    dated: str
    language: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[SectionView, ...]
    signature: str
    marking: str = ""
    embargo: str = ""
    audience: str = ""
    template: str = ""
    generated: str = ""
    words: Words = WORDS
    title_language: str = ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What every page says at its edges."""
        return tuple(filter(None, (self.embargo, self.marking)))
