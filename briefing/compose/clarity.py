"""Step 4: what a reader needs in [brackets] to understand a sentence that stands by itself.

Enters: a sentence, and where its quotation ends. Leaves: the text that is shown,
the spans that it quotes, and each clarification with the passage that it comes
from. Two things are clarified: a subject that only points back ("It [the
charter] binds …"), and the article of a sentence that was cut behind its lead-in,
which gets its capital ("[The] ministry closed …").
"""

import re
from dataclasses import dataclass

from briefing.model import Clarification, Reference, Sentence, Span

ARTICLE = re.compile(r"(?:a|an|the)(?= \w)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence as a reader sees it."""

    text: str
    spans: tuple[Span, ...]
    clarified: tuple[Clarification, ...]


def shown(sentence: Sentence, end: int | None = None) -> Shown:
    """The sentence up to an end, its own if None, with what has to be clarified."""
    start, text, notes = sentence.start, "", []
    article = ARTICLE.match(sentence.text)
    if article and all(mention.start > start for mention in sentence.dates):
        opening, place = article[0].capitalize(), start + article.end()
        notes.append(Clarification(0, opening, sentence.source, start, place))
        text, start = f"[{opening}] ", place + 1
    stop = end or sentence.end
    meant = sentence.reference
    if meant and sentence.start <= meant.start and meant.end <= stop and _explains(meant, sentence):
        text += _words(sentence, start, meant.end) + " "
        notes.append(Clarification(len(text), meant.name, *_place(meant.span)))
        text += f"[{meant.name}]{_words(sentence, meant.end, stop)}"
    else:
        text += _words(sentence, start, stop)
    return Shown(text, (Span(sentence.source, start, stop),), tuple(notes))


def _words(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def _place(span: Span) -> tuple[str, int, int]:
    return span.source, span.start, span.end


def _explains(meant: Reference, sentence: Sentence) -> bool:
    """Whether the antecedent tells more than the subject: a pronoun's always, a noun's where it is a name."""
    pointing = _words(sentence, meant.start, meant.end)
    return " " not in pointing or any(letter.isupper() for letter in meant.name)
