"""Step 5, rendering: what is told in sentences, as rows."""

from dataclasses import dataclass

from briefing.render.view.lines import Line


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
