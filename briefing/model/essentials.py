"""Step 4, composition: who was part of the main point, when it was, and where."""

from dataclasses import dataclass
from typing import Literal

from briefing.model.spans import Span
from briefing.model.statements import Role

Question = Literal["who", "when", "where"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A few words of a source, those of its spans; `citations` are a mention in every source that has it.

    `date` is the day that they mean, where it is known; `role` is what a source calls them.
    """

    text: str
    spans: tuple[Span, ...]
    citations: tuple[Span, ...]
    date: str | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Essential:
    """What the sources say of the main point to one question; without an answer they do not say.

    `differing` is whether the answers cannot all be so.
    """

    question: Question
    answers: tuple[Answer, ...] = ()
    differing: bool = False
