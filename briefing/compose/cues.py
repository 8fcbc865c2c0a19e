"""Step 4: which section a statement belongs in, by the template's cues.

Enters: statements and section specs. Leaves: a section id for each statement.
Cues of several words match those words in a row once function words are left
out; a cue that is a function word ("shall") matches as it stands.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Sentence, Statement
from briefing.settings import SectionSpec

STRONG, WEAK, HEADING, SIGN = 1.0, 0.35, 0.5, 0.6
PLACED = 0.6
"""Least score that places a statement: one strong cue does, one weak cue alone does not."""
SUPPORT = 0.4
"""What the other wordings of a statement weigh beside the quoted one."""
SIGNS: Mapping[str, Callable[[Sentence], bool]] = {
    "modal": lambda sentence: not sentence.modality.isdisjoint({"obligation", "future", "conditional"}),
    "quote": lambda sentence: re.search(r"[“«\"]", sentence.text) is not None,
    "forecast": lambda sentence: not sentence.modality.isdisjoint({"forecast", "possibility"}),
}
Lemmatize = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, ready to be matched: its lemmas in a row, or its plain text."""

    lemmas: tuple[str, ...]
    plain: re.Pattern[str] | None

    @classmethod
    def of(cls, text: str, lemmatize: Lemmatize) -> "Cue":
        """Make a cue of what a template says."""
        lemmas = lemmatize(text)
        if len(lemmas) == len(text.split()):
            return cls(lemmas, None)
        return cls((), re.compile(rf"\b{re.escape(text)}\b", re.IGNORECASE))

    def matches(self, sentence: Sentence) -> bool:
        """Whether the sentence has the cue."""
        if self.plain:
            return self.plain.search(sentence.text) is not None
        size = len(self.lemmas)
        return any(sentence.lemmas[at : at + size] == self.lemmas for at in range(len(sentence.lemmas) - size + 1))


class Sorter:
    """Sorts statements into the sections of a template."""

    def __init__(self, specs: Sequence[SectionSpec], lemmatize: Lemmatize, year: str | None) -> None:
        """Make the cues ready.

        Args:
            specs: the sections that may hold statements, in the template's order.
            lemmatize: gives the lemmas of a cue as analysis gave those of a sentence.
            year: the year of the event; an earlier one is a sign of the past.
        """
        self.specs, self.year = specs, year
        self.cues = {
            spec.id: [
                (Cue.of(text, lemmatize), weight)
                for weight, texts in (
                    (STRONG, spec.cues.strong),
                    (WEAK, spec.cues.weak),
                    (-STRONG, spec.cues.against),
                )
                for text in texts
            ]
            for spec in specs
        }

    def section_of(self, statement: Statement) -> str:
        """The section where a reader looks for it: the one with most cues, the default for lack of them."""
        scores = {spec.id: round(self.score(statement, spec), 6) for spec in self.specs}
        best = max(scores, key=lambda section: scores[section])
        default = next((spec.id for spec in self.specs if spec.default), best)
        return best if scores[best] >= PLACED else default

    def score(self, statement: Statement, spec: SectionSpec) -> float:
        """How much of the statement's wordings belongs in the section."""
        own = self._score(statement.representative, spec)
        others = [self._score(sentence, spec) for sentence in statement.sentences[1:]]
        return own + SUPPORT * (sum(others) / len(others) if others else own)

    def _score(self, sentence: Sentence, spec: SectionSpec) -> float:
        cues = sum(weight for cue, weight in self.cues[spec.id] if cue.matches(sentence))
        above = f"{sentence.heading or ''} {sentence.label or ''}".lower()
        headings = HEADING * any(re.search(rf"\b{re.escape(word.lower())}\b", above) for word in spec.cues.headings)
        return cues + headings + SIGN * sum(self._has_sign(sign, sentence) for sign in spec.cues.signs)

    def _has_sign(self, sign: str, sentence: Sentence) -> bool:
        if sign == "past-date":
            return any(mention.date and self.year and mention.date < self.year for mention in sentence.dates)
        return SIGNS[sign](sentence)
