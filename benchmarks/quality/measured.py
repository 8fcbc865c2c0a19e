"""All figures of all collections: what the command prints and the floor holds."""

from collections.abc import Iterable, Iterator

from benchmarks.quality import actors, labels, measures, pairs, timelines
from benchmarks.quality.collection import SETS, Collection, Pair, collections
from benchmarks.quality.contact import Outcome
from benchmarks.quality.sorting import placing
from briefing.model import Span

Measured = list[tuple[Collection, Outcome]]
"""Collections, and what the program makes of them."""


def outcomes() -> Measured:
    """What the program makes of each collection."""
    return [(gold, Outcome(gold.documents)) for gold in collections()]


def tables() -> list[actors.Found]:
    """What the program makes of each labelled table of actors."""
    return [actors.Found(table) for table in actors.tables()]


def figures(measured: Measured, found: Iterable[actors.Found] = ()) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of each collection, of pairs, timelines, labels, actors and sorting."""
    return {
        "collections": {gold.name: measures.figures(gold, outcome) for gold, outcome in measured},
        "pairs": _pairs(measured),
        "timelines": {
            gold.name: timelines.figures(gold.events, outcome.timeline) for gold, outcome in measured if gold.events
        },
        "labels": labels.figures(_labels(measured)),
        "actors": {one.table.name: one.figures() for one in found},
        "sorting": placing.figures(),
    }


def _labels(measured: Measured) -> dict[labels.Text, list[labels.Judged]]:
    gold = {one.name: one for one, _ in measured}
    return {text: list(labels.judged(text, gold)) for text in labels.read(labels.FILE.read_text("utf-8"))}


def _pairs(measured: Measured) -> dict[str, dict[str, float]]:
    judged = [(gold, pairs.judged(gold.pairs, found)) for gold, found in measured if gold.pairs]
    rows = {gold.name: pairs.figures(ours) for gold, ours in judged}
    for name in SETS:
        together = [pair for gold, ours in judged if gold.set == name for pair in ours]
        if together:
            rows[f"all {name}"] = pairs.figures(together)
    return rows


def errors(measured: Measured) -> Iterator[str]:
    """Each labelled pair that is told wrongly, in a paragraph; none that is held out, so that nobody learns from it."""
    for gold, found in measured:
        if gold.set == "development":
            for pair, told in zip(gold.pairs, pairs.judged(gold.pairs, found), strict=True):
                if told.label != "part" and told.together != (told.label == "same"):
                    said = (f"{gold.name}: {_verdict(pair, told)}", _text(gold, pair.left), _text(gold, pair.right))
                    yield "\n  ".join(said)


def _verdict(pair: Pair, told: pairs.Judged) -> str:
    verdict = "told as the same" if told.together else "told apart"
    return f"{told.label}, {verdict}, likeness {told.score:.2f} ({pair.trap or 'no trap'})"


def _text(gold: Collection, span: Span) -> str:
    (document,) = (one for one in gold.documents if one.source.id == span.source)
    return document.passage(span)
