"""Where the program puts labelled sentences, and the figures of that; no other file here knows its inside.

A sentence is sorted by itself, as a statement that one source makes. The macro F1 is the mean of F1 over the
classes, a class being a section of a cue set, so that each section of each set weighs the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.quality.sorting.labelled import PARTS, Labelled, labelled
from briefing import language
from briefing.compose.cues import Sorter
from briefing.model import Block, Document, Sentence, Source, Statement, Support
from briefing.settings import load_cue_set

YEAR = "2026"
"""The year of all events, since the sentences are sorted without their sources: an earlier year is the past."""
TITLES = {"development": "development", "heldout": "held out"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A labelled sentence, and the section that the program puts it in."""

    gold: Labelled
    found: str


def outcome(part: str) -> tuple[Placed, ...]:
    """What the program makes of the sentences of a part."""
    return sort(labelled(part))


def sort(given: Sequence[Labelled]) -> tuple[Placed, ...]:
    """Where the program puts each of the sentences."""
    sorters = {
        name: Sorter(load_cue_set(name).sections, language.lemmatize, YEAR) for name in {one.set for one in given}
    }
    told = _sentences(given)
    return tuple(
        Placed(one, sorters[one.set].section_of(Statement(sentence, (Support(sentence, sentence.span),))))
        for one, sentence in zip(given, told, strict=True)
    )


def _sentences(given: Sequence[Labelled]) -> list[Sentence]:
    """The sentences analysed, each as a document of its own."""
    documents = [
        Document(Source(str(n), f"{n}.txt", "0" * 64), one.text, (Block("paragraph", 0, len(one.text)),))
        for n, one in enumerate(given)
    ]
    first: dict[str, Sentence] = {}
    for sentence in language.analyse(documents):
        first.setdefault(sentence.source, sentence)
    return [first[str(n)] for n in range(len(given))]


def figures() -> dict[str, dict[str, float]]:
    """The figures of each part."""
    return {TITLES[part]: _figures(found) for part in PARTS if (found := outcome(part))}


def _figures(found: Sequence[Placed]) -> dict[str, float]:
    rows = classes(found)
    return {
        "sentences": len(found),
        "accuracy": sum(one.gold.section == one.found for one in found) / len(found),
        "macro_f1": sum(row["f1"] for row in rows.values()) / len(rows),
    }


def classes(found: Sequence[Placed]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each section of each cue set."""
    names = sorted({(one.gold.set, one.gold.section) for one in found})
    return {f"{name}, {section}": _class(found, name, section) for name, section in names}


def _class(found: Sequence[Placed], name: str, section: str) -> dict[str, float]:
    own = [one for one in found if one.gold.set == name]
    right = sum(one.gold.section == one.found == section for one in own)
    placed, labelled_so = sum(one.found == section for one in own), sum(one.gold.section == section for one in own)
    return {
        "precision": right / placed if placed else 0.0,
        "recall": right / labelled_so,
        "f1": 2 * right / (placed + labelled_so),
    }


def errors(found: Sequence[Placed]) -> Iterator[str]:
    """Each sentence that is put into another section than its own, in a line."""
    for one in found:
        if one.found != one.gold.section:
            yield f"{one.gold.kind}: {one.gold.section}, put into {one.found}: {one.gold.text}"
