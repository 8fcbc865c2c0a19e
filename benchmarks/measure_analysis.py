"""How long step 2 takes, and how much memory: `python benchmarks/measure_analysis.py [FOLDER]`.

Prints what a default build runs on the sources of a folder, the samples if none
is named, over and over until there are enough words: words a second of
processor time for the whole and for each component, the time to load, and the
most memory that the process held. On a machine with other work the figures
fall; the shares do not.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import os
import resource
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

from briefing import sources
from briefing.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

SAMPLES = Path(__file__).parents[1] / "seeds"
WORDS = 40_000
Result = TypeVar("Result")


def timed(call: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds of processor time that a call takes, and what it returns."""
    start = process_time()
    result = call()
    return process_time() - start, result


def enough(documents: Sequence[Document]) -> list[Document]:
    """The documents again and again, until they hold WORDS words."""
    words = sum(len(document.text.split()) for document in documents)
    return [*documents] * max(1, -(-WORDS // words))


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    documents = enough(sources.read([folder]).documents)
    words = sum(len(document.text.split()) for document in documents)

    imported, pipeline = timed(_imported)
    loaded, nlp = timed(pipeline.load)
    pipeline.lemmatize("warm")
    whole, sentences = timed(lambda: list(pipeline.analyse(documents, None)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(documents)} documents, {words} words, {len(sentences)} sentences")
    print(f"import {imported:.2f} s, load {loaded:.2f} s, at most {memory:.0f} MB")
    print(f"analysis: {words / whole:,.0f} words a second")

    tokenizing, docs = timed(lambda: [pipeline.prepared(nlp, document, None) for document in documents])
    parts = [("tokens", tokenizing)]
    for name, component in nlp.pipeline:
        taken, docs = timed(partial(_through, component, docs))
        parts.append((name, taken))
    taken, _ = timed(lambda: [list(pipeline.sentences(*pair)) for pair in zip(documents, docs, strict=True)])
    for name, seconds in [*parts, ("sentences", taken)]:
        print(f"  {name:16} {1e6 * seconds / words:6.1f} µs a word")


def _through(component: Any, docs: Sequence["Doc"]) -> list["Doc"]:
    return list(component.pipe(docs)) if hasattr(component, "pipe") else [component(doc) for doc in docs]


def _imported() -> ModuleType:
    from briefing.language import pipeline

    return pipeline


if __name__ == "__main__":
    main()
