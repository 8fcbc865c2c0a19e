"""One ranking of statements that lie in a file: `python -m benchmarks.scale.ranking FILE RANKER`.

With `make` for the ranker and a number behind it, the file is made: one statement for each of so many sentences.
Prints one line of JSON: the processor seconds, and the MB that were held beside what was held before.
"""

# ruff: noqa: S301, T201  it reads what it has made itself, and prints
import json
import pickle
import sys
from pathlib import Path

from benchmarks.generated import SENTENCES, documents
from benchmarks.scale.process import MB, memory, spent
from briefing.compose.rankers import ranker
from briefing.model import Statement, Support

WARM = 3
"""Statements that are ranked before, so that all libraries are loaded."""


def make(file: Path, count: int) -> None:
    """Write the statements of so many generated sentences."""
    from briefing import language

    sentences = language.analyse(documents(-(-count // SENTENCES)))[:count]
    file.write_bytes(pickle.dumps([Statement(one, (Support(one, one.span),)) for one in sentences]))


def measure(file: Path, name: str) -> None:
    """Rank them, and print what it cost."""
    statements, rank = pickle.loads(file.read_bytes()), ranker(name)
    rank(statements[:WARM])
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    before, start = memory("VmRSS"), spent()
    order = rank(statements)
    seconds = spent() - start
    if sorted(order) != [*range(len(statements))]:
        raise SystemExit(f"{name} has not ranked all {len(statements)} statements.")
    print(json.dumps({"seconds": seconds, "memory": (memory("VmHWM") - before) / MB}))


if __name__ == "__main__":
    where, wanted, *size = sys.argv[1:]
    if wanted == "make":
        make(Path(where), int(size[0]))
    else:
        measure(Path(where), wanted)
