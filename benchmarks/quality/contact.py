"""What the measures know of the program: the only file here that looks inside `briefing/merge/`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing import compose, language, merge
from briefing.merge import names, similarity, wording
from briefing.merge.rows import Row, rows, units
from briefing.merge.vetoes import conflict
from briefing.model import Disagreement, Document, Event, Sentence, Span, Statement, latest_date
from briefing.settings import load_template

COMPARED = 0.15
"""Share of the lighter passage's weight that two have in common when there is something to judge."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that supports a statement, and whether its source tells all of the statement or a part."""

    span: Span
    whole: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: the passage that a brief quotes, and all that support it."""

    quoted: Span
    support: tuple[Cited, ...]


class Outcome:
    """What the program makes of a collection."""

    def __init__(self, documents: Sequence[Document]) -> None:
        sentences = language.analyse(documents, latest_date(documents))
        merged = merge.merge(documents, sentences)
        self.statements = tuple(map(_told, merged.statements))
        self.origin_of: dict[str, str] = merged.origin_of
        self.disagreements: tuple[Disagreement, ...] = merged.disagreements
        brief = compose.compose(merged, compose.Settings(load_template("analyst")), language.lemmatize)
        self.timeline: tuple[Event, ...] = brief.timeline
        self._rows = _rows(documents, sentences)
        self._units = units(self._rows)
        self._alike = similarity.alike(similarity.features(self._units))

    def score(self, left: Span, right: Span) -> float:
        """How alike two sentences are, as clusters are made by it."""
        a, b = self._row(left), self._row(right)
        return 0.0 if a is None or b is None else float(1 if a == b else self._alike.scores[a, b])

    def examples(self) -> Iterator[tuple[Span, Span, list[float]]]:
        """Passages of two sources that share words and that nothing keeps apart, with the signs they are judged by."""
        sentences = self._units.sentences
        pairs = self._alike.within(range(len(sentences)), COMPARED)
        for left, right, signs in zip(pairs.left.tolist(), pairs.right.tolist(), pairs.signs.tolist(), strict=True):
            ours, theirs = sentences[left], sentences[right]
            if ours.source != theirs.source and conflict(ours, theirs) is None:
                yield ours.span, theirs.span, signs

    def _row(self, span: Span) -> int | None:
        common = [max((_common(one.span, span) for one in row.sentences), default=0) for row in self._rows]
        best = max(range(len(common)), key=common.__getitem__)
        return best if common[best] > 0 else None


def _told(statement: Statement) -> Told:
    support = tuple(Cited(one.span, one.whole) for one in statement.support)
    return Told(statement.representative.span, support)


def _rows(documents: Sequence[Document], sentences: Sequence[Sentence]) -> list[Row]:
    """The rows that merging compares."""
    publishers = [document.source.publisher for document in documents if document.source.publisher]
    outlets = wording.outlets(sentences, publishers)
    return rows(wording.without_lead_in(sentence, outlets) for sentence in names.resolve(sentences))


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start) if one.source == other.source else 0
