"""Step 4: what a reader needs in [brackets] to understand a sentence that stands by itself.

Enters: a sentence, and the passages of it that are quoted. Leaves: the text that is shown, the spans that it quotes,
and each clarification with the passage that it comes from. Two things are clarified: a subject that only points back
("It [the charter] binds …"), and the article of a sentence that was cut behind its lead-in, which gets its capital
("[The] ministry closed …").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Clarification, Reference, Sentence, Span, verbatim

ARTICLE = re.compile(r"(?:a|an|the)(?= \w)")
POINTING = re.compile(
    r"(?:he|it|she|such|these|they|this|those|we)\b|that (?!of\b)"
    r"|the (?:former|latter|other|same|two|three|four|five)\b",
    re.IGNORECASE,
)
"""The first words of what nobody understands who has not read on from before it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence, or passages of one, as a reader sees it."""

    text: str
    spans: tuple[Span, ...]
    clarified: tuple[Clarification, ...]

    @property
    def verbatim(self) -> str:
        """Its text without what is in brackets."""
        return verbatim(self.text, self.clarified)


def opens_alone(seen: Shown) -> bool:
    """Whether its first words point at nothing that stood before it."""
    words = seen.text.replace("[", "", 1).replace("]", "", 1) if seen.text.startswith("[") else seen.text
    return POINTING.match(words) is None or any(note.at for note in seen.clarified)


def shown(sentence: Sentence, passages: Sequence[Span] = ()) -> Shown:
    """The passages of a sentence, all of it if there are none, with what has to be clarified.

    What stands before the sentence's own beginning, where its lead-in was cut, is not shown.
    """
    kept = [passage for passage in passages if passage.end > sentence.start] or [sentence.span]
    kept[0] = Span(sentence.source, max(kept[0].start, sentence.start), kept[0].end)
    text, notes, spans = "", list[Clarification](), list[Span]()
    for passage in kept:
        start = passage.start
        opening = _article(sentence, passage) if not spans else 0
        text += " … " if spans else ""
        if opening:
            article = _words(sentence, start, start + opening).capitalize()
            notes.append(Clarification(0, article, sentence.source, start, start + opening))
            text, start = f"[{article}] ", start + opening + 1
        spans.append(Span(sentence.source, start, passage.end))
        meant = sentence.reference
        if meant and start <= meant.start and meant.end <= passage.end and _explains(meant, sentence):
            text += _words(sentence, start, meant.end) + " "
            notes.append(Clarification(len(text), meant.name, *_place(meant.span)))
            text += f"[{meant.name}]"
            start = meant.end
        text += _words(sentence, start, passage.end)
    return Shown(text, tuple(spans), tuple(notes))


def _article(sentence: Sentence, passage: Span) -> int:
    """How long the article is in lower case that a passage begins with; 0 where it is part of a date."""
    article = ARTICLE.match(_words(sentence, passage.start, passage.end))
    dated = any(mention.start == passage.start for mention in sentence.dates)
    return article.end() if article and not dated else 0


def _words(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def _place(span: Span) -> tuple[str, int, int]:
    return span.source, span.start, span.end


def _explains(meant: Reference, sentence: Sentence) -> bool:
    """Whether the antecedent tells more than the subject: a pronoun's always, a noun's where it is a name."""
    pointing = _words(sentence, meant.start, meant.end)
    return " " not in pointing or any(letter.isupper() for letter in meant.name)
