"""Step 5, rendering: what every document shows, as plain frozen rows.

In: what `viewing` takes from a `Brief`. Out: what HTML, PDF and DOCX set in
type. All text is fit for every format, dates are in words, citations have
their numbers, and no decision is left.
"""

from dataclasses import dataclass

from briefing.model import Shape
from briefing.render.view.changes import ChangeRow, Changes
from briefing.render.view.lines import Cite, Line, Wording
from briefing.render.view.places import Place
from briefing.render.view.sources import Annex, Excerpt, Passage, Piece, QuotedSource, SourceList, SourceRow
from briefing.render.view.tables import (
    ActorRow,
    Actors,
    CountRow,
    DisagreementRow,
    Disagreements,
    Dot,
    EventRow,
    FigureRow,
    Figures,
    Glossary,
    GlossaryRow,
    Practice,
    Question,
    Row,
    Rows,
    Stretch,
    Strip,
    Tick,
    Timeline,
)
from briefing.render.view.texts import AnswerRow, Bullets, Contact, EssentialRow, Essentials, Prose, Quotes, Speech
from briefing.render.words import WORDS, Words

__all__ = [
    "ActorRow",
    "Actors",
    "Annex",
    "AnswerRow",
    "Body",
    "Bullets",
    "ChangeRow",
    "Changes",
    "Cite",
    "Contact",
    "CountRow",
    "DisagreementRow",
    "Disagreements",
    "Dot",
    "EssentialRow",
    "Essentials",
    "EventRow",
    "Excerpt",
    "FigureRow",
    "Figures",
    "Glossary",
    "GlossaryRow",
    "Line",
    "Passage",
    "Piece",
    "Place",
    "Practice",
    "Prose",
    "Question",
    "QuotedSource",
    "Quotes",
    "Row",
    "Rows",
    "SectionView",
    "SourceList",
    "SourceRow",
    "Speech",
    "Stretch",
    "Strip",
    "Tick",
    "Timeline",
    "View",
    "Wording",
]

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
    | Changes
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
