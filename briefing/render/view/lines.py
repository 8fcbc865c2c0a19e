"""Step 5, rendering: words of a source, with the citations that they have."""

from dataclasses import dataclass

from briefing.model import Span
from briefing.render.view.places import Place
from briefing.render.wording import phrase
from briefing.render.words import Words

_TOGETHER = 8
"""Citations of a line that are not parted where it breaks."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation number and where it leads.

    `target` is the anchor of the passage, or of the source where the brief has no
    annex; `part` tells that the source states only a part. `source` is a short name
    of it, `at` tells where in it the passages stand, and `spans` are the passages.
    """

    number: int
    target: str
    part: bool
    source: str
    at: Place
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The number as it is set: in parentheses where the source states a part."""
        return f"({self.number})" if self.part else str(self.number)

    def spoken(self, words: Words) -> str:
        """Where it leads, for who cannot see the page: “Source 3, paragraph 4”."""
        place = self.at.spoken(self.number, words)
        return phrase(words.in_part, place=place) if self.part else place

    def place(self, words: Words) -> str:
        """Where it stands, behind the number: “Hollin Courier, ¶ 2, 4”, and whether that is only a part."""
        part = f" ({words.part})" if self.part else ""
        return f"{self.source}, {self.at.mark(words)}{part}"


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
