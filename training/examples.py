"""Training, step 6: samples as spaCy's examples, and what a pipeline finds in them as a score."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.training import Example

from training.samples import UNCLEAR, Mark, Sample, overlap

CORE = ("PERSON", "ORG", "LOC", "NORP", "EVENT")
SILENT = {"uner": {"NORP", "EVENT"}}
"""Labels that a corpus does not annotate: what a pipeline finds of them there is neither right nor wrong."""


def example(nlp: Language, sample: Sample) -> Example:
    """The sample as spaCy learns from it; marks that our tokens cannot draw are unclear."""
    doc = nlp.make_doc(sample.text)
    tags = ["O"] * len(doc)
    spans: list[tuple[Any, Mark]] = [
        (doc.char_span(mark.start, mark.end, alignment_mode="expand"), mark) for mark in sample.marks
    ]
    for span, mark in spans:
        exact = (span.start_char, span.end_char) == (mark.start, mark.end)
        tags[span.start : span.end] = _biluo(len(span), mark.label if exact else UNCLEAR)
    for span, _ in spans:
        # Two marks that meet in one token leave a broken run of tags.
        if UNCLEAR in tags[span.start : span.end]:
            tags[span.start : span.end] = _biluo(len(span), UNCLEAR)
    return Example.from_dict(doc, {"entities": tags})


def _biluo(length: int, label: str) -> list[str]:
    if label == UNCLEAR:
        return ["-"] * length
    if length == 1:
        return [f"U-{label}"]
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), f"L-{label}"]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F of typed spans, in percent."""

    found: int
    right: int
    meant: int

    @property
    def p(self) -> float:
        """Precision."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def r(self) -> float:
        """Recall."""
        return 100 * self.right / self.meant if self.meant else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 200 * self.right / (self.found + self.meant) if self.found + self.meant else 0.0


def score(samples: Sequence[Sample], found: Iterable[Sequence[Mark]]) -> dict[str, Score]:
    """Each label's score, and that of all labels as "all"."""
    counts: dict[str, Counter[str]] = {"found": Counter(), "right": Counter(), "meant": Counter()}
    for sample, marks in zip(samples, found, strict=True):
        labels = set(CORE) - SILENT.get(sample.corpus.split("_")[0], set())
        meant = {mark for mark in sample.marks if mark.label in labels}
        unclear = [mark for mark in sample.marks if mark.label == UNCLEAR]
        told = {mark for mark in marks if mark.label in labels and not _touches(mark, unclear)}
        for name, group in (("found", told), ("right", told & meant), ("meant", meant)):
            counts[name].update(mark.label for mark in group)
            counts[name]["all"] += len(group)
    return {label: Score(*(counts[name][label] for name in counts)) for label in ("all", *CORE)}


def _touches(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(overlap(mark, other) for other in others)


def found_by(nlp: Language, samples: Sequence[Sample]) -> Iterable[list[Mark]]:
    """What a pipeline finds in each sample."""
    for doc in nlp.pipe((sample.text for sample in samples), batch_size=256):
        yield [Mark(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
