"""Training, step 9: the table of all scores.

    python -m training.evaluate CORPORA [--write]

Rows are test sets; columns are what the program finds with all it has, the
model alone, and the rules alone. `--write` keeps the figures in `scores.toml`
and renews the sentences that the project's own tests carry.
"""

import argparse
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import spacy

from briefing.language import pipeline
from briefing.language.recogniser import SHIPPED
from briefing.model import Block, Document, Source
from training.carried import carry, remember, write
from training.corpora import read
from training.examples import Score, found_by, score
from training.samples import Mark, Sample
from training.splits import TESTS, split

LABEL = {
    "state": "LOC",
    "place": "LOC",
    "person": "PERSON",
    "organisation": "ORG",
    "outlet": "ORG",
    "group": "ORG",
    "people": "NORP",
    "event": "EVENT",
    "thing": "MISC",
}
"""The label of the corpora for each of `doc.ents`, once all that finds names has run."""
System = Callable[[Sequence[Sample]], Iterable[Sequence[Mark]]]


def by_model(samples: Sequence[Sample]) -> Iterable[Sequence[Mark]]:
    """What the shipped model finds by itself, sentence by sentence."""
    return found_by(spacy.load(SHIPPED), samples)


def by_program(samples: Sequence[Sample]) -> Iterable[Sequence[Mark]]:
    """What step 2 finds, document by document, each a collection of its own."""
    for _, together in groupby(samples, key=attrgetter("document")):
        yield from _found_in(list(together))


def by_rules(samples: Sequence[Sample]) -> Iterable[Sequence[Mark]]:
    """The same without the model: what is known and what rules explain."""
    with pipeline.load().select_pipes(disable="recognised"):
        yield from by_program(samples)


SYSTEMS: dict[str, System] = {"program": by_program, "model": by_model, "rules": by_rules}


def _found_in(samples: Sequence[Sample]) -> list[list[Mark]]:
    """What step 2 finds in the sentences of one document, each a paragraph."""
    starts, text = [], ""
    for sample in samples:
        starts.append(len(text))
        text += sample.text + "\n"
    blocks = [Block("paragraph", at, at + len(sample.text)) for at, sample in zip(starts, samples, strict=True)]
    nlp = pipeline.load()
    (doc,) = nlp.pipe([pipeline.prepared(nlp, Document(Source("S1", "s.txt", ""), text, tuple(blocks)), None)])
    found: list[list[Mark]] = [[] for _ in samples]
    for ent in doc.ents:
        at = bisect_right(starts, ent.start_char) - 1
        found[at].append(Mark(ent.start_char - starts[at], ent.end_char - starts[at], LABEL[ent.label_]))
    return found


def table(tests: dict[str, list[Sample]]) -> dict[str, dict[str, dict[str, Score]]]:
    """For each test set and each system, the score of each label."""
    return {
        title: {name: score(tests[key], system(tests[key])) for name, system in SYSTEMS.items()}
        for key, title in TESTS.items()
    }


def printed(rows: dict[str, dict[str, dict[str, Score]]]) -> str:
    """The table as Markdown."""
    labels = ("PERSON", "ORG", "LOC", "NORP", "EVENT")
    head = ["set", *(f"{name} F (P, R)" for name in SYSTEMS), *labels]
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    for title, systems in rows.items():
        cells = [f"{of['all'].f:.1f} ({of['all'].p:.1f}, {of['all'].r:.1f})" for of in systems.values()]
        kinds = [f"{systems['model'][label].f:.1f}" if systems["program"][label].meant else "" for label in labels]
        lines.append(" | ".join([title, *cells, *kinds]))
    return "\n".join(f"| {line} |" for line in lines)


def main() -> None:
    """Read the command line, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    tests = split(read(given.corpora)).test
    rows = table(tests)
    print(printed(rows))
    if given.write:
        carry(tests)
        write(rows, {"model": by_model, "program": by_program})
        remember(rows, SHIPPED)


if __name__ == "__main__":
    main()
